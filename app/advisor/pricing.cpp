// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "advisor/pricing.h"

#include <algorithm>

#include "estimate/facts.h"

namespace longju::advisor {

namespace {

/// Every line with a price, contingency left out.
Money lines_of(const cost::Quote& quote) { return quote.total.typical - quote.contingency.typical; }

}  // namespace

Pricing::Pricing(const SearchInputs& in, const Space& space, const estimate::Estimate& now,
                 energy::Weather& weather)
    : in_(in), space_(space), now_(now), market_(in.inputs, in.reference) {
    for (const Slot& slot : space.thermal()) {
        std::vector<Money> options;
        for (std::size_t i = 0; i < slot.options.size(); ++i) options.push_back(lines_of(slot, i));
        thermal_.push_back(std::move(options));
    }
    for (std::size_t i = 0; i < space.heaters(); ++i) {
        heater_.push_back(lines_of(space.heater(), i));
    }
    for (std::size_t i = 0; i < space.arrays(); ++i) {
        array_.push_back(lines_of(space.pv(), i));
        array_yield_.emplace_back();
    }
    std::optional<std::size_t> without_power;
    for (std::size_t h = 0; h < space.heaters(); ++h) {
        array_saves_.emplace_back();  // Of no array.
        bool heats_with_power = true;
        for (std::size_t i = 1; i < space.arrays(); ++i) {
            // Beside any fire, an array saves the same.
            if (!heats_with_power && without_power) {
                array_saves_.push_back(array_saves(*without_power, i));
                continue;
            }
            estimate::EstimateInputs inputs = in.inputs;
            inputs.scheme = space.scheme(space.half_way(), h, i);
            const auto e = estimate::estimate(inputs, in.reference, weather, &now.calibration);
            const bool has = e && e->pv;
            array_saves_.push_back(has ? e->pv->value_per_year.low : Money{});
            if (has) array_yield_[i] = e->pv->yield.year;
            heats_with_power = !e || !e->habit.after.demand.electricity_kwh.empty();
        }
        if (!heats_with_power && !without_power) without_power = h;
    }
    any_verified_ = std::ranges::any_of(in.reference.rules, subsidy::can_be_counted);
}

cost::Quote Pricing::quote_of(const measure::Scheme& scheme, Kilowatts design_load) const {
    const house::House after =
        measure::apply(scheme, in_.inputs.house, in_.reference.measures, in_.reference.library);
    return cost::quote(scheme, in_.reference.measures, market_.prices(),
                       {.before = in_.inputs.house,
                        .after = after,
                        .envelope = now_.before_envelope,
                        .library = in_.reference.library,
                        .design_load = design_load});
}

Money Pricing::lines_of(const Slot& slot, std::size_t option) const {
    if (option == 0) return {};
    measure::Scheme alone;
    alone.choices = {{slot.measure->id, slot.options[option]->id}};
    return advisor::lines_of(quote_of(alone, Kilowatts{0.0}));
}

Money Pricing::cost(std::size_t envelope, std::size_t heater, std::size_t array,
                    Kilowatts design_load) const {
    Money sum = heater_[heater] + by_kilowatt(heater, design_load) + array_[array];
    for (const std::vector<Money>& options : thermal_) {
        sum += options[envelope % options.size()];
        envelope /= options.size();
    }
    return sum + sum.multiply_rounded(market_.prices().contingency.typical);
}

/// Lines of heaters that are sold by the kilowatt; the others' are the same for every load.
Money Pricing::by_kilowatt(std::size_t heater, Kilowatts design_load) const {
    const measure::Option* option = space_.heater().options[heater];
    if (option == nullptr) return {};
    Money sum;
    for (const measure::Charge& charge : option->charges) {
        if (charge.basis != measure::Basis::HeaterKilowatts) continue;
        const cost::Price* price = market_.prices().find(charge.price_id);
        if (price != nullptr) {
            sum += price->per_unit.typical.multiply_rounded(cost::sold_kilowatts(design_load));
        }
    }
    return sum;
}

Money Pricing::subsidy(std::size_t envelope, std::size_t heater, std::size_t array,
                       Kilowatts design_load) const {
    if (!any_verified_) return {};
    const measure::Scheme scheme = space_.scheme(envelope, heater, array);
    const house::House after =
        measure::apply(scheme, in_.inputs.house, in_.reference.measures, in_.reference.library);
    const cost::Quote quote = quote_of(scheme, design_load);
    const estimate::FactSources sources{.inputs = in_.inputs,
                                        .reference = in_.reference,
                                        .scheme = scheme,
                                        .after = after,
                                        .envelope = now_.before_envelope,
                                        .quote = quote,
                                        .pv_year = array_yield_[array]};
    return subsidy::judge_all(in_.reference.rules, estimate::case_facts(sources),
                              estimate::case_items(sources), in_.inputs.place.division_code,
                              in_.inputs.date)
        .verified;
}

}  // namespace longju::advisor
