// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as the JSON of a case: refused with a reason, or read; what was read is written and
// read back the same. Parcels and saved visits carry such text.

#include <cstddef>
#include <cstdint>
#include <string>

#include "core/assert.h"
#include "visit/codec.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace longju;

    const std::string text(reinterpret_cast<const char*>(bytes), size);
    const auto json = visit::parse_json(text);
    if (!json) return 0;
    const auto inputs = visit::inputs_from(*json);
    if (!inputs) {
        LONGJU_ASSERT(!inputs.error().what.empty(), "a refusal says what is wrong");
        return 0;
    }

    const std::string written = visit::canonical_text(visit::json_of(*inputs));
    const auto read_back = visit::parse_json(written);
    LONGJU_ASSERT(read_back.has_value(), "what was written is JSON");
    const auto again = visit::inputs_from(*read_back);
    LONGJU_ASSERT(again.has_value(), "what was written can be read");
    LONGJU_ASSERT(visit::canonical_text(visit::json_of(*again)) == written,
                  "a case is the same after writing and reading");
    return 0;
}
