// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "measure/measure.h"

/// A few measures with round prices for tests; not catalog data.
namespace longju::measure::sample {

inline Option option(const char* id, std::vector<Effect> effects, std::vector<Charge> charges) {
    return {.id = id,
            .name_zh = id,
            .name_en = id,
            .effects = std::move(effects),
            .charges = std::move(charges),
            .provenance = {"test", Confidence::Sample}};
}

inline MeasureList measures() {
    using house::Element;
    using house::Layer;
    using house::LayerSide;
    const Layer eps100{"eps", Millimetres{100}};
    MeasureList list;
    list.measures = {
        {.id = "wall",
         .group = Group::Wall,
         .name_zh = "外墙",
         .name_en = "wall",
         .options = {option("eps100", {AddLayer{Element::Wall, LayerSide::Outside, eps100}},
                            {{"wall_eps", Basis::OuterWallNet}}),
                     option("module", {ReplaceConstruction{Element::Wall, "module250"}},
                            {{"module", Basis::WallGrossNew}})}},
        {.id = "ceiling",
         .group = Group::Ceiling,
         .name_zh = "吊顶",
         .name_en = "ceiling",
         .options = {option("eps100", {AddLayer{Element::Ceiling, LayerSide::Outside, eps100}},
                            {{"ceiling_eps", Basis::Ceiling}})}},
        {.id = "window",
         .group = Group::Window,
         .name_zh = "窗",
         .name_en = "window",
         .options = {option("south", {ReplaceWindows{house::Side::South, "triple"}},
                            {{"window", Basis::WindowArea}}),
                     option("all",
                            {ReplaceWindows{std::nullopt, "triple"}, LimitAirChange{PerHour{0.6}}},
                            {{"window", Basis::WindowCount}})}},
        {.id = "sunspace",
         .group = Group::Sunspace,
         .name_zh = "阳光间",
         .name_en = "sunspace",
         .options = {option("s34", {AddSunspace{Millimetres{3400}, Millimetres{1500}, "triple"}},
                            {{"sunspace", Basis::SunspaceGlazing}})}},
        {.id = "heater",
         .group = Group::Heating,
         .name_zh = "取暖",
         .name_en = "heating",
         .options = {option("pellet", {SetHeater{"pellet"}}, {{"unpriced", Basis::Piece}})}},
        {.id = "pv",
         .group = Group::Pv,
         .name_zh = "光伏",
         .name_en = "PV",
         .options = {option("kw5", {AddPv{.modules = 9}}, {{"pv", Basis::PvWatts}}),
                     option("yard5", {AddPv{.modules = 9, .site = house::PvSite::Yard}},
                            {{"pv", Basis::PvWatts}})}},
    };
    return list;
}

}  // namespace longju::measure::sample
