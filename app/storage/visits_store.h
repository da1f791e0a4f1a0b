// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "storage/sqlite_file.h"
#include "visit/visit.h"

/// visits.db: every save of every visit, for ever, in the user's data folder. db/README.md has the
/// tables. One program at a time holds it.
namespace longju::storage {

/// The layout this program writes, and the newest it opens; `user_version` of the file.
constexpr int visits_schema = 1;

struct VisitsOptions {
    int busy_ms = 2000;  ///< How long to wait for another program to let go.
    /// Stands in for the clock in tests; empty: `wall_time()`.
    std::string fixed_time;
};

/// Who saves, and with which reference data the state was made.
struct SavedBy {
    std::string actor;
    std::string data_hash;
};

/// One line of a list of visits: its newest state that can be shown.
struct VisitRow {
    std::string visit_id;
    std::string head_hash;
    int heads = 1;    ///< More than one: versions that a person must choose between.
    int waiting = 0;  ///< Revisions that arrived before their parents.
    std::uint64_t lamport = 0;
    std::string code;       ///< 记录码.
    std::string household;  ///< 户主.
    std::string division_code, township, village;
    visit::Step step = visit::Step::Household;
    bool sample = false;
    std::string saved_at;

    bool operator==(const VisitRow&) const = default;
};

/// A printed sheet or another paper as it was handed out.
struct Evidence {
    std::string revision_hash;
    std::string kind;  ///< `notice.pdf`
    std::string sha256;
    std::string saved_at;
    std::int64_t size = 0;
};

/// What a parcel that was written held.
struct ParcelOut {
    std::string package_id;
    std::string file_name;
    std::string sha256;
    std::int64_t revisions = 0;
    std::int64_t seq_from = 0;  ///< Of this device; 0 when none of its own revisions are in it.
    std::int64_t seq_to = 0;
};

/// A parcel that is taken in.
struct ParcelIn {
    std::string package_id;
    std::string device_id;
    std::string sha256;
};

/// What taking in revisions did.
struct MergeReport {
    int fresh = 0;      ///< New to this store.
    int known = 0;      ///< Were here already.
    int waiting = 0;    ///< Of the visits touched: revisions whose parents are not here yet.
    int conflicts = 0;  ///< Visits touched that now have more than one version.
    int visits = 0;     ///< Visits touched.
};

struct Family;

class VisitsStore {
public:
    /// Opens `folder`/visits.db or makes it. A damaged file is moved aside, never erased:
    /// `set_aside` names it; the newest copy that `back_up` made takes its place, else a new store
    /// is begun. ReadOnly, NoSpace, Busy (another Longju has it open) and TooNew (written by a
    /// newer version) leave the file as it is.
    static Result<VisitsStore> open(const std::filesystem::path& folder,
                                    const VisitsOptions& options = {});

    /// 32 hex digits, made with the file.
    const std::string& device_id() const { return device_id_; }
    /// Where a damaged file was moved to when this store was opened.
    const std::optional<std::filesystem::path>& set_aside() const { return set_aside_; }

    /// Whether a copy took the damaged file's place. It goes on as a new device.
    bool restored() const { return restored_; }

    /// Appends a revision on top of the state that `find` shows and names it. When it returns, the
    /// save is on the disk. A state equal to the one before makes no revision.
    Result<std::string> save(const visit::Visit& visit, const SavedBy& by);
    /// As `save`, on top of every version of the visit: this is what a person decided.
    Result<std::string> resolve(const visit::Visit& visit, const SavedBy& by);

    /// Puts a practice visit into a store that never had one; its id follows from the inputs. False
    /// when there was one before, even if the list is empty now.
    Result<bool> begin_practice(const estimate::EstimateInputs& inputs, const SavedBy& by);

    /// The state that is shown: of the head with the highest lamport, then the smallest hash.
    Result<visit::Visit> load(std::string_view visit_id);
    /// Every version, the shown one first.
    Result<std::vector<visit::Visit>> versions(std::string_view visit_id);
    /// Every revision of a visit, oldest first.
    Result<std::vector<visit::Revision>> revisions(std::string_view visit_id);

    /// Newest first.
    Result<std::vector<VisitRow>> recent(int limit);
    /// Visits whose household, phone, code, township or village holds `text`; newest first.
    Result<std::vector<VisitRow>> find(std::string_view text, int limit);
    Result<int> count();

    /// Keeps a paper with a revision; the same bytes twice are kept once.
    Result<void> keep_evidence(std::string_view visit_id, std::string_view revision_hash,
                               std::string_view kind, std::string_view bytes);
    Result<std::vector<Evidence>> evidence(std::string_view visit_id);
    Result<std::string> evidence_bytes(std::string_view sha256);

    /// Every revision since the last receipt of its device, in the order of devices and numbers.
    /// Practice visits stay at home unless `with_samples`.
    Result<std::vector<visit::Revision>> unconfirmed(bool with_samples);
    Result<void> mark_exported(const ParcelOut& parcel);
    /// Adds the revisions that are new, in one transaction. The order of parcels and of revisions
    /// does not matter: the same set gives the same state.
    Result<MergeReport> merge(std::span<const visit::Revision> revisions, const ParcelIn& parcel);

    /// A setting of this machine by its dotted name, `kiosk.language`; empty when it was never
    /// kept.
    Result<std::string> setting(std::string_view name);
    Result<void> keep_setting(std::string_view name, std::string_view value);

    /// Makes the projection tables anew from the revisions.
    Result<void> rebuild();
    /// SHA-256 over all revisions and projection rows: equal for equal sets, whatever their way.
    Result<std::string> state_hash();
    /// Copies the store into `backups/` beside it when it changed since the last copy, checks the
    /// copy and keeps the newest eight. For leaving, and for every half hour.
    Result<std::filesystem::path> back_up();
    /// A whole copy under a name that must be free.
    Result<void> back_up_to(const std::filesystem::path& file);

private:
    VisitsStore(SqliteFile file, VisitsOptions options)
        : file_(std::move(file)), options_(std::move(options)) {}

    static Result<VisitsStore> open_file(const std::filesystem::path& file,
                                         const VisitsOptions& options);
    static Result<VisitsStore> open_after_damage(const std::filesystem::path& file,
                                                 const VisitsOptions& options);
    Result<void> migrate();
    Result<void> learn_device();
    std::string now() const;
    Result<std::string> append(const visit::Visit& visit, const SavedBy& by, bool all_heads);
    Result<visit::Revision> next_revision(const visit::Visit& visit, const SavedBy& by);
    Result<bool> insert(const visit::Revision& revision);
    Result<visit::Revision> revision(std::string_view hash);
    Result<std::vector<visit::Revision>> read_revisions(SqliteQuery query);
    Result<Family> project(std::string_view visit_id);
    Result<void> put_row(const VisitRow& row, const visit::Visit& visit);

    SqliteFile file_;
    VisitsOptions options_;
    std::string device_id_;
    std::optional<std::filesystem::path> set_aside_;
    bool restored_ = false;
};

}  // namespace longju::storage
