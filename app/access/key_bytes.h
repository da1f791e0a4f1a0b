// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <sodium.h>

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "core/hash.h"

/// Keys, signatures and hashes of a fixed size between libsodium's bytes and our hex digits.
namespace longju::access {

template <std::size_t Size>
using Bytes = std::array<unsigned char, Size>;

/// A text as libsodium wants its bytes.
inline const unsigned char* raw(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}
inline unsigned char* raw(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}

template <std::size_t Size>
std::string hex_of(const Bytes<Size>& bytes) {
    return hex_from_bytes({reinterpret_cast<const char*>(bytes.data()), Size});
}

/// Nothing when it is not `Size` bytes as hex digits.
template <std::size_t Size>
std::optional<Bytes<Size>> bytes_of(std::string_view hex) {
    Bytes<Size> bytes{};
    std::size_t count = 0;
    const char* end = nullptr;
    const bool sound =
        hex.size() == 2 * Size &&
        sodium_hex2bin(bytes.data(), Size, hex.data(), hex.size(), nullptr, &count, &end) == 0 &&
        count == Size;
    return sound ? std::optional(bytes) : std::nullopt;
}

}  // namespace longju::access
