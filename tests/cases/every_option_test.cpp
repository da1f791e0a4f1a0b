// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <cmath>
#include <filesystem>

#include "catch2/catch_test_macros.hpp"
#include "estimate/estimate.h"
#include "storage/catalog_source.h"
#include "visit/case_file.h"

using namespace longju;
using namespace longju::estimate;

namespace {

double number(Money money) { return static_cast<double>(money.in_fen()); }
double number(double value) { return value; }
template <class Unit>
double number(Quantity<Unit> quantity) {
    return quantity.value;
}

template <class T>
void check_range(const Range<T>& range) {
    CHECK(std::isfinite(number(range.low)));
    CHECK(std::isfinite(number(range.high)));
    CHECK(range.low <= range.typical);
    CHECK(range.typical <= range.high);
}

void check_year(const YearResult& year) {
    check_range(year.heating_cost);
    check_range(year.co2);
    check_range(year.coal_equivalent);
    check_range(year.so2);
    check_range(year.pm25);
    CHECK(year.heating_cost.low >= Money{});
    for (const FuelYear& fuel : year.fuels) {
        check_range(fuel.amount);
        check_range(fuel.cost);
        CHECK(fuel.amount.low >= 0.0);
    }
}

void check_sound(const Estimate& e) {
    for (const Comparison* comparison : {&e.habit, &e.comfort}) {
        check_year(comparison->before);
        check_year(comparison->after);
        check_range(comparison->saved);
        check_range(comparison->co2_saved);
        check_range(comparison->coal_saved);
    }
    check_range(e.finance.own);
    check_range(e.finance.counted);
    check_range(e.finance.net_present_value);
    if (e.finance.payback) check_range(*e.finance.payback);
    CHECK(e.finance.own.low >= Money{});
    CHECK(e.subsidy.verified <= e.quote.total.high);
}

/// Whether an option of the group can only keep heat in.
bool keeps_heat_in(measure::Group group) {
    return group == measure::Group::Wall || group == measure::Group::Ceiling ||
           group == measure::Group::Floor || group == measure::Group::Sealing;
}

}  // namespace

TEST_CASE("every option of the catalog gives a sound estimate, and insulation never costs heat") {
    const std::filesystem::path catalog = std::filesystem::path(LONGJU_SOURCE_DIR) / "catalog";
    const auto reference = storage::read_catalog(catalog);
    REQUIRE(reference.has_value());
    auto standing = visit::read_case(catalog / "samples" / "wang_guilan.toml", *reference);
    REQUIRE(standing.has_value());
    EstimateInputs built = inputs_for_design(reference->designs.front(), *reference);
    built.place = standing->place;
    const climate::Year year = climate::typical_year(*reference->station_for(standing->place));
    energy::Weather weather(year);

    int estimates = 0;
    for (EstimateInputs inputs : {*standing, built}) {
        for (const measure::Measure& measure : reference->measures.measures) {
            for (const measure::Option& option : measure.options) {
                if (!measure::fit(measure, option, inputs.house, reference->library).fits) continue;
                inputs.scheme.choices = {{measure.id, option.id}};

                const auto e = estimate::estimate(inputs, *reference, weather);

                INFO(inputs.house.design_id << " " << measure.id << " " << option.id);
                REQUIRE(e.has_value());
                ++estimates;
                check_sound(*e);
                const Comparison& comfort = e->comfort;
                if (inputs.house.existing && keeps_heat_in(measure.group)) {
                    CHECK(comfort.after.demand.heat <= comfort.before.demand.heat);
                }
            }
        }
    }
    CHECK(estimates > 30);
}
