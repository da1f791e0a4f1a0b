// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "cost/materials.h"

#include <algorithm>
#include <cmath>

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "../house/sample_house.h"
#include "../measure/sample_measures.h"

using namespace longju;
using namespace longju::cost;
using Catch::Approx;
namespace hs = longju::house::sample;
namespace ms = longju::measure::sample;

namespace {

std::vector<MaterialLine> listed(const measure::Scheme& scheme) {
    const auto library = hs::library();
    const auto before = hs::house();
    const auto after = measure::apply(scheme, before, ms::measures(), library);
    const auto envelope = house::envelope(before, library);
    return materials(scheme, ms::measures(), {before, after, envelope, library, Kilowatts{8.0}});
}

}  // namespace

TEST_CASE("boards are counted by the wall's net area, with waste, in whole square metres") {
    const auto lines = listed({.name = "", .choices = {{"wall", "eps100"}}});

    REQUIRE(lines.size() == 1);
    const double area_m2 = 32 * 2.85 - 2 * 1.8 * 1.5 - 0.9 * 2.1;
    CHECK(lines[0].net == Approx(area_m2));
    CHECK(lines[0].to_buy == std::ceil(area_m2 * 1.05));
    CHECK(lines[0].name_zh.ends_with("100 厚"));
}

TEST_CASE("windows of one size are one line, counted in pieces") {
    const auto lines = listed({.name = "", .choices = {{"window", "all"}}});

    REQUIRE(lines.size() == 1);
    CHECK(lines[0].net == 2.0);
    CHECK(lines[0].waste == 0.0);
    CHECK(lines[0].name_zh.find("1800×1500") != std::string::npos);
}

TEST_CASE("PV counts the modules that were placed, and nothing chosen needs nothing") {
    const auto lines = listed({.name = "", .choices = {{"pv", "yard5"}}});

    REQUIRE(lines.size() == 1);
    CHECK(lines[0].to_buy == 9.0);
    CHECK(listed({}).empty());
}

TEST_CASE("new walls of modules are bought as modules, concrete and bars, not as layers") {
    auto library = hs::library();
    const auto module_of = [&](house::ModuleKind kind, double mm, double leg_mm) {
        library.modules.push_back({.id = std::to_string(library.modules.size()),
                                   .name_zh = "块",
                                   .kind = kind,
                                   .length = Millimetres{mm},
                                   .leg = Millimetres{leg_mm}});
    };
    for (const double mm : {300.0, 600.0, 900.0}) module_of(house::ModuleKind::Straight, mm, 0);
    module_of(house::ModuleKind::Lintel, 900, 0);
    module_of(house::ModuleKind::Top, 900, 0);
    module_of(house::ModuleKind::Corner, 600, 300);
    auto before = hs::house();
    before.existing = false;
    auto after = before;
    after.wall = {"module250", {}};
    measure::MeasureList list;
    list.measures.push_back({.id = "wall_module",
                             .for_new = true,
                             .options = {{.id = "m",
                                          .effects = {measure::ReplaceConstruction{
                                              house::Element::Wall, "module250"}}}}});
    const auto envelope = house::envelope(before, library);

    const auto lines = materials({.name = "", .choices = {{"wall_module", "m"}}}, list,
                                 {before, after, envelope, library, Kilowatts{8.0}});

    const auto with = [&](const char* words) {
        return std::ranges::count_if(lines, [&](const MaterialLine& l) {
            return l.name_zh.find(words) != std::string::npos;
        });
    };
    CHECK(with("EPS 模块") >= 4);
    CHECK(with("混凝土 C25") == 1);
    CHECK(with("钢筋") == 1);
    CHECK(with("聚苯板") == 0);
}
