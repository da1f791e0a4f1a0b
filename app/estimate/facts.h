// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <vector>

#include "cost/quote.h"
#include "estimate/estimate.h"
#include "subsidy/rule.h"

namespace longju::estimate {

/// What the clauses may ask of a case, beside its inputs.
struct FactSources {
    const EstimateInputs& inputs;
    const Reference& reference;
    const measure::Scheme& scheme;  ///< The choices that fit the house.
    const house::House& after;
    const house::Envelope& envelope;  ///< Of the house before.
    const cost::Quote& quote;
    std::optional<KilowattHours> pv_year;
};

/// 农户、房屋、村 as facts. What was not asked or not answered is not in the map.
subsidy::Facts case_facts(const FactSources& sources);

/// The measures of the scheme that the rules have a name for, and the works as a whole (危房改造:
/// repair of a standing house, rebuilding for a new one). A cost is a fact only when every line of
/// it has a price; of a new house only the measures are priced, so the cost of the whole is
/// unknown.
std::vector<subsidy::Item> case_items(const FactSources& sources);

/// The code of a group of households in the rules: `dibao`.
std::string_view code(house::HouseholdCategory category);
std::string_view code(house::DangerGrade grade);

}  // namespace longju::estimate
