// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "advisor/search.h"

#include <algorithm>
#include <utility>

#include "advisor/pricing.h"
#include "advisor/walks.h"
#include "estimate/calibration.h"
#include "estimate/market.h"
#include "estimate/scenarios.h"

namespace longju::advisor {

namespace {

/// A year's bill and carbon of one heater by the heat the house takes.
class HeaterMoney {
public:
    /// `after` is a computed year with this heater, `walked_kwh` what the walk gave for it.
    HeaterMoney(const energy::Demand& before, energy::Demand after, double walked_kwh,
                const SearchInputs& in, const energy::EnergyLibrary& fuels,
                const estimate::Calibration& calibration, const house::House& house)
        : after_(std::move(after)),
          fixed_kwh_(after_.heat.value - walked_kwh),
          compared_{.before = before,
                    .after = after_,
                    .heater_before = fuels.heater(in.inputs.house.heater_id),
                    .heater_after = fuels.heater(house.heater_id),
                    .library = fuels,
                    .household = in.inputs.household,
                    .power = estimate::power_terms(in.inputs, before, compared_.heater_before,
                                                   after_, compared_.heater_after)},
          scenarios_(compared_, estimate::habit_reading(compared_, calibration)),
          typical_(scenarios_.assumptions(), estimate::typical_level) {}
    HeaterMoney(const HeaterMoney&) = delete;
    HeaterMoney& operator=(const HeaterMoney&) = delete;

    /// Kangs and fire walls give the same in every envelope, the heater what is then missing.
    estimate::Figures figures(double walked_kwh) const {
        const double heat_kwh = std::max(0.0, walked_kwh + fixed_kwh_);
        const double ratio = after_.heat.value > 0.0 ? heat_kwh / after_.heat.value : 1.0;
        return scenarios_.figures(typical_, {.after = ratio});
    }

private:
    energy::Demand after_;
    double fixed_kwh_;
    estimate::ComparisonInputs compared_;
    estimate::Scenarios scenarios_;
    estimate::Levels typical_;
};

}  // namespace

std::optional<Search> search(const SearchInputs& in, const Space& space) {
    estimate::EstimateInputs as_it_is = in.inputs;
    as_it_is.scheme.choices.clear();
    energy::Weather weather(in.year);
    const auto now = estimate::estimate(as_it_is, in.reference, weather);
    if (!now) return std::nullopt;
    house::House lived = in.inputs.house;
    lived.habit = estimate::lived(lived.habit, now->calibration);
    const auto all = walk_all(lived, in, space);
    if (!all) return std::nullopt;
    const std::vector<Walked>& walked = all->walked;

    const estimate::Market market(in.inputs, in.reference);
    const energy::EnergyLibrary fuels =
        estimate::lived(market.energy(), in.inputs.house.heater_id, now->calibration);
    const Pricing pricing(in, space, *now, weather);
    Search result{.simulated = all->simulated,
                  .bill_now = now->habit.before.heating_cost.typical,
                  .coldest_now_c = static_cast<float>(now->habit.before.demand.coldest.value)};
    const std::size_t middle = space.half_way();
    result.schemes.resize(space.schemes());
    for (std::size_t h = 0; h < space.heaters(); ++h) {
        as_it_is.scheme = space.scheme(middle, h, 0);
        const auto reference = estimate::estimate(as_it_is, in.reference, weather);
        if (!reference) return std::nullopt;
        const HeaterMoney money(now->habit.before.demand, reference->habit.after.demand,
                                static_cast<double>(walked[middle * space.heaters() + h].heat_kwh),
                                in, fuels, now->calibration, reference->after_house);
        for (std::size_t e = 0; e < space.envelopes(); ++e) {
            if (in.stop.stop_requested()) return std::nullopt;
            const Walked& w = walked[e * space.heaters() + h];
            const estimate::Figures figures = money.figures(static_cast<double>(w.heat_kwh));
            const Money bill =
                Money::fen(1).multiply_rounded(std::max(0.0, figures[estimate::CostAfter]));
            for (std::size_t a = 0; a < space.arrays(); ++a) {
                const std::size_t place = (e * space.heaters() + h) * space.arrays() + a;
                Scored& s = result.schemes[place];
                s = {
                    .envelope = static_cast<std::uint32_t>(e),
                    .heater = static_cast<std::uint16_t>(h),
                    .array = static_cast<std::uint16_t>(a),
                    .coldest_c = w.coldest_c,
                    .holds_c = w.holds_c,
                    .co2_saved_kg = static_cast<float>(figures[estimate::Co2Saved]),
                    .cost = pricing.cost(e, h, a, Kilowatts{static_cast<double>(w.design_load_kw)}),
                    .subsidy = {},
                    .bill = bill - pricing.array_saves(h, a)};
                s.subsidy =
                    pricing.subsidy(e, h, a, Kilowatts{static_cast<double>(w.design_load_kw)});
            }
        }
    }
    return result;
}

}  // namespace longju::advisor
