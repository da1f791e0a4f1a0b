// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "estimate/year_result.h"

#include "catch2/catch_test_macros.hpp"
#include "catch2/matchers/catch_matchers_floating_point.hpp"
#include "unit/estimate/small_reference.h"

using namespace longju;
using namespace longju::estimate;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

/// Two computed years of one house: useful heat in kWh, the heaters' seasonal efficiencies given.
struct Years2 {
    energy::EnergyLibrary library = sample::energy_library();
    energy::Demand before, after;
    house::Household household;
    std::string heater_before = "stove";
    std::string heater_after = "stove";
    std::optional<Money> electricity_per_kwh;

    Years2(double heat_before_kwh, double heat_after_kwh) {
        before.heat = KilowattHours{heat_before_kwh};
        before.fuel = {.fuel_id = "coal", .amount = heat_before_kwh / 0.42 / 5000.0};
        after.heat = KilowattHours{heat_after_kwh};
        after.fuel = {.fuel_id = "coal", .amount = heat_after_kwh / 0.42 / 5000.0};
    }

    void change_to(const char* heater, double efficiency) {
        heater_after = heater;
        const energy::Fuel& fuel = library.fuel(library.heater(heater).fuel_id);
        after.fuel = {.fuel_id = fuel.id,
                      .amount = after.heat.value / efficiency / fuel.energy_per_unit.value};
    }

    ComparisonInputs inputs() const {
        return {.before = before,
                .after = after,
                .heater_before = library.heater(heater_before),
                .heater_after = library.heater(heater_after),
                .library = library,
                .household = household,
                .power = {.per_kwh = electricity_per_kwh}};
    }

    Calibration calibration() const {
        const energy::Heater& heater = library.heater(heater_before);
        const double computed =
            before.fuel.amount * library.fuel(heater.fuel_id).energy_per_unit.value;
        const double bought = bought_energy_kwh(household.bought, heater, library);
        return {.used = bought > 0.0,
                .bought_kwh = bought,
                .computed_kwh = computed,
                .fitted_kwh = computed};
    }

    Comparison habit() const { return compare_habit(inputs(), calibration()); }
};

template <class T>
bool in_order(const Range<T>& range) {
    return range.low <= range.typical && range.typical <= range.high;
}

}  // namespace

TEST_CASE("inside the bounds the habit reproduces the bill, fuel by fuel and in money") {
    Years2 years(16800, 8400);  // 8 t of coal computed.
    years.household.bought = {{"coal", 4.0, Money::yuan(4400)}, {"straw", 3.0, Money::yuan(300)}};

    const YearResult before = years.habit().before;

    REQUIRE(before.fuels.size() == 2);
    CHECK_THAT(before.fuel_amount.typical, WithinRel(4.0, 1e-9));
    CHECK_THAT(before.fuels[1].amount.typical, WithinRel(3.0, 1e-9));
    CHECK(before.heating_cost.typical == Money::yuan(4700));
    CHECK_THAT(before.co2.typical.value, WithinRel(4 * 1700.0, 1e-9));
    CHECK_THAT(before.coal_equivalent.typical.value, WithinRel(4 * 600.0 + 3 * 500.0, 1e-9));
    CHECK_THAT(before.pm25.typical.value, WithinRel((4 + 3) * 8.0, 1e-9));
    CHECK_THAT(before.so2.typical.value, WithinRel((4 + 3) * 4.0, 1e-9));
    CHECK(before.pm25.low < before.pm25.typical);
    CHECK(before.pm25.typical < before.pm25.high);
}

TEST_CASE("a heater that stays burns the same mix after, less the realised part of the saving") {
    Years2 years(16800, 8400);  // The model saves one half.
    years.household.bought = {{"coal", 4.0, Money::yuan(4400)}, {"straw", 3.0, Money::yuan(300)}};

    const Comparison habit = years.habit();

    // 70 % of one half: 35 % of each fuel and of the money.
    CHECK_THAT(habit.after.fuel_amount.typical, WithinRel(4.0 * 0.65, 1e-9));
    CHECK_THAT(habit.after.fuels[1].amount.typical, WithinRel(3.0 * 0.65, 1e-9));
    CHECK(habit.saved.typical == Money::fen(164500));
    CHECK(in_order(habit.saved));
    // At the most 80 %, at the least 60 %, one winter's difference on top.
    CHECK(habit.saved.high <= Money::yuan(4700).multiply_rounded(0.5 * 0.8 * 1.07));
    CHECK(habit.saved.low >= Money::yuan(4700).multiply_rounded(0.5 * 0.6 * 0.93));
}

TEST_CASE("a new heater burns its own fuel and is paid at its price") {
    Years2 years(16800, 16800);
    years.household.bought = {{"coal", 8.0, Money::yuan(8000)}};
    years.change_to("pellet", 0.78);

    const Comparison habit = years.habit();

    CHECK(habit.after.fuels.size() == 1);
    CHECK(habit.after.fuels[0].fuel_id == "pellet");
    CHECK_THAT(habit.after.fuel_amount.typical, WithinRel(16800 / 0.78 / 4500, 1e-9));
    CHECK(habit.after.heating_cost.typical ==
          Money::yuan(950).multiply_rounded(16800 / 0.78 / 4500));
    CHECK_THAT(habit.co2_saved.typical.value, WithinRel(8 * 1700.0, 1e-9));
}

