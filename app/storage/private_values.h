// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string_view>
#include <vector>

#include "access/sealing.h"
#include "core/result.h"
#include "storage/exchange.h"
#include "storage/sqlite_file.h"
#include "visit/visit.h"

/// Phone, identity number and bank card: on the disk they are sealed by value, and revisions only
/// name them, so that a revision can travel, be compared and be kept for ever without them.
namespace longju::storage {

class PrivateValues {
public:
    /// Both outlive it.
    PrivateValues(const SqliteFile& file, const access::DataKey& key) : file_(&file), key_(&key) {}

    /// Puts references in place of the values of `visit` and keeps the values. The same value of
    /// the same visit has the same reference; where one of `versions` (hidden) names an equal one,
    /// that is taken, so that stores that agree write the same.
    Result<void> hide(visit::Visit& visit, const std::vector<visit::Visit>& versions) const;
    /// The way back. A value that is not here, or does not open, stays a reference.
    Result<void> reveal(visit::Visit& visit) const;

    /// Damaged when the reference does not belong to the value.
    Result<void> keep(const PrivateValue& value) const;
    /// Of all references in those bodies, each once; those that are not here are left out.
    Result<std::vector<PrivateValue>> named_in(const std::vector<visit::Revision>& revisions) const;

private:
    /// Without its salt; empty when it is not here.
    Result<std::string> value_of(std::string_view reference) const;
    /// Empty when it is not here, or does not open.
    Result<std::string> salted(std::string_view reference) const;

    const SqliteFile* file_;
    const access::DataKey* key_;
};

/// Whether something of the visit must be hidden before it is kept.
bool has_plain_values(const visit::Visit& visit);

/// Whether a text of a visit stands for a value that is kept elsewhere.
bool is_reference(std::string_view text);

}  // namespace longju::storage
