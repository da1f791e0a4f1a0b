// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "estimate/calibration.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "estimate/electricity_tariff.h"

namespace longju::estimate {

namespace {

/// Energy of a fuel bought, as if of the main heater's fuel; 0 for a fuel that is not known.
double equivalent_kwh(const house::FuelBought& bought, const energy::Heater& heater,
                      const energy::EnergyLibrary& library) {
    const energy::Fuel* fuel = library.find_fuel(bought.fuel_id);
    if (fuel == nullptr || bought.amount <= 0.0) return 0.0;
    const double energy_kwh = bought.amount * fuel->energy_per_unit.value;
    const bool beside_a_stove = fuel->id == electricity_id && heater.fuel_id != electricity_id;
    return beside_a_stove ? energy_kwh / heater.efficiency.typical : energy_kwh;
}

/// The bill moves what it may by as little as it needs; a residual that is left is told.
class Fit {
public:
    Fit(double bought_kwh, const Living& stated, std::span<const Parameter> parameters,
        const BoughtModel& model)
        : bought_kwh_(bought_kwh),
          stated_(stated),
          parameters_(parameters),
          model_(model),
          now_(parameters.size(), 0.0),
          slope_(parameters.size(), 0.0) {}

    Calibration run() {
        Calibration result{.bought_kwh = bought_kwh_};
        constexpr int most_rounds = 6;
        constexpr double settled = 0.01;
        for (int round = 0; round < most_rounds; ++round) {
            result.fitted_kwh = measure();
            if (round == 0) result.computed_kwh = result.fitted_kwh;
            std::vector<double> next = better();
            if (result.fitted_kwh <= 0.0 || farthest(next) < settled) break;
            if (round + 1 < most_rounds) now_ = std::move(next);
        }
        for (std::size_t i = 0; i < parameters_.size(); ++i) result.fitted.push_back(told(i));
        return result;
    }

private:
    double stated(std::size_t i) const { return stated_.*parameters_[i].value; }
    double lowest(std::size_t i) const {
        return (parameters_[i].least - stated(i)) / parameters_[i].sigma;
    }
    double highest(std::size_t i) const {
        return (parameters_[i].most - stated(i)) / parameters_[i].sigma;
    }

    Living at_now() const {
        Living living = stated_;
        for (std::size_t i = 0; i < parameters_.size(); ++i) {
            living.*parameters_[i].value += now_[i] * parameters_[i].sigma;
        }
        return living;
    }

    /// What is bought now, with how its logarithm answers to 1 σ of each parameter.
    double measure() {
        std::vector<Living> ways{at_now()};
        for (const Parameter& p : parameters_) {
            Living& stepped = ways.emplace_back(ways.front());
            stepped.*p.value += stepped.*p.value + p.step > p.most ? -p.step : p.step;
        }
        const std::vector<double> kwh = model_(ways);
        misfit_ = std::log(std::max(kwh[0], 1.0) / bought_kwh_);
        for (std::size_t i = 0; i < parameters_.size(); ++i) {
            const double moved = ways[i + 1].*parameters_[i].value - ways[0].*parameters_[i].value;
            const double answer = std::log(std::max(kwh[i + 1], 1.0) / std::max(kwh[0], 1.0));
            slope_[i] = answer / moved * parameters_[i].sigma;
        }
        return kwh[0];
    }

    /// One step of Gauss and Newton; what runs into its bound stays there and the others go on.
    std::vector<double> better() const {
        std::vector<bool> held(now_.size(), false);
        std::vector<double> next(now_.size(), 0.0);
        for (bool again = true; again;) {
            again = false;
            double rest = misfit_;
            double answer = bill_sigma * bill_sigma;
            for (std::size_t i = 0; i < now_.size(); ++i) {
                rest += slope_[i] * ((held[i] ? next[i] : 0.0) - now_[i]);
                if (!held[i]) answer += slope_[i] * slope_[i];
            }
            for (std::size_t i = 0; i < now_.size(); ++i) {
                if (held[i]) continue;
                const double wanted = -slope_[i] * rest / answer;
                next[i] = std::clamp(wanted, lowest(i), highest(i));
                held[i] = next[i] != wanted;
                again = again || held[i];
            }
        }
        return next;
    }

    double farthest(const std::vector<double>& next) const {
        double largest = 0.0;
        for (std::size_t i = 0; i < now_.size(); ++i) {
            largest = std::max(largest, std::abs(next[i] - now_[i]));
        }
        return largest;
    }

