// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "visit/nearest.h"

#include <algorithm>

namespace longju::visit {

namespace {

/// Levenshtein distance in bytes; names are ASCII.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
        }
    }
    return row[b.size()];
}

/// How far apart two names are; one that begins or ends with the other (a unit left out, a word
/// too much) counts as near.
std::size_t strangeness(std::string_view word, std::string_view name) {
    const bool inside = word.size() >= 3 && (name.starts_with(word) || word.starts_with(name));
    return inside ? 1 : distance(word, name);
}

}  // namespace

std::string nearest_name(std::string_view word, const std::vector<std::string>& names) {
    // Longer words are not names that anybody mistyped, and the table grows with their square.
    constexpr std::size_t longest = 100;
    if (word.size() > longest) return {};
    const std::size_t allowed = std::max<std::size_t>(1, word.size() / 3);
    std::string best;
    std::size_t best_distance = allowed + 1;
    for (const std::string& name : names) {
        const std::size_t d = strangeness(word, name);
        if (d >= best_distance) continue;
        best_distance = d;
        best = name;
    }
    return best;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& names) {
    const std::string name = nearest_name(word, names);
    return name.empty() ? name : "; did you mean " + name + "?";
}

}  // namespace longju::visit
