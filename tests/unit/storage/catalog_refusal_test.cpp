// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <string>

#include <fmt/format.h>
#include <catch2/catch_test_macros.hpp>

#include "storage/catalog_source.h"
#include "unit/storage/temporary_folder.h"

using namespace longju;
using longju::test::bytes_of;
using longju::test::put;
using longju::test::TemporaryFolder;

namespace {

/// A copy of the catalog that ships, to be spoilt.
class Copy {
public:
    Copy() {
        std::filesystem::copy(std::filesystem::path(LONGJU_SOURCE_DIR) / "catalog",
                              folder_ / "catalog", std::filesystem::copy_options::recursive);
    }

    std::filesystem::path path() const { return folder_ / "catalog"; }
    std::filesystem::path file(const std::string& name) const { return path() / name; }

    /// Replaces the first `from` of a file; returns the line it stood on.
    int replace(const std::string& name, const std::string& from, const std::string& to) const {
        std::string text = bytes_of(file(name));
        const auto at = text.find(from);
        REQUIRE(at != std::string::npos);
        const auto line = std::count(text.begin(), text.begin() + static_cast<long>(at), '\n');
        text.replace(at, from.size(), to);
        put(file(name), text);
        return static_cast<int>(line) + 1;
    }

private:
    TemporaryFolder folder_;
};

struct Spoilt {
    const char* file;
    const char* from;
    const char* to;
    int line_offset;  ///< Of the complaint, from the line that was changed.
    const char* field;
    const char* words;  ///< A piece of the message.
};

void check_refusal(const Spoilt& spoilt) {
    CAPTURE(spoilt.file, spoilt.from, spoilt.to);
    const Copy copy;
    const int line = copy.replace(spoilt.file, spoilt.from, spoilt.to);

    const auto reading = storage::check_catalog(copy.path());

    std::string all;
    for (const Error& error : reading.errors) all += error.sentence() + "\n";
    CAPTURE(all);
    const bool told = std::ranges::any_of(reading.errors, [&](const Error& error) {
        return error.kind == ErrorKind::BadInput && error.file.ends_with(spoilt.file) &&
               error.line == line + spoilt.line_offset && error.field == spoilt.field &&
               error.what.find(spoilt.words) != std::string::npos;
    });
    CHECK(told);
}

}  // namespace

TEST_CASE("A mistake in a table is named by file, line and column") {
    const Spoilt table[] = {
        {"materials.csv", "adobe,加草黏土（土坯）,\"straw clay, adobe\",0.76",
         "adobe,加草黏土（土坯）,\"straw clay, adobe\",7.6e3", 0, "conductivity_w_per_mk",
         "outside"},
        {"materials.csv", "adobe,加草黏土（土坯）,\"straw clay, adobe\",0.76",
         "adobe,加草黏土（土坯）,\"straw clay, adobe\",many", 0, "conductivity_w_per_mk",
         "not a number"},
        {"materials.csv", "adobe,加草黏土（土坯）", "adobe,", 0, "name_zh", "empty"},
        {"materials.csv", "brick,烧结普通砖砌体", "Brick 1,烧结普通砖砌体", 0, "id", "not an id"},
        {"materials.csv", ",brick,", ",bricks,", 0, "hatch", "none of"},
        {"materials.csv", ",secondary\n", ",certain\n", 0, "confidence", "none of"},
        {"materials.csv", "\nbrick_hollow,", "\nbrick,", 1, "id", "stands twice"},
        {"materials.csv", "\nadobe,", "\nzebra,", 2, "id", "sort the rows"},
        {"materials.csv", "GB 50176-2016 表B.1（凭记忆）,memory\n", ",memory\n", 0, "source",
         "empty"},
        {"windows.csv", ",false,0.25", ",no,0.25", 0, "argon", "neither true nor false"},
        {"windows.csv", "aluminium_double,铝合金双玻窗（无断桥）,aluminium double-glazed window,2",
         "aluminium_double,铝合金双玻窗（无断桥）,aluminium double-glazed window,2.5", 0, "panes",
         "not a whole number"},
        {"prices.csv", ",55,75,100,", ",85,75,100,", 0, "low_yuan", "above typical_yuan"},
        {"prices.csv", ",55,75,100,", ",55,75,70,", 0, "typical_yuan", "above high_yuan"},
        {"prices.csv", ",55,75,100,", ",55.001,75,100,", 0, "low_yuan", "whole fen"},
        {"prices.csv", ",2026-10,", ",2026-13,", 0, "date", "year and month"},
        {"fuels.csv", ",0.51,0.56,0.81,", ",0.51,0.56,,", 0, "high_yuan", "empty"},
        {"limits.csv", ",wall_u,*,", ",wall_u,1C,", 0, "zone", "none of"},
        {"limits.csv", ",wall_u,*,", ",wall,*,", 0, "subject", "none of"},
        {"junctions.csv", ",outer_corner,brick_370,", ",outer_corner,brick_371,", 0, "wall",
         "has no wall"},
        {"junctions.csv", ",jamb,brick_370,,", ",jamb,brick_370,floor_concrete,", 0, "other",
         "must be empty"},
        {"junctions.csv", ",eaves,brick_370,ceiling_eps_200,", ",eaves,brick_370,brick_240,", 0,
         "other", "has no ceiling"},
        {"divisions.csv", ",509530,12,", ",999999,12,", 0, "station_id", "no station"},
        {"divisions.csv", ",509530,12,", ",,12,", 0, "station_id", "needs a climate station"},
        {"divisions.csv", "230102,", "23010,", 0, "code", "six digits"},
        {"stations.csv", ",1A,", ",1D,", 0, "zone", "neither"},
        {"normals.csv", "\n501360,3,", "\n501360,2,", 1, "month", "stands twice"},
        {"normals.csv", "501360,1,-28.23", "501360,1,-48.23", 0, "t_min_mean_c", "above"},
        {"normals.csv", "501360,1,", "501361,1,", 0, "station_id", "no station"},
    };
    for (const Spoilt& spoilt : table) check_refusal(spoilt);
}

