// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/salvage.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "core/hash.h"
#include "core/text.h"
#include "storage/damaged_pages.h"
#include "storage/platform.h"
#include "storage/visits_store.h"

namespace longju::storage {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t most_damaged_bytes = 2ULL << 30;
constexpr std::size_t batch = 500;  // Revisions of one transaction.
constexpr std::size_t hash_digits = 64;
constexpr std::size_t id_digits = 32;

/// The fields of one cell that could be read, from its first column on.
struct Cell {
    std::int64_t page = 0;
    std::int64_t number = 0;
    std::map<std::int64_t, std::string> fields;

    std::string_view operator[](std::int64_t field) const {
        const auto found = fields.find(field);
        return found == fields.end() ? std::string_view() : found->second;
    }
    std::uint64_t number_at(std::int64_t field) const {
        const auto value = integer_from((*this)[field]);
        return value && *value > 0 ? static_cast<std::uint64_t>(*value) : 0;
    }
};

/// A row of the projection `visit` by its columns in order, or of `revision` without its content.
std::optional<KnownVisit> visit_named_by(const Cell& cell) {
    if (is_hex(cell[0], id_digits) && is_hex(cell[1], hash_digits) && cell.fields.contains(6)) {
        return KnownVisit{.visit_id = std::string(cell[0]),
                          .household = std::string(cell[6]),
                          .village = std::string(cell[9]),
                          .code = std::string(cell[5]),
                          .saved_at = std::string(cell[12]),
                          .lamport = cell.number_at(4)};
    }
    if (is_hex(cell[0], hash_digits) && is_hex(cell[1], id_digits)) {
        KnownVisit known;
        known.visit_id = cell[1];
        known.lamport = cell.number_at(4);
        return known;
    }
    return std::nullopt;
}

std::optional<visit::Revision> revision_in(const Cell& cell) {
    for (const auto& [field, text] : cell.fields) {
        if (!text.starts_with('{')) continue;
        auto revision = visit::revision_from(text);
        // In its own row it stands beside its name: a text that is another's is a coincidence.
        if (revision && (!is_hex(cell[0], hash_digits) || cell[0] == revision->hash)) {
            return std::move(*revision);
        }
    }
    return std::nullopt;
}

/// Name, place and code as the body of a revision has them.
KnownVisit known_from(const visit::Revision& revision) {
    KnownVisit known;
    known.visit_id = revision.visit_id;
    known.lamport = revision.lamport;
    known.saved_at = revision.saved_at;
    if (const auto visit = visit::visit_from(revision.body)) {
        known.household = visit->inputs.household.head;
        known.village = visit->inputs.place.village;
        known.code = visit::record_code(*visit);
    }
    return known;
}

/// The newest by lamport; of equal ones what is known is put together.
void remember(std::map<std::string, KnownVisit>& known, const KnownVisit& more) {
    KnownVisit& kept = known[more.visit_id];
    const bool newer = more.lamport >= kept.lamport;
    const auto take = [newer](std::string& to, const std::string& from) {
        if (!from.empty() && (newer || to.empty())) to = from;
    };
    kept.visit_id = more.visit_id;
    take(kept.household, more.household);
    take(kept.village, more.village);
    take(kept.code, more.code);
    take(kept.saved_at, more.saved_at);
    kept.lamport = std::max(kept.lamport, more.lamport);
}

Result<std::string> read_damaged_bytes(const fs::path& file) {
    auto bytes = read_whole_file(file, most_damaged_bytes);
    if (!bytes) return bytes;
    fs::path log = file;
    log += "-wal";
    const auto wal = read_whole_file(log, most_damaged_bytes);
    return openable(std::move(*bytes), wal ? std::string_view(*wal) : std::string_view());
}

/// What is asked for while the cells are read.
struct CellReader {
    const std::function<Result<void>(visit::Revision)>& on_revision;
    const std::function<void(const KnownVisit&)>& on_visit;
    /// Names revisions by their hash that need not be read.
    std::function<bool(std::string_view)> is_known = [](std::string_view) { return false; };
    std::function<void(const Cell&)> on_cell = [](const Cell&) {};
};

Result<void> read_cells(const fs::path& file, const CellReader& reader) {
    auto bytes = read_damaged_bytes(file);
    if (!bytes) return std::unexpected(bytes.error());
    const auto pages = SqliteFile::open_bytes(*bytes, utf8_path(file));
    if (!pages) return std::unexpected(pages.error());
    auto query = SqliteQuery::prepare(*pages, "salvage_cells");
    if (!query) return std::unexpected(query.error());
    Cell cell;
    while (true) {
        const auto row = query->next();
        if (!row) return std::unexpected(row.error());
        const bool same =
            *row && query->integer(0) == cell.page && query->integer(1) == cell.number;
        if (!same) {
            reader.on_cell(cell);
            if (const auto visit = visit_named_by(cell)) reader.on_visit(*visit);
            const bool known = is_hex(cell[0], hash_digits) && is_hex(cell[1], id_digits) &&
                               reader.is_known(cell[0]);
            if (auto revision = known ? std::nullopt : revision_in(cell)) {
                if (auto done = reader.on_revision(std::move(*revision)); !done) return done;
            }
            if (!*row) return {};
            cell = {.page = query->integer(0), .number = query->integer(1), .fields = {}};
        }
        cell.fields[query->integer(2)] = query->text(3);
    }
}

/// Collects what is read and gives it to the store in batches.
class Salvager {
public:
    explicit Salvager(VisitsStore& store) : store_(&store) {}

