// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <catch2/catch_test_macros.hpp>

#include "access/sealing.h"
#include "access/signature.h"

namespace longju::access {

TEST_CASE("a sealed value opens with its key in its place and nowhere else") {
    const DataKey key = new_data_key();
    const std::string sealed = seal("230102190001010018", key, "id_number 1");

    CHECK(unseal(sealed, key, "id_number 1").value() == "230102190001010018");
    CHECK(sealed.find("2301") == std::string::npos);
    CHECK(unseal(sealed, key, "id_number 2").error().kind == ErrorKind::Damaged);
    CHECK(unseal(sealed, new_data_key(), "id_number 1").error().kind == ErrorKind::Damaged);
    CHECK(seal("", key, "") != seal("", key, ""));
    for (std::size_t at = 0; at < sealed.size(); ++at) {
        std::string changed = sealed;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        CHECK_FALSE(unseal(changed, key, "id_number 1"));
        CHECK_FALSE(unseal(sealed.substr(0, at), key, "id_number 1"));
    }
}

TEST_CASE("what is sealed to a signer opens with the signer's seed only") {
    const SigningKey county = new_signing_key();
    const auto sealed = seal_to("content key", county.signer);
    REQUIRE(sealed);

    CHECK(unseal_with(*sealed, county.seed).value() == "content key");
    CHECK_FALSE(unseal_with(*sealed, new_signing_key().seed));
    CHECK_FALSE(unseal_with(sealed->substr(1), county.seed));
    CHECK_FALSE(unseal_with(*sealed, "no seed"));
    CHECK(seal_to("x", "no key").error().kind == ErrorKind::BadInput);
    CHECK(seal_to("x", std::string(64, '0')).error().kind == ErrorKind::BadInput);
}

TEST_CASE("a long text opens whole or up to where it was damaged") {
    const DataKey key = new_data_key();
    for (const std::size_t size : {0, 1, 65536, 65537, 200000}) {
        const std::string text(size, 'x');
        const std::string sealed = seal_stream(text, key, "header");

        const OpenedStream whole = unseal_stream(sealed, key, "header");
        CHECK(whole.whole);
        CHECK(sealed.size() == sealed_stream_bytes(size));
        CHECK(whole.text == text);
        CHECK_FALSE(unseal_stream(sealed, key, "other header").whole);
        CHECK_FALSE(unseal_stream(sealed, new_data_key(), "header").whole);
        CHECK_FALSE(unseal_stream(sealed.substr(0, sealed.size() - 1), key, "header").whole);
        CHECK_FALSE(unseal_stream(sealed + "x", key, "header").whole);
    }
    std::string damaged = seal_stream(std::string(200000, 'x'), key, "header");
    damaged[150000] = static_cast<char>(damaged[150000] ^ 1);
    CHECK(unseal_stream(damaged, key, "header").text == std::string(131072, 'x'));
    CHECK(unseal_stream("", key, "").text.empty());
}

TEST_CASE("a keyed hash is the same under one key and another under the next") {
    const DataKey key = new_data_key();

    CHECK(keyed_hash("李雪梅", key) == keyed_hash("李雪梅", key));
    CHECK(keyed_hash("李雪梅", key) != keyed_hash("李雪梅", new_data_key()));
    CHECK(keyed_hash("李雪梅", key).size() == 64);
}

}  // namespace longju::access
