// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "sync/signature.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <optional>

#include "core/assert.h"
#include "core/hash.h"

namespace longju::sync {

namespace {

template <std::size_t Size>
using Bytes = std::array<unsigned char, Size>;

using Seed = Bytes<crypto_sign_SEEDBYTES>;
using Public = Bytes<crypto_sign_PUBLICKEYBYTES>;
using Secret = Bytes<crypto_sign_SECRETKEYBYTES>;
using Signature = Bytes<crypto_sign_BYTES>;

template <std::size_t Size>
std::string hex_of(const Bytes<Size>& bytes) {
    std::string text(2 * Size + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes.data(), Size);
    text.pop_back();
    return text;
}

template <std::size_t Size>
std::optional<Bytes<Size>> bytes_of(std::string_view hex) {
    Bytes<Size> bytes{};
    std::size_t count = 0;
    const char* end = nullptr;
    const bool sound =
        hex.size() == 2 * Size &&
        sodium_hex2bin(bytes.data(), Size, hex.data(), hex.size(), nullptr, &count, &end) == 0 &&
        count == Size;
    if (!sound) return std::nullopt;
    return bytes;
}

const unsigned char* raw(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

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

}  // namespace longju::sync
