// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "estimate/spread.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <random>
#include <thread>

#include "energy/house_building.h"
#include "energy/zone.h"
#include "estimate/market.h"
#include "estimate/scenarios.h"

namespace longju::estimate {

namespace {

constexpr double longest_payback_years = 99.0;
constexpr std::array described = {Unknown::AirChange, Unknown::SetPoint, Unknown::HeatedShare};

/// One house like this one: where each thing not known stands in its range.
struct Draw {
    std::array<Level, described.size()> description{};  ///< In the order of `described`.
    Levels levels;                                      ///< Of the scenarios.
    Level works = typical_level;
};

/// Levels with half of them on either side of typical, less likely towards the ends.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : random_(seed) {}

    Level roll() {
        // The standard's own distributions differ between libraries; this does not.
        const double u = static_cast<double>(random_() >> 11U) * 0x1.0p-53;
        return u < 0.5 ? std::sqrt(2.0 * u) - 1.0 : 1.0 - std::sqrt(2.0 * (1.0 - u));
    }

private:
    std::mt19937_64 random_;
};

house::House described_as(house::House house, const Draw& draw) {
    const auto [air, warm, rooms] = draw.description;
    house.air_change = house.air_change * at(air_change_spread, air);
    const Celsius warmer{at(set_point_spread_k, warm)};
    house.habit.day_set_point += warmer;
    house.habit.night_set_point += warmer;
    house.habit.heated_share =
        std::clamp(house.habit.heated_share + at(heated_share_spread, rooms), 0.1, 1.0);
    return house;
}

/// The heat of each draw's houses by that of the first draw, which is the house as it was stated.
class HeatRuns {
public:
    HeatRuns(const SpreadInputs& in, const measure::Scheme& scheme)
        : in_(in), scheme_(scheme), lived_(in.inputs.house) {
        lived_.habit = lived(lived_.habit, in.estimate.calibration);
    }

    std::vector<HeatRatios> run(const std::vector<Draw>& draws) const {
        std::vector<energy::YearSum> sums(2 * draws.size());
        const std::size_t half = draws.size() / 2;
        {
            const std::jthread other([&] {
                energy::Weather weather(in_.weather.year());  // Its caches are not shared.
                walk(draws, half, draws.size(), weather, sums);
            });
            walk(draws, 0, half, in_.weather, sums);
        }
        const Comparison& habit = in_.estimate.habit;
        std::vector<HeatRatios> ratios;
        for (std::size_t i = 0; i < draws.size(); ++i) {
            ratios.push_back({ratio(habit.before.demand, sums[2 * i], sums[0]),
                              ratio(habit.after.demand, sums[2 * i + 1], sums[1])});
        }
        return ratios;
    }

private:
    energy::HouseUse use(const house::House& house) const {
        return energy::use_of(house.habit, house.heater_id, in_.reference.energy);
    }
    house::House changed(const house::House& before) const {
        return measure::apply(scheme_, before, in_.reference.measures, in_.reference.library);
    }

    /// Draws differ in how the rooms are used and how they leak: the rest is built once.
    void walk(const std::vector<Draw>& draws, std::size_t first, std::size_t last,
              energy::Weather& weather, std::vector<energy::YearSum>& sums) const {
        const Estimate& e = in_.estimate;
        const house::Library& library = in_.reference.library;
        const house::House after_all = changed(lived_);
        const energy::Building before =
            energy::building_of(lived_, e.before_envelope, library, use(lived_), weather);
        const energy::Building after =
            energy::building_of(after_all, e.after_envelope, library, use(after_all), weather);
        std::vector<energy::Building> buildings;
        buildings.reserve(2 * (last - first));
        for (std::size_t i = first; i < last; ++i) {
            const house::House drawn = described_as(lived_, draws[i]);
            const house::House drawn_after = changed(drawn);
            energy::set_use(buildings.emplace_back(before).zones.front(), drawn, e.before_envelope,
                            use(drawn));
            energy::set_use(buildings.emplace_back(after).zones.front(), drawn_after,
                            e.after_envelope, use(drawn_after));
        }
        const auto walked = energy::simulate_sums(buildings, weather, energy::widest_kernel(),
                                                  energy::heating_walk);
        std::ranges::copy(walked, sums.begin() + static_cast<std::ptrdiff_t>(2 * first));
    }

    /// Kangs and fire walls give the same in every draw, the heater what is then missing.
    static double ratio(const energy::Demand& demand, const energy::YearSum& sum,
                        const energy::YearSum& stated) {
        if (demand.heat.value <= 0.0) return 1.0;
        return std::max(0.0, demand.heat.value + sum.heat_kwh - stated.heat_kwh) /
               demand.heat.value;
    }

