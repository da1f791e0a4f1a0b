// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include "subsidy/evaluate.h"

namespace longju::subsidy {

namespace {

std::optional<double> number(const Facts& facts, const std::string& attribute,
                             std::vector<std::string>& missing) {
    const auto fact = facts.find(attribute);
    if (fact == facts.end()) {
        missing.push_back(attribute);
        return std::nullopt;
    }
    const auto* value = std::get_if<double>(&fact->second);
    return value == nullptr ? std::nullopt : std::optional(*value);
}

std::optional<double> times(std::optional<double> bound, double factor) {
    return bound ? std::optional(*bound * factor) : std::nullopt;
}

}  // namespace

LimitCheck check_limit(const LimitTable& limit, const Facts& facts,
                       std::vector<std::string>& missing) {
    LimitCheck check{.attribute = limit.attribute};
    check.value = number(facts, limit.attribute, missing);
    const auto size = number(facts, limit.by, missing);
    if (!size) return check;

    const auto row = std::ranges::find_if(limit.rows, [&](const LimitTable::Row& r) {
        return r.and_above ? *size >= r.size : *size == r.size;
    });
    if (row == limit.rows.end()) return check;
    const double factor = row->per_person ? *size : 1.0;
    check.min = times(row->min, factor);
    check.max = times(row->max, factor);
    if (!check.value) return check;
    const bool below = check.min && *check.value < *check.min;
    const bool above = check.max && *check.value > *check.max;
    check.truth = below || above ? Truth::False : Truth::True;
    return check;
}

}  // namespace longju::subsidy
