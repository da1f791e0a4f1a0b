// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/building_file.h"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>
#include <catch2/catch_test_macros.hpp>

#include "unit/storage/temporary_folder.h"

namespace longju::cli {

namespace {

const std::string box = R"(
title = "a box"
[zone]
volume_m3 = 100
[heating]
set_point_c = 18
limit_w = 3000
[[surface]]
name = "wall"
area_m2 = 100
layers = [[0.37, 0.81, 1800, 1050]]
[[window]]
glass_m2 = 4
)";

Error refusal(const std::string& text) {
    const auto building = parse_building(text, "box.toml");
    REQUIRE_FALSE(building);
    return building.error();
}

std::string surface(const std::string& keys) { return box + "[[surface]]\narea_m2 = 1\n" + keys; }

}  // namespace

TEST_CASE("a description that cannot be used is refused by file, line and field") {
    const Error unknown = refusal(box + "color = 1\n");
    const Error wild = refusal(box + "panes = 9\n");
    const Error word = refusal(surface("beyond = \"mars\"\n"));
    const Error layer = refusal(surface("layers = [[0.1, 1]]\n"));
    const Error broken = refusal("title = \n");

    CHECK(unknown.file == "box.toml");
    CHECK(unknown.line == 14);
    CHECK(unknown.field == "window[0].color");
    CHECK(wild.field == "window[0].panes");
    CHECK(word.field == "surface[1].beyond");
    CHECK(word.what.find("outdoors") != std::string::npos);
    CHECK(layer.field == "surface[1].layers");
    CHECK(broken.line == 1);
    CHECK(refusal("[zone]\nvolume_m3 = 10\n").field == "surface");
}

TEST_CASE("parts of a description that contradict each other are refused") {
    struct Case {
        std::string text;
        std::string field;
    };
    const std::vector<Case> table = {
        {surface("zone = \"second\"\n"), "surface[1].zone"},
        {surface("beyond = \"zone\"\n"), "surface[1].beyond"},
        {surface("beyond = \"attic\"\n"), "surface[1].beyond"},
        {box + "zone = \"second\"\n", "window[0].zone"},
        {box + "beyond = \"ground\"\n", "window[0].beyond"},
        {surface("heat_w = 100\nheat_after_layer = 0\n"), "surface[1].heat_after_layer"},
        {surface("layers = [[0.1, 1, 0, 0]]\nheat_w = 100\n"), "surface[1].heat_after_layer"},
        {surface("heat_after_layer = 0\n"), "surface[1].heat_after_layer"},
        {box + "overhang_depth_m = 1\n", "window[0].width_m"},
        {box + "overhang_depth_m = 1\nwidth_m = 2\n", "window[0].height_m"},
        {box + "left_fin_above_m = 1\n", "window[0].left_fin_above_m"},
        {box + "outer_pane_transmittance = 0.5\n", "window[0].outer_pane_front_reflectance"},
        {box + "panes = 2.5\n", "window[0].panes"},
        {box + "panes = 1\nlow_e_coatings = 1\n", "window[0].low_e_coatings"},
        {box + "[exchange]\nm3_per_h = 20\n", "exchange"},
        {box + "[cooling]\nset_point_c = 17\n", "cooling.set_point_c"},
        {box + "[cooling]\n", "cooling.set_point_c"},
        {box + "[second_zone]\n", "second_zone.volume_m3"},
        {box + "[zone.extra]\n", "zone.extra"},
        {box + "[extra]\n", "extra"},
        {"shutters_closed = [1]\n" + box, "shutters_closed"},
        {"zone = 3\n[[surface]]\narea_m2 = 1\n", "zone"},
        {"surface = [3]\n[zone]\nvolume_m3 = 10\n", "surface"},
    };

    for (const Case& c : table) {
        INFO(c.text);
        CHECK(refusal(c.text).field == c.field);
    }
}