    Result<void> take(visit::Revision revision) {
        ++report.read;
        const auto newest = newest_.find(revision.visit_id);
        if (newest == newest_.end() || newest->second.lamport < revision.lamport) {
            remember(known_, known_from(revision));
            newest_.insert_or_assign(revision.visit_id, revision);
        }
        waiting_.push_back(std::move(revision));
        return waiting_.size() < batch ? Result<void>{} : flush();
    }
    void note(const KnownVisit& visit) { remember(known_, visit); }

    /// What the copy has is there already; reading it again would take longer than all the rest.
    Result<void> learn_hashes() {
        auto query = SqliteQuery::prepare(store_->database(), "all_hashes");
        if (!query) return std::unexpected(query.error());
        while (true) {
            const auto row = query->next();
            if (!row) return std::unexpected(row.error());
            if (!*row) return {};
            hashes_.insert(query->text(0));
        }
    }
    bool knows(std::string_view hash) {
        const bool known = hashes_.contains(hash);
        if (known) ++report.read;
        return known;
    }

    /// Rows of `private_value`, and the key of a store without a PIN.
    void look_at(const Cell& cell) {
        if (is_reference(cell[0])) sealed_[std::string(cell[0])] = cell[1];
        if (cell[0] == "open_data_key" && is_hex(cell[1], 2 * access::data_key_bytes)) {
            key_ = access::DataKey{bytes_from_hex(cell[1])};
        }
    }
    Result<void> keep_values() {
        if (sealed_.empty()) return {};
        auto transaction = SqliteTransaction::begin(store_->database());
        if (!transaction) return std::unexpected(transaction.error());
        for (const auto& [reference, sealed] : sealed_) {
            const auto kept = store_->keep_sealed(reference, sealed, key_);
            if (!kept) return std::unexpected(kept.error());
        }
        if (auto done = transaction->commit(); !done) return done;
        // The ends of numbers are searched; a locked store reads them when it opens.
        return store_->locked() ? Result<void>{} : store_->rebuild();
    }

    Result<void> flush() {
        if (waiting_.empty()) return {};
        const auto merged = store_->merge(waiting_, {.package_id = "salvage-" + random_hex(8),
                                                     .device_id = store_->device_id(),
                                                     .sha256 = {}});
        if (!merged) return std::unexpected(merged.error());
        report.saved += merged->fresh;
        waiting_.clear();
        return {};
    }

