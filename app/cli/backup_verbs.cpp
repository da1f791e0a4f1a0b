// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <fmt/format.h>

#include "cli/acting.h"
#include "cli/own_store.h"
#include "cli/verbs.h"
#include "storage/mounts.h"
#include "storage/platform.h"
#include "storage/restore.h"

namespace longju::cli {

namespace {

namespace fs = std::filesystem;

Result<fs::path> own_folder() {
    auto folder = storage::data_folder();
    if (!folder) return folder;
    if (auto fit = storage::check_data_folder(*folder); !fit) return std::unexpected(fit.error());
    return folder;
}

/// A name as `list` prints it, or a path.
Result<fs::path> named_copy(const fs::path& folder, const std::string& name) {
    const fs::path given = storage::path_from_utf8(name);
    std::error_code error;
    const fs::path in_backups = folder / "backups" / given.filename();
    if (!given.has_parent_path() && fs::exists(in_backups, error)) return in_backups;
    if (fs::exists(given, error)) return given;
    return std::unexpected(Error{.kind = ErrorKind::NotFound,
                                 .what = "there is no such copy: longju backups list names them",
                                 .file = name});
}

/// The file itself is exchanged: for a store that a newer version wrote, or that this one cannot
/// use for another reason.
Outcome replace_file(const fs::path& folder, const fs::path& copy) {
    {
        auto present = storage::VisitsStore::open(folder);
        if (!present && present.error().kind == ErrorKind::Busy) return refused(present.error());
        // What cannot be opened has nobody to ask.
        if (present) {
            const auto by = act(*present, access::Action::RestoreBackup);
            if (!by) return refused(by.error());
        }
    }
    const auto store = storage::VisitsStore::open_with_copy(folder, copy);
    if (!store) return refused(store.error());
    const storage::Salvage& report = *store->salvage();
    std::string out = fmt::format(
        "{} took the place of visits.db, which is now {}; {} revisions "
        "of it were added\n",
        storage::utf8_path(copy.filename()), storage::utf8_path(report.set_aside), report.saved);
    for (const storage::LostVisit& lost : report.lost) {
        out += fmt::format("only in the file before: {} {}\n", lost.household, lost.code);
    }
    return {Outcome::Good, out, report.trouble ? report.trouble->sentence() + "\n" : ""};
}

}  // namespace

Outcome backups_list_verb() {
    auto store = open_own_store();
    if (!store) return refused(store.error());
    const auto copies = storage::copies_to_choose(*store);
    if (!copies) return refused(copies.error());
    std::string out;
    for (const storage::CopyToChoose& one : *copies) {
        out +=
            fmt::format("{}  {}  {}  {}  {:.1f} MB\n", storage::utf8_path(one.copy.file.filename()),
                        one.copy.made_at.empty() ? "time unknown" : one.copy.made_at,
                        storage::word_of(one.copy.reason),
                        one.visits ? fmt::format("{} visits", *one.visits) : "cannot be read",
                        static_cast<double>(one.bytes) / 1e6);
    }
    if (out.empty()) out = "there is no copy yet: longju backups make\n";
    return {Outcome::Good, out, warning_of(*store)};
}

Outcome backups_make_verb() {
    auto own = open_own_store_for(access::Action::MakeBackup);
    if (!own) return refused(own.error());
    storage::VisitsStore* const store = &own->store;
    const auto copy = store->back_up();
    if (!copy) return refused(copy.error());
    if (auto noted = own->note(storage::utf8_path(copy->filename())); !noted)
        return refused(noted.error());
    return {Outcome::Good, storage::utf8_path(*copy) + "\n", warning_of(*store)};
}

Outcome backups_restore_verb(const BackupsOptions& options) {
    const auto folder = own_folder();
    if (!folder) return refused(folder.error());
    const auto copy = named_copy(*folder, options.name);
    if (!copy) return refused(copy.error());
    if (options.replace_file) return replace_file(*folder, *copy);
    auto store = open_own_store();
    if (!store) return refused(store.error());
    const auto by = act(*store, access::Action::RestoreBackup);
    if (!by) return refused(by.error());
    const auto done = storage::restore_from(*store, *copy, by->name);
    if (!done) return refused(done.error());
    const auto noted = note(*store, *by, access::Action::RestoreBackup, options.name, "");
    if (!noted) return refused(noted.error());
    std::string out = fmt::format(
        "{} visits are again as in {}, {} were so before; the state "
        "before is {}\n",
        done->changed, storage::utf8_path(copy->filename()), done->same,
        storage::utf8_path(done->before.filename()));
    for (const std::string& household : done->not_in_it) {
        out += fmt::format("not in the copy, stays as it is: {}\n",
                           household.empty() ? "(no name)" : household);
    }
    return {Outcome::Good, out, warning_of(*store)};
}

}  // namespace longju::cli
