// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "climate/work_season.h"
#include "climate/year.h"
#include "core/date.h"
#include "core/range.h"
#include "cost/local_price.h"
#include "cost/quote.h"
#include "energy/demand.h"
#include "energy/pv.h"
#include "energy/self_use.h"
#include "energy/weather.h"
#include "estimate/prospect.h"
#include "estimate/reference.h"
#include "house/check.h"
#include "house/envelope.h"
#include "house/household.h"
#include "measure/measure.h"
#include "subsidy/finding.h"

/// 测算: the product. `estimate()` is pure: no clock, no database, no locale. Its answer is never
/// edited; what was printed is kept with the visit.
namespace longju::estimate {

/// Facts of the village that rules ask for.
struct Village {
    std::optional<bool> whole_village_program;
    std::optional<bool> has_briquette_supply;

    bool operator==(const Village&) const = default;
};

/// 低谷电价, as the household has agreed with the utility: kWh in the hours of the night at a price
/// of their own, beside the tiers. The province's hours and price for households are not known
/// here, so nothing is assumed.
struct ValleyPrice {
    Money per_kwh;
    int from_h = 23;  ///< First hour, 0 to 23; it may go over midnight.
    int to_h = 5;     ///< First hour after it, 0 to 24; not `from_h`.

    bool holds(int hour_of_day) const {
        return from_h < to_h ? hour_of_day >= from_h && hour_of_day < to_h
                             : hour_of_day >= from_h || hour_of_day < to_h;
    }
    bool operator==(const ValleyPrice&) const = default;
};

/// Everything a result depends on; undo is a copy of it.
struct EstimateInputs {
    Date date{std::chrono::year(2026), std::chrono::month(1), std::chrono::day(1)};
    Place place;
    Village village;
    house::Household household;
    house::House house;
    measure::Scheme scheme;
    std::optional<Money> user_electricity_price;  ///< Per kWh, from the bill; else the price book.
    std::optional<ValleyPrice> valley;            ///< Nothing: 不执行峰谷.
    /// Prices asked for here, in place of the catalog's; each id once.
    std::vector<cost::LocalPrice> prices;
    /// What was said to the questions of the cards, by `CardItem::id`; nothing when not asked.
    std::map<std::string, bool> answers;

    bool operator==(const EstimateInputs&) const = default;
};

/// One fuel of a year.
struct FuelYear {
    std::string fuel_id;
    Range<double> amount;  ///< In the fuel's unit.
    Range<Money> cost;
    double own_labour_h = 0.0;  ///< Of the household, where it costs nothing: its own straw.
};

/// A year of one house at one way of heating, with money and carbon. `demand` is what the model
/// computed; the ranges beside it are what to expect (uncertainty.h says how they are formed), so
/// at today's habits they are calibrated and less than the model's full saving.
struct YearResult {
    energy::Demand demand;
    std::vector<FuelYear> fuels;  ///< As bought, the main heater's fuel first.
    Range<double> fuel_amount;    ///< Of the main heater's fuel, in its unit.
    Range<Money> heating_cost;    ///< Of all fuels.
    Range<Kilograms> co2;
    Range<Kilograms> coal_equivalent;
    Range<Kilograms> so2, pm25;  ///< Of the household's own fires.
};

/// Before and after at one way of heating.
struct Comparison {
    YearResult before;
    YearResult after;
    Range<Money> saved;  ///< Heating money per year; may be negative.
    Range<Kilograms> co2_saved;
    Range<Kilograms> coal_saved;  ///< Standard coal.
};

/// What a bill can tell of how a house is lived in.
enum class Lived { SetPoint, HeatedShare, Efficiency };

/// One of them as it was stated and as the bill says, °C of the day or shares.
struct Fitted {
    Lived what = Lived::SetPoint;
    double stated = 0.0, fitted = 0.0;
    double least = 0.0, most = 0.0;  ///< What is possible.
    bool at_bound = false;           ///< The bill asks for more than that.
};

/// Why a bill may not fit its house.
enum class BillDoubt {
    Units,        ///< 斤 for 吨, one cart for the winter.
    AnotherFuel,  ///< Something burnt that nobody paid for.
    Away,         ///< Part of the winter elsewhere.
    BetterHouse,  ///< Insulation that was not written down.
    OtherUse,     ///< Fuel for pots, animals, another house.
    LeftOver,     ///< Not all of it burnt.
    WorseHouse    ///< Wet walls, open joints.
};

/// How the fuel bought was used to adjust the house as found (calibration.h).
struct Calibration {
    bool used = false;          ///< False without a bill, and when it is refused.
    double bought_kwh = 0.0;    ///< Energy of all fuels bought, as if of the main heater's fuel.
    double computed_kwh = 0.0;  ///< What the model says the stated habit needs.
    double fitted_kwh = 0.0;    ///< What it says as fitted.
    std::vector<Fitted> fitted;
    std::vector<BillDoubt> doubts;  ///< Of a bill that is refused, the likeliest first.

