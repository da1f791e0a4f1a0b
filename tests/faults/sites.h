// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "faults/simulated_disk.h"
#include "storage/visits_store.h"
#include "unit/storage/temporary_folder.h"

namespace longju::faults {

using Revisions = std::vector<visit::Revision>;

/// The store of a laptop or of the county, in memory, with a clock that is set by hand.
class Site {
public:
    explicit Site(DiskImage image = {}, const std::string& clock = "2026-11-25T10:00:00+08:00");

    storage::VisitsStore& store() { return *store_; }
    /// Closes the program and starts it again at another time.
    void set_clock(const std::string& clock);
    /// Closes the program; what it left.
    DiskImage close();

private:
    std::unique_ptr<SimulatedDisk> disk_;
    std::optional<storage::VisitsStore> store_;
};

/// New stores, each with its own device, to begin many histories from.
std::vector<DiskImage> new_stores(int count);

/// Takes in what a parcel held.
void deliver(Site& to, const Revisions& parcel);

/// Saves a new state of a visit: what `notes` says. The hash of the revision.
std::string write_notes(Site& site, const std::string& visit_id, const std::string& notes,
                        bool decide = false);

}  // namespace longju::faults
