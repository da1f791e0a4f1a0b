// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/schemes.h"

#include <algorithm>
#include <utility>

#include "core/assert.h"

namespace longju::kiosk {
namespace {

bool same_choices(const measure::Scheme& a, const measure::Scheme& b) {
    return std::ranges::is_permutation(a.choices, b.choices);
}

Edit edit_of(const char* key, const std::string& letter, Inputs after,
             visit::Alternatives alternatives) {
    return {.field = {},
            .what = {key, letter, letter},
            .after = std::move(after),
            .alternatives = std::move(alternatives)};
}

}  // namespace

std::map<std::string, measure::Scheme> schemes_of(const visit::Visit& visit) {
    auto schemes = visit.alternatives.others;
    schemes[visit.alternatives.letter] = visit.inputs.scheme;
    return schemes;
}

std::optional<std::string> free_letter(const visit::Visit& visit) {
    const auto schemes = schemes_of(visit);
    for (const std::string_view letter : scheme_letters) {
        if (!schemes.contains(std::string(letter))) return std::string(letter);
    }
    return std::nullopt;
}

std::optional<std::string> letter_of(const visit::Visit& visit, const measure::Scheme& scheme) {
    for (const auto& [letter, known] : schemes_of(visit)) {
        if (same_choices(known, scheme)) return letter;
    }
    return std::nullopt;
}

Edit choose_scheme(const visit::Visit& visit, const std::string& letter) {
    visit::Alternatives alternatives = visit.alternatives;
    Inputs inputs = visit.inputs;
    const auto found = alternatives.others.find(letter);
    LONGJU_ASSERT(found != alternatives.others.end(), "only a scheme that waits can be chosen");
    // The entry of the chosen one stays as it was: two laptops that choose differently lose none.
    const measure::Scheme chosen = found->second;
    alternatives.others[alternatives.letter] = std::exchange(inputs.scheme, chosen);
    alternatives.letter = letter;
    return edit_of("edit.scheme.choose", letter, std::move(inputs), std::move(alternatives));
}

Edit add_scheme(const visit::Visit& visit, const std::string& letter,
                const measure::Scheme& scheme) {
    visit::Alternatives alternatives = visit.alternatives;
    Inputs inputs = visit.inputs;
    if (letter == alternatives.letter) {
        inputs.scheme = scheme;
    } else {
        alternatives.others[letter] = scheme;
    }
    return edit_of("edit.scheme.add", letter, std::move(inputs), std::move(alternatives));
}

Edit drop_scheme(const visit::Visit& visit, const std::string& letter) {
    visit::Alternatives alternatives = visit.alternatives;
    alternatives.others.erase(letter);
    return edit_of("edit.scheme.drop", letter, visit.inputs, std::move(alternatives));
}

}  // namespace longju::kiosk
