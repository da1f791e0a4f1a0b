// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "access/pin.h"

#include <sodium.h>

#include <algorithm>

#include "core/assert.h"

namespace longju::access {

namespace {

constexpr unsigned long long passes = 3;
constexpr std::size_t memory_bytes = 64U << 20U;

/// The key that a PIN makes with its salt.
Result<DataKey> stretched(std::string_view pin, const std::string& salt) {
    LONGJU_ASSERT(sodium_init() >= 0, "the system has no random source");
    LONGJU_ASSERT(salt.size() == crypto_pwhash_SALTBYTES, "a salt has 16 bytes");
    DataKey made{std::string(crypto_aead_xchacha20poly1305_ietf_KEYBYTES, '\0')};
    const int failed =
        crypto_pwhash(reinterpret_cast<unsigned char*>(made.bytes.data()), made.bytes.size(),
                      pin.data(), pin.size(), reinterpret_cast<const unsigned char*>(salt.data()),
                      passes, memory_bytes, crypto_pwhash_ALG_ARGON2ID13);
    if (failed != 0) {
        return fail(ErrorKind::Missing,
                    "there are not 64 MiB of memory left to check a PIN: close other programs");
    }
    return made;
}

std::string context_of(std::string_view user_id) {
    return "longju data key of " + std::string(user_id);
}

}  // namespace

bool is_pin(std::string_view text) {
    return text.size() == pin_digits &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

Result<void> check_new_pin(std::string_view pin) {
    if (!is_pin(pin)) return fail(ErrorKind::BadInput, "a PIN has six digits");
    const int step = pin[1] - pin[0];
    bool even_steps = step >= -1 && step <= 1;
    for (std::size_t i = 1; i < pin.size(); ++i) even_steps &= pin[i] - pin[i - 1] == step;
    if (even_steps) {
        return fail(ErrorKind::BadInput,
                    "that PIN is the first one a stranger tries: no 000000, "
                    "no 123456");
    }
    return {};
}

Result<WrappedKey> wrap(const DataKey& key, std::string_view pin, std::string_view user_id) {
    LONGJU_ASSERT(sodium_init() >= 0, "the system has no random source");
    WrappedKey wrapped{.salt = std::string(crypto_pwhash_SALTBYTES, '\0'), .sealed = {}};
    randombytes_buf(wrapped.salt.data(), wrapped.salt.size());
    auto made = stretched(pin, wrapped.salt);
    if (!made) return std::unexpected(made.error());
    wrapped.sealed = seal(key.bytes, *made, context_of(user_id));
    sodium_memzero(made->bytes.data(), made->bytes.size());
    return wrapped;
}

Result<DataKey> unwrap(const WrappedKey& wrapped, std::string_view pin, std::string_view user_id) {
    if (wrapped.salt.size() != crypto_pwhash_SALTBYTES) {
        return fail(ErrorKind::Damaged, "the salt of the PIN is damaged");
    }
    auto made = stretched(pin, wrapped.salt);
    if (!made) return std::unexpected(made.error());
    auto opened = unseal(wrapped.sealed, *made, context_of(user_id));
    sodium_memzero(made->bytes.data(), made->bytes.size());
    if (!opened) return std::unexpected(opened.error());
    return DataKey{*std::move(opened)};
}

std::int64_t wait_after_s(int wrong_in_a_row) {
    constexpr int free_tries = 4;
    constexpr std::int64_t half_a_minute = 30;
    constexpr std::int64_t five_minutes = 300;
    constexpr std::int64_t an_hour = 3600;
    if (wrong_in_a_row <= free_tries) return 0;
    if (wrong_in_a_row == free_tries + 1) return half_a_minute;
    return wrong_in_a_row == free_tries + 2 ? five_minutes : an_hour;
}

}  // namespace longju::access
