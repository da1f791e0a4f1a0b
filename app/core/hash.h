// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace longju {

/// SHA-256 of bytes, as 64 lower-case hex digits. The name of a revision and of a blob.
std::string sha256_hex(std::string_view bytes);

/// Whether it is so many hex digits, 0-9 and a-f.
bool is_hex(std::string_view text, std::size_t digits);
/// The bytes of hex digits, and back. Digits must come in pairs of 0-9 and a-f; a bug otherwise.
std::string bytes_from_hex(std::string_view digits);
std::string hex_from_bytes(std::string_view bytes);

/// `count` bytes from the system's random source, as lower-case hex (2 × count digits).
std::string random_hex(std::size_t count);

}  // namespace longju
