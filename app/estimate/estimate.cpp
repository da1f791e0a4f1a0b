// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "estimate/estimate.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "estimate/calibration.h"
#include "estimate/electricity_tariff.h"
#include "estimate/facts.h"
#include "estimate/finance.h"
#include "estimate/market.h"
#include "estimate/year_result.h"

namespace longju::estimate {

namespace {

/// 18 °C in every heated room, day and night: JGJ 26-2018 and GB 55015-2021 (indoor calculation
/// temperature of dwellings in winter).
constexpr house::Habit comfort_habit{.day_set_point = Celsius{18.0},
                                     .night_set_point = Celsius{18.0},
                                     .day_from_h = 0,
                                     .day_to_h = 24,
                                     .heated_share = 1.0};

/// Large enough for any house: at the comfort standard the stove's size must not hide what it
/// takes.
constexpr Kilowatts without_limit{1000.0};

// When nobody has said how many live there; engineering estimate.
constexpr int usual_people = 3;

int people(const EstimateInputs& inputs, const Reference& reference) {
    if (inputs.household.members) return *inputs.household.members;
    const house::Design* design = reference.find_design(inputs.house.design_id);
    return design == nullptr ? usual_people : design->people;
}

energy::EnergyLibrary unlimited(energy::EnergyLibrary library) {
    for (energy::Heater& heater : library.heaters) heater.capacity = without_limit;
    return library;
}

/// The computed years of a house before and after, at one way of heating.
struct Demands {
    energy::Demand before;
    energy::Demand after;
};

/// Coldest hour of the year, for sizing where the station is not known.
Celsius coldest_hour(const climate::Year& year) {
    return Celsius{*std::ranges::min_element(year.t_out_c)};
}

WattsPerM2K wall_u(const house::House& house, const house::Library& library) {
    return house::u_value(house.wall, house::Borders::Outdoors, library);
}

WattsPerM2K ceiling_u(const house::House& house, const house::Library& library) {
    const bool attic = house.roof.form != house::RoofForm::Flat;
    return house::u_value(house.ceiling, attic ? house::Borders::Attic : house::Borders::Outdoors,
                          library);
}

/// Rated U of the windows, weighted by area; 0 without a window.
WattsPerM2K window_u(const house::Envelope& envelope, const house::Library& library) {
    double area_m2 = 0.0;
    double ua_w_per_k = 0.0;
    for (const house::EnvelopeOpening& opening : envelope.openings) {
        if (opening.kind != house::OpeningKind::Window) continue;
        area_m2 += opening.area.value;
        ua_w_per_k += opening.area.value * library.window(opening.type_id).rated_u.value;
    }
    return WattsPerM2K{area_m2 > 0.0 ? ua_w_per_k / area_m2 : 0.0};
}

void measure_houses(const EstimateInputs& inputs, const Reference& reference,
                    const climate::Station* station, Estimate& estimate) {
    const house::Library& library = reference.library;
    const house::House& before = inputs.house;
    const house::House& after = estimate.after_house;
    estimate.before_envelope = house::envelope(before, library);
    estimate.after_envelope = house::envelope(after, library);
    estimate.wall_u_before = wall_u(before, library);
    estimate.wall_u_after = wall_u(after, library);
    estimate.ceiling_u_before = ceiling_u(before, library);
    estimate.ceiling_u_after = ceiling_u(after, library);
    estimate.window_u_before = window_u(estimate.before_envelope, library);
    estimate.window_u_after = window_u(estimate.after_envelope, library);
    if (station == nullptr) return;
    estimate.limits_before =
        house::limit_findings(before, library, reference.limits, station->zone);
    estimate.limits_after = house::limit_findings(after, library, reference.limits, station->zone);
}

/// What an estimate is made from.
struct Question {
    const EstimateInputs& inputs;
    const Reference& reference;
    const Market& market;
    const measure::Scheme& scheme;  ///< What fits of it.
    const climate::Station* station = nullptr;
    const Calibration* known = nullptr;  ///< Of this house's bill.
};

void compute_years(const Question& question, energy::Weather& weather, Estimate& estimate) {
    const auto& [inputs, reference, market, scheme, station, known] = question;
    const auto at = [&](const house::House& house, const house::Habit& habit,
                        const energy::EnergyLibrary& energy) {
        return energy::DemandInputs{.house = house,
                                    .library = reference.library,
                                    .energy = energy,
                                    .year = weather.year(),
                                    .habit = habit,
                                    .design_temperature = station != nullptr
                                                              ? station->design_temperature
                                                              : coldest_hour(weather.year()),
                                    .people = people(inputs, reference),
                                    .weather = &weather};
    };
    // A bill tells of a house that stands; one to be built has none.
    if (known != nullptr) {
        estimate.calibration = *known;
    } else if (inputs.house.existing) {
        estimate.calibration = calibrate(inputs.household.bought,
                                         at(inputs.house, inputs.house.habit, market.energy()));
    }
    const energy::EnergyLibrary fuels =
        lived(market.energy(), inputs.house.heater_id, estimate.calibration);
    const energy::EnergyLibrary without_limits = unlimited(fuels);
    const house::House& before = inputs.house;
    const house::House& after = estimate.after_house;
    const house::Habit habit_now = lived(before.habit, estimate.calibration);
    // Four years side by side cost little more than one.
    const std::vector<energy::Demand> years = energy::annual_demands(
        std::array{at(before, habit_now, fuels), at(before, comfort_habit, without_limits),
                   at(after, habit_now, fuels), at(after, comfort_habit, without_limits)});
    const Demands habit{years[0], years[2]};
    const Demands comfort{years[1], years[3]};

    const energy::Heater& heater_before = fuels.heater(inputs.house.heater_id);
    const energy::Heater& heater_after = fuels.heater(estimate.after_house.heater_id);
    const auto comparison_inputs = [&](const Demands& demand) {
        return ComparisonInputs{
            .before = demand.before,
            .after = demand.after,
            .heater_before = heater_before,
            .heater_after = heater_after,
            .library = fuels,
            .household = inputs.household,
            .power = power_terms(inputs, demand.before, heater_before, demand.after, heater_after)};
    };
    estimate.habit = compare_habit(comparison_inputs(habit), estimate.calibration);
    estimate.comfort = compare_comfort(comparison_inputs(comfort));
}

/// What the household uses by hour, heating at today's habits included where it takes electricity.
std::vector<float> electricity_by_hour_kwh(const energy::Demand& heating) {
    std::vector<float> load = energy::household_load_kwh(other_use);
    for (std::size_t h = 0; h < heating.electricity_kwh.size(); ++h) {
        load[h] += heating.electricity_kwh[h];
    }
    return load;
}

void add_sun(const Question& question, energy::Weather& weather, Estimate& estimate) {
    const EstimateInputs& inputs = question.inputs;
    const Reference& reference = question.reference;
    const climate::Year& year = weather.year();
    const house::House& after = estimate.after_house;
    if (after.pv) {
        PvResult pv{
            .yield = energy::pv_yield(
                *after.pv, year, weather.plane(after.pv->tilt.value, after.pv->azimuth.value))};
        pv.self_use = energy::self_use(pv.yield.by_hour_kwh,
                                       electricity_by_hour_kwh(estimate.habit.after.demand));
        if (const energy::Fuel* electricity = question.market.energy().find_fuel("electricity")) {
            pv.value_per_year = pv_value(pv.self_use, tariff_of(*electricity));
        }
        estimate.pv = pv;
    }
    if (after.solar_water) {
        estimate.solar_water = energy::solar_water_yield(
            *after.solar_water, year, weather.plane(after.solar_water->tilt.value, 0.0),
            people(inputs, reference));
    }
}

void add_money(const Question& question, Estimate& estimate) {
    const auto& [inputs, reference, market, scheme, station, known] = question;
    estimate.quote = cost::quote(scheme, reference.measures, market.prices(),
                                 {.before = inputs.house,
                                  .after = estimate.after_house,
                                  .envelope = estimate.before_envelope,
                                  .library = reference.library,
                                  .design_load = estimate.comfort.after.demand.design_load});
    FactSources sources{.inputs = inputs,
                        .reference = reference,
                        .scheme = scheme,
                        .after = estimate.after_house,
                        .envelope = estimate.before_envelope,
                        .quote = estimate.quote};
    if (estimate.pv) sources.pv_year = estimate.pv->yield.year;
    estimate.subsidy = subsidy::judge_all(reference.rules, case_facts(sources), case_items(sources),
                                          inputs.place.division_code, inputs.date);
    estimate.finance = finance(scheme, reference.measures, estimate.quote,
                               estimate.subsidy.verified, estimate.habit.saved);
}

/// Energy bought in a typical year, all fuels.
KilowattHours bought(const YearResult& year, const energy::EnergyLibrary& library) {
    KilowattHours sum;
    for (const FuelYear& fuel : year.fuels) {
        sum += library.fuel(fuel.fuel_id).energy_per_unit * fuel.amount.typical;
    }
    return sum;
}

void add_prospect(const measure::Scheme& scheme, const Reference& reference, Estimate& estimate) {
    const Comparison& habit = estimate.habit;
    estimate.prospect =
        prospect({.works = counted_works(scheme, reference.measures, estimate.quote),
                  .subsidy = estimate.subsidy.verified,
                  .saved_per_year = habit.saved,
                  .energy_saved = bought(habit.before, reference.energy) -
                                  bought(habit.after, reference.energy),
                  .discount_rate = estimate.finance.discount_rate});
    estimate.public_value = public_value(estimate.subsidy.verified, habit.co2_saved.typical,
                                         habit.coal_saved.typical, estimate.finance.life);
}

void add_work(const measure::Scheme& scheme, const Reference& reference, Estimate& estimate) {
    for (const measure::Choice& choice : scheme.choices) {
        const measure::Measure* measure = reference.measures.find(choice.measure_id);
        if (measure == nullptr) continue;
        estimate.days_low += measure->days_low;
        estimate.days_high += measure->days_high;
        estimate.outside_work = estimate.outside_work || measure->outside_work;
    }
}

void add_sources(const EstimateInputs& inputs, const Reference& reference,
                 const climate::Year& year, const climate::Station* station, Estimate& estimate) {
    estimate.climate_name = year.name;
    estimate.work_season = climate::work_season(year);
    const Division* division = reference.find_division(inputs.place.division_code);
    const bool own_station =
        division != nullptr && station != nullptr && division->station_id == station->id;
    if (own_station) estimate.climate_km = division->station_km;
    estimate.catalog_version = reference.version;
    estimate.rules_version = reference.rules_version;
    estimate.prices_version = reference.prices.version;
    if (!inputs.prices.empty()) {
        estimate.prices_version += fmt::format("+{}", inputs.prices.size());
    }
    estimate.data_hash = reference.data_hash;
}

}  // namespace

measure::Scheme fitting_scheme(const EstimateInputs& inputs, const Reference& reference) {
    measure::Scheme scheme = inputs.scheme;
    std::erase_if(scheme.choices, [&](const measure::Choice& choice) {
        const measure::Measure* measure = reference.measures.find(choice.measure_id);
        const measure::Option* option = reference.measures.find(choice);
        return option == nullptr ||
               !measure::fit(*measure, *option, inputs.house, reference.library).fits;
    });
    return scheme;
}

std::optional<Estimate> estimate(const EstimateInputs& inputs, const Reference& reference,
                                 const climate::Year& year) {
    energy::Weather weather(year);
    return estimate(inputs, reference, weather);
}

std::optional<Estimate> estimate(const EstimateInputs& inputs, const Reference& reference,
                                 energy::Weather& weather, const Calibration* known) {
    const climate::Year& year = weather.year();
    Estimate estimate{.problems = house::check(inputs.house, reference.library)};
    const bool heated = reference.energy.find_heater(inputs.house.heater_id) != nullptr;
    if (!house::computable(estimate.problems) || !heated) return std::nullopt;

    const measure::Scheme scheme = fitting_scheme(inputs, reference);
    estimate.after_house =
        measure::apply(scheme, inputs.house, reference.measures, reference.library);
    const climate::Station* station = reference.station_for(inputs.place);
    measure_houses(inputs, reference, station, estimate);
    const Market market(inputs, reference);
    const Question question{inputs, reference, market, scheme, station, known};
    compute_years(question, weather, estimate);
    add_sun(question, weather, estimate);
    add_money(question, estimate);
    add_prospect(scheme, reference, estimate);
    add_work(scheme, reference, estimate);
    add_sources(inputs, reference, year, station, estimate);
    return estimate;
}

}  // namespace longju::estimate
