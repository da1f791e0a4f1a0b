// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "access/sealing.h"
#include "access/signature.h"
#include "core/result.h"
#include "storage/backup_copies.h"
#include "storage/exchange.h"
#include "storage/private_values.h"
#include "storage/salvage.h"
#include "storage/sqlite_file.h"
#include "visit/visit.h"

/// visits.db: every save of every visit, for ever, in the user's data folder. db/README.md has the
/// tables. One program at a time holds it.
namespace longju::storage {

/// The layout this program writes, and the newest it opens; `user_version` of the file.
constexpr int visits_schema = 4;

struct VisitsOptions {
    int busy_ms = 2000;  ///< How long to wait for another program to let go.
    /// Stands in for the clock in tests; empty: `wall_time()`.
    std::string fixed_time;
    /// Stands in for the disk in tests: the name of a layer that SQLite knows; empty: the system's.
    std::string vfs;
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
    int heads = 1;    ///< More than one: versions, different in content, to choose between.
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

struct Family;

class VisitsStore {
public:
    /// Opens `folder`/visits.db or makes it. A damaged file is moved aside, never erased:
    /// `set_aside` names it; the newest copy that `back_up` made takes its place, else a new store
    /// is begun, and every revision that can still be read is added: `salvage` tells. The structure
    /// is checked each time, the indexes too once a week and when the program before was stopped
    /// without leaving. A file of an older layout is copied before it is migrated. ReadOnly,
    /// NoSpace, Busy (another Longju has it open) and TooNew (written by a newer version) leave the
    /// file as it is.
    static Result<VisitsStore> open(const std::filesystem::path& folder,
                                    const VisitsOptions& options = {});

    /// As after damage, with this copy: `folder`/visits.db is moved to visits.replaced-1.db (-2 …),
    /// `copy` takes its place as a new device, and the revisions of the file before are added.
    static Result<VisitsStore> open_with_copy(const std::filesystem::path& folder,
                                              const std::filesystem::path& copy,
                                              const VisitsOptions& options = {});

    /// For what else is kept in the file, each in a class of its own.
    SqliteFile& database() { return file_; }

    /// The folder it lies in.
    std::filesystem::path folder() const;

    /// Of this store's chain: the first 32 hex digits of the SHA-256 of `signer`.
    const std::string& device_id() const { return device_id_; }
    /// The public key of this store, 64 hex digits.
    const std::string& signer() const { return signer_; }
    /// Its secret half. Missing while the store is locked.
    Result<access::SigningKey> signing_key();

    /// Whether private values cannot be read or kept until `unlock`.
    bool locked() const { return !key_.has_value(); }
    /// What seals private values. Missing while the store is locked.
    Result<access::DataKey> data_key() const;
    /// With the key that a PIN opened.
    Result<void> unlock(const access::DataKey& key);
    void lock() { key_.reset(); }
    /// Where a damaged file was moved to when this store was opened.
    const std::optional<std::filesystem::path>& set_aside() const { return set_aside_; }

    /// Whether a copy took the damaged file's place. It goes on as a new device.
    bool restored() const { return !copy_.empty(); }

    /// What became of the damaged file; nothing when there was none.
    const std::optional<Salvage>& salvage() const { return salvage_; }

    /// From now on the times of saves end in `?` (ISO 8601-2): the clock of this machine is not to
    /// be believed (storage/clock_check.h). Nothing depends on them.
    void distrust_clock(bool distrusted) { clock_distrusted_ = distrusted; }

    /// The latest time at which a shown state was saved by a clock that was not doubted; empty
    /// without one. For the floor under this machine's clock.
    Result<std::string> newest_saved_at();

    /// Appends a revision on top of the state that `find` shows, of every head with that content,
    /// and names it. When it returns, the save is on the disk. A state equal to the one before
    /// and of the same data makes no revision.
    Result<std::string> save(const visit::Visit& visit, const SavedBy& by);
    /// As `save`, on top of every version of the visit: this is what a person decided.
    Result<std::string> resolve(const visit::Visit& visit, const SavedBy& by);

    /// Puts a practice visit into a store that never had one; its id follows from the inputs. False
    /// when there was one before, even if the list is empty now.
    Result<bool> begin_practice(const estimate::EstimateInputs& inputs, const SavedBy& by);

    /// The state that is shown: of the head with the highest lamport, then the smallest hash.
    Result<visit::Visit> load(std::string_view visit_id);
    /// Of the reference data that the shown state was made with.
    Result<std::string> data_hash_of(std::string_view visit_id);
    /// Every version, the shown one first; heads with the same content are one.
    Result<std::vector<visit::Visit>> versions(std::string_view visit_id);
    /// Every revision of a visit, oldest first.
    Result<std::vector<visit::Revision>> revisions(std::string_view visit_id);

