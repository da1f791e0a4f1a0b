// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <filesystem>
#include <string>

#include "core/result.h"
#include "estimate/estimate.h"

namespace longju::visit {

/// A case as TOML text that an engineer can read and change: the inputs of one estimate. The kiosk
/// exports it for a visit, the CLI and the tests read it. `[house]` may be given whole, by
/// `design = "id"` with fields that override it, or by a `[house.survey]` table.
Result<estimate::EstimateInputs> read_case(const std::filesystem::path& file,
                                           const estimate::Reference& reference);
Result<estimate::EstimateInputs> parse_case(const std::string& toml, const std::string& file,
                                            const estimate::Reference& reference);
std::string case_text(const estimate::EstimateInputs& inputs);

}  // namespace longju::visit
