// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as a camera's file: refused with a reason, or what is kept is bare, small and kept as
// it is the next time.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/assert.h"
#include "photo/camera_file.h"
#include "photo/intake.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view file(reinterpret_cast<const char*>(bytes), size);
    // Large pictures of few bytes take long and teach nothing.
    constexpr std::int64_t most = 4'000'000;
    const auto examined = longju::photo::examine(file);
    if (examined && std::int64_t{examined->size.width} * examined->size.height > most) return 0;
    const auto kept = longju::photo::kept_form(file);
    if (!kept) {
        LONGJU_ASSERT(!kept.error().what.empty(), "a refusal says what is wrong");
        return 0;
    }
    const auto again = longju::photo::examine(*kept);
    LONGJU_ASSERT(again && again->bare, "what is kept holds only its picture");
    LONGJU_ASSERT(std::max(again->size.width, again->size.height) <= longju::photo::longest_side_px,
                  "what is kept is small");
    LONGJU_ASSERT(longju::photo::kept_form(*kept) == *kept, "what is kept stays as it is");
    return 0;
}