    /// A state whose parents are gone would wait for them for ever: it is saved anew.
    Result<void> rejoin() {
        auto rows = shown();
        if (!rows) return std::unexpected(rows.error());
        Result<void> trouble;
        for (const auto& [id, newest] : newest_) {
            std::uint64_t& here = (*rows)[id];
            if (here >= newest.lamport) continue;
            const auto visit = visit::visit_from(newest.body);
            if (!visit) continue;
            const auto saved = store_->save(*visit, {newest.actor, newest.data_hash});
            if (!saved) {
                trouble = std::unexpected(saved.error());
                continue;
            }
            here = newest.lamport;
            ++report.rejoined;
        }
        list_lost(*rows);
        return trouble;
    }

    Salvage report;

private:
    /// `here`: of each visit, the newest state that the store has now.
    void list_lost(std::map<std::string, std::uint64_t>& here) {
        for (const auto& [id, known] : known_) {
            const std::uint64_t lamport = here[id];
            if (lamport > 0 && lamport >= known.lamport) continue;
            report.lost.push_back({lamport == 0 ? LostVisit::Kind::Missing : LostVisit::Kind::Older,
                                   id, known.household, known.village, known.code, known.saved_at});
        }
    }
    /// Visit to the lamport of the state that is shown.
    Result<std::map<std::string, std::uint64_t>> shown() {
        constexpr int all = 1000000;
        const auto rows = store_->recent(all);
        if (!rows) return std::unexpected(rows.error());
        std::map<std::string, std::uint64_t> lamports;
        for (const VisitRow& row : *rows) lamports[row.visit_id] = row.lamport;
        return lamports;
    }

    VisitsStore* store_;
    std::set<std::string, std::less<>> hashes_;  ///< Of the revisions of the copy.
    std::map<std::string, std::string> sealed_;  ///< By reference.
    std::optional<access::DataKey> key_;         ///< Of the damaged file.
    std::vector<visit::Revision> waiting_;
    std::map<std::string, visit::Revision> newest_;  ///< That could be read, by visit.
    std::map<std::string, KnownVisit> known_;
};

}  // namespace

Result<void> read_damaged(const fs::path& file,
                          const std::function<Result<void>(visit::Revision)>& on_revision,
                          const std::function<void(const KnownVisit&)>& on_visit) {
    return read_cells(file, {on_revision, on_visit});
}

Salvage salvage_into(VisitsStore& store, const fs::path& damaged) {
    Salvager salvager(store);
    const auto steps = [&]() -> Result<void> {
        if (auto done = salvager.learn_hashes(); !done) return done;
        const std::function take = [&](visit::Revision r) { return salvager.take(std::move(r)); };
        const std::function note = [&](const KnownVisit& visit) { salvager.note(visit); };
        auto read = read_cells(
            damaged, {take, note, [&](std::string_view hash) { return salvager.knows(hash); },
                      [&](const Cell& cell) { salvager.look_at(cell); }});
        if (auto done = salvager.flush(); !done) return done;
        if (auto done = salvager.keep_values(); !done) return done;
        if (auto done = salvager.rejoin(); !done) return done;
        return read;
    };
    const auto done = steps();
    Salvage report = std::move(salvager.report);
    report.set_aside = damaged;
    if (!done) report.trouble = done.error();
    return report;
}

std::string Salvage::text() const {
    std::string text = fmt::format(
        "visits.db was damaged; it was moved to {}, nothing of it was "
        "erased\n",
        utf8_path(set_aside));
    text += copy.empty() ? std::string("there was no whole copy: a new one was begun\n")
                         : fmt::format("the copy {} took its place\n", utf8_path(copy.filename()));
    text += fmt::format(
        "{} revisions could be read out of the damaged file, {} of them were not "
        "in the copy\n",
        read, saved);
    if (trouble) text += fmt::format("it could not be read to its end: {}\n", trouble->sentence());
    if (lost.empty() && !trouble) text += "no visit is known to be missing\n";
    for (const LostVisit& visit : lost) {
        text +=
            fmt::format("{}: {} {} {} (saved {})\n",
                        visit.kind == LostVisit::Kind::Missing ? "missing" : "older than it was",
                        visit.household.empty() ? visit.visit_id : visit.household, visit.village,
                        visit.code, visit.saved_at.empty() ? "at an unknown time" : visit.saved_at);
    }
    return text;
}

}  // namespace longju::storage
