// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/place_search.h"

#include <algorithm>
#include <array>

#include "core/text.h"

namespace longju::kiosk {
namespace {

bool is_vowel(char c) { return std::string_view("aeiouv").contains(c); }

std::string lower_letters(std::string_view text) {
    std::string letters;
    for (const char c : text) {
        if (c >= 'A' && c <= 'Z') letters += static_cast<char>(c - 'A' + 'a');
        if (c >= 'a' && c <= 'z') letters += c;
        if (c == ' ') letters += ' ';
    }
    return letters;
}

/// Length of the longest vowel group of Mandarin at the front.
std::size_t final_length(std::string_view text) {
    constexpr std::array<std::string_view, 19> finals{"iao", "uai", "ai", "ei", "ao", "ou", "ia",
                                                      "ie",  "iu",  "ua", "uo", "ui", "ue", "a",
                                                      "o",   "e",   "i",  "u",  "v"};
    for (const std::string_view f : finals) {
        if (text.starts_with(f)) return f.size();
    }
    return 0;
}

/// Letters of one syllable at the front of a word.
std::size_t syllable_length(std::string_view word) {
    std::size_t at = 0;
    while (at < word.size() && !is_vowel(word[at])) ++at;
    const bool bare = at == 0;
    const std::size_t vowels = final_length(word.substr(at));
    const bool only_e = bare && vowels == 1 && word[at] == 'e';
    at += vowels;
    if (vowels == 0) return std::max<std::size_t>(at, 1);
    const auto vowel_at = [&word](std::size_t i) { return i < word.size() && is_vowel(word[i]); };
    if (at < word.size() && word[at] == 'n') {
        const bool ng = at + 1 < word.size() && word[at + 1] == 'g';
        if (ng && !vowel_at(at + 2)) return at + 2;
        if (!vowel_at(at + 1)) return at + 1;
    }
    if (only_e && at < word.size() && word[at] == 'r' && !vowel_at(at + 1)) return at + 1;
    return at;
}

}  // namespace

std::string pinyin_initials(std::string_view pinyin) {
    const std::string text = lower_letters(pinyin);
    std::string initials;
    std::string_view rest = text;
    while (!rest.empty()) {
        if (rest.front() == ' ') {
            rest.remove_prefix(1);
            continue;
        }
        initials += rest.front();
        const std::string_view word = rest.substr(0, rest.find(' '));
        rest.remove_prefix(syllable_length(word));
    }
    return initials;
}

namespace {

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
        return joined.starts_with(letters) || pinyin_initials(place.pinyin).starts_with(letters);
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
