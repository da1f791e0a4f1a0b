// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "core/pinyin.h"

#include <algorithm>
#include <utility>

#include "core/embedded.h"
#include "core/text.h"

namespace longju {

namespace {

/// A character and the bits of its letters, sorted by character.
using Table = std::vector<std::pair<char32_t, std::uint32_t>>;

std::uint32_t bit_of(char letter) { return 1U << static_cast<unsigned>(letter - 'a'); }

Table read_table() {
    Table table;
    std::string_view rest = embedded("assets/pinyin_initials.tsv");
    while (!rest.empty()) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        if (line.size() < 2 || line[1] != '\t') continue;
        for (const char32_t point : code_points(line.substr(2))) {
            table.emplace_back(point, bit_of(line.front()));
        }
    }
    std::ranges::sort(table);
    Table whole;
    for (const auto& [point, letters] : table) {
        if (whole.empty() || whole.back().first != point) whole.emplace_back(point, 0);
        whole.back().second |= letters;
    }
    return whole;
}

}  // namespace

std::uint32_t pinyin_letters(char32_t point) {
    if (point >= 'a' && point <= 'z') return bit_of(static_cast<char>(point));
    if (point >= 'A' && point <= 'Z') return bit_of(static_cast<char>(point - 'A' + 'a'));
    static const Table table = read_table();
    const auto found = std::ranges::lower_bound(table, point, {}, &Table::value_type::first);
    return found != table.end() && found->first == point ? found->second : 0;
}

std::vector<std::uint32_t> pinyin_initials(std::string_view text) {
    std::vector<std::uint32_t> initials;
    for (const char32_t point : code_points(text)) {
        if (const std::uint32_t letters = pinyin_letters(point); letters != 0) {
            initials.push_back(letters);
        }
    }
    return initials;
}

bool begins_with(std::span<const std::uint32_t> initials, std::string_view letters) {
    if (letters.empty() || letters.size() > initials.size()) return false;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const bool letter = letters[i] >= 'a' && letters[i] <= 'z';
        if (!letter || (initials[i] & bit_of(letters[i])) == 0) return false;
    }
    return true;
}

bool holds(std::span<const std::uint32_t> initials, std::string_view letters) {
    for (; initials.size() >= letters.size(); initials = initials.subspan(1)) {
        if (begins_with(initials, letters)) return true;
        if (initials.empty()) return false;
    }
    return false;
}

}  // namespace longju