    Fitted told(std::size_t i) const {
        const Parameter& p = parameters_[i];
        return {.what = p.what,
                .stated = stated(i),
                .fitted = stated(i) + now_[i] * p.sigma,
                .least = p.least,
                .most = p.most,
                .at_bound = now_[i] == lowest(i) || now_[i] == highest(i)};
    }

    double bought_kwh_;
    Living stated_;
    std::span<const Parameter> parameters_;
    const BoughtModel& model_;
    std::vector<double> now_;    ///< Of each parameter, in σ beside what was stated.
    std::vector<double> slope_;  ///< Of the logarithm of what is bought, per σ.
    double misfit_ = 0.0;        ///< The logarithm of computed by bought.
};

std::vector<BillDoubt> doubts_of(const Calibration& calibration) {
    constexpr double far_off = 4.0;
    std::vector<BillDoubt> doubts;
    const double ratio = calibration.factor();
    if (ratio > far_off || ratio < 1.0 / far_off) doubts.push_back(BillDoubt::Units);
    if (ratio < 1.0) {
        doubts.insert(doubts.end(),
                      {BillDoubt::AnotherFuel, BillDoubt::Away, BillDoubt::BetterHouse});
    } else {
        doubts.insert(doubts.end(),
                      {BillDoubt::OtherUse, BillDoubt::LeftOver, BillDoubt::WorseHouse});
    }
    return doubts;
}

/// By the field's path in a case file, its unit included (House::origins).
bool measured(const house::House& house, const char* field) {
    const auto origin = house.origins.find(field);
    return origin != house.origins.end() && origin->second == house::Origin::Measured;
}

/// Where the bill was read, what it says of one thing.
std::optional<double> fitted_value(const Calibration& calibration, Lived what) {
    if (!calibration.used) return std::nullopt;
    const auto found = std::ranges::find(calibration.fitted, what, &Fitted::what);
    if (found == calibration.fitted.end()) return std::nullopt;
    return found->fitted;
}

void set_day(house::Habit& habit, double day_c) {
    constexpr Celsius frost_free{3.0};
    const Celsius moved = Celsius{day_c} - habit.day_set_point;
    habit.day_set_point = Celsius{day_c};
    habit.night_set_point =
        std::min(std::max(habit.night_set_point + moved, frost_free), habit.day_set_point);
}

}  // namespace

Calibration fit(double bought_kwh, const Living& stated, std::span<const Parameter> parameters,
                const BoughtModel& model) {
    Calibration result = Fit(bought_kwh, stated, parameters, model).run();
    if (result.fitted_kwh <= 0.0) return {};
    result.used = std::abs(bought_kwh / result.fitted_kwh - 1.0) <= largest_residual;
    if (!result.used) result.doubts = doubts_of(result);
    return result;
}

std::vector<Parameter> parameters_of(const house::House& house, const energy::Heater& heater,
                                     bool down) {
    const double day_c = house.habit.day_set_point.value;
    constexpr double coldest_c = 5.0, warmest_c = 26.0;
    std::vector<Parameter> parameters;
    if (!measured(house, "house.habit.day_set_point_c")) {
        parameters.push_back(
            {.what = Lived::SetPoint,
             .value = &Living::day_c,
             .sigma = day_set_point_sigma_k,
             .least = std::min(day_c, std::max(day_c + day_set_point_bounds_k.low, coldest_c)),
             .most = std::max(day_c, std::min(day_c + day_set_point_bounds_k.high, warmest_c)),
             .step = 0.5});
    }
    if (!measured(house, "house.habit.heated_share")) {
        const double share = house.habit.heated_share;
        parameters.push_back({.what = Lived::HeatedShare,
                              .value = &Living::heated_share,
                              .sigma = heated_share_sigma,
                              .least = std::min(share, heated_share_bounds.low),
                              .most = heated_share_bounds.high,
                              .step = 0.05});
    }
    const Range<double>& range = heater.efficiency;
    const double sigma = down ? range.high - range.typical : range.typical - range.low;
    if (sigma > 0.0) {
        parameters.push_back({.what = Lived::Efficiency,
                              .value = &Living::efficiency,
                              .sigma = sigma,
                              .least = range.low,
                              .most = range.high,
                              .step = 0.01});
    }
    return parameters;
}

double bought_energy_kwh(const std::vector<house::FuelBought>& bought, const energy::Heater& heater,
                         const energy::EnergyLibrary& library) {
    double sum_kwh = 0.0;
    for (const house::FuelBought& fuel : bought) sum_kwh += equivalent_kwh(fuel, heater, library);
    return sum_kwh;
}

Calibration calibrate(const std::vector<house::FuelBought>& bought,
                      const energy::DemandInputs& as_stated) {
    const energy::Heater& heater = as_stated.energy.heater(as_stated.house.heater_id);
    const double bought_kwh = bought_energy_kwh(bought, heater, as_stated.energy);
    if (bought_kwh <= 0.0) return {};
    const double kwh_per_unit = as_stated.energy.fuel(heater.fuel_id).energy_per_unit.value;
    const BoughtModel model = [&](std::span<const Living> ways) {
        std::vector<energy::DemandInputs> runs;
        for (const Living& way : ways) {
            energy::DemandInputs& run = runs.emplace_back(as_stated);
            set_day(run.habit, way.day_c);
            run.habit.heated_share = way.heated_share;
        }
        const auto demands = energy::annual_demands(runs);
        std::vector<double> kwh;
        for (std::size_t i = 0; i < ways.size(); ++i) {
            kwh.push_back(demands[i].fuel.amount * kwh_per_unit * heater.efficiency.typical /
                          ways[i].efficiency);
        }
        return kwh;
    };
    const Living stated{.day_c = as_stated.habit.day_set_point.value,
                        .heated_share = as_stated.habit.heated_share,
                        .efficiency = heater.efficiency.typical};
    const bool down = bought_kwh < model(std::array{stated}).front();
    return fit(bought_kwh, stated, parameters_of(as_stated.house, heater, down), model);
}

house::Habit lived(house::Habit habit, const Calibration& calibration) {
    if (const auto day_c = fitted_value(calibration, Lived::SetPoint)) set_day(habit, *day_c);
    habit.heated_share = fitted_value(calibration, Lived::HeatedShare).value_or(habit.heated_share);
    return habit;
}

energy::EnergyLibrary lived(energy::EnergyLibrary library, std::string_view heater_id,
                            const Calibration& calibration) {
    const auto efficiency = fitted_value(calibration, Lived::Efficiency);
    const auto heater = std::ranges::find(library.heaters, heater_id, &energy::Heater::id);
    if (efficiency && heater != library.heaters.end()) heater->efficiency.typical = *efficiency;
    return library;
}

Ask ask(BillDoubt doubt) {
    switch (doubt) {
        case BillDoubt::Units:
            return {"单位对不对：吨还是斤？是一冬的还是一车的？",
                    "Is the unit right: tonnes or jin, the whole winter or one cart?"};
        case BillDoubt::AnotherFuel:
            return {"还烧了没花钱的：秸秆、柴、玉米芯？",
                    "Was anything burnt that cost nothing: straw, wood, cobs?"};
        case BillDoubt::Away:
            return {"冬天有一段没在家住？", "Were they away for part of the winter?"};
        case BillDoubt::BetterHouse:
            return {"墙里、天棚上有没有没记上的保温？",
                    "Is there insulation in walls or ceiling that was not written down?"};
        case BillDoubt::OtherUse:
            return {"也拿来做饭、煮饲料、烧别的屋？",
                    "Did it also cook, boil fodder or heat another building?"};
        case BillDoubt::LeftOver:
            return {"是不是没烧完，还剩着？", "Is some of it left?"};
        case BillDoubt::WorseHouse:
            return {"墙潮不潮，门窗漏不漏风，比记的厉害？",
                    "Are walls wetter or joints leakier than written down?"};
    }
    return {};
}

std::vector<MixPart> mix_of(const Calibration& calibration,
                            const std::vector<house::FuelBought>& bought,
                            const energy::Heater& heater, const energy::EnergyLibrary& library) {
    const energy::Fuel& main = library.fuel(heater.fuel_id);
    if (!calibration.used) return {{&main, 1.0 / main.energy_per_unit.value}};

    std::vector<MixPart> mix;
    for (const house::FuelBought& entry : bought) {
        const energy::Fuel* fuel = library.find_fuel(entry.fuel_id);
        if (fuel == nullptr || entry.amount <= 0.0) continue;
        const double units_per_kwh = entry.amount / calibration.bought_kwh;
        const auto same = std::ranges::find(mix, fuel, &MixPart::fuel);
        if (same == mix.end()) {
            mix.push_back({fuel, units_per_kwh});
        } else {
            same->units_per_kwh += units_per_kwh;
        }
    }
    std::ranges::stable_partition(mix, [&](const MixPart& part) { return part.fuel == &main; });
    return mix;
}

}  // namespace longju::estimate
