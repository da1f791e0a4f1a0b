// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

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

Result<std::vector<std::string>> texts_from(SqliteQuery query) {
    std::vector<std::string> texts;
    while (true) {
        const auto row = query.next();
        if (!row) return std::unexpected(row.error());
        if (!*row) return texts;
        texts.push_back(query.text(0));
    }
}

Result<std::vector<std::string>> texts_of(const SqliteFile& file, std::string_view name) {
    auto query = SqliteQuery::prepare(file, name);
    if (!query) return std::unexpected(query.error());
    return texts_from(std::move(*query));
}

/// Rows (device, number).
Result<Chains> chains_from(SqliteQuery query) {
    Chains chains;
    while (true) {
        const auto row = query.next();
        if (!row) return std::unexpected(row.error());
        if (!*row) return chains;
        chains[query.text(0)] = static_cast<std::uint64_t>(query.integer(1));
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
    std::string bytes = query->bytes(0);
    if (sha256_hex(bytes) != sha256) {
        return fail(ErrorKind::Damaged, "the paper is not what was kept: the disk changed it");
    }
    return bytes;
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

Result<Chains> VisitsStore::chains() {
    auto query = SqliteQuery::prepare(file_, "chains");
    if (!query) return std::unexpected(query.error());
    auto chains = chains_from(std::move(*query));
    if (chains) std::erase_if(*chains, [](const auto& c) { return c.first.ends_with(practice); });
    return chains;
}

Result<Chains> VisitsStore::receipts() {
    auto query = SqliteQuery::prepare(file_, "receipts");
    if (!query) return std::unexpected(query.error());
    return chains_from(std::move(*query));
}

Result<std::vector<PrivateValue>> VisitsStore::values_of(
    const std::vector<visit::Revision>& revisions) {
    const auto key = data_key();
    if (!key) return std::unexpected(key.error());
    return PrivateValues(file_, *key).named_in(revisions);
}

Result<Chains> VisitsStore::peer_chains(std::string_view device_id) {
    auto peer = SqliteQuery::prepare(file_, "peer");
    if (!peer) return std::unexpected(peer.error());
    peer->bind(device_id);
    return chains_from(std::move(*peer));
}

Result<bool> VisitsStore::keep_sealed(const std::string& reference, const std::string& sealed,
                                      const std::optional<access::DataKey>& other) {
    for (const auto& key : {key_, other}) {
        if (!key_ || !key) continue;
        const auto salted = access::unseal(sealed, *key, reference);
        if (!salted) continue;
        const auto kept = PrivateValues(file_, *key_).keep({reference, *salted});
        if (!kept) return std::unexpected(kept.error());
        return true;
    }
    if (key_) return false;
    auto query = SqliteQuery::prepare(file_, "add_sealed_value");
    if (!query) return std::unexpected(query.error());
    const auto done = query->bind(reference).bind_bytes(sealed).finish();
    if (!done) return std::unexpected(done.error());
    return true;
}

Result<std::vector<visit::Revision>> VisitsStore::news_for(const std::string& device_id) {
    const auto seen = peer_chains(device_id);
    if (!seen) return std::unexpected(seen.error());
    auto query = SqliteQuery::prepare(file_, "news_for");
    if (!query) return std::unexpected(query.error());
    query->bind(device_id);
    auto found = read_revisions(std::move(*query));
    if (!found) return found;
    std::erase_if(*found, [&](const visit::Revision& revision) {
        const auto known = seen->find(revision.device_id);
        return revision.device_id.ends_with(practice) ||
               (known != seen->end() && revision.device_seq <= known->second);
    });
    return found;
}

Result<std::vector<std::string>> VisitsStore::visits_of(std::string_view device_id) {
    auto query = SqliteQuery::prepare(file_, "visits_of_device");
    if (!query) return std::unexpected(query.error());
    query->bind(device_id);
    return texts_from(std::move(*query));
}

Result<std::map<std::string, HandedOver>> VisitsStore::handed_over() {
    const auto confirmed = receipts();
    if (!confirmed) return std::unexpected(confirmed.error());
    const auto own = confirmed->find(device_id_);
    const std::uint64_t received = own == confirmed->end() ? 0 : own->second;
    auto last = SqliteQuery::prepare(file_, "last_exported_seq");
    if (!last) return std::unexpected(last.error());
    if (const auto row = last->next(); !row) return std::unexpected(row.error());
    const auto written = static_cast<std::uint64_t>(last->integer(0));
    auto query = SqliteQuery::prepare(file_, "own_visits");
    if (!query) return std::unexpected(query.error());
    query->bind(device_id_);
    const auto newest = chains_from(std::move(*query));
    if (!newest) return std::unexpected(newest.error());
    std::map<std::string, HandedOver> handed;
    for (const auto& [visit, seq] : *newest) {
        HandedOver& how = handed[visit];
        if (seq <= written) how = HandedOver::Written;
        if (seq <= received) how = HandedOver::Received;
    }
    return handed;
}

Result<std::vector<std::string>> VisitsStore::wanted_photos() {
    return texts_of(file_, "wanted_photos");
}

Result<void> VisitsStore::note_peer(const ParcelIn& parcel) {
    auto peer = SqliteQuery::prepare(file_, "put_peer");
    if (!peer) return std::unexpected(peer.error());
    for (const auto& [device, seq] : parcel.seen) {
        const auto done =
            peer->bind(parcel.device_id).bind(device).bind(static_cast<std::int64_t>(seq)).finish();
        if (!done) return std::unexpected(done.error());
    }
    if (!parcel.audit_head.empty()) {
        auto kept = keep_setting("audit_head." + parcel.device_id, parcel.audit_head);
        if (!kept) return kept;
    }
    auto receipt = SqliteQuery::prepare(file_, "put_receipt");
    if (!receipt) return std::unexpected(receipt.error());
    for (const auto& [device, seq] : parcel.received) {
        const auto done = receipt->bind(device).bind(static_cast<std::int64_t>(seq)).finish();
        if (!done) return std::unexpected(done.error());
    }
    if (parcel.received.empty()) return {};
    if (auto done = run(file_, "drop_wanted_photos"); !done) return done;
    auto wanted = SqliteQuery::prepare(file_, "add_wanted_photo");
    if (!wanted) return std::unexpected(wanted.error());
    for (const std::string& photo : parcel.wanted_photos) {
        const auto done = wanted->bind(photo).finish();
        if (!done) return std::unexpected(done.error());
    }
    return {};
}

Result<MergeReport> VisitsStore::take_in(std::span<const visit::Revision> revisions) {
    using Key = std::tuple<std::string, std::string, std::string>;
    std::map<Key, MergeGroup> groups;
    MergeReport report;
    auto taken = SqliteQuery::prepare(file_, "forks_of");
    if (!taken) return std::unexpected(taken.error());
    for (const visit::Revision& revision : revisions) {
        const auto visit = visit::visit_from(revision.body);
        if (!visit) return std::unexpected(visit.error());
        const auto row = taken->bind(revision.device_id)
                             .bind(static_cast<std::int64_t>(revision.device_seq))
                             .next();
        if (!row) return std::unexpected(row.error());
        const bool fork = taken->integer(0) > 0;
        if (auto done = taken->finish(); !done) return std::unexpected(done.error());
        const auto fresh = insert(revision);
        if (!fresh) return std::unexpected(fresh.error());
        const estimate::Place& place = visit->inputs.place;
        MergeGroup& group = groups[{place.township, place.village, revision.actor}];
        group.township = place.township;
        group.village = place.village;
        group.actor = revision.actor;
        ++(*fresh ? group.fresh : group.known);
        ++(*fresh ? report.fresh : report.known);
        if (*fresh && fork) ++report.forks;
    }
    for (auto& [key, group] : groups) report.groups.push_back(std::move(group));
    return report;
}

Result<MergeReport> VisitsStore::merge(std::span<const visit::Revision> revisions,
                                       const ParcelIn& parcel) {
    auto transaction = SqliteTransaction::begin(file_);
    if (!transaction) return std::unexpected(transaction.error());
    for (const PrivateValue& value : parcel.values) {
        const auto key = data_key();
        if (!key) return std::unexpected(key.error());
        const auto kept = PrivateValues(file_, *key).keep(value);
        if (!kept) return std::unexpected(kept.error());
    }
    auto report = take_in(revisions);
    if (!report) return report;
    std::set<std::string> touched;
    for (const visit::Revision& revision : revisions) touched.insert(revision.visit_id);
    for (const std::string& visit_id : touched) {
        const auto family = project(visit_id);
        if (!family) return std::unexpected(family.error());
        if (family->versions > 1) ++report->conflicts;
        report->waiting += family->waiting;
    }
    report->visits = static_cast<int>(touched.size());
    if (auto noted = note_peer(parcel); !noted) return std::unexpected(noted.error());
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

Result<std::string> VisitsStore::data_hash_of(std::string_view visit_id) {
    const auto shown = row(visit_id);
    if (!shown) return std::unexpected(shown.error());
    auto saved = revision(shown->head_hash);
    if (!saved) return std::unexpected(saved.error());
    return std::move(saved->data_hash);
}

}  // namespace longju::storage
