// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/roster.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "core/hash.h"
#include "core/text.h"

namespace longju::storage {

namespace {

std::string context(std::int64_t id, ListField field) {
    return fmt::format("listed_household {} {}", id, key_of(field));
}

/// Columns of the queries that read households, in their order.
enum Column {
    Id,
    Township,
    Village,
    Group,
    Head,
    Category,
    Grade,
    Members,
    PhoneTail,
    IdTail,
    IdHash,
    SealedPhone,
    SealedId,
    Note,
    ListName,
    Line,
    Missing
};
constexpr std::int64_t unknown = -1;  // What the queries give for NULL.

ListedHousehold household_of(const SqliteQuery& query) {
    ListedHousehold household{.id = query.integer(Id),
                              .row = {.line = static_cast<int>(query.integer(Line)),
                                      .township = query.text(Township),
                                      .village = query.text(Village),
                                      .group = query.text(Group),
                                      .head = query.text(Head),
                                      .category = {},
                                      .grade = query.text(Grade),
                                      .members = {},
                                      .phone = {},
                                      .id_number = {},
                                      .note = query.text(Note)},
                              .phone_tail = query.text(PhoneTail),
                              .id_tail = query.text(IdTail),
                              .list_name = query.text(ListName),
                              .missing = query.integer(Missing) != 0};
    if (const auto category = query.integer(Category); category != unknown) {
        household.row.category = static_cast<house::HouseholdCategory>(category);
    }
    if (const auto members = query.integer(Members); members != unknown) {
        household.row.members = static_cast<int>(members);
    }
    return household;
}

}  // namespace

/// A household as it is kept.
struct Roster::Kept {
    ListedHousehold household;
    std::string id_hash;
    std::string sealed_phone, sealed_id;

    static Kept of(const SqliteQuery& query) {
        return {household_of(query), query.text(IdHash), query.bytes(SealedPhone),
                query.bytes(SealedId)};
    }
};

/// All that is kept, and how it is found.
struct Roster::Known {
    std::vector<Kept> all;
    std::unordered_map<std::string, std::size_t> by_id_hash;
    std::unordered_multimap<std::string, std::size_t> by_place;

