// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as a weather file: it is read whole or refused with a place.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "climate/epw.h"
#include "core/assert.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    const auto year = longju::climate::parse_epw(text, "fuzz.epw");
    if (!year) {
        LONGJU_ASSERT(!year.error().what.empty(), "a refusal says what is wrong");
        LONGJU_ASSERT(year.error().file == "fuzz.epw", "a refusal says where");
        return 0;
    }
    LONGJU_ASSERT(year->t_out_c.size() == longju::climate::hours_per_year,
                  "a year that is read is whole");
    return 0;
}
