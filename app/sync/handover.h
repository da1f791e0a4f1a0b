// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/progress.h"
#include "storage/parties.h"
#include "storage/visits_store.h"
#include "sync/parcel.h"

/// Writing parcels to sticks and taking them in.
namespace longju::sync {

struct ExportOptions {
    bool include_samples = false;
    std::string program;  ///< Name and version, for the header.
    /// A part that is fuller begins a new one: a stick of FAT32 and little memory take it.
    std::uint64_t most_part_bytes = std::uint64_t{64} << 20U;
    Progress* progress = nullptr;  ///< Outlives the call; nullptr: nobody is told.
};

/// What was written.
struct Exported {
    std::vector<std::filesystem::path> files;  ///< One a part.
    std::int64_t revisions = 0;
    std::int64_t photos = 0;
    std::int64_t missing_photos = 0;  ///< Named by visits, but no longer on this computer.
    std::int64_t seq_from = 0;        ///< Of the sender's own revisions; 0 when there are none.
    std::int64_t seq_to = 0;
    std::uint64_t bytes = 0;
    std::string check_code;  ///< Eight digits of the hashes, for the paper slip: `4821 0937`.
};

/// Writes everything since the last receipt into `folder`, sealed to the county and who holds its
/// escrow key: each part under a temporary name, flushed, read back from the disk and compared,
/// then renamed to a name that was free, and only then marked as exported. NotFound when there is
/// nothing to hand over or no such folder; Missing when no county's keys are installed or the store
/// is locked; NoSpace, ReadOnly; Damaged when what was read back is not what was written (a bad
/// stick). After a failure no unfinished file has a parcel's name; stopped, no file is left at all.
Result<Exported> export_parcel(storage::VisitsStore& store, const std::filesystem::path& folder,
                               const ExportOptions& options);

/// At the county: a receipt for one laptop, with the revisions that others made of its visits.
Result<Exported> export_receipt(storage::VisitsStore& store, const storage::Party& device,
                                const std::filesystem::path& folder, const ExportOptions& options);

struct ImportOptions {
    /// Of a damaged parcel, takes what is whole; nobody vouches for who wrote it.
    bool salvage = false;
    Progress* progress = nullptr;  ///< Outlives the call; nullptr: nobody is told.
};

struct Imported {
    ParcelHeader header;
    std::string sender_zh;  ///< Its name here.
    storage::MergeReport merged;
    std::int64_t photos = 0;
    storage::Chains received;  ///< What a receipt confirms.
    bool salvaged = false;     ///< It was damaged; more may be missing.
    /// A receipt names a row of this store's audit log that is no longer in it.
    bool audit_cut = false;
};

/// Takes in a parcel: copied into `quarantine` first and never read on the stick, checked whole,
/// then merged in one transaction. Visits are taken from laptops that are enrolled here, receipts
/// from a county that is known here; BadInput otherwise, with the fingerprint to compare. Refused
/// parcels change nothing and stay in `quarantine` and on the stick. Taking in the same parcel
/// again, or parcels in another order, gives the same state.
Result<Imported> import_parcel(storage::VisitsStore& store, const std::filesystem::path& file,
                               const std::filesystem::path& quarantine,
                               const ImportOptions& options = {});

/// A laptop that is to be known at the county.
struct Newcomer {
    std::string name, township;
    std::string fingerprint;  ///< As its technician read it out; blanks do not matter.
};
/// As a device of this county's list, from a parcel it wrote: its file proves the key. BadInput
/// with the fingerprint to compare when it is not the one that was read out.
Result<storage::Party> enrol(storage::VisitsStore& store, const std::filesystem::path& parcel,
                             const Newcomer& newcomer);

/// This store as the county's: it seals to itself and its receipts are its own word.
Result<storage::Party> become_county(storage::VisitsStore& store, const std::string& name_zh);

}  // namespace longju::sync
