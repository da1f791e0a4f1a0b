// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <string>

namespace longju::sync {

/// Numbers as `ByteReader` reads them: little endian.
inline void put_little_endian(std::string& out, std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xff);
}
inline void put_u32(std::string& out, std::uint64_t value) { put_little_endian(out, value, 4); }
inline void put_u64(std::string& out, std::uint64_t value) { put_little_endian(out, value, 8); }

}  // namespace longju::sync
