// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <cmath>
#include <utility>

#include "house/form.h"
#include "measure/measure.h"

namespace longju::measure {

namespace {

using house::Element;
using house::House;

house::Construction* construction_of(House& house, Element element) {
    switch (element) {
        case Element::Wall:
            return &house.wall;
        case Element::Ceiling:
        case Element::Roof:
            return &house.ceiling;
        case Element::Floor:
            return &house.floor;
        case Element::Partition:
            return nullptr;
    }
    return nullptr;
}

/// The south side of the widest heated room along the south, where a sunspace stands best.
const house::Room* sunspace_room(const House& house) {
    const house::Room* best = nullptr;
    double best_mm = 0.0;
    for (const house::WallPiece& piece : house::wall_pieces(house.plan)) {
        if (piece.side != house::Side::South || !piece.neighbour_id.empty()) continue;
        const house::Room* room = house::find_room(house.plan, piece.room_id);
        const double length_mm = (piece.to - piece.from).value;
        if (room == nullptr || !room->heated || length_mm <= best_mm) continue;
        best = room;
        best_mm = length_mm;
    }
    return best;
}

struct Applied {
    House& house;

    void operator()(const AddLayer& effect) const {
        if (house::Construction* c = construction_of(house, effect.element)) {
            c->added.push_back({effect.layer, effect.side});
        }
    }
    void operator()(const ReplaceConstruction& effect) const {
        if (house::Construction* c = construction_of(house, effect.element)) {
            *c = {effect.assembly_id, {}};
        }
    }
    void operator()(const InsulateEdge& effect) const {
        house.edge_insulation = effect.layer;
        house.edge_insulation_depth = effect.depth;
    }
    void operator()(const ReplaceWindows& effect) const {
        for (house::Opening& o : house.plan.openings) {
            const bool side = !effect.side || *effect.side == o.side;
            if (o.kind == house::OpeningKind::Window && side) o.type_id = effect.window_id;
        }
    }
    void operator()(const ReplaceDoors& effect) const {
        for (house::Opening& o : house.plan.openings) {
            const bool outer =
                o.kind == house::OpeningKind::Door && house::leads_outdoors(house.plan, o);
            if (outer) o.type_id = effect.door_id;
        }
    }
    void operator()(const AddPorch&) const { house.porch = true; }
    void operator()(const LimitAirChange& effect) const {
        house.air_change = std::min(house.air_change, effect.at_most);
    }
    void operator()(const AddSunspace& effect) const {
        const house::Room* room = sunspace_room(house);
        if (room == nullptr) return;
        const Millimetres width = std::min(effect.width, room->width);
        house.sunspace = house::Sunspace{.room_id = room->id,
                                         .offset = (room->width - width) / 2.0,
                                         .width = width,
                                         .depth = effect.depth,
                                         .height = Millimetres{2400.0},
                                         .glazing_id = effect.glazing_id};
    }
    void operator()(const SetHeater& effect) const { house.heater_id = effect.heater_id; }
    void operator()(const AddPv& effect) const {
        // Where a rack gives the tilt, 40° is the optimum here (domain facts 7.3); the roofs of
        // sheds are about half as steep (estimate).
        constexpr Degrees rack_tilt{40.0};
        constexpr Degrees shed_tilt{20.0};
        house::PvArray pv{.site = effect.site,
                          .modules = effect.modules,
                          .panel = effect.panel,
                          .tilt = effect.site == house::PvSite::Shed ? shed_tilt : rack_tilt};
        if (effect.site == house::PvSite::Roof) {
            pv.modules = std::min(effect.modules, house::pv_modules_that_fit(house, effect.panel));
            if (pv.modules <= 0) return;
            if (house.roof.form != house::RoofForm::Flat) pv.tilt = house.roof.pitch;
            pv.azimuth = house.azimuth;
        }
        house.pv = pv;
    }
    void operator()(const AddSolarWater& effect) const {
        house.solar_water = house::SolarHotWater{.collector = effect.collector};
    }
};

/// Whether one effect makes sense for the house; writes the reason when it does not.
struct Fits {
    const House& house;
    const house::Library& library;
    Fit& fit;
    bool alone;  ///< The option does nothing else.

