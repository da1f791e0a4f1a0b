// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "access/signature.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <optional>

#include "access/key_bytes.h"
#include "core/assert.h"
#include "core/hash.h"

namespace longju::access {

namespace {

using Seed = Bytes<crypto_sign_SEEDBYTES>;
using Public = Bytes<crypto_sign_PUBLICKEYBYTES>;
using Secret = Bytes<crypto_sign_SECRETKEYBYTES>;
using Signature = Bytes<crypto_sign_BYTES>;

struct Pair {
    Public open{};
    Secret secret{};
};

Pair pair_of(const Seed& seed) {
    Pair pair;
    crypto_sign_seed_keypair(pair.open.data(), pair.secret.data(), seed.data());
    return pair;
}

}  // namespace

SigningKey new_signing_key() {
    LONGJU_ASSERT(sodium_init() >= 0, "the system has no random source");
    Seed seed{};
    randombytes_buf(seed.data(), seed.size());
    return {hex_of(seed), hex_of(pair_of(seed).open)};
}

Result<SigningKey> signing_key_from(std::string_view seed, const std::string& file) {
    const auto bytes = bytes_of<crypto_sign_SEEDBYTES>(seed);
    if (!bytes) return fail_at(file, 1, "", "is no signing key: 64 hex digits");
    return SigningKey{std::string(seed), hex_of(pair_of(*bytes).open)};
}

std::string sign(std::string_view message, const SigningKey& key) {
    const auto seed = bytes_of<crypto_sign_SEEDBYTES>(key.seed);
    LONGJU_ASSERT(seed.has_value(), "a signing key is 64 hex digits");
    Signature signature{};
    crypto_sign_detached(signature.data(), nullptr, raw(message), message.size(),
                         pair_of(*seed).secret.data());
    return hex_of(signature);
}

bool is_signed(std::string_view message, std::string_view signature, std::string_view signer) {
    const auto bytes = bytes_of<crypto_sign_BYTES>(signature);
    const auto key = bytes_of<crypto_sign_PUBLICKEYBYTES>(signer);
    return bytes && key &&
           crypto_sign_verify_detached(bytes->data(), raw(message), message.size(), key->data()) ==
               0;
}

std::string fingerprint(std::string_view signer) {
    constexpr std::size_t digits = 24, group = 4;
    const std::string hash = sha256_hex(signer);
    std::string text;
    for (std::size_t at = 0; at < digits; at += group) {
        if (at > 0) text += ' ';
        text += hash.substr(at, group);
    }
    return text;
}

bool same_fingerprint(std::string_view heard, std::string_view signer) {
    const auto bare = [](std::string text) {
        std::erase(text, ' ');
        return text;
    };
    return bare(std::string(heard)) == bare(fingerprint(signer));
}

}  // namespace longju::access
