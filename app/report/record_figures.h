// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "estimate/estimate.h"
#include "report/figure.h"
#include "visit/visit.h"

namespace longju::report {

/// What the visit and its estimate know; `estimate` may be nullptr.
Figures figures_of(const visit::Visit& visit, const estimate::Estimate* estimate,
                   const estimate::Reference& reference);

}  // namespace longju::report
