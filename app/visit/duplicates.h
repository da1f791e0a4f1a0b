// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "visit/visit.h"

/// One house or one person recorded twice. Pairs are offered, a person says whether they are one;
/// nothing is deleted.
namespace longju::visit {

/// What of a visit tells it from others.
struct DuplicateRecord {
    std::string visit_id;
    std::string head;        ///< 户主.
    std::string id_key;      ///< Of the id number under a key (access::keyed_hash); may be empty.
    std::string phone_tail;  ///< Last digits; may be empty.
    std::string division_code, township, village;
    std::optional<int> built_year;
    std::optional<Millimetres> length, width;  ///< Outside, as surveyed.
};

/// The record of a visit. `id_key` is the caller's: only a store has the key.
DuplicateRecord duplicate_record(const Visit& visit, std::string id_key);

enum class DuplicateReason {
    SameIdNumber,     ///< The same person.
    SamePhone,        ///< The same name, village and phone.
    SameName,         ///< The same name and village.
    SameMeasurements  ///< The same village, year and size to the millimetre, no neighbour alike.
};
enum class DuplicateStrength { Possible, Likely, Certain };
DuplicateStrength strength_of(DuplicateReason reason);
/// The word of a reason in the keys of strings: `same_id`.
std::string_view word(DuplicateReason reason);

/// Two records that may be one, by index; `first` < `second`.
struct DuplicatePair {
    std::size_t first = 0, second = 0;
    DuplicateReason reason = DuplicateReason::SameName;  ///< The strongest one.

    bool operator==(const DuplicatePair&) const = default;
};

/// Ids of two visits, the smaller first.
using VisitPair = std::pair<std::string, std::string>;
VisitPair pair_of(const std::string& a, const std::string& b);

/// Pairs, the strongest first, then in the order of records; without those of `decided`. The work
/// grows with the number of records, not with its square: in a bucket of many each record is only
/// compared with the first, and measurements that many share tell nothing.
std::vector<DuplicatePair> find_duplicates(std::span<const DuplicateRecord> records,
                                           const std::set<VisitPair>& decided = {});

/// What was decided in a visit: those it is the same as and those it is not.
std::set<VisitPair> decided_pairs(const Visit& visit);

}  // namespace longju::visit
