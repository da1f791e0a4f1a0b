// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as a table of texts: it is read or refused, and every text it holds can be filled in.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/strings.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    const auto strings = longju::Strings::parse(text, "fuzz.tsv");
    if (!strings) return 0;

    for (const auto& [key, words] : strings->all()) (void)(*strings)(key, {words, "{1}"});
    return 0;
}
