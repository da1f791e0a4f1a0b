// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <vector>

#include "storage/visits_store.h"

namespace longju::faults {

/// Every row of one statement after the other, its columns with a separator. What SQLite refuses
/// is a row that says so.
std::vector<std::string> rows_of(sqlite3* database, const std::string& sql);

/// What SQLite's full check says of an open store: "ok".
std::string integrity_of(storage::VisitsStore& store);

/// A hash over every row of every table but the device's own name.
std::string state_of(storage::VisitsStore& store);

/// Where the revisions of a device are no chain from 1 without gaps; empty when they are one.
std::string gap_in_chain(const std::vector<visit::Revision>& revisions,
                         const std::string& device_id);

}  // namespace longju::faults
