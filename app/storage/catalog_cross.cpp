// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/catalog_cross.h"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "house/check.h"
#include "storage/catalog_words.h"

namespace longju::storage {

namespace {

using namespace measure;  // The names of the effects.

/// Checks one reference; every use of an id says where it stands.
class Crossing {
public:
    Crossing(const estimate::Reference& reference, const std::string& folder)
        : r_(reference), folder_(folder) {}

    std::vector<Error> run() {
        check_assemblies();
        check_junctions();
        check_heaters();
        check_measures();
        for (const estimate::TypicalHouse& typical : r_.typical_houses) check_typical(typical);
        // What designs are measured with must be sound itself.
        measurable_ = errors_.empty();
        for (const house::Design& design : r_.designs) check_design(design);
        if (const auto refs = subsidy::check_refs(r_.rules); !refs) {
            refuse("rules", "condition", refs.error().what);
        }
        return std::move(errors_);
    }

    void refuse(const std::string& file, std::string field, std::string what) {
        errors_.push_back(
            {ErrorKind::BadInput, std::move(what), folder_ + "/" + file, 0, std::move(field)});
    }

    /// `found` is what the id led to.
    void need(const void* found, const std::string& id, const char* defined_in,
              const std::string& file, std::string field) {
        if (found != nullptr) return;
        refuse(
            file, std::move(field),
            fmt::format("\"{}\" is not in {}; add it there or correct the name", id, defined_in));
    }

    const estimate::Reference& r() const { return r_; }

private:
    void check_assemblies() {
        const auto& assemblies = r_.library.assemblies;
        for (std::size_t i = 0; i < assemblies.size(); ++i) {
            for (std::size_t j = 0; j < assemblies[i].layers.size(); ++j) {
                const std::string& id = assemblies[i].layers[j].material_id;
                need(r_.library.find_material(id), id, "materials.csv", "assemblies.toml",
                     fmt::format("assembly[{}].layers[{}].material", i, j));
            }
        }
    }

    /// A house without a kind of junction would look better than it is.
    void check_junctions() {
        for (const Word<house::JunctionKind>& kind : words<house::JunctionKind>()) {
            const auto of_kind = [&](const house::Junction& j) { return j.kind == kind.value; };
            if (std::ranges::any_of(r_.library.junctions, of_kind)) continue;
            refuse("junctions.csv", "junction",
                   fmt::format("has no row for {}; every kind needs its walls", kind.name));
        }
    }

    void check_heaters() {
        const auto& heaters = r_.energy.heaters;
        for (std::size_t i = 0; i < heaters.size(); ++i) {
            need(r_.energy.find_fuel(heaters[i].fuel_id), heaters[i].fuel_id, "fuels.csv",
                 "heaters.toml", fmt::format("heater[{}].fuel", i));
        }
    }

    void check_measures();

    void check_typical(const estimate::TypicalHouse& typical) {
        const std::string& id = typical.id;
        const house::Survey& s = typical.survey;
        const auto in = [&](const void* found, const std::string& wanted, const char* table,
                            const char* column) {
            need(found, wanted, table, "typical.csv", fmt::format("{} of {}", column, id));
        };
        in(r_.library.find_window(s.window_id), s.window_id, "windows.csv", "window");
        in(r_.library.find_door(s.door_id), s.door_id, "doors.csv", "door");
        in(r_.library.find_assembly(s.wall_id), s.wall_id, "assemblies.toml", "wall");
        in(r_.library.find_assembly(s.ceiling_id), s.ceiling_id, "assemblies.toml", "ceiling");
        in(r_.library.find_assembly(s.floor_id), s.floor_id, "assemblies.toml", "floor");
        in(r_.energy.find_heater(typical.heater_id), typical.heater_id, "heaters.toml", "heater");
    }

