// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/estimate_json.h"

#include "core/date.h"
#include "core/provenance.h"
#include "estimate/calibration.h"
#include "storage/catalog_words.h"
#include "subsidy/attributes.h"
#include "visit/codec.h"

namespace longju::cli {

namespace {

using nlohmann::json;

json value_of(double value) { return value; }
json value_of(Money money) { return money.in_fen(); }
template <class Unit>
json value_of(Quantity<Unit> quantity) {
    return quantity.value;
}

template <class T>
json json_of(const Range<T>& range) {
    return {{"low", value_of(range.low)},
            {"typical", value_of(range.typical)},
            {"high", value_of(range.high)}};
}

json json_of(const Provenance& provenance) {
    return {{"source", provenance.source}, {"confidence", name(provenance.confidence)}};
}

template <class T, std::size_t N>
json months(const std::array<T, N>& values) {
    json list = json::array();
    for (const T& value : values) list.push_back(value_of(value));
    return list;
}

json json_of(const energy::HeatLosses& losses) {
    return {{"walls_kwh", losses.walls.value},  {"windows_kwh", losses.windows.value},
            {"doors_kwh", losses.doors.value},  {"ceiling_kwh", losses.ceiling.value},
            {"floor_kwh", losses.floor.value},  {"air_kwh", losses.air.value},
            {"total_kwh", losses.total().value}};
}

json json_of(const std::vector<house::Bridge>& bridges) {
    json all = json::array();
    for (const house::Bridge& bridge : bridges) {
        all.push_back({{"junction", storage::word_for(bridge.kind)},
                       {"length_m", bridge.length.value},
                       {"psi_w_per_mk", bridge.psi.value},
                       {"f_rsi", bridge.f_rsi}});
    }
    return all;
}

json json_of(const energy::Demand& demand) {
    return {{"heat_kwh", demand.heat.value},
            {"cooking_kwh", demand.cooking.value},
            {"heat_by_month_kwh", months(demand.heat_by_month)},
            {"peak_kw", demand.peak.value},
            {"design_load_kw", demand.design_load.value},
            {"fuel", {{"fuel_id", demand.fuel.fuel_id}, {"amount", demand.fuel.amount}}},
            {"losses", json_of(demand.losses)},
            {"solar_gain_kwh", demand.solar_gain.value},
            {"internal_gain_kwh", demand.internal_gain.value},
            {"january_6am_c", demand.january_6am.value},
            {"january_wall_inside_c", demand.january_wall_inside.value},
            {"coldest_c", demand.coldest.value},
            {"hours_below_12c", demand.hours_below_12c},
            {"mould_risk_hours", demand.mould_risk_hours},
            {"f_rsi", demand.f_rsi},
            {"bridges", json_of(demand.bridges)}};
}

json json_of(const estimate::YearResult& year) {
    json fuels = json::array();
    for (const estimate::FuelYear& fuel : year.fuels) {
        fuels.push_back({{"fuel_id", fuel.fuel_id},
                         {"amount", json_of(fuel.amount)},
                         {"own_labour_h", fuel.own_labour_h},
                         {"cost_fen", json_of(fuel.cost)}});
    }
    return {{"model", json_of(year.demand)},
            {"fuels", std::move(fuels)},
            {"heating_cost_fen", json_of(year.heating_cost)},
            {"co2_kg", json_of(year.co2)},
            {"coal_equivalent_kgce", json_of(year.coal_equivalent)},
            {"so2_kg", json_of(year.so2)},
            {"pm25_kg", json_of(year.pm25)}};
}

json json_of(const estimate::Comparison& comparison) {
    return {{"before", json_of(comparison.before)},
            {"after", json_of(comparison.after)},
            {"saved_fen", json_of(comparison.saved)},
            {"co2_saved_kg", json_of(comparison.co2_saved)},
            {"coal_saved_kgce", json_of(comparison.coal_saved)}};
}

json json_of(const house::Envelope& envelope) {
    json ratios = json::object();
    constexpr std::array<const char*, 4> sides{"south", "west", "north", "east"};
    for (std::size_t i = 0; i < sides.size(); ++i) {
        ratios[sides.at(i)] = envelope.facades.at(i).window_to_wall();
    }
    return {{"floor_area_m2", envelope.floor_area.value},
            {"heated_floor_m2", envelope.heated_floor.value},
            {"heated_volume_m3", envelope.heated_volume.value},
            {"shape_factor_per_m", envelope.shape_factor},
            {"window_to_wall", std::move(ratios)},
            {"window_area_m2", envelope.window_area().value},
            {"door_area_m2", envelope.door_area().value}};
}

json json_of(const std::vector<house::LimitFinding>& findings) {
    json list = json::array();
    for (const house::LimitFinding& finding : findings) {
        list.push_back({{"limit_id", finding.limit->id},
                        {"standard", finding.limit->standard},
                        {"clause", finding.limit->clause},
                        {"max", finding.limit->max},
                        {"value", finding.value},
                        {"met", finding.met},
                        {"provenance", json_of(finding.limit->provenance)}});
    }
    return list;
}

json json_of(const cost::Quote& quote) {
    json lines = json::array();
    for (const cost::QuoteLine& line : quote.lines) {
        json item{{"measure_id", line.measure_id}, {"option_id", line.option_id},
                  {"price_id", line.price_id},     {"name_zh", line.name_zh},
                  {"name_en", line.name_en},       {"quantity", line.quantity},
                  {"unit_zh", line.unit_zh},       {"local_price", line.local}};
        if (line.amount) {
            item["amount_fen"] = json_of(*line.amount);
            item["price_date"] = line.price_date;
            item["provenance"] = json_of(line.provenance);
        }
        lines.push_back(std::move(item));
    }
    return {{"lines", std::move(lines)},
            {"contingency_fen", json_of(quote.contingency)},
            {"total_fen", json_of(quote.total)},
            {"unpriced", quote.unpriced}};
}

json json_of(const subsidy::SubsidyResult& result) {
    constexpr std::array<const char*, 5> states{"eligible", "not_eligible", "need_more_info",
                                                "not_in_region", "out_of_date"};
    constexpr std::array<const char*, 4> boxes{"verified", "pending_county", "historical",
                                               "not_met"};
    json findings = json::array();
    for (const subsidy::Finding& finding : result.findings) {
        json item{{"rule_id", finding.rule_id},
                  {"title_zh", finding.title_zh},
                  {"plain_zh", finding.plain_zh},
                  {"state", states.at(static_cast<std::size_t>(finding.state))},
                  {"box", boxes.at(static_cast<std::size_t>(finding.box))},
                  {"status", subsidy::name(finding.status)},
                  {"yearly", finding.yearly},
                  {"missing", finding.missing},
                  {"evidence", finding.evidence},
                  {"document", finding.document}};
        if (finding.amount) item["amount_fen"] = finding.amount->in_fen();
        if (!finding.measure_type.empty()) item["measure_type"] = finding.measure_type;
        if (!finding.excluded_by.empty()) item["excluded_by"] = finding.excluded_by;
        findings.push_back(std::move(item));
    }
    return {{"findings", std::move(findings)},
            {"verified_fen", result.verified.in_fen()},
            {"pending", result.pending}};
}

json json_of(const estimate::Finance& finance) {
    json out{{"cost_fen", json_of(finance.cost)},
             {"subsidy_fen", finance.subsidy.in_fen()},
             {"own_fen", json_of(finance.own)},
             {"counted_fen", json_of(finance.counted)},
             {"saved_per_year_fen", json_of(finance.saved_per_year)},
             {"net_present_value_fen", json_of(finance.net_present_value)},
             {"life_years", finance.life.value},
             {"discount_rate", finance.discount_rate}};
    if (finance.payback) out["payback_years"] = json_of(*finance.payback);
    return out;
}

json json_of(const estimate::Prospect& prospect) {
    json years = json::array();
    for (const estimate::CashYear& year : prospect.years) {
        years.push_back({{"year", year.year},
                         {"spent_fen", year.spent.in_fen()},
                         {"saved_fen", year.saved.in_fen()},
                         {"balance_fen", json_of(year.balance)},
                         {"discounted_fen", year.discounted.in_fen()}});
    }
    json out{{"years", std::move(years)},
             {"discount_rate", prospect.discount_rate},
             {"residual_fen", prospect.residual.in_fen()},
             {"net_present_value_fen", prospect.net_present_value.in_fen()}};
    if (prospect.discounted_payback) {
        out["discounted_payback_years"] = prospect.discounted_payback->value;
    }
    if (prospect.savings_to_investment) {
        out["savings_to_investment"] = *prospect.savings_to_investment;
    }
    if (prospect.cost_of_saved_kwh) {
        out["cost_of_saved_kwh_fen"] = prospect.cost_of_saved_kwh->in_fen();
    }
    return out;
}

json json_of(const estimate::PublicValue& value) {
    json out = json::object();
    if (value.per_tonne_co2) out["per_tonne_co2_fen"] = value.per_tonne_co2->in_fen();
    if (value.per_tonne_coal) out["per_tonne_coal_fen"] = value.per_tonne_coal->in_fen();
    return out;
}

json json_of(const std::vector<house::Problem>& problems) {
    constexpr std::array<const char*, 3> severities{"impossible", "unusual", "missing"};
    json list = json::array();
    for (const house::Problem& problem : problems) {
        list.push_back({{"field", problem.field},
                        {"severity", severities.at(static_cast<std::size_t>(problem.severity))},
                        {"what_zh", problem.what_zh},
                        {"what_en", problem.what_en}});
    }
    return list;
}

json json_of_days(const estimate::Estimate& e) {
    json days{{"low", e.days_low}, {"high", e.days_high}, {"outside", e.outside_work}};
    if (e.outside_work && e.work_season) {
        days["season"] = {{"first", month_and_day(e.work_season->first)},
                          {"last", month_and_day(e.work_season->last)}};
    }
    return days;
}

json json_of(const estimate::Calibration& calibration) {
    constexpr std::array<const char*, 3> names{"day_set_point_c", "heated_share", "efficiency"};
    json fitted = json::object();
    for (const estimate::Fitted& f : calibration.fitted) {
        fitted[names.at(static_cast<std::size_t>(f.what))] = {{"stated", f.stated},
                                                              {"fitted", f.fitted},
                                                              {"least", f.least},
                                                              {"most", f.most},
                                                              {"at_bound", f.at_bound}};
    }
    json ask = json::array();
    for (const estimate::BillDoubt doubt : calibration.doubts) {
        ask.push_back(estimate::ask(doubt).en);
    }
    return {{"used", calibration.used},
            {"bought_kwh", calibration.bought_kwh},
            {"computed_kwh", calibration.computed_kwh},
            {"fitted_kwh", calibration.fitted_kwh},
            {"factor", calibration.factor()},
            {"fitted", std::move(fitted)},
            {"ask", std::move(ask)}};
}

/// Source and label of the physical data that the houses before and after are made of.
json materials_used(const AnsweredCase& answered) {
    json list = json::object();
    const house::Library& library = answered.reference->library;
    for (const house::House* house : {&answered.inputs().house, &answered.estimate.after_house}) {
        for (const house::Construction* part : {&house->wall, &house->ceiling, &house->floor}) {
            for (const house::Layer& layer : house::layers_of(*part, library)) {
                const house::Material* material = library.find_material(layer.material_id);
                if (material == nullptr) continue;
                list[material->id] = json_of(material->provenance);
                list[material->id]["conductivity_w_per_mk"] = material->conductivity.value;
            }
        }
    }
    return list;
}

json sources_of(const AnsweredCase& answered) {
    const estimate::Reference& reference = *answered.reference;
    json out{{"materials", materials_used(answered)}};
    if (const auto* station = reference.station_for(answered.inputs().place)) {
        out["station"] = json_of(station->provenance);
        out["station"]["id"] = station->id;
    }
    for (const auto* house : {&answered.inputs().house, &answered.estimate.after_house}) {
        const energy::Heater* heater = reference.energy.find_heater(house->heater_id);
        if (heater == nullptr) continue;
        out["heaters"][heater->id] = json_of(heater->provenance);
        const energy::Fuel* fuel = reference.energy.find_fuel(heater->fuel_id);
        if (fuel == nullptr) continue;
        out["fuels"][fuel->id] = {{"physical", json_of(fuel->provenance)},
                                  {"price", json_of(fuel->price_provenance)}};
    }
    return out;
}

}  // namespace

json json_of(const AnsweredCase& answered) {
    const estimate::Estimate& e = answered.estimate;
    json out{
        {"inputs", visit::json_of(answered.inputs())},
        {"problems", json_of(e.problems)},
        {"envelope",
         {{"before", json_of(e.before_envelope)}, {"after", json_of(e.after_envelope)}}},
        {"u_w_per_m2k",
         {{"wall", {{"before", e.wall_u_before.value}, {"after", e.wall_u_after.value}}},
          {"ceiling", {{"before", e.ceiling_u_before.value}, {"after", e.ceiling_u_after.value}}},
          {"window", {{"before", e.window_u_before.value}, {"after", e.window_u_after.value}}}}},
        {"limits", {{"before", json_of(e.limits_before)}, {"after", json_of(e.limits_after)}}},
        {"habit", json_of(e.habit)},
        {"comfort", json_of(e.comfort)},
        {"calibration", json_of(e.calibration)},
        {"quote", json_of(e.quote)},
        {"subsidy", json_of(e.subsidy)},
        {"finance", json_of(e.finance)},
        {"prospect", json_of(e.prospect)},
        {"public_value", json_of(e.public_value)},
        {"days", json_of_days(e)},
        {"climate", {{"name", e.climate_name}, {"distance_km", e.climate_km}}},
        {"versions",
         {{"catalog", e.catalog_version},
          {"rules", e.rules_version},
          {"prices", e.prices_version},
          {"data_hash", e.data_hash}}},
        {"sources", sources_of(answered)}};
    if (e.pv) {
        out["pv"] = {{"year_kwh", e.pv->yield.year.value},
                     {"by_month_kwh", months(e.pv->yield.by_month)},
                     {"snow_share", e.pv->yield.snow_share},
                     {"self_used_kwh", e.pv->self_use.used.value},
                     {"exported_kwh", e.pv->self_use.exported.value},
                     {"imported_kwh", e.pv->self_use.imported.value},
                     {"self_used_share", e.pv->self_use.used_share()},
                     {"self_sufficiency", e.pv->self_use.sufficiency()},
                     {"value_per_year_fen", json_of(e.pv->value_per_year)}};
    }
    if (e.solar_water) {
        out["solar_water"] = {{"useful_kwh", e.solar_water->useful.value},
                              {"demand_kwh", e.solar_water->demand.value}};
    }
    return out;
}

}  // namespace longju::cli
