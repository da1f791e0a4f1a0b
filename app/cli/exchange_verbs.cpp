// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <fmt/format.h>

#include "cli/answered_case.h"
#include "cli/verbs.h"
#include "core/hash.h"
#include "storage/platform.h"
#include "storage/visits_store.h"
#include "sync/handover.h"
#include "visit/case_file.h"

namespace longju::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t visit_id_digits = 32;

/// A folder for a store that only lives while a case is exported.
class PassingFolder {
public:
    PassingFolder() : path_(fs::temp_directory_path() / ("longju-" + random_hex(8))) {}
    PassingFolder(const PassingFolder&) = delete;
    PassingFolder& operator=(const PassingFolder&) = delete;
    ~PassingFolder() {
        std::error_code error;
        fs::remove_all(path_, error);
    }
    const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

Result<storage::VisitsStore> open_own_store() {
    const auto folder = storage::data_folder();
    if (!folder) return std::unexpected(folder.error());
    return storage::VisitsStore::open(*folder);
}

std::string warning_of(const storage::VisitsStore& store) {
    if (!store.set_aside()) return {};
    return fmt::format("visits.db was damaged; it was moved to {} and {}\n",
                       storage::utf8_path(*store.set_aside()),
                       store.restored() ? "the newest copy restored" : "a new one begun");
}

Outcome told(const sync::Exported& done) {
    return {
        Outcome::Good,
        fmt::format("{}\n{} revisions, {} bytes, check code {}\n", storage::utf8_path(done.file),
                    done.header.revisions, done.bytes, done.check_code),
        ""};
}

sync::ExportOptions options_of(const ExportOptions& options) {
    return {.include_samples = options.include_sample, .program = "longju " + options.version};
}

Outcome export_case(const ExportOptions& options) {
    const auto reference = open_reference(options.reference);
    if (!reference) return refused(reference.error());
    const auto inputs = visit::read_case(storage::path_from_utf8(options.case_file), **reference);
    if (!inputs) return refused(inputs.error());
    const PassingFolder folder;
    auto store = storage::VisitsStore::open(folder.path());
    if (!store) return refused(store.error());
    const auto saved = store->save(visit_of(*inputs), {"longju export", (*reference)->data_hash});
    if (!saved) return refused(saved.error());
    const auto done =
        sync::export_parcel(*store, storage::path_from_utf8(options.folder), options_of(options));
    return done ? told(*done) : refused(done.error());
}

}  // namespace

Outcome export_verb(const ExportOptions& options) {
    if (!options.case_file.empty()) return export_case(options);
    auto store = open_own_store();
    if (!store) return refused(store.error());
    const auto done =
        sync::export_parcel(*store, storage::path_from_utf8(options.folder), options_of(options));
    Outcome outcome = done ? told(*done) : refused(done.error());
    outcome.err = warning_of(*store) + outcome.err;
    return outcome;
}

Outcome import_verb(const ImportOptions& options) {
    const auto folder = storage::data_folder();
    if (!folder) return refused(folder.error());
    auto store = storage::VisitsStore::open(*folder);
    if (!store) return refused(store.error());
    const auto done = sync::import_parcel(*store, storage::path_from_utf8(options.parcel),
                                          *folder / "quarantine");
    if (!done) return refused(done.error());
    const storage::MergeReport& merged = done->merged;
    return {Outcome::Good,
            fmt::format("parcel {} of device {}: {} visits; {} revisions new, {} known, {} waiting "
                        "for their parents; {} visits with versions to decide between\n",
                        done->header.package_id, done->header.device_id, merged.visits,
                        merged.fresh, merged.known, merged.waiting, merged.conflicts),
            warning_of(*store)};
}

Outcome case_verb(const CaseOptions& options) {
    auto store = open_own_store();
    if (!store) return refused(store.error());
    constexpr int enough_to_tell = 2;
    const auto rows = options.visit_id.size() == visit_id_digits
                          ? Result<std::vector<storage::VisitRow>>(std::vector<storage::VisitRow>{})
                          : store->find(options.visit_id, enough_to_tell);
    if (!rows) return refused(rows.error());
    if (rows->size() > 1) {
        return refused(fail(ErrorKind::BadInput, fmt::format("several visits match \"{}\": name "
                                                             "one by its code",
                                                             options.visit_id))
                           .error());
    }
    const std::string id = rows->empty() ? options.visit_id : rows->front().visit_id;
    const auto visit = store->load(id);
    if (!visit) return refused(visit.error());
    return {Outcome::Good, visit::case_text(visit->inputs), warning_of(*store)};
}

}  // namespace longju::cli
