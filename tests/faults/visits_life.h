// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "faults/simulated_disk.h"
#include "storage/visits_store.h"
#include "unit/storage/temporary_folder.h"

namespace longju::faults {

/// What a store that was opened after a power cut had to say for itself.
struct Verdict {
    int lost = 0;        ///< Acknowledged saves, settings and papers that are not there.
    std::string broken;  ///< What else is wrong; empty when nothing is.
};

/// A technician's store on a simulated disk, at work: saves, decisions between versions, parcels of
/// a neighbour, settings, papers. Remembers what was acknowledged, and when.
class VisitsLife {
public:
    explicit VisitsLife(unsigned seed);

    SimulatedDisk& disk() { return disk_; }

    /// Opens the store, runs `arrange` on it, does `things` random things and closes it.
    Result<void> session(int things,
                         const std::function<void(storage::VisitsStore&)>& arrange = {});

    /// Opens the store on what a power cut during `step` of the last session left.
    Verdict examine(DiskImage left, std::size_t step) const;

    /// The disk is as the last session's end left it after a power cut; nothing is uncertain.
    void go_on_from(DiskImage left);

private:
    /// Things that stand in the store together or not at all, and after which step they are sure.
    struct Group {
        std::size_t steps = 0;
        std::vector<std::string> hashes;
    };
    struct Value {
        std::size_t steps = 0;
        std::string text;
    };

    Result<void> save(storage::VisitsStore& store);
    Result<void> decide(storage::VisitsStore& store);
    Result<void> take_in(storage::VisitsStore& store);
    Result<void> keep_setting(storage::VisitsStore& store);
    Result<void> keep_paper(storage::VisitsStore& store);
    Result<void> change(storage::VisitsStore& store, visit::Visit visit, bool decide);
    int missing_in(const std::set<std::string>& kept, std::size_t step, std::string& broken) const;
    int lost_values(storage::VisitsStore& store, std::size_t step) const;
    visit::Visit changed(visit::Visit visit);
    storage::VisitsOptions options(const SimulatedDisk& disk) const;

    test::TemporaryFolder folder_;
    std::mt19937 dice_;
    SimulatedDisk disk_, neighbours_disk_;
    std::vector<storage::VisitsStore> neighbour_;
    std::vector<Group> saved_;
    std::vector<Group> papers_;  ///< By the hash of their bytes.
    std::map<std::string, std::vector<Value>> settings_;
};

}  // namespace longju::faults
