// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <filesystem>
#include <string>

#include "core/result.h"
#include "estimate/estimate.h"
#include "visit/toml_tree.h"

namespace longju::visit {

/// A case as TOML text that an engineer can read and change: the inputs of one estimate. The kiosk
/// exports it for a visit, the CLI and the tests read it. Field names are those of codec.h; what is
/// absent has its default. `[house]` may be given whole, by `design = "id"` with fields that
/// override it, or by a `[house.survey]` table from which the plan is drawn when there is no
/// `[house.plan]`.
///
/// Every refusal names file, line and field. Ids of divisions, stations, heaters, fuels and
/// measures must exist in the reference; whether the house makes sense is for `house::check`.
Result<estimate::EstimateInputs> read_case(const std::filesystem::path& file,
                                           const estimate::Reference& reference);
Result<estimate::EstimateInputs> parse_case(const std::string& toml, const std::string& file,
                                            const estimate::Reference& reference);

/// Reads back equal with any reference that has the ids.
std::string case_text(const estimate::EstimateInputs& inputs);

/// A case that remembers its text, for refusals found after reading it.
struct Case {
    estimate::EstimateInputs inputs;
    std::string file;
    TomlTree text;

    /// Bad input at the line of `field`.
    Error refusal(const std::string& field, std::string what) const;
};
Result<Case> open_case(const std::filesystem::path& file, const estimate::Reference& reference);

}  // namespace longju::visit
