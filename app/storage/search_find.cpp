// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include "core/pinyin.h"
#include "core/text.h"
#include "storage/search_index.h"

/// What the words of a search fit.
namespace longju::storage {

namespace {

/// How well a word fits; those of all words of a search are added.
enum Fit : unsigned { None, Code, Place, State, Tail, Name, NameFront };

bool all_of(std::string_view text, std::string_view allowed) {
    return !text.empty() && text.find_first_not_of(allowed) == std::string_view::npos;
}

/// What stands in a tail: all that was typed, or the last four of a whole phone or ID number.
std::string_view tail_in(std::string_view word) {
    constexpr std::size_t tail = 4;
    constexpr std::size_t phone = 11;
    constexpr std::size_t id_number = 18;
    if (!all_of(word, "0123456789x")) return {};
    if (word.size() <= tail) return word;
    const bool whole = word.size() == phone || word.size() == id_number;
    return whole ? word.substr(word.size() - tail) : std::string_view{};
}

/// Whether one of the words, with blanks between them, begins with `part`.
bool begins_word(std::string_view words, std::string_view part) {
    constexpr std::size_t one_character = sizeof("村") - 1;  // Says too little.
    if (part.size() <= one_character) return false;
    return (" " + std::string(words)).contains(" " + std::string(part));
}

}  // namespace

/// One word of a search.
struct SearchIndex::Word {
    std::string_view text;     ///< Lower case.
    std::string_view letters;  ///< The text when it is pinyin initials, else empty.
    std::string_view tail;     ///< The text when it is the end of a number, else empty.
    std::array<bool, search_states> states{};
};

SearchIndex::Fits SearchIndex::fits_of(const Word& word) const {
    Fits fits;
    fits.reserve(places_.size());
    for (const SearchIndex::Place& place : places_) {
        const bool fit = place.text.contains(word.text) ||
                         (!word.letters.empty() && holds(place.initials, word.letters));
        fits.push_back(fit ? Fit::Place : Fit::None);
    }
    return fits;
}

unsigned SearchIndex::fit(const Entry& entry, const Word& word, const Fits& places) const {
    const auto at = name_of(entry).find(word.text);
    if (at == 0) return Fit::NameFront;
    if (!word.letters.empty()) {
        const auto initials =
            std::span(initials_).subspan(entry.initials_at, std::size_t{entry.initials});
        if (begins_with(initials, word.letters)) return Fit::NameFront;
        if (holds(initials, word.letters)) return Fit::Name;
    }
    if (at != std::string_view::npos) return Fit::Name;
    if (!word.tail.empty()) {
        const auto ends = [&](const std::array<char, 4>& tail) {
            return std::string_view(tail.data(), tail.size()).contains(word.tail);
        };
        if (ends(entry.phone_tail) || ends(entry.id_tail)) return Fit::Tail;
    }
    if (word.states.at(entry.state)) return Fit::State;
    const unsigned place = std::max(places[entry.village], places[entry.township]);
    if (place != Fit::None) return place;
    const bool coded = code_of(entry).contains(word.text) || id_of(entry) == word.text;
    return coded ? Fit::Code : Fit::None;
}

std::vector<Found> SearchIndex::find(std::string_view typed, std::size_t most,
                                     const StateWords& states) const {
    const std::string text = lower_ascii(narrowed(typed));
    std::vector<std::pair<Word, Fits>> words;
    std::string_view rest = trimmed(text);
    while (!rest.empty()) {
        const std::string_view part = rest.substr(0, rest.find(' '));
        rest = trimmed(rest.substr(part.size()));
        Word word{.text = part, .letters = {}, .tail = tail_in(part)};
        if (all_of(part, "abcdefghijklmnopqrstuvwxyz")) word.letters = part;
        for (std::size_t i = 0; i < states.size(); ++i) {
            word.states.at(i) = begins_word(lower_ascii(states.at(i)), part);
        }
        Fits fits = fits_of(word);
        words.emplace_back(word, std::move(fits));
    }
    struct Hit {
        unsigned fit = 0;
        std::uint32_t number = 0;
    };
    std::vector<Hit> hits;
    for (std::uint32_t number = 0; number < entries_.size(); ++number) {
        const Entry& entry = entries_[number];
        if (entry.gone || entry.visits > 0) continue;
        Hit hit{.number = number};
        const bool fits = std::ranges::all_of(words, [&](const auto& word) {
            const unsigned one = fit(entry, word.first, word.second);
            hit.fit += one;
            return one != Fit::None;
        });
        if (fits) hits.push_back(hit);
    }
    const auto better = [this](const Hit& a, const Hit& b) {
        if (a.fit != b.fit) return a.fit > b.fit;
        const Entry& first = entries_[a.number];
        const Entry& second = entries_[b.number];
        if (first.listed != second.listed) return second.listed;
        return first.order != second.order ? first.order > second.order : a.number < b.number;
    };
    most = std::min(most, hits.size());
    std::ranges::partial_sort(hits, hits.begin() + static_cast<std::ptrdiff_t>(most), better);
    std::vector<Found> found;
    for (const Hit& hit : std::span(hits).first(most)) {
        const Entry& entry = entries_[hit.number];
        found.push_back({std::string(id_of(entry)), entry.listed});
    }
    return found;
}

}  // namespace longju::storage