    /// The households that a row without a match by its ID number may be about.
    std::vector<std::size_t> candidates(const ListedRow& row) const {
        std::vector<std::size_t> found;
        const auto [first, last] = by_place.equal_range(row.place_key());
        for (auto at = first; at != last; ++at) {
            const Kept& kept = all[at->second];
            const std::string& township = kept.household.row.township;
            const bool elsewhere =
                !township.empty() && !row.township.empty() && township != row.township;
            // With another ID number it is somebody else of that name.
            const bool another = !row.id_number.empty() && !kept.id_hash.empty();
            if (!elsewhere && !another) found.push_back(at->second);
        }
        return found;
    }
};

std::size_t RosterPlan::count(ListChange change) const {
    return static_cast<std::size_t>(std::ranges::count(rows, change, &PlannedRow::change));
}

Result<Roster> Roster::open(VisitsStore& store) {
    const auto key = store.data_key();
    if (!key) return std::unexpected(key.error());
    return Roster(store.database(), *key);
}

Result<Roster::Known> Roster::known() {
    auto query = SqliteQuery::prepare(*file_, "all_listed");
    if (!query) return std::unexpected(query.error());
    Known known;
    while (true) {
        const auto row = query->next();
        if (!row) return std::unexpected(row.error());
        if (!*row) return known;
        Kept kept = Kept::of(*query);
        const std::size_t at = known.all.size();
        if (!kept.id_hash.empty()) known.by_id_hash.emplace(kept.id_hash, at);
        known.by_place.emplace(kept.household.row.place_key(), at);
        known.all.push_back(std::move(kept));
    }
}

Result<ListedHousehold> Roster::opened(Kept kept) const {
    ListedHousehold& household = kept.household;
    const auto open = [&](const std::string& sealed, ListField field) -> Result<std::string> {
        if (sealed.empty()) return std::string();
        return access::unseal(sealed, key_, context(household.id, field));
    };
    auto phone = open(kept.sealed_phone, ListField::Phone);
    if (!phone) return std::unexpected(phone.error());
    auto id_number = open(kept.sealed_id, ListField::IdNumber);
    if (!id_number) return std::unexpected(id_number.error());
    household.row.phone = std::move(*phone);
    household.row.id_number = std::move(*id_number);
    return std::move(household);
}

/// A row on top of what is kept of its household.
Result<PlannedRow> Roster::planned(ListedRow row, const Kept& kept) const {
    auto opened_before = opened(kept);
    if (!opened_before) return std::unexpected(opened_before.error());
    const ListedRow& before = opened_before->row;
    PlannedRow plan{.change = ListChange::Same, .id = kept.household.id, .row = {}, .fields = {}};
    const auto compare = [&](ListField field, auto& now, const auto& was) {
        using Value = std::remove_cvref_t<decltype(now)>;
        if (now == Value{}) now = was;  // Empty says nothing.
        if (now != was) plan.fields.push_back(field);
    };
    compare(ListField::Head, row.head, before.head);
    compare(ListField::IdNumber, row.id_number, before.id_number);
    compare(ListField::Phone, row.phone, before.phone);
    compare(ListField::Township, row.township, before.township);
    compare(ListField::Village, row.village, before.village);
    compare(ListField::Group, row.group, before.group);
    compare(ListField::Category, row.category, before.category);
    compare(ListField::Grade, row.grade, before.grade);
    compare(ListField::Members, row.members, before.members);
    compare(ListField::Note, row.note, before.note);
    if (!plan.fields.empty()) plan.change = ListChange::Changed;
    plan.row = std::move(row);
    return plan;
}

Result<RosterPlan> Roster::plan(ListRows rows, std::string list_name, Progress* progress) {
    const auto known = this->known();
    if (!known) return std::unexpected(known.error());
    RosterPlan plan{.list_name = std::move(list_name),
                    .rows = {},
                    .refused = std::move(rows.refused),
                    .missing = {}};
    std::vector<bool> seen(known->all.size());
    const auto refuse = [&](const ListedRow& row, const char* reason) {
        plan.refused.push_back({row.line, reason, row.place_key()});
    };
    std::size_t done = 0;
    for (ListedRow& row : rows.rows) {
        if (auto go = reach(progress, done++, rows.rows.size()); !go) {
            return std::unexpected(go.error());
        }
        std::vector<std::size_t> matches;
        if (!row.id_number.empty()) {
            const auto same = known->by_id_hash.find(access::keyed_hash(row.id_number, key_));
            if (same != known->by_id_hash.end()) matches = {same->second};
        }
        if (matches.empty()) matches = known->candidates(row);
        if (matches.size() > 1) {
            refuse(row, "名册里同村同组同名的不止一户，要有身份证号才分得清");
            continue;
        }
        if (matches.empty()) {
            plan.rows.push_back(
                {.change = ListChange::Fresh, .id = 0, .row = std::move(row), .fields = {}});
            continue;
        }
        if (seen[matches.front()]) {
            refuse(row, "名册里的这一户已由上面的一行更新");
            continue;
        }
        seen[matches.front()] = true;
        auto planned = this->planned(std::move(row), known->all[matches.front()]);
        if (!planned) return std::unexpected(planned.error());
        plan.rows.push_back(std::move(*planned));
    }
    // A row that is refused still says that its household is on the list.
    std::unordered_set<std::string> refused;
    for (const RefusedRow& row : plan.refused) refused.insert(row.place_key);
    for (std::size_t i = 0; i < seen.size(); ++i) {
        const ListedHousehold& household = known->all[i].household;
        const bool gone = !seen[i] && !household.missing && household.list_name == plan.list_name;
        if (gone && !refused.contains(household.row.place_key())) {
            plan.missing.push_back(household);
        }
    }
    std::ranges::stable_sort(plan.refused, {}, &RefusedRow::line);
    return plan;
}

Result<void> Roster::put(const PlannedRow& planned, std::int64_t id, const std::string& list_name) {
    const ListedRow& row = planned.row;
    const auto sealed = [&](const std::string& text, ListField field) {
        return text.empty() ? std::string() : access::seal(text, key_, context(id, field));
    };
    auto query = SqliteQuery::prepare(*file_, "put_listed");
    if (!query) return std::unexpected(query.error());
    const auto done =
        query->bind(id)
            .bind(row.township)
            .bind(row.village)
            .bind(row.group)
            .bind(row.head)
            .bind(row.category ? static_cast<std::int64_t>(*row.category) : unknown)
            .bind(row.grade)
            .bind(std::int64_t{row.members.value_or(static_cast<int>(unknown))})
            .bind(tail_of(row.phone))
            .bind(tail_of(row.id_number))
            .bind(row.id_number.empty() ? "" : access::keyed_hash(row.id_number, key_))
            .bind_bytes(sealed(row.phone, ListField::Phone))
            .bind_bytes(sealed(row.id_number, ListField::IdNumber))
            .bind(row.note)
            .bind(list_name)
            .bind(std::int64_t{row.line})
            .finish();
    if (!done) return std::unexpected(done.error());
    return {};
}

Result<void> Roster::mark(std::string_view query_name, std::int64_t id,
                          const std::string& list_name, int line) {
    auto query = SqliteQuery::prepare(*file_, query_name);
    if (!query) return std::unexpected(query.error());
    const auto done = query->bind(id).bind(list_name).bind(std::int64_t{line}).finish();
    if (!done) return std::unexpected(done.error());
    return {};
}

Result<void> Roster::carry_out(const ListProposal& proposal, Progress* progress) {
    const RosterPlan& plan = proposal.plan;
    auto transaction = SqliteTransaction::begin(*file_);
    if (!transaction) return std::unexpected(transaction.error());
    auto highest = SqliteQuery::prepare(*file_, "highest_listed");
    if (!highest) return std::unexpected(highest.error());
    const auto row = highest->next();
    if (!row) return std::unexpected(row.error());
    std::int64_t free = highest->integer(0) + 1;
    std::size_t rows = 0;
    for (const PlannedRow& planned : plan.rows) {
        if (auto go = reach(progress, rows++, plan.rows.size()); !go) return go;
        const bool same = planned.change == ListChange::Same;
        const std::int64_t id = planned.change == ListChange::Fresh ? free++ : planned.id;
        const auto done = same ? mark("keep_listed", id, plan.list_name, planned.row.line)
                               : put(planned, id, plan.list_name);
        if (!done) return done;
    }
    for (const ListedHousehold& household : plan.missing) {
        const auto done =
            mark("miss_listed", household.id, household.list_name, household.row.line);
        if (!done) return done;
    }
    if (auto done = keep_mapping(proposal.columns); !done) return done;
    if (auto go = last_call(progress); !go) return go;
    return transaction->commit();
}

Result<ListedHousehold> Roster::household(std::int64_t id) {
    auto query = SqliteQuery::prepare(*file_, "listed_household");
    if (!query) return std::unexpected(query.error());
    const auto row = query->bind(id).next();
    if (!row) return std::unexpected(row.error());
    if (!*row) {
        return fail(ErrorKind::NotFound, fmt::format("there is no listed household {}", id));
    }
    return opened(Kept::of(*query));
}

}  // namespace longju::storage