    const SpreadInputs& in_;
    const measure::Scheme& scheme_;
    house::House lived_;  ///< As the bill says.
};

double at_level(const Range<Money>& range, Level level) {
    return at({as_fen(range.low), as_fen(range.typical), as_fen(range.high)}, level);
}

Percentiles<double> percentiles(std::vector<double> values) {
    std::ranges::sort(values);
    // Between the two neighbours, as most statistics programs do (Hyndman and Fan, type 7).
    const auto at_share = [&](double share) {
        const double place = share * static_cast<double>(values.size() - 1);
        const auto low = static_cast<std::size_t>(place);
        const std::size_t high = std::min(low + 1, values.size() - 1);
        return std::lerp(values[low], values[high], place - static_cast<double>(low));
    };
    return {at_share(0.1), at_share(0.5), at_share(0.9)};
}

template <class T>
Percentiles<T> as(const Percentiles<double>& p, const std::function<T(double)>& unit) {
    return {unit(p.p10), unit(p.p50), unit(p.p90)};
}

/// The draws: first the house as stated, then both ends of what describes it, then the samples.
std::vector<Draw> draws_of(const SpreadInputs& in, std::size_t assumptions) {
    std::vector<Draw> draws(1, {.levels = Levels(assumptions, typical_level)});
    for (std::size_t i = 0; i < described.size(); ++i) {
        for (const Level end : {low_end, high_end}) {
            draws.push_back(draws.front());
            draws.back().description.at(i) = end;
        }
    }
    Dice dice(in.seed);
    for (int i = 0; i < in.samples; ++i) {
        Draw draw{.levels = Levels(assumptions)};
        for (Level& level : draw.description) level = dice.roll();
        for (Level& level : draw.levels) level = dice.roll();
        draw.works = dice.roll();
        draws.push_back(std::move(draw));
    }
    return draws;
}

constexpr std::size_t samples_from = 1 + 2 * described.size();

void add_percentiles(const SpreadInputs& in, const Scenarios& scenarios,
                     const std::vector<Draw>& draws, const std::vector<HeatRatios>& heat,
                     Spread& result) {
    std::vector<double> saved, after, own, co2, payback;
    int gains = 0;
    const Finance& finance = in.estimate.finance;
    for (std::size_t i = samples_from; i < draws.size(); ++i) {
        const Figures figures = scenarios.figures(draws[i].levels, heat[i]);
        saved.push_back(figures[Saved]);
        after.push_back(std::max(figures[CostAfter], 0.0));
        co2.push_back(figures[Co2Saved]);
        own.push_back(at_level(finance.own, draws[i].works));
        const double counted = at_level(finance.counted, draws[i].works);
        const bool gain = figures[Saved] > 0.0;
        if (gain) ++gains;
        payback.push_back(gain ? std::min(counted / figures[Saved], longest_payback_years)
                               : longest_payback_years);
    }
    result.samples = static_cast<int>(saved.size());
    if (saved.empty()) return;
    result.saved_per_year = as<Money>(percentiles(saved), Money::rounded_fen);
    result.heating_after = as<Money>(percentiles(after), Money::rounded_fen);
    result.own = as<Money>(percentiles(own), Money::rounded_fen);
    result.co2_saved = as<Kilograms>(percentiles(co2), [](double kg) { return Kilograms{kg}; });
    result.payback = as<Years>(percentiles(payback), [](double years) { return Years{years}; });
    result.saves_money = static_cast<double>(gains) / static_cast<double>(saved.size());
}

/// What an assumption of the scenarios is called.
Influence named(const Scenarios& scenarios, std::size_t assumption) {
    constexpr std::array names = {Unknown::Winter, Unknown::Habit, Unknown::Realised,
                                  Unknown::HeaterBefore, Unknown::HeaterAfter};
    if (assumption < names.size()) return {.what = names.at(assumption)};
    return {.what = Unknown::FuelPrice, .fuel_id = scenarios.price(assumption - Prices).fuel().id};
}

void add_tornado(const Scenarios& scenarios, const std::vector<Draw>& draws,
                 const std::vector<HeatRatios>& heat, Spread& result) {
    const auto saved = [&](const Levels& levels, const HeatRatios& ratios) {
        return Money::rounded_fen(scenarios.figures(levels, ratios)[Saved]);
    };
    std::vector<Influence>& bars = result.tornado;
    for (std::size_t i = 0; i < described.size(); ++i) {
        const std::size_t low = 1 + 2 * i;
        bars.push_back({.what = described.at(i),
                        .saved_at_low = saved(draws[low].levels, heat[low]),
                        .saved_at_high = saved(draws[low + 1].levels, heat[low + 1])});
    }
    Levels levels = draws.front().levels;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        Influence bar = named(scenarios, i);
        levels[i] = low_end;
        bar.saved_at_low = saved(levels, heat.front());
        levels[i] = high_end;
        bar.saved_at_high = saved(levels, heat.front());
        levels[i] = typical_level;
        bars.push_back(std::move(bar));
    }
    std::erase_if(bars, [](const Influence& bar) { return bar.width() == Money{}; });
    std::ranges::stable_sort(bars, std::ranges::greater(), &Influence::width);
}

}  // namespace

Spread spread(const SpreadInputs& in) {
    const Comparison& habit = in.estimate.habit;
    const Market market(in.inputs, in.reference);
    const energy::EnergyLibrary fuels =
        lived(market.energy(), in.inputs.house.heater_id, in.estimate.calibration);
    const ComparisonInputs compared{
        .before = habit.before.demand,
        .after = habit.after.demand,
        .heater_before = fuels.heater(in.inputs.house.heater_id),
        .heater_after = fuels.heater(in.estimate.after_house.heater_id),
        .library = fuels,
        .household = in.inputs.household,
        .power =
            power_terms(in.inputs, habit.before.demand, fuels.heater(in.inputs.house.heater_id),
                        habit.after.demand, fuels.heater(in.estimate.after_house.heater_id))};
    const Scenarios scenarios(compared, habit_reading(compared, in.estimate.calibration));
    const measure::Scheme scheme = fitting_scheme(in.inputs, in.reference);
    const std::vector<Draw> draws = draws_of(in, scenarios.assumptions());
    const std::vector<HeatRatios> heat = HeatRuns(in, scheme).run(draws);
    Spread result;
    add_percentiles(in, scenarios, draws, heat, result);
    add_tornado(scenarios, draws, heat, result);
    return result;
}

}  // namespace longju::estimate