TEST_CASE("A mistake in a tree is named by file, line and path") {
    const Spoilt table[] = {
        {"assemblies.toml", "material = \"adobe\"", "material = \"mud\"", 0,
         "assembly[0].layers[1].material", "is not in materials.csv"},
        {"assemblies.toml", "thickness_mm = 450", "thickness_mm = 0", 0,
         "assembly[0].layers[1].thickness_mm", "outside"},
        {"assemblies.toml", "thickness_mm = 450", "thick_mm = 450", 0,
         "assembly[0].layers[1].thick_mm", "not a key"},
        {"assemblies.toml", "element = \"wall\"", "element = \"walls\"", 0, "assembly[0].element",
         "none of"},
        {"assemblies.toml", "id = \"brick_370\"", "id = \"brick_240\"", 0, "assembly[2].id",
         "stands twice"},
        {"assemblies.toml", "bridge_factor = 1.0", "bridge_factor = \"1.0\"", 0,
         "assembly[0].bridge_factor", "not a number"},
        {"heaters.toml", "fuel = \"raw_coal\"", "fuel = \"coke\"", 0, "heater[0].fuel",
         "is not in fuels.csv"},
        {"heaters.toml", "low = 0.35, typical = 0.42", "low = 0.45, typical = 0.42", 0,
         "heater[0].efficiency.low", "above typical"},
        {"heaters.toml", "outdoor_c = -25", "outdoor_c = -35", 0, "heater[7].cop[1].outdoor_c",
         "coldest first"},
        {"measures.toml", "price = \"wall_eps80\"", "price = \"gold\"", 0,
         "measure[0].option[0].charges[0].price", "is not in prices.csv"},
        {"measures.toml", "basis = \"outer_wall_net\"", "basis = \"walls\"", 0,
         "measure[0].option[0].charges[0].basis", "none of"},
        {"measures.toml", "kind = \"add_layer\"", "kind = \"paint\"", 0,
         "measure[0].option[0].effects[0].kind", "none of"},
        {"measures.toml", "window = \"pvc_triple\"", "window = \"hole\"", 0,
         "measure[4].option[1].effects[0].window", "is not in windows.csv"},
        {"measures.toml", "heater = \"pellet_stove\"", "heater = \"sun\"", 0,
         "measure[9].option[1].effects[0].heater", "is not in heaters.toml"},
        {"measures.toml", "days_low = 8", "days_low = 80", 0, "measure[0].days_low", "above"},
        {"measures.toml", "group = \"solar_water\"", "group = \"wall\"", 0, "measure[11].group",
         "order"},
        {"assemblies.toml", ", thickness_mm = 450", "", 0, "assembly[0].layers[1].thickness_mm",
         "missing"},
        {"catalog.toml", "typical = 0.05", "typical = 0.5", 0, "contingency.typical",
         "not between"},
        {"designs/lj-60a.toml", "people = 3", "people = 0", 0, "people", "outside"},
        {"designs/lj-60a.toml", "id = \"lj-60a\"", "id = \"lj-61a\"", 0, "id", "name of its file"},
        {"designs/lj-60a.toml", "use = \"bedroom\"", "use = \"garage\"", 0,
         "house.plan.rooms[0].use", ""},
        {"designs/lj-60a.toml", "type_id = \"pvc_triple\"", "type_id = \"pvc_trible\"", 0,
         "house.plan.openings[0].type_id", "catalog has no pvc_trible"},
        {"designs/lj-60a.toml", "x_mm = 3000, y_mm = 0, width_mm = 2700",
         "x_mm = 2900, y_mm = 0, width_mm = 2700", 0, "house.plan.rooms[1]", "overlap"},
        {"designs/lj-60a.toml", "heater_id = \"pellet_boiler\"", "heater_id = \"oven\"", 0,
         "house.heater_id", "is not in heaters.toml"},
    };
    for (const Spoilt& spoilt : table) check_refusal(spoilt);
}

