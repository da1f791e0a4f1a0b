// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "cost/quote.h"

#include <algorithm>
#include <cmath>

namespace longju::cost {

namespace {

using house::Borders;
using house::Element;
using house::OpeningKind;
using measure::Basis;

double rounded_m2(double area_m2) { return std::round(area_m2 * 100.0) / 100.0; }

/// The windows an option replaces: by its `ReplaceWindows` effects, else all.
bool touches(const measure::Option& option, house::Side side) {
    bool any = false;
    for (const measure::Effect& effect : option.effects) {
        const auto* windows = std::get_if<measure::ReplaceWindows>(&effect);
        if (windows == nullptr) continue;
        any = true;
        if (!windows->side || *windows->side == side) return true;
    }
    return !any;
}

double window_area_m2(const measure::Option& option, const TakeOff& t) {
    double sum_m2 = 0.0;
    for (const house::EnvelopeOpening& o : t.envelope.openings) {
        if (o.kind == OpeningKind::Window && touches(option, o.side)) sum_m2 += o.area.value;
    }
    return sum_m2;
}

int openings(const measure::Option& option, const TakeOff& t, OpeningKind kind) {
    int count = 0;
    for (const house::EnvelopeOpening& o : t.envelope.openings) {
        const bool counts = kind == OpeningKind::Door || touches(option, o.side);
        if (o.kind != kind || o.borders == Borders::UnheatedRoom || !counts) continue;
        count += kind == OpeningKind::Window ? t.before.storeys : 1;
    }
    return count;
}

double outer_wall_m2(const house::Envelope& envelope) {
    double sum_m2 = 0.0;
    for (const house::Facade& f : envelope.facades) {
        sum_m2 += (f.wall - f.windows - f.doors).value;
    }
    return sum_m2;
}

/// Glass of the sunspace: front, two sides and the sloping top.
double sunspace_glass_m2(const house::House& after) {
    if (!after.sunspace) return 0.0;
    const double w_m = in_metres(after.sunspace->width).value;
    const double d_m = in_metres(after.sunspace->depth).value;
    const double h_m = in_metres(after.sunspace->height).value;
    return w_m * h_m + 2.0 * d_m * h_m + w_m * d_m;
}

}  // namespace

double sold_kilowatts(Kilowatts design_load) { return std::ceil(design_load.value * 10.0) / 10.0; }

const Price* PriceBook::find(std::string_view id) const {
    const auto found = std::ranges::find(prices, id, &Price::id);
    return found == prices.end() ? nullptr : &*found;
}

Range<Money> Quote::of_measure(std::string_view measure_id) const {
    Range<Money> sum;
    for (const QuoteLine& line : lines) {
        if (line.measure_id == measure_id && line.amount) sum = sum + *line.amount;
    }
    return sum;
}

double quantity(const measure::Charge& charge, const measure::Option& option, const TakeOff& t) {
    switch (charge.basis) {
        case Basis::OuterWallNet:
            return rounded_m2((t.envelope.net_area(Element::Wall, Borders::Outdoors) +
                               t.envelope.net_area(Element::Wall, Borders::Sunspace))
                                  .value);
        case Basis::WallGrossNew:
            return rounded_m2(outer_wall_m2(t.envelope));
        case Basis::Ceiling:
            return rounded_m2((t.envelope.net_area(Element::Ceiling, Borders::Attic) +
                               t.envelope.net_area(Element::Ceiling, Borders::Outdoors))
                                  .value);
        case Basis::HeatedFloor:
            return rounded_m2(t.envelope.heated_floor.value);
        case Basis::GroundPerimeter:
            return rounded_m2(t.envelope.ground_perimeter.value);
        case Basis::WindowArea:
            return rounded_m2(window_area_m2(option, t));
        case Basis::WindowCount:
            return openings(option, t, OpeningKind::Window);
        case Basis::DoorCount:
            return openings(option, t, OpeningKind::Door);
        case Basis::Piece:
            return 1.0;
        case Basis::SunspaceGlazing:
            return rounded_m2(sunspace_glass_m2(t.after));
        case Basis::PvWatts:
            return t.after.pv ? t.after.pv->power().value * 1000.0 : 0.0;
        case Basis::HeaterKilowatts:
            return sold_kilowatts(t.design_load);
    }
    return 0.0;
}

namespace {

QuoteLine line_of(const measure::Choice& choice, const measure::Charge& charge,
                  const measure::Option& option, const PriceBook& prices, const TakeOff& t) {
    QuoteLine line{.measure_id = choice.measure_id,
                   .option_id = choice.option_id,
                   .price_id = charge.price_id,
                   .name_zh = option.name_zh,
                   .name_en = option.name_en,
                   .quantity = quantity(charge, option, t)};
    const Price* price = prices.find(charge.price_id);
    if (price == nullptr) return line;
    line.unit_zh = price->unit_zh;
    line.unit_en = price->unit_en;
    line.price_date = price->date;
    line.provenance = price->provenance;
    line.local = price->local;
    line.amount = Range<Money>{price->per_unit.low.multiply_rounded(line.quantity),
                               price->per_unit.typical.multiply_rounded(line.quantity),
                               price->per_unit.high.multiply_rounded(line.quantity)};
    return line;
}

}  // namespace

Quote quote(const measure::Scheme& scheme, const measure::MeasureList& list,
            const PriceBook& prices, const TakeOff& t) {
    Quote quote;
    Range<Money> sum;
    for (const measure::Measure& m : list.measures) {
        const measure::Choice* choice = scheme.find(m.id);
        const measure::Option* option = choice == nullptr ? nullptr : list.find(*choice);
        if (option == nullptr || !measure::fit(m, *option, t.before, t.library).fits) continue;
        for (const measure::Charge& charge : option->charges) {
            quote.lines.push_back(line_of(*choice, charge, *option, prices, t));
            const auto& amount = quote.lines.back().amount;
            if (amount) sum = sum + *amount;
            if (!amount) ++quote.unpriced;
        }
    }
    quote.contingency = {sum.low.multiply_rounded(prices.contingency.low),
                         sum.typical.multiply_rounded(prices.contingency.typical),
                         sum.high.multiply_rounded(prices.contingency.high)};
    quote.total = sum + quote.contingency;
    return quote;
}

}  // namespace longju::cost
