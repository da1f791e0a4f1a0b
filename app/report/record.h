// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "core/date.h"
#include "estimate/estimate.h"
#include "report/figure.h"
#include "visit/visit.h"

namespace longju::report {

/// Whether a visit counts, and why not.
enum class Standing {
    Counts,
    Sample,     ///< 练习: never leaves the machine, is in no table and in no hash.
    Withdrawn,  ///< 撤销
    Double      ///< 重复: the visit it doubles counts.
};

/// What one visit contributes to the tables of an office: no name, no number of a person.
struct Record {
    std::string visit_id;
    std::string head_hash;      ///< Of the revision that was read.
    std::uint64_t lamport = 0;  ///< Of that revision: a later state has a higher one.
    int versions = 1;           ///< More than one: a person has yet to decide between them.
    std::string code;           ///< 记录码.
    std::string county_code;    ///< Six digits; empty when the visit names none.
    std::string township, village;
    Standing standing = Standing::Counts;
    std::optional<Date> started;   ///< 开工.
    std::optional<Date> accepted;  ///< 竣工验收.
    Figures figures;

    std::optional<std::int64_t> figure(Figure f) const {
        return figures.at(static_cast<std::size_t>(f));
    }
    bool operator==(const Record&) const = default;
};

/// Which revision of a visit a record is made from.
struct Head {
    std::string hash;
    std::uint64_t lamport = 0;
    int versions = 1;
};

/// `estimate` is that of the visit's inputs; nullptr when the house cannot be computed: then what
/// only it knows is unknown. Pure.
Record record_of(const visit::Visit& visit, const Head& head, const estimate::Estimate* estimate,
                 const estimate::Reference& reference);

/// SHA-256 over the lines `visit_id head_hash` of all records but samples, sorted: the same set
/// gives the same hash on every machine, and no other set does.
std::string record_set_hash(std::span<const Record> records);

/// SHA-256 over everything of a record that another office may have: what tells whether it was
/// published as it is. The village and the record code are left out.
std::string content_hash(const Record& record);

}  // namespace longju::report