TEST_CASE("All mistakes of a catalog are told at once, in the order of files and lines") {
    const Copy copy;
    copy.replace("prices.csv", ",55,75,100,", ",85,75,100,");
    copy.replace("materials.csv", ",brick,", ",bricks,");
    copy.replace("heaters.toml", "kind = \"boiler\"", "kind = \"kettle\"");
    copy.replace("designs/lj-50a.toml", "people = 2", "people = 200");

    const auto reading = storage::check_catalog(copy.path());

    REQUIRE(reading.errors.size() == 4);
    CHECK(reading.errors[0].file.ends_with("designs/lj-50a.toml"));
    CHECK(reading.errors[1].file.ends_with("heaters.toml"));
    CHECK(reading.errors[2].file.ends_with("materials.csv"));
    CHECK(reading.errors[3].file.ends_with("prices.csv"));
    CHECK(storage::read_catalog(copy.path()).error().sentence() == reading.errors[0].sentence());
}

TEST_CASE("A file that cannot be taken apart is told with its line") {
    struct Broken {
        const char* file;
        std::string content;
        int line;
    };
    const Broken brokens[] = {
        {"prices.csv", "id,name_zh\na,b,c\n", 2},
        {"prices.csv", "id,name_zh\n\"a,b\n", 2},
        {"prices.csv", "", 0},
        {"prices.csv", "id\n\xFF\n", 0},
        {"heaters.toml", "[[heater]]\nid = \"x\n", 2},
        {"heaters.toml", "a = \"\xFF\"\n", 1},
        {"rules/county.json", "{", 1},
    };
    for (const Broken& broken : brokens) {
        CAPTURE(broken.file, broken.content);
        const Copy copy;
        put(copy.file(broken.file), broken.content);

        const auto reading = storage::check_catalog(copy.path());

        REQUIRE_FALSE(reading.errors.empty());
        const Error& first = reading.errors.front();
        CHECK(first.file.ends_with(broken.file));
        CHECK(first.line == broken.line);
    }
}

TEST_CASE("A column that is missing is told once") {
    const Copy copy;
    copy.replace("doors.csv", "u_w_per_m2k", "u");

    const auto reading = storage::check_catalog(copy.path());

    REQUIRE(reading.errors.size() == 1);
    CHECK(reading.errors[0].field == "u_w_per_m2k");
}

TEST_CASE("Files that are missing or do not belong are told") {
    const Copy copy;
    std::filesystem::remove(copy.file("windows.csv"));
    put(copy.file("window.csv"), "id\n");

    const auto reading = storage::check_catalog(copy.path());

    const auto about = [&](const char* name) {
        return std::ranges::count_if(
            reading.errors, [&](const Error& error) { return error.file.ends_with(name); });
    };
    CHECK(about("windows.csv") == 1);
    CHECK(about("/window.csv") == 1);
}

TEST_CASE("A catalog folder that is not there is told") {
    const auto reading = storage::check_catalog("/no/such/catalog");

    REQUIRE(reading.errors.size() == 1);
    CHECK(reading.errors.front().kind == ErrorKind::NotFound);
}
