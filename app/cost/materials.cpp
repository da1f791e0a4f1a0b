// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "cost/materials.h"

#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "house/coursing.h"
#include "house/form.h"

namespace longju::cost {

namespace {

using namespace measure;  // The names of the effects.
using house::Borders;
using house::Element;
using house::OpeningKind;

constexpr double board_waste = 0.05;

/// The lines of one effect.
class Counter {
public:
    Counter(const std::string& measure_id, const TakeOff& t, std::vector<MaterialLine>& lines)
        : measure_id_(measure_id), t_(t), lines_(lines) {}

    void operator()(const AddLayer& effect) { sheet(effect.layer, area_m2(effect.element)); }
    void operator()(const ReplaceConstruction& effect) {
        // A new house gets the wall around its unheated rooms, too.
        const double area = effect.element == Element::Wall ? counted(Basis::WallGrossNew)
                                                            : area_m2(effect.element);
        const bool coursed = effect.element == Element::Wall && modules();
        for (const house::Layer& layer : t_.library.assembly(effect.assembly_id).layers) {
            // Shells and core come as modules and concrete.
            const house::Hatch hatch = t_.library.material(layer.material_id).hatch;
            const bool in_modules = coursed && hatch != house::Hatch::Mortar;
            if (!in_modules) sheet(layer, area);
        }
    }
    void operator()(const InsulateEdge& effect) {
        // From the floor down to the depth below grade.
        const double high_m = in_metres(effect.depth + t_.before.floor_level).value;
        sheet(effect.layer, t_.envelope.ground_perimeter.value * high_m);
    }
    void operator()(const ReplaceWindows& effect) {
        const house::WindowType& type = t_.library.window(effect.window_id);
        openings(OpeningKind::Window, type.name_zh, [&](const house::EnvelopeOpening& o) {
            return !effect.side || *effect.side == o.side;
        });
    }
    void operator()(const ReplaceDoors& effect) {
        openings(OpeningKind::Door, t_.library.door(effect.door_id).name_zh,
                 [](const house::EnvelopeOpening& o) { return o.borders == Borders::Outdoors; });
    }
    void operator()(const AddPorch&) { piece("门斗", "座", 1); }
    void operator()(const LimitAirChange&) {}  // The seals come with the windows or by the piece.
    void operator()(const AddSunspace& effect) {
        if (!t_.after.sunspace) return;
        const house::WindowType& glazing = t_.library.window(effect.glazing_id);
        const house::Sunspace& s = *t_.after.sunspace;
        piece(fmt::format("{}框架 {:.0f}×{:.0f}×{:.0f}", glazing.name_zh, s.width.value,
                          s.depth.value, s.height.value),
              "套", 1);
    }
    void operator()(const SetHeater&) {
        piece(fmt::format("热源，不小于 {:.1f} kW", std::ceil(t_.design_load.value * 10.0) / 10.0),
              "台", 1);
    }
    void operator()(const AddPv& effect) {
        if (!t_.after.pv) return;
        piece(fmt::format("光伏板 {:.0f} W，{:.0f}×{:.0f}", effect.panel.power.value,
                          effect.panel.height.value, effect.panel.width.value),
              "块", t_.after.pv->modules);
    }
    void operator()(const AddSolarWater& effect) {
        piece(fmt::format("真空管太阳能热水器 {:.1f} m²", effect.collector.value), "台", 1);
    }

private:
    /// The modules, concrete, bars and ties of the new walls as their courses take them; false for
    /// walls that are not of modules.
    bool modules() {
        const house::Coursing coursing = house::coursing(t_.after, t_.library);
        if (coursing.walls.empty()) return false;
        const house::ModuleBill bill = house::module_bill(coursing, t_.after, t_.library);
        for (const house::ModuleBill::Line& line : bill.lines) {
            const auto type =
                std::ranges::find(t_.library.modules, line.type_id, &house::ModuleType::id);
            piece("EPS 模块 " + type->name_zh, "块", line.pieces());
        }
        piece("洞口封端板", "块", bill.jamb_ends);
        add("混凝土 C25（模块芯）", "m³", bill.concrete.value);
        add("钢筋（按构造估，配筋另设计）", "kg", bill.bars.value);
        return true;
    }

    void add(std::string name_zh, const char* unit_zh, double net) {
        lines_.push_back({measure_id_, std::move(name_zh), unit_zh, net, board_waste,
                          std::ceil(net * (1.0 + board_waste))});
    }

    double counted(Basis basis) const { return quantity({.basis = basis}, {}, t_); }

    double area_m2(Element element) const {
        switch (element) {
            case Element::Wall:
                return counted(Basis::OuterWallNet);
            case Element::Ceiling:
            case Element::Roof:
                return counted(Basis::Ceiling);
            case Element::Floor:
                return counted(Basis::HeatedFloor) / t_.before.storeys;
            case Element::Partition:
                return t_.envelope.net_area(element, Borders::UnheatedRoom).value;
        }
        return 0.0;
    }

    void sheet(const house::Layer& layer, double area_m2) {
        if (area_m2 <= 0.0) return;
        const house::Material& material = t_.library.material(layer.material_id);
        lines_.push_back({measure_id_,
                          fmt::format("{} {:.0f} 厚", material.name_zh, layer.thickness.value),
                          "m²", area_m2, board_waste, std::ceil(area_m2 * (1.0 + board_waste))});
    }

    void piece(std::string name_zh, const char* unit_zh, int count) {
        lines_.push_back({measure_id_, std::move(name_zh), unit_zh, static_cast<double>(count), 0.0,
                          static_cast<double>(count)});
    }

    /// Equal sizes are one line.
    template <class Counts>
    void openings(OpeningKind kind, const std::string& name_zh, Counts counts) {
        std::map<std::string, int> by_size;
        for (const house::EnvelopeOpening& o : t_.envelope.openings) {
            if (o.kind != kind || o.borders == Borders::UnheatedRoom || !counts(o)) continue;
            const double one_m2 = o.width.value * o.height.value;
            by_size[fmt::format("{} {:.0f}×{:.0f}", o.opening_id, o.width.value * 1000.0,
                                o.height.value * 1000.0)] +=
                static_cast<int>(std::lround(o.area.value / one_m2));
        }
        for (const auto& [size, count] : by_size)
            piece(fmt::format("{} {}", size, name_zh), "樘", count);
    }

    const std::string& measure_id_;
    const TakeOff& t_;
    std::vector<MaterialLine>& lines_;
};

}  // namespace

std::vector<MaterialLine> materials(const Scheme& scheme, const MeasureList& list,
                                    const TakeOff& t) {
    std::vector<MaterialLine> lines;
    for (const Measure& m : list.measures) {
        const Choice* choice = scheme.find(m.id);
        const Option* option = choice == nullptr ? nullptr : list.find(*choice);
        if (option == nullptr || !fit(m, *option, t.before, t.library).fits) continue;
        Counter counter(m.id, t, lines);
        for (const Effect& effect : option->effects) std::visit(counter, effect);
    }
    return lines;
}

}  // namespace longju::cost
