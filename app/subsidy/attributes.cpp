// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "subsidy/attributes.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/date.h"

namespace longju::subsidy {

namespace {

using enum AttributeKind;

constexpr std::array dictionary = std::to_array<Attribute>({
    {"house.appraisal_date", Day},
    {"house.appraisal_standard", Text},
    {"house.built_year", Number},
    {"house.danger_grade", Text},
    {"house.floor_area_m2", Number},
    {"house.homestead_legal", YesNo},
    {"house.in_flood_zone", YesNo},
    {"house.in_heating_network", YesNo},
    {"house.is_only_dwelling", YesNo},
    {"house.occupied_months", Number},
    {"house.seismic_intensity", Number},
    {"house.storeys", Number},
    {"house.structure", Text},
    {"household.category", Text},
    {"household.had_housing_support", YesNo},
    {"household.has_disability", YesNo},
    {"household.is_border_first_line", YesNo},
    {"household.register_county_code", Text},
    {"household.removes_coal_stove", YesNo},
    {"household.size", Number},
    {"measure.adds_cold_protection", YesNo},
    {"measure.annual_kwh", Number},
    {"measure.appliance_class", Text},
    {"measure.catalog_model_id", Text},
    {"measure.cost_fen", Fen},
    {"measure.efficiency_grade", Number},
    {"measure.grid_connection_date", Day},
    {"measure.heat_w", Number},
    {"measure.in_national_quota_list", YesNo},
    {"measure.insulated_area_m2", Number},
    {"measure.low_temp_rating_c", Number},
    {"measure.new_floor_area_m2", Number},
    {"measure.owner_type", Text},
    {"measure.pv_w", Number},
    {"measure.trade_in_old", YesNo},
    {"measure.type", Text},
    {"measure.uses_catalog", YesNo},
    {"village.grid_hosting_status", Text},
    {"village.has_briquette_supply", YesNo},
    {"village.is_central_village", YesNo},
    {"village.whole_village_program", YesNo},
});
static_assert(std::ranges::is_sorted(dictionary, {}, &Attribute::name));

constexpr std::array statuses = std::to_array<std::pair<std::string_view, RuleStatus>>({
    {"verified_text", RuleStatus::VerifiedText},
    {"verified_secondary", RuleStatus::VerifiedSecondary},
    {"known_memory", RuleStatus::KnownMemory},
    {"sample_pending_county", RuleStatus::SamplePendingCounty},
    {"reference_expired", RuleStatus::ReferenceExpired},
    {"superseded", RuleStatus::Superseded},
    {"withdrawn", RuleStatus::Withdrawn},
});

}  // namespace

std::span<const Attribute> attributes() { return dictionary; }

const Attribute* find_attribute(std::string_view name) {
    const auto found = std::ranges::lower_bound(dictionary, name, {}, &Attribute::name);
    return found != dictionary.end() && found->name == name ? &*found : nullptr;
}

bool fits(AttributeKind kind, const FactValue& value) {
    switch (kind) {
        case YesNo:
            return std::holds_alternative<bool>(value);
        case Number:
        case Fen:
            return std::holds_alternative<double>(value);
        case Text:
            return std::holds_alternative<std::string>(value);
        case Day:
            return std::holds_alternative<std::string>(value) &&
                   date_from(std::get<std::string>(value)).has_value();
    }
    return false;
}

std::optional<RuleStatus> status_from(std::string_view word) {
    const auto found = std::ranges::find(statuses, word, [](const auto& row) { return row.first; });
    if (found == statuses.end()) return std::nullopt;
    return found->second;
}

std::string_view name(RuleStatus status) {
    return std::ranges::find(statuses, status, [](const auto& row) { return row.second; })->first;
}

}  // namespace longju::subsidy
