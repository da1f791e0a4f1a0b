// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

/// What goes into a store from others and out of it to them.
namespace longju::storage {

/// How far chains of devices are whole, by device: every number from 1 up to this one is there.
using Chains = std::map<std::string, std::uint64_t>;

/// The id that a store's key gives it: the first 32 hex digits of the SHA-256 of its bytes.
std::string device_id_of(std::string_view signer);

/// How far a visit of this store is on its way to the county.
enum class HandedOver {
    No,       ///< Something of it was never written to a stick.
    Written,  ///< All of it is in a parcel; nobody has confirmed it yet.
    Received  ///< A signed receipt says that the county has it.
};

/// A value that revisions only name. The SHA-256 of `salted` (16 bytes that only the store that hid
/// it can tell, and the value) is the digits of `reference`, `sealed:` and 64 hex digits.
struct PrivateValue {
    std::string reference;
    std::string salted;

    bool operator==(const PrivateValue&) const = default;
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
    std::string device_id;  ///< Of the sender.
    std::string sha256;
    std::vector<PrivateValue> values = {};
    Chains seen = {};             ///< What the sender has.
    std::string audit_head = {};  ///< Of the sender's audit log; empty: not told.
    /// What the sender confirms for good; only of a county.
    Chains received = {};
    std::vector<std::string> wanted_photos = {};
};

/// What came of the revisions of one village and one technician.
struct MergeGroup {
    std::string township, village, actor;
    int fresh = 0, known = 0;

    bool operator==(const MergeGroup&) const = default;
};

/// What taking in revisions did.
struct MergeReport {
    int fresh = 0;      ///< New to this store.
    int known = 0;      ///< Were here already.
    int waiting = 0;    ///< Of the visits touched: revisions whose parents are not here yet.
    int conflicts = 0;  ///< Visits touched that now have more than one version.
    int visits = 0;     ///< Visits touched.
    /// New revisions whose number on their device was taken: two machines write as one.
    int forks = 0;
    std::vector<MergeGroup> groups;  ///< By township, village, technician.
};

}  // namespace longju::storage