TEST_CASE("leaks, shutters and the fan of the rooms are read, and leaks need their n50") {
    const auto zone = [](const std::string& keys) {
        return "[zone]\nvolume_m3 = 50\n" + keys + "[[surface]]\narea_m2 = 1\n";
    };

    const auto leaky = parse_building(
        zone("n50_per_h = 7\nstoreys = 2\nleast_per_h = 0.3\nshutters_closed = [22, 0, 6]\n"
             "fan_m3_per_h = 30\nbridges_w_per_k = 4\n"),
        "a");

    REQUIRE(leaky);
    const energy::AirChange& air = leaky->zones.at(0).air;
    REQUIRE(air.leakage);
    CHECK(air.leakage->n50_per_h == 7);
    CHECK(air.leakage->storeys == 2);
    CHECK(air.leakage->shelter_class == 3);
    CHECK(air.leakage->least_per_h == 0.3);
    CHECK(air.fan_m3_per_h.at(23) == 30);
    CHECK(leaky->bridges_w_per_k == 4);
    CHECK(std::ranges::count(leaky->shutters_closed, true) == 3);
    CHECK(leaky->shutters_closed.at(22));
    CHECK(refusal(zone("storeys = 2\n")).field == "zone.storeys");
    CHECK(refusal(zone("shutters_closed = [24]\n")).field == "zone.shutters_closed");
}

TEST_CASE("a second zone, its faces and its windows are read") {
    const auto building = parse_building(surface(R"(
name = "common"
zone = "second"
beyond = "zone"
inside_absorptance = 0.8
inside_emissivity = 0.85
inside_convective_w_per_m2k = 3
layers = [[0.1, 1, 0, 0], [0.2, 1, 0, 0]]
heat_w = 250
heat_after_layer = 1
[[window]]
zone = "second"
glass_m2 = 3
width_m = 2
height_m = 1.5
sill_m = 0.6
shutter_m2k_per_w = 0.4
overhang_depth_m = 0.5
overhang_above_m = 0.2
right_fin_depth_m = 0.3
outer_pane_transmittance = 0.5
outer_pane_front_reflectance = 0.3
outer_pane_back_reflectance = 0.4
[second_zone]
name = "sunspace"
volume_m3 = 20
air_change_per_h = 1
sunspace_depth_m = 1.8
[second_zone.gains]
convective_w = 10
[exchange]
m3_per_h = 60
when_warmer_k = 3
)"),
                                         "box.toml");

    REQUIRE(building);
    REQUIRE(building->zones.size() == 2);
    const energy::Zone& second = building->zones.at(1);
    CHECK(second.name == "sunspace");
    CHECK(second.volume_m3 == 20);
    CHECK(second.air.constant_per_h == 1);
    CHECK(second.sunspace_depth_m == 1.8);
    CHECK(second.convective_gain_w.at(5) == 10);
    CHECK_FALSE(second.heating.on);
    CHECK(building->exchange.m3_per_h.at(0) == 60);
    CHECK(building->exchange.when_warmer_k == 3);
    const energy::BuildingSurface& common = building->surfaces.at(1);
    CHECK(common.zone == 1);
    CHECK(common.beyond == energy::Beyond::Zone);
    CHECK(common.inside_absorptance == 0.8);
    CHECK(common.inside_emissivity == 0.85);
    CHECK(common.inside_convective == 3);
    CHECK_FALSE(common.outside_convective);
    REQUIRE(common.heat);
    CHECK(common.heat->after_layer == 1);
    CHECK(common.heat->w.at(12) == 250);
    const energy::BuildingWindow& window = building->windows.at(1);
    CHECK(window.zone == 1);
    CHECK(window.sill_m == 0.6);
    CHECK(window.height_m == 1.5);
    CHECK(window.shutter_m2k_per_w == 0.4);
    REQUIRE(window.shading);
    CHECK(window.shading->width_m == 2);
    CHECK(window.shading->overhang->depth_m == 0.5);
    CHECK(window.shading->overhang->left_m == 100);
    CHECK(window.shading->right_fin->depth_m == 0.3);
    CHECK_FALSE(window.shading->left_fin);
    CHECK(window.glazing.outer_pane->back_reflectance == 0.4);
}

