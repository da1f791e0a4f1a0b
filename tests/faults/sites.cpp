// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "faults/sites.h"

#include <catch2/catch_test_macros.hpp>

#include "core/hash.h"

namespace longju::faults {

namespace {

/// One folder for all of them: on the simulated disks its files are others each time.
const std::filesystem::path& place() {
    static const test::TemporaryFolder folder;
    return folder.path();
}

storage::VisitsStore opened(const SimulatedDisk& disk, const std::string& clock) {
    auto store =
        storage::VisitsStore::open(place(), {.busy_ms = 0, .fixed_time = clock, .vfs = disk.vfs()});
    INFO((store ? "" : store.error().sentence()));
    REQUIRE(store);
    return std::move(*store);
}

}  // namespace

Site::Site(DiskImage image, const std::string& clock)
    : disk_(std::make_unique<SimulatedDisk>(std::move(image))), store_(opened(*disk_, clock)) {}

void Site::set_clock(const std::string& clock) {
    store_.reset();
    store_.emplace(opened(*disk_, clock));
}

DiskImage Site::close() {
    store_.reset();
    return disk_->image();
}

std::vector<DiskImage> new_stores(int count) {
    std::vector<DiskImage> images;
    for (int i = 0; i < count; ++i) images.push_back(Site().close());
    return images;
}

void deliver(Site& to, const Revisions& parcel) {
    const auto merged = to.store().merge(parcel, {random_hex(16), "from", "hash"});
    INFO((merged ? "" : merged.error().sentence()));
    REQUIRE(merged);
}

std::string write_notes(Site& site, const std::string& visit_id, const std::string& notes,
                        bool decide) {
    visit::Visit visit;
    if (auto known = site.store().load(visit_id)) visit = std::move(*known);
    visit.id = visit_id;
    visit.notes = notes;
    const storage::SavedBy by{"李雪梅", "data"};
    const auto hash = decide ? site.store().resolve(visit, by) : site.store().save(visit, by);
    INFO((hash ? "" : hash.error().sentence()));
    REQUIRE(hash);
    return *hash;
}

}  // namespace longju::faults