    /// As `revisions`, with the private values in the bodies, as far as they open: to compare, not
    /// to keep.
    Result<std::vector<visit::Revision>> open_revisions(std::string_view visit_id);

    /// Newest first.
    Result<std::vector<VisitRow>> recent(int limit);
    /// NotFound when there is no such visit. Searching: storage/search_index.h.
    Result<VisitRow> row(std::string_view visit_id);
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
    /// How far every chain is whole, practice left out.
    Result<Chains> chains();
    /// The private values that revisions name.
    Result<std::vector<PrivateValue>> values_of(const std::vector<visit::Revision>& revisions);
    /// Revisions by others of the visits that `device_id` wrote to, beyond what it said it has.
    Result<std::vector<visit::Revision>> news_for(const std::string& device_id);
    /// What another store said it has.
    Result<Chains> peer_chains(std::string_view device_id);
    /// A private value as another file had it sealed: under this store's key, or under `other`,
    /// when it opens with it. While the store is locked it is kept as it is. False when nothing
    /// opens it.
    Result<bool> keep_sealed(const std::string& reference, const std::string& sealed,
                             const std::optional<access::DataKey>& other);
    /// Ids of the visits that a device wrote to.
    Result<std::vector<std::string>> visits_of(std::string_view device_id);
    /// Up to where the county has confirmed each chain.
    Result<Chains> receipts();
    /// Of each visit that this store wrote to, practice left out.
    Result<std::map<std::string, HandedOver>> handed_over();
    /// SHA-256 of photos that a receipt asked for.
    Result<std::vector<std::string>> wanted_photos();

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
    /// Copies the store into `backups/` beside it, checks the copy and thins the others
    /// (backup_copies.h). When a copy there holds all that is here, that one is answered. For
    /// leaving and before what is dangerous; every half hour `BackupJob` does it bit by bit.
    /// NoSpace before the disk is full.
    Result<std::filesystem::path> back_up(CopyReason reason = CopyReason::Regular);
    /// A whole copy under a name that must be free.
    Result<void> back_up_to(const std::filesystem::path& file);

private:
    VisitsStore(SqliteFile file, VisitsOptions options)
        : file_(std::move(file)), options_(std::move(options)) {}

    static Result<VisitsStore> open_file(const std::filesystem::path& file,
                                         const VisitsOptions& options);
    static Result<VisitsStore> open_newest_copy(const std::filesystem::path& file,
                                                const VisitsOptions& options);
    static Result<VisitsStore> open_after_damage(const std::filesystem::path& file,
                                                 const VisitsOptions& options);
    Result<void> look();
    static Result<VisitsStore> open_in_place_of(const std::filesystem::path& file,
                                                const std::filesystem::path& copy,
                                                const VisitsOptions& options);
    Result<void> check_when_due(bool left_uncleanly);
    /// Of damaged files that were moved aside and not read to the end before the power went.
    void resume_salvage();
    Result<void> migrate();
    /// A setting of hex digits in pairs; Damaged when it is something else.
    Result<std::string> hex_setting(std::string_view name);
    Result<void> learn_identity();
    Result<void> become_new_device();
    Result<visit::Visit> visit_of(const std::string& body);
    Result<MergeReport> take_in(std::span<const visit::Revision> revisions);
    Result<void> note_peer(const ParcelIn& parcel);
    std::string now() const;
    Result<std::string> append(const visit::Visit& visit, const SavedBy& by, bool all_heads);
    /// As `append`, inside a transaction.
    Result<std::string> add(const visit::Visit& visit, const SavedBy& by, bool all_heads);
    Result<visit::Revision> next_revision(const visit::Visit& visit, const SavedBy& by);
    Result<bool> insert(const visit::Revision& revision);
    Result<visit::Revision> revision(std::string_view hash);
    Result<std::vector<visit::Revision>> read_revisions(SqliteQuery query);
    /// Heads with the same content, the shown one first.
    struct Version {
        std::string body;
        std::vector<std::string> hashes;
    };
    Result<visit::Visit> without_values(const visit::Visit& visit,
                                        const std::vector<Version>& versions);
    /// Ends of numbers that came while the store was locked.
    Result<void> read_tails();
    Result<std::vector<Version>> heads_by_content(const Family& family);
    Result<Family> project(std::string_view visit_id);
    Result<void> put_row(const VisitRow& row, const visit::Visit& visit);

    SqliteFile file_;
    VisitsOptions options_;
    std::string device_id_, signer_;
    std::optional<access::DataKey> key_;
    std::optional<std::filesystem::path> set_aside_;
    std::filesystem::path copy_;  ///< What took the place of visits.db.
    bool clock_distrusted_ = false;
    std::optional<Salvage> salvage_;
};

}  // namespace longju::storage