TEST_CASE("whoever gives up a kang stove cooks by induction, and pays for it") {
    Years2 years(8400, 8400);
    for (energy::Heater& heater : years.library.heaters) {
        if (heater.id == "stove") heater.kang_per_day = KilowattHours{8};
    }
    years.after.cooking = KilowattHours{425};
    years.change_to("pellet", 0.78);

    const YearResult after = years.habit().after;

    REQUIRE(after.fuels.size() == 2);
    CHECK(after.fuels[1].fuel_id == "electricity");
    CHECK_THAT(after.fuels[1].amount.typical, WithinRel(425 / 0.85, 1e-9));
    CHECK(after.heating_cost.typical > after.fuels[0].cost.typical);
}

TEST_CASE("a saving may be negative and is shown as it is") {
    Years2 years(8400, 8400);
    years.household.bought = {{"coal", 4.0, Money::yuan(2000)}};
    years.change_to("pump", 2.0);

    const Comparison habit = years.habit();

    CHECK(habit.saved.typical == Money::yuan(2000) - Money::fen(540 * 51 + 1080 * 56 + 2580 * 81));
    CHECK(habit.saved.typical < Money{});
    CHECK(habit.saved.low < habit.saved.typical);
}

TEST_CASE("electricity for heating is priced between all in tier 1 and all in tier 3") {
    Years2 years(8400, 8400);
    years.household.bought = {{"coal", 4.0, std::nullopt}};
    years.change_to("pump", 2.0);

    const YearResult after = years.habit().after;

    // 540 kWh in tier 1, 1,080 in tier 2, the rest of 4,200 in tier 3.
    CHECK(after.heating_cost.typical == Money::fen(540 * 51 + 1080 * 56 + 2580 * 81));
    CHECK(in_order(after.heating_cost));
    CHECK(after.heating_cost.low < after.heating_cost.typical);
}

TEST_CASE("a small light bill does not make a winter of electric heating cheap") {
    Years2 years(8400, 8400);
    years.household.bought = {{"coal", 4.0, std::nullopt}, {"electricity", 100.0, Money::yuan(51)}};
    years.change_to("pump", 2.0);
    const Comparison by_book = years.habit();
    years.electricity_per_kwh = Money::fen(102);

    const Comparison dearer = years.habit();

    CHECK(by_book.before.fuels[1].cost.typical == Money::yuan(51));
    CHECK(by_book.after.heating_cost.typical >
          Money::fen(51).multiply_rounded(by_book.after.fuel_amount.typical));
    // Twice the first tier's price, twice the bill.
    CHECK(dearer.after.heating_cost.typical ==
          Money::fen(2 * by_book.after.heating_cost.typical.in_fen()));
}

TEST_CASE("without a bill the range is wider and lies below the computed year") {
    const Years2 without(16800, 8400);
    Years2 with(16800, 8400);
    with.household.bought = {{"coal", 6.4, std::nullopt}};

    const YearResult guessed = without.habit().before;
    const YearResult known = with.habit().before;

    CHECK_THAT(guessed.fuel_amount.typical, WithinRel(0.8 * 8.0, 1e-9));
    CHECK_THAT(known.fuel_amount.typical, WithinRel(6.4, 1e-9));
    CHECK(guessed.fuel_amount.high - guessed.fuel_amount.low >
          known.fuel_amount.high - known.fuel_amount.low);
    CHECK(guessed.fuel_amount.high > 8.0);
}

TEST_CASE("comfort is what the model computed, without habits") {
    Years2 years(16800, 8400);
    years.household.bought = {{"coal", 2.0, Money::yuan(100)}, {"straw", 1.0, std::nullopt}};

    const Comparison comfort = compare_comfort(years.inputs());

    CHECK(comfort.before.fuels.size() == 1);
    CHECK_THAT(comfort.before.fuel_amount.typical, WithinRel(8.0, 1e-9));
    CHECK_THAT(comfort.after.fuel_amount.typical, WithinRel(4.0, 1e-9));
}

TEST_CASE("an untouched house saves exactly nothing, in every case of the range") {
    Years2 years(16800, 16800);
    years.household.bought = {{"coal", 6.0, std::nullopt}};

    const Comparison habit = years.habit();

    CHECK(habit.saved == exactly(Money{}));
    CHECK(habit.co2_saved == exactly(Kilograms{}));
    CHECK_THAT(habit.after.fuel_amount.low, WithinAbs(habit.before.fuel_amount.low, 1e-9));
}

TEST_CASE("a house that needs no heat costs nothing and divides nothing by nothing") {
    const Years2 years(0, 0);

    const Comparison habit = years.habit();

    CHECK(habit.before.heating_cost == exactly(Money{}));
    CHECK(habit.saved == exactly(Money{}));
}
