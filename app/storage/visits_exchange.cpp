// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <set>

#include "core/hash.h"
#include "storage/visits_family.h"
#include "storage/visits_store.h"

/// Papers kept with visits, and the exchange of revisions.
namespace longju::storage {

namespace {

constexpr std::string_view practice = "-practice";

Result<void> run(SqliteFile& file, std::string_view name) {
    auto query = SqliteQuery::prepare(file, name);
    if (!query) return std::unexpected(query.error());
    const auto done = query->finish();
    if (!done) return std::unexpected(done.error());
    return {};
}

Result<std::vector<std::string>> texts_of(const SqliteFile& file, std::string_view name) {
    auto query = SqliteQuery::prepare(file, name);
    if (!query) return std::unexpected(query.error());
    std::vector<std::string> texts;
    while (true) {
        const auto row = query->next();
        if (!row) return std::unexpected(row.error());
        if (!*row) return texts;
        texts.push_back(query->text(0));
    }
}

}  // namespace

Result<void> VisitsStore::keep_evidence(std::string_view visit_id, std::string_view revision_hash,
                                        std::string_view kind, std::string_view bytes) {
    auto query = SqliteQuery::prepare(file_, "add_evidence");
    if (!query) return std::unexpected(query.error());
    const auto done = query->bind(visit_id)
                          .bind(revision_hash)
                          .bind(kind)
                          .bind(sha256_hex(bytes))
                          .bind(now())
                          .bind_bytes(bytes)
                          .finish();
    if (!done) return std::unexpected(done.error());
    return {};
}

Result<std::vector<Evidence>> VisitsStore::evidence(std::string_view visit_id) {
    auto query = SqliteQuery::prepare(file_, "evidence_of_visit");
    if (!query) return std::unexpected(query.error());
    query->bind(visit_id);
    std::vector<Evidence> found;
    while (true) {
        const auto row = query->next();
        if (!row) return std::unexpected(row.error());
        if (!*row) return found;
        found.push_back(
            {query->text(0), query->text(1), query->text(2), query->text(3), query->integer(4)});
    }
}

Result<std::string> VisitsStore::evidence_bytes(std::string_view sha256) {
    auto query = SqliteQuery::prepare(file_, "evidence_bytes");
    if (!query) return std::unexpected(query.error());
    const auto row = query->bind(sha256).next();
    if (!row) return std::unexpected(row.error());
    if (!*row) return fail(ErrorKind::NotFound, "there is no paper with that hash");
    return query->bytes(0);
}

Result<std::vector<visit::Revision>> VisitsStore::unconfirmed(bool with_samples) {
    auto query = SqliteQuery::prepare(file_, "unconfirmed");
    if (!query) return std::unexpected(query.error());
    auto found = read_revisions(std::move(*query));
    if (found && !with_samples) {
        std::erase_if(*found, [](const auto& r) { return r.device_id.ends_with(practice); });
    }
    return found;
}

Result<void> VisitsStore::mark_exported(const ParcelOut& parcel) {
    auto query = SqliteQuery::prepare(file_, "add_parcel_out");
    if (!query) return std::unexpected(query.error());
    const auto done = query->bind(parcel.package_id)
                          .bind(parcel.file_name)
                          .bind(parcel.sha256)
                          .bind(parcel.revisions)
                          .bind(parcel.seq_from)
                          .bind(parcel.seq_to)
                          .bind(now())
                          .finish();
    if (!done) return std::unexpected(done.error());
    return {};
}

Result<MergeReport> VisitsStore::merge(std::span<const visit::Revision> revisions,
                                       const ParcelIn& parcel) {
    auto transaction = SqliteTransaction::begin(file_);
    if (!transaction) return std::unexpected(transaction.error());
    MergeReport report;
    std::set<std::string> touched;
    for (const visit::Revision& revision : revisions) {
        const auto fresh = insert(revision);
        if (!fresh) return std::unexpected(fresh.error());
        *fresh ? ++report.fresh : ++report.known;
        touched.insert(revision.visit_id);
    }
    for (const std::string& visit_id : touched) {
        const auto family = project(visit_id);
        if (!family) return std::unexpected(family.error());
        if (family->heads.size() > 1) ++report.conflicts;
        report.waiting += family->waiting;
    }
    report.visits = static_cast<int>(touched.size());
    auto query = SqliteQuery::prepare(file_, "add_parcel_in");
    if (!query) return std::unexpected(query.error());
    const auto noted = query->bind(parcel.package_id)
                           .bind(parcel.device_id)
                           .bind(parcel.sha256)
                           .bind(static_cast<std::int64_t>(revisions.size()))
                           .bind(now())
                           .finish();
    if (!noted) return std::unexpected(noted.error());
    if (auto done = transaction->commit(); !done) return std::unexpected(done.error());
    return report;
}

Result<void> VisitsStore::rebuild() {
    auto transaction = SqliteTransaction::begin(file_);
    if (!transaction) return std::unexpected(transaction.error());
    for (const char* name : {"drop_visits", "drop_parents"}) {
        if (auto done = run(file_, name); !done) return done;
    }
    auto query = SqliteQuery::prepare(file_, "all_contents");
    if (!query) return std::unexpected(query.error());
    const auto all = read_revisions(std::move(*query));
    if (!all) return std::unexpected(all.error());
    for (const visit::Revision& revision : *all) {
        if (auto done = insert(revision); !done) return std::unexpected(done.error());
    }
    const auto ids = texts_of(file_, "visit_ids");
    if (!ids) return std::unexpected(ids.error());
    for (const std::string& id : *ids) {
        if (auto done = project(id); !done) return std::unexpected(done.error());
    }
    return transaction->commit();
}

Result<std::string> VisitsStore::state_hash() {
    const auto hashes = texts_of(file_, "all_hashes");
    if (!hashes) return std::unexpected(hashes.error());
    std::string state;
    for (const std::string& hash : *hashes) state += hash + "\n";
    auto query = SqliteQuery::prepare(file_, "all_visits");
    if (!query) return std::unexpected(query.error());
    while (true) {
        const auto row = query->next();
        if (!row) return std::unexpected(row.error());
        if (!*row) return sha256_hex(state);
        constexpr int columns = 13;
        for (int column = 0; column < columns; ++column) state += query->text(column) + "\t";
        state += "\n";
    }
}

}  // namespace longju::storage
