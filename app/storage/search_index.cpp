// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/search_index.h"

#include <algorithm>

#include "core/pinyin.h"
#include "core/text.h"

/// What the index holds and how it is kept up to date; search_find.cpp asks it.
namespace longju::storage {

namespace {

constexpr std::size_t most_name_bytes = 255;  // Of a name in the index; nobody types more.

std::array<char, 4> packed(std::string_view tail) {
    std::array<char, 4> bytes{};
    if (tail.size() <= bytes.size()) std::ranges::copy(tail, bytes.begin());
    return bytes;
}

SearchEntry entry_of(const SqliteQuery& row, bool listed) {
    return {.id = row.text(0),
            .listed = listed,
            .name = row.text(1),
            .township = row.text(2),
            .village = row.text(3),
            .code = row.text(4),
            .phone_tail = row.text(5),
            .id_tail = row.text(6),
            .state = static_cast<int>(row.integer(7)),
            .order = static_cast<std::uint64_t>(row.integer(8))};
}

}  // namespace

std::string_view SearchIndex::name_of(const Entry& entry) const {
    return std::string_view(text_).substr(entry.text_at, entry.name_bytes);
}

std::string_view SearchIndex::code_of(const Entry& entry) const {
    return std::string_view(text_).substr(entry.text_at + entry.name_bytes, entry.code_bytes);
}

std::string_view SearchIndex::id_of(const Entry& entry) const {
    const std::size_t at = std::size_t{entry.text_at} + entry.name_bytes + entry.code_bytes;
    return std::string_view(text_).substr(at, entry.id_bytes);
}

std::uint32_t SearchIndex::place(const std::string& name) {
    std::string lower = lower_ascii(name);
    const auto [found, fresh] =
        place_numbers_.try_emplace(lower, static_cast<std::uint32_t>(places_.size()));
    if (fresh) places_.push_back({std::move(lower), pinyin_initials(name)});
    return found->second;
}

void SearchIndex::add(const SearchEntry& entry) {
    const auto append = [this](std::string_view part) {
        part = part.substr(0, most_name_bytes);
        text_ += part;
        return static_cast<std::uint8_t>(part.size());
    };
    const std::vector<std::uint32_t> letters = pinyin_initials(entry.name);
    Entry kept{.text_at = static_cast<std::uint32_t>(text_.size()),
               .initials_at = static_cast<std::uint32_t>(initials_.size()),
               .village = place(entry.village),
               .township = place(entry.township),
               .initials = static_cast<std::uint8_t>(std::min(letters.size(), most_name_bytes)),
               .state = static_cast<std::uint8_t>(entry.state),
               .listed = entry.listed,
               .phone_tail = packed(lower_ascii(entry.phone_tail)),
               .id_tail = packed(lower_ascii(entry.id_tail)),
               .order = entry.order};
    kept.name_bytes = append(lower_ascii(entry.name));
    kept.code_bytes = append(lower_ascii(entry.code));
    kept.id_bytes = append(entry.id);
    initials_.insert(initials_.end(), letters.begin(), letters.begin() + kept.initials);
    entries_.push_back(kept);
}

/// Of the same name and village, with no tail that says otherwise.
bool SearchIndex::same_household(const Entry& visit, const Entry& listed) {
    const auto agree = [](const std::array<char, 4>& a, const std::array<char, 4>& b) {
        return a == b || a.front() == 0 || b.front() == 0;
    };
    return visit.village == listed.village && agree(visit.id_tail, listed.id_tail) &&
           (visit.id_tail.front() != 0 || agree(visit.phone_tail, listed.phone_tail));
}

void SearchIndex::count_visit(const Entry& visit, std::uint32_t change) {
    for (Entry& listed : entries_) {
        if (!listed.listed || listed.gone || !same_household(visit, listed)) continue;
        if (name_of(listed) == name_of(visit)) listed.visits += change;
    }
}

/// As `count_visit` for all visits at once.
void SearchIndex::cover_listed() {
    std::unordered_multimap<std::string_view, const Entry*> visits;
    for (const Entry& entry : entries_) {
        if (!entry.listed) visits.emplace(name_of(entry), &entry);
    }
    for (Entry& listed : entries_) {
        if (!listed.listed) continue;
        const auto [first, last] = visits.equal_range(name_of(listed));
        listed.visits = static_cast<std::uint32_t>(std::count_if(
            first, last, [&](const auto& row) { return same_household(*row.second, listed); }));
    }
}

Result<void> SearchIndex::add_rows(SqliteQuery query, bool listed) {
    while (true) {
        const auto row = query.next();
        if (!row) return std::unexpected(row.error());
        if (!*row) return {};
        add(entry_of(query, listed));
    }
}

Result<SearchIndex> SearchIndex::load(const SqliteFile& file) {
    SearchIndex index;
    for (const bool listed : {false, true}) {
        auto query = SqliteQuery::prepare(file, listed ? "search_listed" : "search_visits");
        if (!query) return std::unexpected(query.error());
        const auto done = index.add_rows(std::move(*query), listed);
        if (!done) return std::unexpected(done.error());
    }
    index.cover_listed();
    return index;
}

void SearchIndex::put(const SearchEntry& entry) {
    const auto same = [&](const Entry& old) {
        return !old.gone && old.listed == entry.listed && id_of(old) == entry.id;
    };
    if (const auto old = std::ranges::find_if(entries_, same); old != entries_.end()) {
        old->gone = true;
        ++gone_;
        if (!old->listed) count_visit(*old, std::uint32_t{0} - 1);
    }
    add(entry);
    if (!entry.listed) count_visit(Entry(entries_.back()), 1);
    if (gone_ > entries_.size() / 4) squeeze();
}

Result<void> SearchIndex::refresh(const SqliteFile& file, std::string_view visit_id) {
    auto query = SqliteQuery::prepare(file, "search_visit");
    if (!query) return std::unexpected(query.error());
    const auto row = query->bind(visit_id).next();
    if (!row) return std::unexpected(row.error());
    if (*row) put(entry_of(*query, false));
    return {};
}

/// Without the texts of what is gone.
void SearchIndex::squeeze() {
    std::string text;
    std::vector<std::uint32_t> initials;
    std::erase_if(entries_, [](const Entry& entry) { return entry.gone; });
    for (Entry& entry : entries_) {
        const std::size_t bytes = std::size_t{entry.name_bytes} + entry.code_bytes + entry.id_bytes;
        const auto from = initials_.begin() + entry.initials_at;
        const auto text_at = static_cast<std::uint32_t>(text.size());
        const auto initials_at = static_cast<std::uint32_t>(initials.size());
        text.append(text_, entry.text_at, bytes);
        initials.insert(initials.end(), from, from + entry.initials);
        entry.text_at = text_at;
        entry.initials_at = initials_at;
    }
    text_ = std::move(text);
    initials_ = std::move(initials);
    gone_ = 0;
}

std::size_t SearchIndex::size() const {
    return static_cast<std::size_t>(std::ranges::count_if(
        entries_, [](const Entry& entry) { return !entry.gone && entry.visits == 0; }));
}

std::size_t SearchIndex::bytes() const {
    std::size_t places = 0;
    for (const Place& place : places_) {
        // Its text stands in the map, too.
        places += 2 * (sizeof(std::string) + place.text.capacity()) +
                  place.initials.capacity() * sizeof(std::uint32_t) + 4 * sizeof(void*);
    }
    return text_.capacity() + initials_.capacity() * sizeof(std::uint32_t) +
           entries_.capacity() * sizeof(Entry) + places;
}

}  // namespace longju::storage
