// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/visits_store.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "core/hash.h"
#include "core/text.h"
#include "storage/platform.h"
#include "storage/visits_family.h"

/// Saving and reading visits.
namespace longju::storage {

namespace {

constexpr std::string_view tails_unread = "tails_unread";

/// Of a number that is at hand.
std::string shown_tail(const std::string& number) {
    return is_reference(number) ? std::string() : tail_of(number);
}

/// Practice has a chain of its own, so that the numbers of real revisions have no gaps.
std::string chain_of(const std::string& device_id, bool sample) {
    return sample ? device_id + "-practice" : device_id;
}

VisitRow row_of(const SqliteQuery& query) {
    return {.visit_id = query.text(0),
            .head_hash = query.text(1),
            .heads = static_cast<int>(query.integer(2)),
            .waiting = static_cast<int>(query.integer(3)),
            .lamport = static_cast<std::uint64_t>(query.integer(4)),
            .code = query.text(5),
            .household = query.text(6),
            .division_code = query.text(7),
            .township = query.text(8),
            .village = query.text(9),
            .step = static_cast<visit::Step>(query.integer(10)),
            .sample = query.integer(11) != 0,
            .saved_at = query.text(12)};
}

Result<std::vector<VisitRow>> rows_of(SqliteQuery query) {
    std::vector<VisitRow> rows;
    while (true) {
        const auto row = query.next();
        if (!row) return std::unexpected(row.error());
        if (!*row) return rows;
        rows.push_back(row_of(query));
    }
}

/// Rows (hash, lamport, parent) to members; an empty parent means there is none.
Result<std::vector<FamilyMember>> members_of(SqliteQuery query) {
    std::vector<FamilyMember> members;
    while (true) {
        const auto row = query.next();
        if (!row) return std::unexpected(row.error());
        if (!*row) return members;
        std::string hash = query.text(0);
        if (members.empty() || members.back().hash != hash) {
            members.push_back({std::move(hash), static_cast<std::uint64_t>(query.integer(1)), {}});
        }
        if (std::string parent = query.text(2); !parent.empty()) {
            members.back().parents.push_back(std::move(parent));
        }
    }
}

Result<Family> family(const SqliteFile& file, std::string_view visit_id) {
    auto query = SqliteQuery::prepare(file, "family_of_visit");
    if (!query) return std::unexpected(query.error());
    query->bind(visit_id);
    const auto members = members_of(std::move(*query));
    if (!members) return std::unexpected(members.error());
    return family_of(*members);
}

/// What was read must be what was written: its name says so. A disk that changed a letter of a save
/// is told, and the letter is not shown, sent or built on.
Result<visit::Revision> named(Result<visit::Revision> read, std::string_view hash) {
    if (read && read->hash == hash) return read;
    if (!read && read.error().kind == ErrorKind::TooNew) return read;
    return fail(ErrorKind::Damaged,
                fmt::format("the save {} is not what was written: the disk changed it; restore a "
                            "copy of the store",
                            hash));
}

std::unexpected<Error> no_such_visit(std::string_view visit_id) {
    return fail(ErrorKind::NotFound, fmt::format("there is no visit {}", visit_id));
}

}  // namespace

Result<std::string> VisitsStore::save(const visit::Visit& visit, const SavedBy& by) {
    return append(visit, by, false);
}

Result<std::string> VisitsStore::resolve(const visit::Visit& visit, const SavedBy& by) {
    return append(visit, by, true);
}

Result<bool> VisitsStore::begin_practice(const estimate::EstimateInputs& inputs,
                                         const SavedBy& by) {
    constexpr std::string_view name = "practice_visit";
    const auto before = setting(name);
    if (!before) return std::unexpected(before.error());
    if (!before->empty()) return false;
    visit::Visit visit;
    visit.inputs = inputs;
    visit.sample = true;
    visit.id = sha256_hex(visit::canonical(visit)).substr(0, 32);
    auto transaction = SqliteTransaction::begin(file_);
    if (!transaction) return std::unexpected(transaction.error());
    if (auto saved = add(visit, by, false); !saved) return std::unexpected(saved.error());
    if (auto kept = keep_setting(name, visit.id); !kept) return std::unexpected(kept.error());
    if (auto done = transaction->commit(); !done) return std::unexpected(done.error());
    return true;
}

Result<visit::Revision> VisitsStore::next_revision(const visit::Visit& visit, const SavedBy& by) {
    visit::Revision revision;
    revision.visit_id = visit.id;
    revision.device_id = chain_of(device_id_, visit.sample);
    revision.saved_at = now();
    revision.actor = by.actor;
    revision.data_hash = by.data_hash;
    revision.body = visit::canonical(visit);
    auto last = SqliteQuery::prepare(file_, "last_on_device");
    if (!last) return std::unexpected(last.error());
    const auto row = last->bind(revision.device_id).next();
    if (!row) return std::unexpected(row.error());
    revision.device_seq = *row ? static_cast<std::uint64_t>(last->integer(0)) + 1 : 1;
    revision.previous_on_device = *row ? last->text(1) : "";
    auto lamport = SqliteQuery::prepare(file_, "highest_lamport");
    if (!lamport) return std::unexpected(lamport.error());
    const auto highest = lamport->next();
    if (!highest) return std::unexpected(highest.error());
    revision.lamport = static_cast<std::uint64_t>(lamport->integer(0)) + 1;
    return revision;
}

Result<visit::Visit> VisitsStore::without_values(const visit::Visit& visit,
                                                 const std::vector<Version>& versions) {
    if (!has_plain_values(visit)) return visit;
    const auto key = data_key();
    if (!key) return std::unexpected(key.error());
    std::vector<visit::Visit> known;
    for (const Version& version : versions) {
        auto read = visit::visit_from(version.body);
        if (!read) return read;
        known.push_back(std::move(*read));
    }
    visit::Visit hidden = visit;
    const auto done = PrivateValues(file_, *key).hide(hidden, known);
    if (!done) return std::unexpected(done.error());
    return hidden;
}

Result<visit::Visit> VisitsStore::visit_of(const std::string& body) {
    auto visit = visit::visit_from(body);
    if (!visit || !key_) return visit;
    const auto done = PrivateValues(file_, *key_).reveal(*visit);
    if (!done) return std::unexpected(done.error());
    return visit;
}

Result<std::string> VisitsStore::append(const visit::Visit& visit, const SavedBy& by,
                                        bool all_heads) {
    auto transaction = SqliteTransaction::begin(file_);
    if (!transaction) return std::unexpected(transaction.error());
    auto added = add(visit, by, all_heads);
    if (!added) return added;
    if (auto done = transaction->commit(); !done) return std::unexpected(done.error());
    return added;
}

Result<std::string> VisitsStore::add(const visit::Visit& visit, const SavedBy& by, bool all_heads) {
    const auto known = family(file_, visit.id);
    if (!known) return std::unexpected(known.error());
    const auto versions = heads_by_content(*known);
    if (!versions) return std::unexpected(versions.error());
    const Version* shown = versions->empty() ? nullptr : &versions->front();
    const auto hidden = without_values(visit, *versions);
    if (!hidden) return std::unexpected(hidden.error());
    auto fresh = next_revision(*hidden, by);
    if (!fresh) return std::unexpected(fresh.error());
    if (shown != nullptr) {
        const bool settled = !all_heads || versions->size() == 1;
        if (settled && shown->body == fresh->body) {
            const auto before = revision(shown->hashes.front());
            if (!before) return std::unexpected(before.error());
            if (before->data_hash == fresh->data_hash) return shown->hashes.front();
        }
        fresh->parents = all_heads ? known->heads : shown->hashes;
        std::ranges::sort(fresh->parents);
    }
    fresh->hash = visit::hash_of(*fresh);
    if (auto done = insert(*fresh); !done) return std::unexpected(done.error());
    if (auto done = project(visit.id); !done) return std::unexpected(done.error());
    return fresh->hash;
}

Result<bool> VisitsStore::insert(const visit::Revision& revision) {
    auto query = SqliteQuery::prepare(file_, "add_revision");
    if (!query) return std::unexpected(query.error());
    const auto added = query->bind(revision.hash)
                           .bind(revision.visit_id)
                           .bind(revision.device_id)
                           .bind(static_cast<std::int64_t>(revision.device_seq))
                           .bind(static_cast<std::int64_t>(revision.lamport))
                           .bind(visit::canonical_without_hash(revision))
                           .finish();
    if (!added) return std::unexpected(added.error());
    auto link = SqliteQuery::prepare(file_, "add_parent");
    if (!link) return std::unexpected(link.error());
    for (const std::string& parent : revision.parents) {
        const auto linked = link->bind(revision.hash).bind(parent).finish();
        if (!linked) return std::unexpected(linked.error());
    }
    return *added > 0;
}

Result<std::vector<VisitsStore::Version>> VisitsStore::heads_by_content(const Family& family) {
    std::vector<Version> versions;
    for (const std::string& hash : family.heads) {
        auto head = revision(hash);
        if (!head) return std::unexpected(head.error());
        auto same = std::ranges::find(versions, head->body, &Version::body);
        if (same == versions.end()) same = versions.insert(same, {std::move(head->body), {}});
        same->hashes.push_back(hash);
    }
    return versions;
}

Result<visit::Revision> VisitsStore::revision(std::string_view hash) {
    auto query = SqliteQuery::prepare(file_, "revision_content");
    if (!query) return std::unexpected(query.error());
    const auto row = query->bind(hash).next();
    if (!row) return std::unexpected(row.error());
    if (!*row) return fail(ErrorKind::NotFound, fmt::format("there is no revision {}", hash));
    return named(visit::revision_from(query->text(0)), hash);
}

Result<std::vector<visit::Revision>> VisitsStore::read_revisions(SqliteQuery query) {
    std::vector<visit::Revision> found;
    while (true) {
        const auto row = query.next();
        if (!row) return std::unexpected(row.error());
        if (!*row) return found;
        auto revision = named(visit::revision_from(query.text(0)), query.text(1));
        if (!revision) return std::unexpected(revision.error());
        found.push_back(std::move(*revision));
    }
}

Result<Family> VisitsStore::project(std::string_view visit_id) {
    auto known = family(file_, visit_id);
    if (!known) return known;
    if (known->heads.empty()) {
        auto drop = SqliteQuery::prepare(file_, "drop_visit");
        if (!drop) return std::unexpected(drop.error());
        const auto dropped = drop->bind(visit_id).finish();
        if (!dropped) return std::unexpected(dropped.error());
        return known;
    }
    const auto head = revision(known->heads.front());
    if (!head) return std::unexpected(head.error());
    const auto visit = visit_of(head->body);
    if (!visit) return std::unexpected(visit.error());
    const auto versions = heads_by_content(*known);
    if (!versions) return std::unexpected(versions.error());
    known->versions = static_cast<int>(versions->size());
    const auto& inputs = visit->inputs;
    const VisitRow row{.visit_id = std::string(visit_id),
                       .head_hash = head->hash,
                       .heads = known->versions,
                       .waiting = known->waiting,
                       .lamport = head->lamport,
                       .code = visit::record_code(*visit),
                       .household = inputs.household.head,
                       .division_code = inputs.place.division_code,
                       .township = inputs.place.township,
                       .village = inputs.place.village,
                       .step = visit->step,
                       .sample = visit->sample,
                       .saved_at = head->saved_at};
    if (auto done = put_row(row, *visit); !done) return std::unexpected(done.error());
    return known;
}

Result<void> VisitsStore::put_row(const VisitRow& row, const visit::Visit& visit) {
    auto query = SqliteQuery::prepare(file_, "put_visit");
    if (!query) return std::unexpected(query.error());
    const auto done = query->bind(row.visit_id)
                          .bind(row.head_hash)
                          .bind(std::int64_t{row.heads})
                          .bind(std::int64_t{row.waiting})
                          .bind(static_cast<std::int64_t>(row.lamport))
                          .bind(row.code)
                          .bind(row.household)
                          .bind(row.division_code)
                          .bind(row.township)
                          .bind(row.village)
                          .bind(static_cast<std::int64_t>(row.step))
                          .bind(std::int64_t{row.sample ? 1 : 0})
                          .bind(row.saved_at)
                          .bind(shown_tail(visit.inputs.household.phone))
                          .bind(shown_tail(visit.inputs.household.id_number))
                          .bind(std::int64_t{key_ ? 0 : 1})
                          .finish();
    if (!done) return std::unexpected(done.error());
    // What cannot be read now is read when the store opens.
    return key_ ? Result<void>{} : keep_setting(tails_unread, "1");
}

Result<visit::Visit> VisitsStore::load(std::string_view visit_id) {
    const auto shown = row(visit_id);
    if (!shown) return std::unexpected(shown.error());
    const auto head = revision(shown->head_hash);
    if (!head) return std::unexpected(head.error());
    return visit_of(head->body);
}

Result<std::vector<visit::Visit>> VisitsStore::versions(std::string_view visit_id) {
    const auto known = family(file_, visit_id);
    if (!known) return std::unexpected(known.error());
    if (known->heads.empty()) return no_such_visit(visit_id);
    const auto heads = heads_by_content(*known);
    if (!heads) return std::unexpected(heads.error());
    std::vector<visit::Visit> found;
    for (const Version& version : *heads) {
        auto visit = visit_of(version.body);
        if (!visit) return std::unexpected(visit.error());
        found.push_back(std::move(*visit));
    }
    return found;
}

Result<std::vector<visit::Revision>> VisitsStore::open_revisions(std::string_view visit_id) {
    auto found = revisions(visit_id);
    if (!found) return found;
    for (visit::Revision& revision : *found) {
        const auto visit = visit_of(revision.body);
        if (!visit) return std::unexpected(visit.error());
        revision.body = visit::canonical(*visit);
    }
    return found;
}

Result<void> VisitsStore::read_tails() {
    const auto unread = setting(tails_unread);
    if (!unread) return std::unexpected(unread.error());
    if (unread->empty()) return {};
    if (auto done = rebuild(); !done) return done;
    return keep_setting(tails_unread, "");
}

Result<std::vector<visit::Revision>> VisitsStore::revisions(std::string_view visit_id) {
    auto query = SqliteQuery::prepare(file_, "revisions_of_visit");
    if (!query) return std::unexpected(query.error());
    query->bind(visit_id);
    return read_revisions(std::move(*query));
}

Result<std::vector<VisitRow>> VisitsStore::recent(int limit) {
    auto query = SqliteQuery::prepare(file_, "recent_visits");
    if (!query) return std::unexpected(query.error());
    query->bind(std::int64_t{limit});
    return rows_of(std::move(*query));
}

Result<VisitRow> VisitsStore::row(std::string_view visit_id) {
    auto query = SqliteQuery::prepare(file_, "visit_row");
    if (!query) return std::unexpected(query.error());
    const auto row = query->bind(visit_id).next();
    if (!row) return std::unexpected(row.error());
    if (!*row) return no_such_visit(visit_id);
    return row_of(*query);
}

Result<int> VisitsStore::count() {
    auto query = SqliteQuery::prepare(file_, "count_visits");
    if (!query) return std::unexpected(query.error());
    const auto row = query->next();
    if (!row) return std::unexpected(row.error());
    return static_cast<int>(query->integer(0));
}

}  // namespace longju::storage
