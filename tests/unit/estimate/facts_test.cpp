// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "estimate/facts.h"

#include <algorithm>

#include "catch2/catch_test_macros.hpp"
#include "unit/estimate/small_reference.h"

using namespace longju;
using namespace longju::estimate;

namespace {

/// A case with its quote, ready to be asked for facts.
struct Case {
    Reference reference = sample::reference();
    EstimateInputs inputs = sample::inputs();
    house::House after;
    house::Envelope envelope;
    cost::Quote quote;
    std::optional<KilowattHours> pv_year;

    void work_out() {
        after = measure::apply(inputs.scheme, inputs.house, reference.measures, reference.library);
        envelope = house::envelope(inputs.house, reference.library);
        quote = cost::quote(inputs.scheme, reference.measures, reference.prices,
                            {.before = inputs.house,
                             .after = after,
                             .envelope = envelope,
                             .library = reference.library,
                             .design_load = Kilowatts{8}});
    }

    FactSources sources() {
        work_out();
        return {.inputs = inputs,
                .reference = reference,
                .scheme = inputs.scheme,
                .after = after,
                .envelope = envelope,
                .quote = quote,
                .pv_year = pv_year};
    }
};

const subsidy::Item* item_of(const std::vector<subsidy::Item>& items, const std::string& type) {
    const auto found = std::ranges::find(items, type, &subsidy::Item::type);
    return found == items.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("what nobody answered is no fact") {
    Case fresh;
    fresh.inputs.household.members.reset();
    fresh.inputs.house.appraisal.reset();

    const subsidy::Facts facts = case_facts(fresh.sources());

    for (const char* const name :
         {"household.category", "household.size", "household.had_housing_support",
          "household.removes_coal_stove", "house.danger_grade", "house.is_only_dwelling",
          "village.whole_village_program", "village.has_briquette_supply"}) {
        INFO(name);
        CHECK_FALSE(facts.contains(name));
    }
    CHECK(facts.at("house.storeys") == subsidy::FactValue(1.0));
}

TEST_CASE("answers become facts under the names of the rules") {
    Case answered;
    answered.inputs.household.category = house::HouseholdCategory::DibaoMarginal;
    answered.inputs.household.removes_coal_stove = false;
    answered.inputs.house.appraisal = house::Appraisal{.grade = house::DangerGrade::C};
    answered.inputs.house.only_dwelling = true;
    answered.inputs.village.has_briquette_supply = true;

    const subsidy::Facts facts = case_facts(answered.sources());

    CHECK(facts.at("household.category") == subsidy::FactValue("dibao_marginal"));
    CHECK(facts.at("household.removes_coal_stove") == subsidy::FactValue(false));
    CHECK(facts.at("house.danger_grade") == subsidy::FactValue("C"));
    CHECK(facts.at("house.is_only_dwelling") == subsidy::FactValue(true));
    CHECK(facts.at("village.has_briquette_supply") == subsidy::FactValue(true));
    CHECK(facts.at("household.size") == subsidy::FactValue(3.0));
}

TEST_CASE("each measure the rules know becomes an item with its cost and size") {
    Case insulated;
    insulated.inputs.scheme.choices = {{"wall", "eps100"}, {"heater", "pump"}, {"pv", "kw5"}};
    insulated.pv_year = KilowattHours{6500};

    const auto items = case_items(insulated.sources());

    const subsidy::Item* wall = item_of(items, "wall_insulation");
    REQUIRE(wall != nullptr);
    const double net_m2 =
        insulated.envelope.net_area(house::Element::Wall, house::Borders::Outdoors).value;
    CHECK(std::abs(std::get<double>(wall->facts.at("measure.insulated_area_m2")) - net_m2) < 0.006);
    CHECK(std::get<double>(wall->facts.at("measure.cost_fen")) ==
          static_cast<double>(insulated.quote.of_measure("wall").typical.in_fen()));

    const subsidy::Item* pump = item_of(items, "air_heat_pump");
    REQUIRE(pump != nullptr);
    CHECK(pump->facts.at("measure.heat_w") == subsidy::FactValue(10000.0));
    CHECK(pump->facts.at("measure.low_temp_rating_c") == subsidy::FactValue(-30.0));

    const subsidy::Item* pv = item_of(items, "pv_household");
    REQUIRE(pv != nullptr);
    CHECK(pv->facts.at("measure.annual_kwh") == subsidy::FactValue(6500.0));
}

TEST_CASE("a measure without a price has no known cost") {
    Case unpriced;
    unpriced.inputs.scheme.choices = {{"heater", "unpriced"}};
    unpriced.reference.measures.measures[4].options[2].rule_type = "biomass_boiler";

    const auto items = case_items(unpriced.sources());

    REQUIRE(item_of(items, "biomass_boiler") != nullptr);
    CHECK_FALSE(item_of(items, "biomass_boiler")->facts.contains("measure.cost_fen"));
    CHECK_FALSE(item_of(items, "dilapidated_repair")->facts.contains("measure.cost_fen"));
}

TEST_CASE("a standing house is repaired, a new one built, and only an official design counts") {
    Case standing;
    Case built;
    built.inputs = inputs_for_design(built.reference.designs[0], built.reference);
    Case official = built;
    official.reference.designs[0].official = true;

    const auto repair = case_items(standing.sources());
    const auto rebuild = case_items(built.sources());
    const auto from_catalog = case_items(official.sources());

    REQUIRE(item_of(repair, "dilapidated_repair") != nullptr);
    CHECK(item_of(repair, "dilapidated_repair")->whole);
    CHECK(item_of(repair, "dilapidated_repair")->facts.at("measure.adds_cold_protection") ==
          subsidy::FactValue(true));
    REQUIRE(item_of(rebuild, "dilapidated_rebuild") != nullptr);
    CHECK_FALSE(item_of(rebuild, "dilapidated_rebuild")->facts.contains("measure.cost_fen"));
    CHECK(item_of(rebuild, "dilapidated_rebuild")->facts.at("measure.uses_catalog") ==
          subsidy::FactValue(false));
    CHECK(item_of(from_catalog, "dilapidated_rebuild")->facts.at("measure.uses_catalog") ==
          subsidy::FactValue(true));
}
