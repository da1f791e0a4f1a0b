// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "house/id_number.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/embedded.h"
#include "core/text.h"

namespace longju::house {

namespace {

constexpr std::size_t length = 18;
constexpr std::size_t old_length = 15;
constexpr std::string_view own_province = "23";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// ISO 7064 MOD 11-2: the check character of the first 17 digits.
char check_character(std::string_view digits) {
    constexpr std::array<int, length - 1> weights = {7, 9, 10, 5,  8, 4, 2, 1, 6,
                                                     3, 7, 9,  10, 5, 8, 4, 2};
    constexpr std::string_view by_remainder = "10X98765432";
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) sum += (digits[i] - '0') * weights.at(i);
    return by_remainder[static_cast<std::size_t>(sum) % by_remainder.size()];
}

/// The newest name of a code; empty when it never was one.
std::string name_of_code(std::string_view code) {
    std::string_view rest = embedded("assets/id_prefixes.tsv");
    std::string name;
    while (!rest.empty()) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        if (!line.starts_with(code)) continue;
        const std::string_view after = line.substr(code.size() + 1);
        name = after.substr(0, after.find('\t'));
    }
    return name;
}

/// The provinces of GB/T 2260.
bool is_province(std::string_view digits) {
    constexpr std::string_view provinces =
        "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 "
        "65 71 81 82";
    return provinces.contains(digits);
}

IdPrefix prefix_of(std::string_view text, std::string_view place) {
    const std::string_view province = text.substr(0, 2);
    // 81, 82 and 83 begin residence permits; 9 begins those of foreigners.
    if (province == "81" || province == "82" || province == "83" || province[0] == '9') {
        return IdPrefix::ResidencePermit;
    }
    if (!is_province(province)) return IdPrefix::NoSuchProvince;
    if (province != own_province) return IdPrefix::OtherProvince;
    return place.empty() ? IdPrefix::Unknown : IdPrefix::Known;
}

}  // namespace

std::string normalised_id(std::string_view typed) {
    constexpr char32_t full_width_first = 0xFF01;
    constexpr char32_t full_width_last = 0xFF5E;
    constexpr char32_t ideographic_space = 0x3000;
    std::u32string kept;
    for (char32_t c : code_points(typed)) {
        if (c >= full_width_first && c <= full_width_last) c = c - full_width_first + U'!';
        if (c == U' ' || c == U'-' || c == U'\t' || c == ideographic_space) continue;
        kept += c == U'x' ? U'X' : c;
    }
    return utf8(kept);
}

std::expected<IdNumber, IdProblem> id_number_from(std::string_view typed, Date today) {
    IdNumber number;
    number.text = normalised_id(typed);
    const std::string& text = number.text;
    if (text.empty()) return std::unexpected(IdProblem::Empty);
    const bool all_digits = std::ranges::all_of(text, is_digit);
    if (text.size() == old_length && all_digits) return std::unexpected(IdProblem::OldNumber);
    const bool last_is_x = text.back() == 'X';
    const std::string_view before = std::string_view(text).substr(0, text.size() - 1);
    if (!all_digits && !(last_is_x && std::ranges::all_of(before, is_digit))) {
        return std::unexpected(IdProblem::Characters);
    }
    if (text.size() != length) return std::unexpected(IdProblem::Length);
    const auto birth = date_from(
        fmt::format("{}-{}-{}", text.substr(6, 4), text.substr(10, 2), text.substr(12, 2)));
    if (!birth) return std::unexpected(IdProblem::NoSuchDay);
    if (*birth > today) return std::unexpected(IdProblem::InFuture);
    if (check_character(text) != text.back()) return std::unexpected(IdProblem::WrongCheck);
    number.birth = *birth;
    number.sex = (text[length - 2] - '0') % 2 == 1 ? Sex::Male : Sex::Female;
    number.place_zh = name_of_code(std::string_view(text).substr(0, 6));
    number.prefix = prefix_of(text, number.place_zh);
    return number;
}

}  // namespace longju::house
