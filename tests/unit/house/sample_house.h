// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "house/house.h"

/// A small library and a box house whose figures can be worked out by hand. Values are round
/// numbers for tests, not catalog data.
namespace longju::house::sample {

inline Library library() {
    const Provenance test{"test", Confidence::Sample};
    Library library;
    library.materials = {
        {.id = "brick",
         .name_zh = "砖",
         .name_en = "brick",
         .conductivity = WattsPerMK{0.8},
         .density = KilogramsPerM3{1800},
         .specific_heat = JoulesPerKgK{1050},
         .hatch = Hatch::Brick,
         .provenance = test},
        {.id = "eps",
         .name_zh = "聚苯板",
         .name_en = "EPS",
         .conductivity = WattsPerMK{0.04},
         .density = KilogramsPerM3{20},
         .specific_heat = JoulesPerKgK{1380},
         .correction_outside = 1.05,
         .hatch = Hatch::Eps,
         .provenance = test},
        {.id = "concrete",
         .name_zh = "混凝土",
         .name_en = "concrete",
         .conductivity = WattsPerMK{1.5},
         .density = KilogramsPerM3{2300},
         .specific_heat = JoulesPerKgK{920},
         .hatch = Hatch::Concrete,
         .provenance = test},
        {.id = "sawdust",
         .name_zh = "锯末",
         .name_en = "sawdust",
         .conductivity = WattsPerMK{0.1},
         .density = KilogramsPerM3{250},
         .specific_heat = JoulesPerKgK{2010},
         .hatch = Hatch::Loose,
         .provenance = test},
    };
    const auto layer = [](const char* id, double mm) { return Layer{id, Millimetres{mm}}; };
    library.assemblies = {
        {.id = "brick370",
         .name_zh = "370 砖墙",
         .name_en = "brick 370",
         .element = Element::Wall,
         .layers = {layer("brick", 370)},
         .provenance = test},
        {.id = "module250",
         .name_zh = "空腔模块 250",
         .name_en = "module 250",
         .element = Element::Wall,
         .layers = {layer("eps", 60), layer("concrete", 130), layer("eps", 60)},
         .bridge_factor = 1.05,
         .provenance = test},
        {.id = "sawdust150",
         .name_zh = "锯末顶棚",
         .name_en = "sawdust ceiling",
         .element = Element::Ceiling,
         .layers = {layer("sawdust", 150)},
         .provenance = test},
        {.id = "slab",
         .name_zh = "混凝土地面",
         .name_en = "slab",
         .element = Element::Floor,
         .layers = {layer("concrete", 100)},
         .provenance = test},
    };
    library.windows = {
        {.id = "old_double",
         .name_zh = "旧双层窗",
         .name_en = "old double",
         .rated_u = WattsPerM2K{2.5},
         .provenance = test},
        {.id = "triple",
         .name_zh = "三玻窗",
         .name_en = "triple",
         .panes = 3,
         .rated_u = WattsPerM2K{1.8},
         .provenance = test},
    };
    library.doors = {
        {.id = "timber",
         .name_zh = "木门",
         .name_en = "timber",
         .u = WattsPerM2K{2.7},
         .provenance = test},
        {.id = "insulated",
         .name_zh = "保温门",
         .name_en = "insulated",
         .u = WattsPerM2K{1.5},
         .provenance = test},
    };
    return library;
}

inline Room room(const char* id, double x, double y, double width, double depth) {
    return {.id = id,
            .use = RoomUse::Bedroom,
            .name = id,
            .x = Millimetres{x},
            .y = Millimetres{y},
            .width = Millimetres{width},
            .depth = Millimetres{depth}};
}

inline Opening window(const char* room_id, Side side, double offset, double width) {
    return {.id = "C-1",
            .kind = OpeningKind::Window,
            .room_id = room_id,
            .side = side,
            .offset = Millimetres{offset},
            .width = Millimetres{width},
            .height = Millimetres{1500},
            .sill = Millimetres{900},
            .type_id = "old_double"};
}

/// 9.5 m × 6.5 m by outer faces (axes 9 × 6 m), two rooms side by side, 2.7 m clear, 0.15 m
/// ceiling.
inline House house() {
    House house;
    house.built_year = 1990;
    house.appraisal = Appraisal{};
    house.heater_id = "stove";
    house.wall.assembly_id = "brick370";
    house.ceiling.assembly_id = "sawdust150";
    house.floor.assembly_id = "slab";
    house.plan.axis_to_outer_face = Millimetres{250};
    house.plan.rooms = {room("w", 0, 0, 4500, 6000), room("e", 4500, 0, 4500, 6000)};
    house.plan.openings = {window("w", Side::South, 1000, 1800),
                           window("e", Side::South, 1000, 1800),
                           {.id = "M-1",
                            .kind = OpeningKind::Door,
                            .room_id = "e",
                            .side = Side::South,
                            .offset = Millimetres{3300},
                            .width = Millimetres{900},
                            .height = Millimetres{2100},
                            .sill = Millimetres{0},
                            .type_id = "timber"}};
    return house;
}

}  // namespace longju::house::sample
