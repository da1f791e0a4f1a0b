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

inline const access::SigningKey& county() {
    static const access::SigningKey key = access::new_signing_key();
    return key;
}
inline const access::SigningKey& laptop() {
    static const access::SigningKey key = access::new_signing_key();
    return key;
}

/// From the laptop to the county.
inline Parcel parcel(std::vector<visit::Revision> revisions) {
    Parcel parcel;
    parcel.header.package_id = std::string(32, '7');
    parcel.header.sender = laptop().signer;
    parcel.header.recipients = {county().signer};
    parcel.header.created_at = "2026-11-25T10:00:00+08:00";
    parcel.header.program = "test";
    parcel.seen = {{"device", 12}};
    parcel.revisions = std::move(revisions);
    return parcel;
}

inline std::string bytes(std::vector<visit::Revision> revisions) {
    return *parcel_bytes(parcel(std::move(revisions)), laptop());
}

}  // namespace longju::sync::sample
