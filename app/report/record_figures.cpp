// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "report/record_figures.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <string_view>

#include "estimate/uncertainty.h"
#include "house/coursing.h"

namespace longju::report {

namespace {

using measure::Basis;
using measure::Group;

std::int64_t whole(double value) { return std::llround(value); }
std::int64_t hundredths(double value) { return whole(value * 100.0); }

/// Three-valued: a "no" beats what is not known.
std::optional<bool> both(std::optional<bool> a, std::optional<bool> b) {
    if (a == false || b == false) return false;
    if (a && b) return true;
    return std::nullopt;
}

/// 危房改造 is for grades C and D and for the six groups; others pay for themselves.
std::optional<bool> is_dilapidated_case(const estimate::EstimateInputs& inputs) {
    std::optional<bool> dangerous;
    if (inputs.house.appraisal) dangerous = inputs.house.appraisal->grade >= house::DangerGrade::C;
    std::optional<bool> of_the_six;
    if (inputs.household.category) {
        of_the_six = *inputs.household.category != house::HouseholdCategory::Ordinary;
    }
    return both(dangerous, of_the_six);
}

/// Strips and film that last a winter or two are no retrofit.
bool is_envelope(Group group) {
    switch (group) {
        case Group::Wall:
        case Group::Ceiling:
        case Group::Floor:
        case Group::Window:
        case Group::Door:
            return true;
        case Group::Sealing:
        case Group::Sunspace:
        case Group::Heating:
        case Group::Pv:
        case Group::SolarWater:
            return false;
    }
    return false;
}

/// The works of one record, read off its quote: choices that do not fit have no line there.
class Works {
public:
    Works(const estimate::Estimate& estimate, const estimate::Reference& reference)
        : estimate_(estimate), measures_(reference.measures) {}

    bool has(Group group) const {
        return std::ranges::any_of(lines(), [&](const cost::QuoteLine& line) {
            const measure::Measure* m = measures_.find(line.measure_id);
            return m != nullptr && m->group == group;
        });
    }

    bool has_envelope() const {
        return std::ranges::any_of(lines(), [&](const cost::QuoteLine& line) {
            const measure::Measure* m = measures_.find(line.measure_id);
            return m != nullptr && is_envelope(m->group);
        });
    }

    /// Of the group's lines that are counted by `basis`.
    double quantity(Group group, Basis basis) const {
        double sum = 0.0;
        for (const cost::QuoteLine& line : lines()) {
            const measure::Measure* m = measures_.find(line.measure_id);
            const bool counted = m != nullptr && m->group == group && basis_of(line) == basis;
            if (counted) sum += line.quantity;
        }
        return sum;
    }

private:
    const std::vector<cost::QuoteLine>& lines() const { return estimate_.quote.lines; }

    std::optional<Basis> basis_of(const cost::QuoteLine& line) const {
        const measure::Option* option = measures_.find({line.measure_id, line.option_id});
        if (option == nullptr) return std::nullopt;
        const auto charge =
            std::ranges::find(option->charges, line.price_id, &measure::Charge::price_id);
        if (charge == option->charges.end()) return std::nullopt;
        return charge->basis;
    }

