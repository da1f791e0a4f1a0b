// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <vector>

#include "core/result.h"
#include "estimate/reference.h"
#include "sync/data_pack.h"

/// What each kind of data pack does to the reference. Files a kind does not know are refused, and
/// so is what would not be a sound reference.
namespace longju::sync {

/// The pack's catalog alone.
Result<estimate::Reference> with_catalog(const estimate::Reference& base, const DataPack& pack);
/// Stations with their twelve months, added or in place of those with their id.
Result<estimate::Reference> with_climate(estimate::Reference base, const DataPack& pack);
/// Prices and fuels at the county's figures; their source names the office.
Result<estimate::Reference> with_prices(estimate::Reference base, const DataPack& pack);
/// Clauses in place of those with their id. Refused: one without a case, and a case that disagrees.
Result<estimate::Reference> with_tested_rules(estimate::Reference base, const DataPack& pack);

}  // namespace longju::sync
