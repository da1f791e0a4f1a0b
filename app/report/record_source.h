// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <functional>
#include <span>
#include <vector>

#include "core/progress.h"
#include "report/record.h"
#include "storage/visits_store.h"

namespace longju::report {

/// The data that a visit was computed with, by their hash; the newest where those are not here.
/// What it answers outlives the records.
using DataOf = std::function<const estimate::Reference&(const std::string& data_hash)>;

/// The records of every visit that the store shows, each with the estimate of its inputs by its own
/// data: what the table says is what the household's paper says. A visit that has neither begun nor
/// been accepted has no estimate: its figures are in no table.
///
/// Of `before` a record stays as it is while its visit does: only what changed is estimated again.
Result<std::vector<Record>> records_of(storage::VisitsStore& store, const DataOf& data,
                                       Progress* progress = nullptr,
                                       std::span<const Record> before = {});

}  // namespace longju::report
