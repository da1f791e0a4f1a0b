// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/money.h"
#include "core/provenance.h"
#include "core/range.h"
#include "core/units.h"
#include "house/envelope.h"
#include "measure/measure.h"

namespace longju::cost {

/// 价格: one item of the price book, installed, per unit, with its range.
struct Price {
    std::string id;
    std::string name_zh;
    std::string name_en;
    std::string unit_zh;  ///< 平方米, 米, 台 …
    std::string unit_en;
    Range<Money> per_unit;
    std::string date;  ///< Year and month of the price level: `2026-10`.
    Provenance provenance;
    bool local = false;  ///< Asked for here (local_price.h); else the catalog's.
};

struct PriceBook {
    std::string version;
    std::vector<Price> prices;                    ///< Sorted by id.
    Range<double> contingency{0.03, 0.05, 0.08};  ///< 零星和备用, share of the sum of lines.

    const Price* find(std::string_view id) const;
};

/// One priced line. Without a price (`amount` empty) it prints 待询价 and is in no total.
struct QuoteLine {
    std::string measure_id;
    std::string option_id;
    std::string price_id;
    std::string name_zh;
    std::string name_en;
    double quantity = 0.0;
    std::string unit_zh;
    std::string unit_en;
    std::optional<Range<Money>> amount;
    std::string price_date;
    Provenance provenance{"", Confidence::Estimate};  ///< Of the price.
    bool local = false;                               ///< The price is a local one.
};

/// 造价 of a scheme.
struct Quote {
    std::vector<QuoteLine> lines;  ///< In the order of groups.
    Range<Money> contingency;
    Range<Money> total;  ///< Lines with a price plus contingency.
    int unpriced = 0;    ///< Lines without a price.

    /// Sum of the lines of one measure, contingency left out.
    Range<Money> of_measure(std::string_view measure_id) const;
};

/// What a scheme is counted on: the house before and after it, measured.
struct TakeOff {
    const house::House& before;
    const house::House& after;
    const house::Envelope& envelope;  ///< Of the house before; its dimensions rule.
    const house::Library& library;
    Kilowatts design_load;  ///< Heat load after the scheme, for sizing heaters.
};

/// What is bought of a heater sold by the kilowatt: the load, up to the next tenth.
double sold_kilowatts(Kilowatts design_load);

/// Quantity of one charge, in the unit of its basis; areas to 0.01 m².
double quantity(const measure::Charge& charge, const measure::Option& option,
                const TakeOff& take_off);

Quote quote(const measure::Scheme& scheme, const measure::MeasureList& list,
            const PriceBook& prices, const TakeOff& take_off);

}  // namespace longju::cost