    void check_design(const house::Design& design) {
        const std::string file = "designs/" + design.id + ".toml";
        const auto refuse_all = [&](const std::vector<house::Problem>& problems) {
            for (const house::Problem& problem : problems) {
                if (problem.severity != house::Severity::Impossible) continue;
                refuse(file, problem.field, problem.what_en);
            }
        };
        const auto problems = house::check(design.house, r_.library);
        refuse_all(problems);
        if (measurable_ && house::computable(problems)) {
            refuse_all(house::check_drawing(design.house));
            check_ratios(design, file);
        }
        const std::string& heater = design.house.heater_id;
        if (!heater.empty()) {
            need(r_.energy.find_heater(heater), heater, "heaters.toml", file, "house.heater_id");
        }
    }

    /// The plan asks for strict window-to-wall ratios: no design may exceed either standard's.
    void check_ratios(const house::Design& design, const std::string& file) {
        for (const char* zone : {"1A", "1B"}) {
            for (const house::LimitFinding& finding :
                 house::limit_findings(design.house, r_.library, r_.limits, zone)) {
                if (finding.met || !of_ratio(finding.limit->subject)) continue;
                refuse(
                    file, "house.plan.openings",
                    fmt::format("the window-to-wall ratio is {:.2f}, {} allows {:.2f} ({}); make "
                                "the windows of that side smaller",
                                finding.value, finding.limit->standard, finding.limit->max,
                                finding.limit->id));
            }
        }
    }
    static bool of_ratio(house::LimitSubject subject) {
        using enum house::LimitSubject;
        return subject == WindowToWallSouth || subject == WindowToWallNorth ||
               subject == WindowToWallEastWest;
    }

    const estimate::Reference& r_;
    const std::string& folder_;
    std::vector<Error> errors_;
    bool measurable_ = false;
};

/// What one effect names.
struct Named {
    Crossing& crossing;
    std::string field;

    void material(const std::string& id) const {
        crossing.need(crossing.r().library.find_material(id), id, "materials.csv", "measures.toml",
                      field + ".material");
    }
    void operator()(const AddLayer& e) const { material(e.layer.material_id); }
    void operator()(const ReplaceConstruction& e) const {
        crossing.need(crossing.r().library.find_assembly(e.assembly_id), e.assembly_id,
                      "assemblies.toml", "measures.toml", field + ".assembly");
    }
    void operator()(const InsulateEdge& e) const { material(e.layer.material_id); }
    void operator()(const ReplaceWindows& e) const {
        crossing.need(crossing.r().library.find_window(e.window_id), e.window_id, "windows.csv",
                      "measures.toml", field + ".window");
    }
    void operator()(const ReplaceDoors& e) const {
        crossing.need(crossing.r().library.find_door(e.door_id), e.door_id, "doors.csv",
                      "measures.toml", field + ".door");
    }
    void operator()(const AddPorch&) const {}
    void operator()(const LimitAirChange&) const {}
    void operator()(const AddSunspace& e) const {
        crossing.need(crossing.r().library.find_window(e.glazing_id), e.glazing_id, "windows.csv",
                      "measures.toml", field + ".glazing");
    }
    void operator()(const SetHeater& e) const {
        crossing.need(crossing.r().energy.find_heater(e.heater_id), e.heater_id, "heaters.toml",
                      "measures.toml", field + ".heater");
    }
    void operator()(const AddPv&) const {}
    void operator()(const AddSolarWater&) const {}
};

void Crossing::check_measures() {
    const auto& measures = r_.measures.measures;
    for (std::size_t i = 0; i < measures.size(); ++i) {
        for (std::size_t j = 0; j < measures[i].options.size(); ++j) {
            const Option& option = measures[i].options[j];
            const std::string at = fmt::format("measure[{}].option[{}]", i, j);
            for (std::size_t k = 0; k < option.effects.size(); ++k) {
                std::visit(Named{*this, fmt::format("{}.effects[{}]", at, k)}, option.effects[k]);
            }
            for (std::size_t k = 0; k < option.charges.size(); ++k) {
                const std::string& id = option.charges[k].price_id;
                need(r_.prices.find(id), id, "prices.csv", "measures.toml",
                     fmt::format("{}.charges[{}].price", at, k));
            }
        }
    }
}

}  // namespace

std::vector<Error> cross_check(const estimate::Reference& reference, const std::string& folder) {
    return Crossing(reference, folder).run();
}

}  // namespace longju::storage