    const estimate::Estimate& estimate_;
    const measure::MeasureList& measures_;
};

/// Figures by name, on their way into a record.
class Sheet {
public:
    void amount(Figure figure, std::int64_t value) {
        figures_.at(static_cast<std::size_t>(figure)) = value;
    }
    /// One household or none; nothing stays unknown.
    void household(Figure figure, std::optional<bool> value) {
        if (value) amount(figure, *value ? 1 : 0);
    }
    Figures take() { return figures_; }

private:
    Figures figures_{};
};

void add_retrofit(const visit::Visit& visit, const estimate::Estimate& estimate, const Works& works,
                  Sheet& sheet) {
    const bool standing = visit.inputs.house.existing;
    const bool retrofit = standing && works.has_envelope();
    const auto area = [&](double m2) { return standing ? hundredths(m2) : std::int64_t{0}; };
    sheet.household(Figure::Retrofit, retrofit);
    sheet.amount(Figure::RetrofitArea, retrofit
                                           ? hundredths(estimate.before_envelope.floor_area.value)
                                           : std::int64_t{0});
    sheet.amount(Figure::WallArea, area(works.quantity(Group::Wall, Basis::OuterWallNet)));
    sheet.amount(Figure::RoofArea, area(works.quantity(Group::Ceiling, Basis::Ceiling)));
    sheet.amount(Figure::WindowArea, area(works.quantity(Group::Window, Basis::WindowArea)));
    const double doors = works.quantity(Group::Door, Basis::DoorCount);
    sheet.amount(Figure::Doors, standing ? whole(doors) : std::int64_t{0});
}

/// A house whose walls are of modules already uses nothing new.
void add_modules(const visit::Visit& visit, const estimate::Estimate& estimate,
                 const estimate::Reference& reference, Sheet& sheet) {
    const house::House& after = estimate.after_house;
    const bool now = house::is_module_wall(after.wall, reference.library);
    const bool before = visit.inputs.house.existing &&
                        house::is_module_wall(visit.inputs.house.wall, reference.library);
    double area_m2 = 0.0;
    for (const house::Facade& f : estimate.after_envelope.facades) {
        area_m2 += (f.wall - f.windows - f.doors).value;
    }
    sheet.household(Figure::Module, now && !before);
    sheet.amount(Figure::ModuleArea, now && !before ? hundredths(area_m2) : std::int64_t{0});
}

void add_sun(const visit::Visit& visit, const estimate::Estimate& estimate, const Works& works,
             Sheet& sheet) {
    const house::House& after = estimate.after_house;
    const bool sunspace = works.has(Group::Sunspace) && after.sunspace.has_value();
    sheet.household(Figure::Sunspace, sunspace);
    double floor_m2 = 0.0;
    if (sunspace) {
        floor_m2 = area(in_metres(after.sunspace->width), in_metres(after.sunspace->depth)).value;
    }
    sheet.amount(Figure::SunspaceArea, hundredths(floor_m2));
    sheet.household(Figure::SolarWater, works.has(Group::SolarWater));
    // Without the paper of the grid company nobody knows whether the array feeds in.
    const auto paper = visit.procedure.papers.find("grid_record");
    const bool connected = paper != visit.procedure.papers.end() && paper->second;
    const bool array = works.has(Group::Pv) && after.pv.has_value();
    const auto put = [&](house::PvSite site, Figure households, Figure watts) {
        if (array && after.pv->site == site) {
            if (!connected) return;
            sheet.household(households, true);
            sheet.amount(watts, whole(after.pv->power().value * 1000.0));
            return;
        }
        sheet.household(households, false);
        sheet.amount(watts, std::int64_t{0});
    };
    put(house::PvSite::Roof, Figure::PvRoof, Figure::PvRoofWatts);
    put(house::PvSite::Yard, Figure::PvYard, Figure::PvYardWatts);
    put(house::PvSite::Shed, Figure::PvShed, Figure::PvShedWatts);
}

/// Nothing for coal.
std::optional<Figure> clean_heat(const energy::Heater& heater, const energy::Fuel& fuel) {
    switch (heater.kind) {
        case energy::HeaterKind::HeatPump:
            return Figure::HeatPump;
        case energy::HeaterKind::StorageElectric:
            return Figure::HeatStorage;
        case energy::HeaterKind::DirectElectric:
            return Figure::HeatElectric;
        case energy::HeaterKind::Stove:
        case energy::HeaterKind::Boiler:
            break;
    }
    if (energy::is_coal(fuel)) return std::nullopt;
    return energy::burns_indoors(heater, fuel) ? Figure::HeatBiomass : Figure::HeatGas;
}

void add_heat(const estimate::Estimate& estimate, const estimate::Reference& reference,
              const Works& works, Sheet& sheet) {
    for (const Figure figure : {Figure::HeatBiomass, Figure::HeatPump, Figure::HeatStorage,
                                Figure::HeatElectric, Figure::HeatGas}) {
        sheet.household(figure, false);
    }
    if (!works.has(Group::Heating)) return;
    const energy::Heater* heater = reference.energy.find_heater(estimate.after_house.heater_id);
    const energy::Fuel* fuel =
        heater == nullptr ? nullptr : reference.energy.find_fuel(heater->fuel_id);
    if (fuel == nullptr) return;
    if (const auto source = clean_heat(*heater, *fuel)) sheet.household(*source, true);
}

double electricity_kwh(const estimate::YearResult& year) {
    double sum = 0.0;
    for (const estimate::FuelYear& fuel : year.fuels) {
        if (fuel.fuel_id == "electricity") sum += fuel.amount.typical;
    }
    return sum;
}

/// What the full computed saving is above the part that is counted on: the rest comes as warmth
/// (estimate::realised_share). With s the computed share saved and r what is realised, the house
/// burns k (1 − r s) where it would burn k (1 − s).
double rebound_kg(const estimate::Comparison& habit) {
    const double before_kwh = habit.before.demand.heat.value;
    if (before_kwh <= 0.0) return 0.0;
    const double share = 1.0 - habit.after.demand.heat.value / before_kwh;
    if (share <= 0.0) return 0.0;
    const double realised = estimate::realised_share.typical;
    const double burnt_kg = habit.after.coal_equivalent.typical.value;
    return burnt_kg * (1.0 - realised) * share / (1.0 - realised * share);
}

void add_energy(const estimate::Estimate& estimate, Sheet& sheet) {
    const estimate::Comparison& habit = estimate.habit;
    sheet.amount(Figure::CoalSaved, whole(habit.coal_saved.typical.value));
    sheet.amount(Figure::PowerSaved,
                 whole(electricity_kwh(habit.before) - electricity_kwh(habit.after)));
    sheet.amount(Figure::Co2Saved, whole(habit.co2_saved.typical.value));
    sheet.amount(Figure::CoalRebound, whole(rebound_kg(habit)));
}

/// Subsidies of the case that may be counted on, by who pays; nothing where a clause does not say.
struct Payers {
    Money central, province, local;
};

std::optional<Figure> payer_of(std::string_view name) {
    if (name == "central") return Figure::CostCentral;
    if (name == "province") return Figure::CostProvince;
    const bool local = name == "prefecture" || name == "city" || name == "county";
    return local ? std::optional(Figure::CostLocal) : std::nullopt;
}

bool add_share(const subsidy::Share& share, Payers& payers) {
    const auto payer = payer_of(share.payer);
    if (!payer) return false;
    if (*payer == Figure::CostCentral) payers.central += share.amount;
    if (*payer == Figure::CostProvince) payers.province += share.amount;
    if (*payer == Figure::CostLocal) payers.local += share.amount;
    return true;
}

std::optional<Payers> payers_of(const subsidy::SubsidyResult& subsidy) {
    Payers payers;
    for (const subsidy::Finding& finding : subsidy.findings) {
        const bool counted = finding.box == subsidy::Box::Verified && finding.amount &&
                             !finding.yearly && finding.excluded_by.empty();
        if (!counted) continue;
        if (finding.shares.empty() && *finding.amount > Money{}) return std::nullopt;
        for (const subsidy::Share& share : finding.shares) {
            if (!add_share(share, payers)) return std::nullopt;
        }
    }
    return payers;
}

/// Prices and clauses that are samples never enter. A sum with a line nobody can price is not
/// known, and neither is what is paid by whom before one clause is certain.
void add_money(const estimate::Estimate& estimate, Sheet& sheet) {
    const bool made_up = std::ranges::any_of(estimate.quote.lines, [](const auto& line) {
        return line.provenance.confidence == Confidence::Sample;
    });
    const bool priced = estimate.quote.unpriced == 0 && !made_up;
    const Money total = estimate.quote.total.typical;
    if (priced) sheet.amount(Figure::CostTotal, total.in_fen());
    if (estimate.subsidy.verified <= Money{}) return;
    if (priced) sheet.amount(Figure::CostOwn, (total - estimate.subsidy.verified).in_fen());
    const auto payers = payers_of(estimate.subsidy);
    if (!payers) return;
    sheet.amount(Figure::CostCentral, payers->central.in_fen());
    sheet.amount(Figure::CostProvince, payers->province.in_fen());
    sheet.amount(Figure::CostLocal, payers->local.in_fen());
}

}  // namespace

Figures figures_of(const visit::Visit& visit, const estimate::Estimate* estimate,
                   const estimate::Reference& reference) {
    Sheet sheet;
    const auto dilapidated = is_dilapidated_case(visit.inputs);
    sheet.household(Figure::Dilapidated, dilapidated);
    const house::Design* design = reference.find_design(visit.inputs.house.design_id);
    sheet.household(Figure::DilapidatedAtlas,
                    both(dilapidated, design != nullptr && design->official));
    if (dilapidated == false) sheet.household(Figure::DilapidatedRetrofit, false);
    if (estimate == nullptr) return sheet.take();
    const Works works(*estimate, reference);
    sheet.household(Figure::DilapidatedRetrofit, both(dilapidated, works.has_envelope()));
    add_retrofit(visit, *estimate, works, sheet);
    add_modules(visit, *estimate, reference, sheet);
    add_sun(visit, *estimate, works, sheet);
    add_heat(*estimate, reference, works, sheet);
    add_energy(*estimate, sheet);
    add_money(*estimate, sheet);
    return sheet.take();
}

}  // namespace longju::report
