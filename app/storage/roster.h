// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "access/sealing.h"
#include "core/progress.h"
#include "storage/list_columns.h"
#include "storage/list_rows.h"
#include "storage/visits_store.h"

/// 名册: the households that the county lists, in visits.db. Phones and ID numbers are kept sealed;
/// a keyed hash tells whether two rows are one person.
namespace longju::storage {

struct ListedHousehold {
    std::int64_t id = 0;
    ListedRow row;  ///< `line` is that of the list it came from.
    std::string phone_tail, id_tail;
    std::string list_name;
    bool missing = false;  ///< A newer edition of its list no longer has it.
};

enum class ListChange { Fresh, Changed, Same };

struct PlannedRow {
    ListChange change = ListChange::Fresh;
    std::int64_t id = 0;            ///< Of the household that is updated; 0 of a fresh one.
    ListedRow row;                  ///< As it will be: what a list leaves empty stays as it was.
    std::vector<ListField> fields;  ///< That change.
};

/// What taking in a list would do.
struct RosterPlan {
    std::string list_name;
    std::vector<PlannedRow> rows;
    std::vector<RefusedRow> refused;
    std::vector<ListedHousehold> missing;  ///< On this list before, and now not any more.

    std::size_t count(ListChange change) const;
};

/// Households of one village.
struct VillageCount {
    std::string township, village;
    int households = 0;
    int missing = 0;
};

/// A list that was read, and what it would do.
struct ListProposal {
    ListTable table;
    ListColumns columns;
    RosterPlan plan;
};

class Roster {
public:
    /// Sealed with the store's key: Missing while it is locked. The store outlives it.
    static Result<Roster> open(VisitsStore& store);

    /// The columns of a list as `chosen` says, else as they were read last time, else by their
    /// words.
    Result<ListColumns> columns(const ListTable& table, const ListMapping& chosen);
    /// What taking in the list would do; changes nothing. A row is matched by its ID number, else
    /// by village, group and name. Without a name the list is called as its file.
    Result<ListProposal> propose(ListTable table, const ListMapping& chosen,
                                 std::string_view list_name, Progress* progress = nullptr);
    /// In one transaction, with the columns for the next list with these headers. Nothing is
    /// deleted: who is not on the list any more is marked. Stopped, it changes nothing.
    Result<void> carry_out(const ListProposal& proposal, Progress* progress = nullptr);

    /// With phone and ID number opened. NotFound when there is none of that number.
    Result<ListedHousehold> household(std::int64_t id);
    Result<std::vector<VillageCount>> villages();

private:
    struct Kept;
    struct Known;

    Roster(SqliteFile& file, access::DataKey key) : file_(&file), key_(std::move(key)) {}

    Result<Known> known();
    Result<RosterPlan> plan(ListRows rows, std::string list_name, Progress* progress);
    Result<ListMapping> kept_mapping(const ListColumns& columns);
    Result<void> keep_mapping(const ListColumns& columns);
    Result<ListedHousehold> opened(Kept kept) const;
    Result<PlannedRow> planned(ListedRow row, const Kept& kept) const;
    Result<void> put(const PlannedRow& planned, std::int64_t id, const std::string& list_name);
    Result<void> mark(std::string_view query_name, std::int64_t id, const std::string& list_name,
                      int line);

    SqliteFile* file_;
    access::DataKey key_;
};

}  // namespace longju::storage
