// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as a parcel: read or refused, never more memory than the limits allow. A second pass
// wraps the bytes as the body of a parcel whose outer hash is right, as an enemy would.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/assert.h"
#include "sync/parcel.h"

#include "core/hash.h"

namespace {

std::string little_endian(std::uint64_t value, int bytes) {
    std::string out;
    for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xff);
    return out;
}

std::string sealed(std::string_view inner) {
    std::string out("LJPKG\x01\r\n", 8);
    out += inner;
    out += little_endian(out.size() + 40, 8);
    const std::string hex = longju::sha256_hex(out);
    for (std::size_t i = 0; i < hex.size(); i += 2) {
        const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
        out += static_cast<char>(digit(hex[i]) * 16 + digit(hex[i + 1]));
    }
    return out;
}

void read(std::string_view bytes) {
    const auto parcel = longju::sync::parse_parcel(bytes, "fuzz.ljp");
    if (parcel) return;
    LONGJU_ASSERT(!parcel.error().what.empty(), "a refusal says what is wrong");
    LONGJU_ASSERT(parcel.error().file == "fuzz.ljp", "a refusal names the file");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(bytes), size);
    read(input);
    read(sealed(input));
    return 0;
}
