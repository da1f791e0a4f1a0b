// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/place_search.h"

#include <algorithm>

#include "core/pinyin.h"
#include "core/text.h"

namespace longju::kiosk {
namespace {

std::string lower_letters(std::string_view text) {
    std::string letters;
    for (const char c : text) {
        if (c >= 'A' && c <= 'Z') letters += static_cast<char>(c - 'A' + 'a');
        if (c >= 'a' && c <= 'z') letters += c;
        if (c == ' ') letters += ' ';
    }
    return letters;
}

/// What was typed: part of a name, or the first letters of its pinyin.
struct Query {
    explicit Query(std::string_view typed)
        : wanted(trimmed(typed)), letters(lower_letters(wanted)) {}

    template <class Place>
    bool finds(const Place& place) const {
        if (wanted.empty() || place.name_zh.contains(wanted)) return true;
        if (letters.empty() || letters.size() != wanted.size()) return false;
        std::string joined = lower_letters(place.pinyin);
        if (joined.starts_with(letters)) return true;
        std::erase(joined, ' ');
        return joined.starts_with(letters) || begins_with(pinyin_initials(place.name_zh), letters);
    }

    std::string_view wanted;
    std::string letters;
};

}  // namespace

std::vector<const estimate::Division*> find_counties(
    const std::vector<estimate::Division>& divisions, std::string_view query) {
    const Query wanted(query);
    std::vector<const estimate::Division*> found;
    for (const estimate::Division& division : divisions) {
        if (!division.station_id.empty() && wanted.finds(division)) found.push_back(&division);
    }
    return found;
}

std::vector<const estimate::Township*> find_townships(
    const std::vector<estimate::Township>& townships, std::string_view query, std::size_t most) {
    std::vector<const estimate::Township*> found;
    const Query wanted(query);
    if (wanted.wanted.size() < 2) return found;
    for (const estimate::Township& township : townships) {
        if (found.size() >= most) break;
        if (wanted.finds(township)) found.push_back(&township);
    }
    return found;
}

std::vector<std::string> prefectures(const std::vector<estimate::Division>& divisions) {
    std::vector<std::string> names;
    for (const estimate::Division& division : divisions) {
        if (division.station_id.empty()) continue;
        if (std::ranges::find(names, division.prefecture_zh) == names.end()) {
            names.push_back(division.prefecture_zh);
        }
    }
    return names;
}

}  // namespace longju::kiosk
