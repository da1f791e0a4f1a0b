// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/result.h"
#include "estimate/estimate.h"
#include "visit/procedure.h"

/// 走访记录 as append-only revisions. Nothing is updated or deleted: every save appends a revision
/// named by the hash of its content, with its parents; the current state is a projection.
namespace longju::visit {

enum class Step { Household, Survey, Configure, Compare, Subsidy, Sheets, HandOver };

/// 告知同意: that the household was told what is kept of it and agreed (PIPL art. 13, 17, 29).
struct Consent {
    Date on{std::chrono::year(2026), std::chrono::month(1), std::chrono::day(1)};
    std::string text;  ///< Version of the paper that was signed.

    bool operator==(const Consent&) const = default;
};

/// 比较: the schemes for one house, by letter. `inputs.scheme` is the one that is worked on, priced
/// and printed; the others wait here.
struct Alternatives {
    std::string letter = "A";  ///< Of `inputs.scheme`: A to D.
    /// An entry of `letter` itself is what that scheme was when it was chosen: it stays, so that
    /// versions that chose differently hold all of them when they are merged.
    std::map<std::string, measure::Scheme> others;

    bool operator==(const Alternatives&) const = default;
};

/// What one visit holds at one moment.
struct Visit {
    std::string id;  ///< 32 hex digits, random: clocks lie, so ids are not ordered by time.
    estimate::EstimateInputs inputs;
    Step step = Step::Household;  ///< Where the technician stopped.
    bool sample = false;          ///< The practice visit; never exported.
    Alternatives alternatives;
    Procedure procedure;
    std::string notes;               ///< Free text of the technician.
    std::optional<Consent> consent;  ///< Nothing: not asked yet.
    /// Another visit that this one was found to double; it is kept, and counted once.
    std::string same_as;
    /// Other visits, by id, that looked like doubles of this one and are none.
    std::map<std::string, bool> different_from;
    std::string withdrawn;  ///< Why the record no longer stands; empty while it does.

    bool operator==(const Visit&) const = default;
};

/// One saved state. `hash` is SHA-256 of the canonical JSON of all other fields.
struct Revision {
    std::string hash;
    std::string visit_id;
    std::vector<std::string> parents;  ///< Hashes; sorted; empty for the first.
    std::string device_id;
    std::uint64_t device_seq = 0;    ///< Without gaps per device, from 1.
    std::string previous_on_device;  ///< Hash of the device's revision before; chain of the device.
    std::uint64_t lamport = 0;       ///< Order where clocks cannot be trusted.
    std::string saved_at;  ///< Wall time with zone, ISO 8601: for people, never for order.
    std::string actor;
    int schema = 1;
    std::string data_hash;  ///< Of the reference data the state was made with.
    std::string body;       ///< Canonical JSON of the Visit.
};

/// Canonical text: keys sorted, no blanks, numbers shortest, UTF-8. Same content, same bytes.
std::string canonical(const Visit& visit);
std::string canonical_without_hash(const Revision& revision);
std::string hash_of(const Revision& revision);

/// Reads what `canonical` wrote. `TooNew` for a schema above ours, bad input with the field path
/// otherwise. Fields a newer minor version added are kept out, never guessed.
Result<Visit> visit_from(const std::string& json);

/// Reads what `canonical_without_hash` wrote and names it by its hash. Text that is not canonical
/// is `Damaged`: one content has one name.
Result<Revision> revision_from(const std::string& json);

/// 记录码 for paper: division, year, the first digits of the visit id and a check character
/// (ISO 7064 mod 37-36): `231222-26-8f3a91c2-K`.
std::string record_code(const Visit& visit);

/// Heads of one visit's revisions: those nobody names as a parent. More than one is a conflict that
/// a person decides; the clock never does. Until then the first is shown: highest lamport, then
/// smallest hash, the same on every machine.
std::vector<const Revision*> heads(const std::vector<Revision>& revisions);

}  // namespace longju::visit
