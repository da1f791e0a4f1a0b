// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "cli/validation.h"
#include "sheet/page.h"

namespace longju::cli {

/// The report as one picture: heating and cooling of Standard 140 case by case in the range of the
/// six programs, and the farmhouses beside EnergyPlus. For the README and for people who read no
/// tables.
sheet::Sheet validation_figure(const Validation& validation);

}  // namespace longju::cli
