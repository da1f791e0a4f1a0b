// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0
//
// Any text as a case: read or refused with the file's name; what was read is written and read back.

#include <cstddef>
#include <cstdint>
#include <string>

#include "core/assert.h"
#include "visit/case_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(bytes), size);
    const longju::estimate::Reference nothing;
    const auto inputs = longju::visit::parse_case(text, "fuzz.toml", nothing);
    if (!inputs) {
        LONGJU_ASSERT(!inputs.error().what.empty(), "a refusal says what is wrong");
        LONGJU_ASSERT(inputs.error().file == "fuzz.toml", "a refusal names the file");
        return 0;
    }
    const std::string written = longju::visit::case_text(*inputs);
    const auto back = longju::visit::parse_case(written, "again.toml", nothing);
    LONGJU_ASSERT(back.has_value(), "what was written is read again");
    LONGJU_ASSERT(*back == *inputs, "what was written reads back equal");
    return 0;
}
