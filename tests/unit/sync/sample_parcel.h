// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <vector>

#include "sync/parcel.h"
#include "unit/visit/random_visits.h"

/// Made-up revisions and parcels.
namespace longju::sync::sample {

/// `count` revisions of one visit, each on top of the one before.
inline std::vector<visit::Revision> chain(unsigned seed, int count) {
    visit::sample::RandomVisits random(seed);
    visit::Visit visit = random.visit();
    visit.sample = false;
    std::vector<visit::Revision> revisions;
    for (int i = 1; i <= count; ++i) {
        visit.inputs.household.members = i;
        visit::Revision revision;
        revision.visit_id = visit.id;
        revision.device_id = "device" + std::to_string(seed);
        revision.device_seq = static_cast<std::uint64_t>(i);
        revision.lamport = static_cast<std::uint64_t>(i);
        revision.saved_at = "2026-11-25T10:00:00+08:00";
        revision.body = visit::canonical(visit);
        if (i > 1) {
            revision.parents = {revisions.back().hash};
            revision.previous_on_device = revisions.back().hash;
        }
        revision.hash = visit::hash_of(revision);
        revisions.push_back(std::move(revision));
    }
    return revisions;
}

inline ParcelHeader header() {
    ParcelHeader header;
    header.package_id = std::string(32, '7');
    header.device_id = std::string(32, 'd');
    header.created_at = "2026-11-25T10:00:00+08:00";
    header.program = "test";
    return header;
}

}  // namespace longju::sync::sample
