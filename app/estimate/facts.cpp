// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "estimate/facts.h"

#include <algorithm>
#include <cmath>

namespace longju::estimate {

namespace {

using measure::Group;
using subsidy::Facts;
using subsidy::Item;

double rounded_m2(SquareMetres area) { return std::round(area.value * 100.0) / 100.0; }

void add(Facts& facts, const char* name, std::optional<bool> value) {
    if (value) facts[name] = *value;
}

bool is_envelope(Group group) {
    switch (group) {
        case Group::Wall:
        case Group::Ceiling:
        case Group::Floor:
        case Group::Window:
        case Group::Door:
        case Group::Sealing:
            return true;
        case Group::Sunspace:
        case Group::Heating:
        case Group::Pv:
        case Group::SolarWater:
            return false;
    }
    return false;
}

bool adds_cold_protection(const FactSources& s) {
    return std::ranges::any_of(s.scheme.choices, [&](const measure::Choice& choice) {
        const measure::Measure* measure = s.reference.measures.find(choice.measure_id);
        return measure != nullptr && is_envelope(measure->group);
    });
}

/// A design of the province's own drawings; one that we drew ourselves does not count.
bool uses_catalog(const FactSources& s) {
    const house::Design* design = s.reference.find_design(s.inputs.house.design_id);
    return design != nullptr && design->official;
}

/// The typical cost of one measure; nothing when a line has no price or there is none.
std::optional<Money> known_cost(const cost::Quote& quote, const std::string& measure_id) {
    bool any = false;
    for (const cost::QuoteLine& line : quote.lines) {
        if (line.measure_id != measure_id) continue;
        if (!line.amount) return std::nullopt;
        any = true;
    }
    if (!any) return std::nullopt;
    return quote.of_measure(measure_id).typical;
}

std::optional<SquareMetres> insulated_area(Group group, const house::Envelope& envelope) {
    using house::Borders;
    using house::Element;
    switch (group) {
        case Group::Wall:
            return envelope.net_area(Element::Wall, Borders::Outdoors);
        case Group::Ceiling:
            return envelope.net_area(Element::Ceiling, Borders::Attic) +
                   envelope.net_area(Element::Ceiling, Borders::Outdoors);
        case Group::Floor:
            return envelope.heated_floor;
        case Group::Window:
        case Group::Door:
        case Group::Sealing:
        case Group::Sunspace:
        case Group::Heating:
        case Group::Pv:
        case Group::SolarWater:
            return std::nullopt;
    }
    return std::nullopt;
}

void add_heater(const FactSources& s, const measure::Option& option, Facts& facts) {
    const energy::Heater* heater = s.reference.energy.find_heater(s.after.heater_id);
    if (heater != nullptr) facts["measure.heat_w"] = heater->capacity.value * 1000.0;
    if (option.low_temp_rating) facts["measure.low_temp_rating_c"] = option.low_temp_rating->value;
}

void add_pv(const FactSources& s, Facts& facts) {
    if (s.after.pv) facts["measure.pv_w"] = s.after.pv->power().value * 1000.0;
    if (s.pv_year) facts["measure.annual_kwh"] = s.pv_year->value;
}

Item item_of(const FactSources& s, const measure::Measure& measure, const measure::Option& option) {
    Item item{.type = option.rule_type};
    if (const auto cost = known_cost(s.quote, measure.id)) {
        item.facts["measure.cost_fen"] = as_fen(*cost);
    }
    if (const auto area = insulated_area(measure.group, s.envelope)) {
        item.facts["measure.insulated_area_m2"] = rounded_m2(*area);
    }
    if (measure.group == Group::Heating) add_heater(s, option, item.facts);
    if (measure.group == Group::Pv) add_pv(s, item.facts);
    return item;
}

Item works_as_a_whole(const FactSources& s) {
    Item item;
    item.facts["measure.adds_cold_protection"] = adds_cold_protection(s);
    item.facts["measure.uses_catalog"] = uses_catalog(s);
    if (!s.inputs.house.design_id.empty()) {
        item.facts["measure.catalog_model_id"] = s.inputs.house.design_id;
    }
    if (!s.inputs.house.existing) {
        item.type = "dilapidated_rebuild";
        item.facts["measure.new_floor_area_m2"] = rounded_m2(s.envelope.floor_area);
        return item;
    }
    item.type = "dilapidated_repair";
    if (!s.quote.lines.empty() && s.quote.unpriced == 0) {
        item.facts["measure.cost_fen"] = as_fen(s.quote.total.typical);
        item.whole = true;
    }
    return item;
}

}  // namespace

std::string_view code(house::HouseholdCategory category) {
    switch (category) {
        case house::HouseholdCategory::Ordinary:
            return "ordinary";
        case house::HouseholdCategory::MonitoredHousehold:
            return "monitored_household";
        case house::HouseholdCategory::Dibao:
            return "dibao";
        case house::HouseholdCategory::TekunScattered:
            return "tekun_scattered";
        case house::HouseholdCategory::DibaoMarginal:
            return "dibao_marginal";
        case house::HouseholdCategory::ExpenseHardship:
            return "expense_hardship";
        case house::HouseholdCategory::OtherOutOfPoverty:
            return "other_out_of_poverty";
    }
    return "";
}

std::string_view code(house::DangerGrade grade) {
    switch (grade) {
        case house::DangerGrade::A:
            return "A";
        case house::DangerGrade::B:
            return "B";
        case house::DangerGrade::C:
            return "C";
        case house::DangerGrade::D:
            return "D";
    }
    return "";
}

Facts case_facts(const FactSources& s) {
    const house::Household& household = s.inputs.household;
    const house::House& house = s.inputs.house;
    Facts facts;
    if (household.category) facts["household.category"] = std::string(code(*household.category));
    if (household.members) facts["household.size"] = static_cast<double>(*household.members);
    add(facts, "household.had_housing_support", household.had_housing_support);
    add(facts, "household.removes_coal_stove", household.removes_coal_stove);

    if (house.appraisal) {
        facts["house.danger_grade"] = std::string(code(house.appraisal->grade));
        facts["house.appraisal_standard"] = house.appraisal->standard;
        if (house.appraisal->on) facts["house.appraisal_date"] = iso(*house.appraisal->on);
    }
    add(facts, "house.is_only_dwelling", house.only_dwelling);
    if (house.built_year) facts["house.built_year"] = static_cast<double>(*house.built_year);
    facts["house.floor_area_m2"] = rounded_m2(s.envelope.floor_area);
    facts["house.storeys"] = static_cast<double>(house.storeys);

    add(facts, "village.whole_village_program", s.inputs.village.whole_village_program);
    add(facts, "village.has_briquette_supply", s.inputs.village.has_briquette_supply);
    return facts;
}

std::vector<Item> case_items(const FactSources& s) {
    std::vector<Item> items;
    for (const measure::Choice& choice : s.scheme.choices) {
        const measure::Measure* measure = s.reference.measures.find(choice.measure_id);
        const measure::Option* option = s.reference.measures.find(choice);
        if (measure == nullptr || option == nullptr || option->rule_type.empty()) continue;
        items.push_back(item_of(s, *measure, *option));
    }
    items.push_back(works_as_a_whole(s));
    return items;
}

}  // namespace longju::estimate
