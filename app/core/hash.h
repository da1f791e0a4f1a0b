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

/// `count` bytes from the system's random source, as lower-case hex (2 × count digits).
std::string random_hex(std::size_t count);

}  // namespace longju