TEST_CASE("a description starts from its base and overrides it key by key and name by name") {
    const test::TemporaryFolder folder;
    test::put(folder / "box.toml", box + "name = \"pane\"\n");
    test::put(folder / "next.toml", R"(
base = "box.toml"
[heating]
limit_w = 500
[[surface]]
name = "wall"
area_m2 = 80
[[surface]]
name = "door"
area_m2 = 2
)");
    test::put(folder / "last.toml", R"(
base = "next.toml"
title = "the last"
[[window]]
name = "pane"
remove = true
)");

    const auto last = read_building(folder / "last.toml");

    REQUIRE(last);
    CHECK(last->title == "the last");
    CHECK(last->zones.at(0).volume_m3 == 100);
    CHECK(last->zones.at(0).heating.limit_w == 500);
    CHECK(last->zones.at(0).heating.set_point_c.at(3) == 18);
    REQUIRE(last->surfaces.size() == 2);
    CHECK(last->surfaces.at(0).area_m2 == 80);
    CHECK(last->surfaces.at(0).layers.size() == 1);
    CHECK(last->surfaces.at(1).name == "door");
    CHECK(last->windows.empty());
}

TEST_CASE("a refusal names the file of the chain that the value was written in") {
    const test::TemporaryFolder folder;
    test::put(folder / "box.toml", box);
    test::put(folder / "hot.toml", "base = \"box.toml\"\n[heating]\nset_point_c = 900\n");
    test::put(folder / "bad.toml", box + "panes = 9\n");
    test::put(folder / "from_bad.toml", "base = \"bad.toml\"\n[heating]\nlimit_w = 5\n");

    const auto hot = read_building(folder / "hot.toml");
    const auto from_bad = read_building(folder / "from_bad.toml");

    REQUIRE_FALSE(hot);
    CHECK(hot.error().file.ends_with("hot.toml"));
    CHECK(hot.error().line == 3);
    CHECK(hot.error().field == "heating.set_point_c");
    REQUIRE_FALSE(from_bad);
    CHECK(from_bad.error().file.ends_with("bad.toml"));
    CHECK(from_bad.error().line == 14);
    CHECK(from_bad.error().field == "window[0].panes");
}

TEST_CASE("a base that is not there, goes in a circle or is too deep is refused") {
    const test::TemporaryFolder folder;
    const auto refused = [&](const std::string& file) {
        const auto building = read_building(folder / file);
        REQUIRE_FALSE(building);
        CHECK(building.error().field == "base");
        CHECK(building.error().line == 1);
        return building.error();
    };
    test::put(folder / "0.toml", box);
    for (int i = 1; i <= 9; ++i) {
        test::put(folder / fmt::format("{}.toml", i), fmt::format("base = \"{}.toml\"\n", i - 1));
    }
    test::put(folder / "a.toml", "base = \"b.toml\"\n");
    test::put(folder / "b.toml", "base = \"./a.toml\"\n");
    test::put(folder / "c.toml", "base = \"none.toml\"\n");
    test::put(folder / "d.toml", "base = 3\n");

    CHECK(read_building(folder / "8.toml"));
    CHECK(refused("9.toml").what.find("deep") != std::string::npos);
    CHECK(refused("a.toml").what.find("circle") != std::string::npos);
    CHECK(refused("c.toml").what.find("none.toml") != std::string::npos);
    CHECK(refused("d.toml").what.find("file") != std::string::npos);
}

TEST_CASE("only an entry that the base has can be removed") {
    const test::TemporaryFolder folder;
    test::put(folder / "box.toml", box);
    const auto refused = [&](const std::string& text) {
        const auto building =
            parse_building("base = \"box.toml\"\n" + text, (folder / "next.toml").string());
        REQUIRE_FALSE(building);
        CHECK(building.error().file.ends_with("next.toml"));
        return building.error();
    };

    const Error unknown = refused("[[surface]]\nname = \"roof\"\nremove = true\n");
    const Error kept = refused("[[surface]]\nname = \"wall\"\nremove = false\n");
    const Error alone = refusal(box + "remove = true\n");

    CHECK(unknown.line == 4);
    CHECK(unknown.field == "surface.remove");
    CHECK(unknown.what.find("roof") != std::string::npos);
    CHECK(kept.field == "surface.remove");
    CHECK(alone.field == "window[0].remove");
}

TEST_CASE("every description in the repository can be read") {
    const std::filesystem::path cases = LONGJU_SOURCE_DIR "/tests/cases/std140";
    int read = 0;

    for (const auto& entry : std::filesystem::directory_iterator(cases)) {
        if (entry.path().extension() != ".toml") continue;
        const auto building = read_building(entry.path());
        INFO((building ? entry.path().string() : building.error().sentence()));
        CHECK(building);
        ++read;
    }

    CHECK(read >= 52);
}

}  // namespace longju::cli
