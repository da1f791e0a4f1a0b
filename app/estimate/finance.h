// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "cost/quote.h"
#include "estimate/electricity_tariff.h"
#include "estimate/estimate.h"
#include "estimate/prospect.h"
#include "measure/measure.h"

namespace longju::estimate {

/// Sum of (1 + r)^-t over t = 1 … `years`, with the last part of a year in proportion: what one
/// yuan saved each year is worth today. Energy prices are taken as constant in real terms.
double present_value_factor(Years years, double discount_rate);

/// The works of a scheme whose saving is heating money, each with its part of the contingency; PV
/// and solar hot water left out.
std::vector<LifeCost> counted_works(const measure::Scheme& scheme,
                                    const measure::MeasureList& measures, const cost::Quote& quote);

/// Money of a scheme: what it costs the household, what pays it back and when.
Finance finance(const measure::Scheme& scheme, const measure::MeasureList& measures,
                const cost::Quote& quote, Money verified_subsidy,
                const Range<Money>& saved_per_year);

/// What a PV array's year is worth: what is used at home at the tiers of the bill it makes smaller,
/// the rest at three scenarios of the feed-in price; new projects sell at auction results nobody
/// can promise (发改价格〔2025〕136号).
Range<Money> pv_value(const energy::SelfUse& self_use, const Tariff& tariff);

}  // namespace longju::estimate
