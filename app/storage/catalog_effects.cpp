// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/catalog_effects.h"

#include <array>

#include <fmt/format.h>

#include "storage/catalog_words.h"

namespace longju::storage {

namespace {

using namespace measure;  // The names of the effects.
using nlohmann::json;

house::Layer read_layer(TreeFields& f) {
    return {f.text("material"), Millimetres{f.number("thickness_mm", 1.0, 600.0)}};
}

Effect read_add_layer(TreeFields& f) {
    return AddLayer{f.word<house::Element>("element"), f.word<house::LayerSide>("side"),
                    read_layer(f)};
}
Effect read_replace_construction(TreeFields& f) {
    return ReplaceConstruction{f.word<house::Element>("element"), f.text("assembly")};
}
Effect read_insulate_edge(TreeFields& f) {
    return InsulateEdge{read_layer(f), Millimetres{f.number("depth_mm", 200.0, 3000.0)}};
}
Effect read_replace_windows(TreeFields& f) {
    ReplaceWindows effect;
    if (f.has("side")) effect.side = f.word<house::Side>("side");
    effect.window_id = f.text("window");
    return effect;
}
Effect read_replace_doors(TreeFields& f) { return ReplaceDoors{f.text("door")}; }
Effect read_add_porch(TreeFields&) { return AddPorch{}; }
Effect read_limit_air_change(TreeFields& f) {
    return LimitAirChange{PerHour{f.number("at_most_per_h", 0.1, 3.0)}};
}
Effect read_add_sunspace(TreeFields& f) {
    return AddSunspace{Millimetres{f.number("width_mm", 1000.0, 15000.0)},
                       Millimetres{f.number("depth_mm", 600.0, 4000.0)}, f.text("glazing")};
}
Effect read_set_heater(TreeFields& f) { return SetHeater{f.text("heater")}; }
Effect read_add_pv(TreeFields& f) {
    AddPv effect{.panel = {.power = Watts{f.number("module_power_w", 100.0, 1000.0)},
                           .height = Millimetres{f.number("module_height_mm", 500.0, 3000.0)},
                           .width = Millimetres{f.number("module_width_mm", 500.0, 2000.0)}},
                 .modules = f.integer("modules", 1, 200)};
    if (f.has("site")) effect.site = f.word<house::PvSite>("site");
    return effect;
}
Effect read_add_solar_water(TreeFields& f) {
    return AddSolarWater{SquareMetres{f.number("collector_m2", 0.5, 20.0)}};
}

struct Kind {
    std::string_view name;
    Effect (*read)(TreeFields&);
};

constexpr std::array kinds = {
    Kind{"add_layer", read_add_layer},
    Kind{"replace_construction", read_replace_construction},
    Kind{"insulate_edge", read_insulate_edge},
    Kind{"replace_windows", read_replace_windows},
    Kind{"replace_doors", read_replace_doors},
    Kind{"add_porch", read_add_porch},
    Kind{"limit_air_change", read_limit_air_change},
    Kind{"add_sunspace", read_add_sunspace},
    Kind{"set_heater", read_set_heater},
    Kind{"add_pv", read_add_pv},
    Kind{"add_solar_water", read_add_solar_water},
};

/// The table of one effect, without its kind.
struct Written {
    json operator()(const AddLayer& e) const {
        return {{"element", word_for(e.element)},
                {"side", word_for(e.side)},
                {"material", e.layer.material_id},
                {"thickness_mm", e.layer.thickness.value}};
    }
    json operator()(const ReplaceConstruction& e) const {
        return {{"element", word_for(e.element)}, {"assembly", e.assembly_id}};
    }
    json operator()(const InsulateEdge& e) const {
        return {{"material", e.layer.material_id},
                {"thickness_mm", e.layer.thickness.value},
                {"depth_mm", e.depth.value}};
    }
    json operator()(const ReplaceWindows& e) const {
        json table = {{"window", e.window_id}};
        if (e.side) table["side"] = word_for(*e.side);
        return table;
    }
    json operator()(const ReplaceDoors& e) const { return {{"door", e.door_id}}; }
    json operator()(const AddPorch&) const { return json::object(); }
    json operator()(const LimitAirChange& e) const { return {{"at_most_per_h", e.at_most.value}}; }
    json operator()(const AddSunspace& e) const {
        return {
            {"width_mm", e.width.value}, {"depth_mm", e.depth.value}, {"glazing", e.glazing_id}};
    }
    json operator()(const SetHeater& e) const { return {{"heater", e.heater_id}}; }
    json operator()(const AddPv& e) const {
        return {{"module_power_w", e.panel.power.value},
                {"module_height_mm", e.panel.height.value},
                {"module_width_mm", e.panel.width.value},
                {"modules", e.modules},
                {"site", word_for(e.site)}};
    }
    json operator()(const AddSolarWater& e) const { return {{"collector_m2", e.collector.value}}; }
};

// The names in `kinds` stand in the order of the variant's alternatives.
static_assert(std::variant_size_v<Effect> == kinds.size());

}  // namespace

std::optional<Effect> read_effect(TreeFields& fields) {
    const std::string name = fields.text("kind");
    std::string all;
    for (const Kind& kind : kinds) {
        if (kind.name == name) {
            const Effect effect = kind.read(fields);
            fields.finish();
            return effect;
        }
        all += (all.empty() ? "" : ", ") + std::string(kind.name);
    }
    if (!name.empty()) fields.refuse("kind", fmt::format("\"{}\" is none of {}", name, all));
    return std::nullopt;
}

std::vector<Effect> read_effects(std::vector<TreeFields> list) {
    std::vector<Effect> effects;
    for (TreeFields& fields : list) {
        if (const auto effect = read_effect(fields)) effects.push_back(*effect);
    }
    return effects;
}

std::vector<Charge> read_charges(std::vector<TreeFields> list) {
    std::vector<Charge> charges;
    for (TreeFields& fields : list) {
        charges.push_back({fields.text("price"), fields.word<Basis>("basis")});
        fields.finish();
    }
    return charges;
}

json json_of(const std::vector<Effect>& effects) {
    json list = json::array();
    for (const Effect& effect : effects) {
        json table = std::visit(Written{}, effect);
        table["kind"] = kinds.at(effect.index()).name;
        list.push_back(std::move(table));
    }
    return list;
}

json json_of(const std::vector<Charge>& charges) {
    json list = json::array();
    for (const Charge& charge : charges) {
        list.push_back({{"price", charge.price_id}, {"basis", word_for(charge.basis)}});
    }
    return list;
}

}  // namespace longju::storage