    void refuse(std::string zh, std::string en) const {
        fit = {false, std::move(zh), std::move(en)};
    }
    void operator()(const AddLayer& effect) const {
        if (library.find_material(effect.layer.material_id) == nullptr) {
            refuse("数据包里没有这种材料", "the catalog lacks this material");
        }
    }
    void operator()(const ReplaceConstruction&) const {
        if (house.existing) refuse("新建墙用", "for new walls");
    }
    void operator()(const InsulateEdge&) const {}
    void operator()(const ReplaceWindows& effect) const {
        const bool any = std::ranges::any_of(house.plan.openings, [&](const house::Opening& o) {
            return o.kind == house::OpeningKind::Window && (!effect.side || *effect.side == o.side);
        });
        if (!any) refuse("这面没有窗", "no window on this side");
    }
    void operator()(const ReplaceDoors&) const {
        const bool any = std::ranges::any_of(house.plan.openings, [&](const house::Opening& o) {
            return o.kind == house::OpeningKind::Door && house::leads_outdoors(house.plan, o);
        });
        if (!any) refuse("没有外门", "no outer door");
    }
    void operator()(const AddPorch&) const {
        if (house.porch) refuse("已经有门斗", "has a porch");
    }
    void operator()(const LimitAirChange& effect) const {
        // Tightness that comes along, as with new windows, is no reason against the rest.
        if (!alone) return;
        if (house.air_change <= effect.at_most) refuse("已经不漏风", "is tight already");
    }
    void operator()(const AddSunspace&) const {
        if (house.sunspace) return refuse("已经有阳光间", "has a sunspace");
        if (sunspace_room(house) == nullptr)
            refuse("南面没有采暖间", "no heated room in the south");
        // Glass that turns away from the winter sun loses more than it gains: GB/T 50824-2013
        // accepts ±30° (domain facts 1.5).
        constexpr double accepted_deg = 30.0;
        if (std::abs(house.azimuth.value) > accepted_deg) {
            refuse("朝向偏得太多", "faces too far from south");
        }
    }
    void operator()(const SetHeater& effect) const {
        if (house.heater_id == effect.heater_id) refuse("现在就是这种", "is the present one");
    }
    void operator()(const AddPv& effect) const {
        if (house.pv) return refuse("已经有光伏", "has PV");
        if (effect.site != house::PvSite::Roof) return;
        if (house::pv_modules_that_fit(house, effect.panel) <= 0)
            refuse("屋面太小", "the roof is too small");
    }
    void operator()(const AddSolarWater&) const {
        if (house.solar_water) refuse("已经有太阳能热水", "has solar hot water");
    }
};

}  // namespace

Fit fit(const Measure& measure, const Option& option, const House& house,
        const house::Library& library) {
    if (house.existing && !measure.for_existing) return {false, "新建房用", "for new houses"};
    if (!house.existing && !measure.for_new) return {false, "既有房用", "for existing houses"};
    Fit fit;
    const bool alone = option.effects.size() == 1;
    for (const Effect& effect : option.effects) {
        if (fit.fits) std::visit(Fits{house, library, fit, alone}, effect);
    }
    return fit;
}

House apply(const Scheme& scheme, const House& house, const MeasureList& list,
            const house::Library& library) {
    struct Step {
        const Measure* measure;
        const Option* option;
    };
    std::vector<Step> steps;
    for (const Choice& choice : scheme.choices) {
        const Measure* measure = list.find(choice.measure_id);
        const Option* option = list.find(choice);
        if (option == nullptr) continue;
        if (fit(*measure, *option, house, library).fits) steps.push_back({measure, option});
    }
    // The catalog's own order decides, so that the same choices always give the same house.
    std::ranges::sort(steps, {},
                      [](const Step& s) { return std::pair(s.measure->group, s.measure); });
    House after = house;
    for (const Step& step : steps) {
        for (const Effect& effect : step.option->effects) std::visit(Applied{after}, effect);
    }
    return after;
}

}  // namespace longju::measure
