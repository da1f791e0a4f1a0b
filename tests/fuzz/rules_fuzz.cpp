// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as a document of subsidy clauses: refused with rule and field, or read and judged with
// next to nothing known, which may leave much open but never crashes.

#include <cstddef>
#include <cstdint>
#include <string>

#include "core/assert.h"
#include "subsidy/rule.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace longju;

    const std::string text(reinterpret_cast<const char*>(bytes), size);
    const auto rules = subsidy::parse_rules(text, "fuzz.json");
    if (!rules) {
        LONGJU_ASSERT(!rules.error().what.empty(), "a refusal says what is wrong");
        return 0;
    }
    if (!subsidy::check_refs(*rules)) return 0;

    subsidy::Facts facts;
    const std::vector<subsidy::Item> items{{.type = "wall_insulation", .facts = {}}};
    (void)subsidy::judge_all(*rules, facts, items, "231222", std::nullopt);
    return 0;
}
