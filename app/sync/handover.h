// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "core/result.h"
#include "storage/visits_store.h"
#include "sync/parcel.h"

/// Writing parcels to sticks and taking them in.
namespace longju::sync {

struct ExportOptions {
    bool include_samples = false;
    std::string program;  ///< Name and version, for the header.
};

/// What was written.
struct Exported {
    std::filesystem::path file;
    ParcelHeader header;
    std::string sha256;
    std::uint64_t bytes = 0;
    std::string check_code;  ///< Eight digits of the hash, for the paper slip: `4821 0937`.
};

/// Writes everything since the last receipt as one parcel into `folder`: under a temporary name,
/// flushed, read back from the disk and compared, then renamed to a name that was free, and only
/// then marked as exported. NotFound when there is nothing to hand over or no such folder; NoSpace,
/// ReadOnly; Damaged when what was read back is not what was written (a bad stick). After a failure
/// nothing is left under a parcel's name.
Result<Exported> export_parcel(storage::VisitsStore& store, const std::filesystem::path& folder,
                               const ExportOptions& options);

struct Imported {
    ParcelHeader header;
    storage::MergeReport merged;
};

/// Takes in a parcel: copied into `quarantine` first and never read on the stick, checked whole,
/// then merged in one transaction. Refused parcels change nothing and are left where they are.
/// Taking in the same parcel again, or parcels in another order, gives the same state.
Result<Imported> import_parcel(storage::VisitsStore& store, const std::filesystem::path& file,
                               const std::filesystem::path& quarantine);

}  // namespace longju::sync
