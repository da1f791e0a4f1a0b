// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/result.h"
#include "storage/sqlite_file.h"

/// Search as one types, over the visits and the listed households of a store. Held in memory: about
/// 110 bytes for each of them. Of phone and ID number it knows the last four characters only.
namespace longju::storage {

/// What a searched thing is in: the steps of a visit by their number, then those without a visit.
constexpr int state_listed = 7;   ///< On the county's list, not visited yet.
constexpr int state_missing = 8;  ///< No longer on the newest list, not visited.
constexpr std::size_t search_states = 9;
/// Words for each state, blanks between them.
using StateWords = std::array<std::string, search_states>;

/// A visit or a listed household as it is searched.
struct SearchEntry {
    std::string id;       ///< Of the visit; of a listed household its number.
    bool listed = false;  ///< A listed household, not a visit.
    std::string name, township, village;
    std::string code;                 ///< 记录码; empty of a listed household.
    std::string phone_tail, id_tail;  ///< Last four characters, or empty.
    int state = 0;
    std::uint64_t order = 0;  ///< Higher is newer.
};

struct Found {
    std::string id;
    bool listed = false;

    bool operator==(const Found&) const = default;
};

class SearchIndex {
public:
    /// Everything that the store holds. A household of the list that was visited is not shown
    /// twice: a visit of the same name and village, and of the same tails where both have one,
    /// stands for it.
    static Result<SearchIndex> load(const SqliteFile& file);

    /// Adds an entry, or puts it in the place of the one with its id.
    void put(const SearchEntry& entry);
    /// As the store has the visit now.
    Result<void> refresh(const SqliteFile& file, std::string_view visit_id);

    /// What every word of `typed` fits: a part of name, village, township or code, pinyin initials
    /// of name or village, the last four of phone or ID number (or the whole number typed), the
    /// beginning of a state's word. The best fits first, then the newest; without words the newest.
    std::vector<Found> find(std::string_view typed, std::size_t most,
                            const StateWords& states = {}) const;

    /// Of entries that can be found.
    std::size_t size() const;
    /// Memory that is held.
    std::size_t bytes() const;

private:
    struct Entry {
        std::uint32_t text_at = 0;  ///< Name, code and id, one after the other.
        std::uint32_t initials_at = 0;
        std::uint32_t village = 0, township = 0;
        std::uint8_t name_bytes = 0, code_bytes = 0, id_bytes = 0, initials = 0;
        std::uint8_t state = 0;
        bool listed = false, gone = false;
        std::uint32_t visits = 0;  ///< Of a listed household: visits that stand for it.
        std::array<char, 4> phone_tail{}, id_tail{};
        std::uint64_t order = 0;
    };
    /// A village or township; thousands of entries share one.
    struct Place {
        std::string text;  ///< Lower case.
        std::vector<std::uint32_t> initials;
    };
    struct Word;
    using Fits = std::vector<std::uint8_t>;  ///< For each place, how well it fits.

    void add(const SearchEntry& entry);
    Result<void> add_rows(SqliteQuery query, bool listed);
    std::uint32_t place(const std::string& name);
    std::string_view name_of(const Entry& entry) const;
    std::string_view code_of(const Entry& entry) const;
    std::string_view id_of(const Entry& entry) const;
    static bool same_household(const Entry& visit, const Entry& listed);
    void count_visit(const Entry& visit, std::uint32_t change);
    void cover_listed();
    void squeeze();
    Fits fits_of(const Word& word) const;
    unsigned fit(const Entry& entry, const Word& word, const Fits& places) const;

    std::string text_;
    std::vector<std::uint32_t> initials_;
    std::vector<Entry> entries_;
    std::vector<Place> places_;
    std::unordered_map<std::string, std::uint32_t> place_numbers_;
    std::size_t gone_ = 0;
};

}  // namespace longju::storage