    /// Of the stated habit: what the bill is by it.
    double factor() const { return computed_kwh > 0.0 ? bought_kwh / computed_kwh : 1.0; }
    /// What the fit leaves: today's habit is scaled by it, so that it burns what was bought.
    double scale() const { return used ? bought_kwh / fitted_kwh : 1.0; }
    bool refused() const { return !doubts.empty(); }
};

/// PV money is a scenario that depends on prices nobody can promise; never part of `saved`.
struct PvResult {
    energy::PvYield yield;
    /// Beside the household's own use of an hour, heating at today's habits included.
    energy::SelfUse self_use;
    Range<Money> value_per_year;
};

struct Finance {
    Range<Money> cost;                    ///< The quote's total.
    Money subsidy;                        ///< Verified amounts only.
    Range<Money> own;                     ///< cost − subsidy.
    Range<Money> counted;                 ///< Of `own`, what `saved_per_year` has to pay back: PV
                                          ///< and solar hot water left out, as their yield is.
    Range<Money> saved_per_year;          ///< Heating money at today's habits.
    std::optional<Range<Years>> payback;  ///< Simple, `counted` by saving; at most 99 years.
                                          ///< Nothing when typically nothing is saved.
    Range<Money> net_present_value;       ///< Of `counted` over `life`, discounted.
    Years life{20.0};                     ///< Of the measures, weighted by their cost.
    double discount_rate = 0.04;          ///< Real, a year.
};

/// The immutable answer.
struct Estimate {
    std::vector<house::Problem> problems;  ///< Of the house before.
    house::House after_house;
    house::Envelope before_envelope;
    house::Envelope after_envelope;
    WattsPerM2K wall_u_before, wall_u_after;
    WattsPerM2K ceiling_u_before, ceiling_u_after;
    WattsPerM2K window_u_before, window_u_after;     ///< Area-weighted rated U.
    std::vector<house::LimitFinding> limits_before;  ///< Point into the Reference.
    std::vector<house::LimitFinding> limits_after;
    Comparison habit;    ///< At today's habits, fitted to the fuel bought.
    Comparison comfort;  ///< At the comfort standard: 18 °C in all heated rooms, day and night.
    Calibration calibration;
    std::optional<PvResult> pv;
    std::optional<energy::SolarWaterYield> solar_water;
    cost::Quote quote;
    subsidy::SubsidyResult subsidy;
    Finance finance;
    Prospect prospect;  ///< Of what `Finance::counted` counts, over 20 years.
    PublicValue public_value;
    int days_low = 0;  ///< Working days of the scheme.
    int days_high = 0;
    bool outside_work = false;
    std::optional<climate::WorkSeason> work_season;  ///< For what is done outdoors.
    std::string climate_name;
    double climate_km = 0.0;
    std::string catalog_version, rules_version, prices_version, data_hash;
};

/// Nothing when the house has `Impossible` problems (then `check()` says which) or a heater the
/// Reference does not know. Without a known station the limits are not compared.
/// `year` is the typical year of the place's station (made once, kept by the caller).
std::optional<Estimate> estimate(const EstimateInputs& inputs, const Reference& reference,
                                 const climate::Year& year);

/// The same, with the sun of the year on planes that were computed before: what a screen keeps for
/// its place, so that the next answer takes a few milliseconds. The answer does not depend on it.
/// `known` is what an estimate of the same house and household said of its bill, whatever its
/// scheme; without it the bill is read anew.
std::optional<Estimate> estimate(const EstimateInputs& inputs, const Reference& reference,
                                 energy::Weather& weather, const Calibration* known = nullptr);

/// The choices of the scheme that are known and fit the house: the others change nothing and cost
/// nothing.
measure::Scheme fitting_scheme(const EstimateInputs& inputs, const Reference& reference);

/// The inputs of a fresh visit for a design or an empty survey house, with every default the
/// catalog knows.
EstimateInputs inputs_for_design(const house::Design& design, const Reference& reference);

}  // namespace longju::estimate
