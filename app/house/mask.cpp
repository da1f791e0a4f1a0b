// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "house/mask.h"

#include <algorithm>
#include <array>

#include "core/text.h"

namespace longju::house {

namespace {

/// Stars for everything between; all stars when fewer than four would be hidden.
std::string with_ends(std::string_view text, std::size_t first, std::size_t last) {
    std::u32string points = code_points(text);
    const bool long_enough = points.size() > first + last + 3;
    const std::size_t from = long_enough ? first : 0;
    const std::size_t to = long_enough ? points.size() - last : points.size();
    for (std::size_t i = from; i < to; ++i) points[i] = U'*';
    return utf8(points);
}

}  // namespace

std::string masked_id(std::string_view id_number) { return with_ends(id_number, 4, 4); }

std::string masked_phone(std::string_view phone) { return with_ends(phone, 3, 4); }

std::string masked_card(std::string_view card) { return with_ends(card, 0, 4); }

std::string masked_name(std::string_view name) {
    // Compound surnames keep both characters.
    static constexpr std::array<std::u32string_view, 14> compound = {
        U"欧阳", U"司马", U"上官", U"诸葛", U"东方", U"皇甫", U"尉迟",
        U"公孙", U"慕容", U"令狐", U"夏侯", U"司徒", U"端木", U"南宫"};
    std::u32string points = code_points(name);
    const bool two =
        points.size() > 2 &&
        std::ranges::find(compound, std::u32string_view(points).substr(0, 2)) != compound.end();
    const std::size_t hidden = two ? 2 : 1;
    if (points.size() <= hidden) return std::string(name);
    points[hidden] = U'*';
    return utf8(points);
}

Household without_numbers(Household household) {
    household.phone.clear();
    household.id_number.clear();
    household.bank_card.clear();
    return household;
}

}  // namespace longju::house
