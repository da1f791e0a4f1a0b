// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>

#include <fmt/format.h>
#include <catch2/catch_test_macros.hpp>

#include "cli/building_file.h"
#include "climate/year.h"
#include "energy/zone.h"
#include "unit/climate/shared_weather.h"

using namespace longju;

namespace {

/// How near the heat of a house must come. The insulated one lives on the sun: where a south wall
/// gets 5 % more or less in winter, its heat differs by 3 %.
struct House {
    const char* name;
    double within;
    double worst = 0.0;
};

}  // namespace

TEST_CASE("a house takes as much heat in a typical year as in the hourly file behind it") {
    const auto farm = std::filesystem::path(LONGJU_SOURCE_DIR) / "tests" / "cases" / "farm";
    std::array houses = {House{"farmhouse", 0.02}, House{"box_insulated", 0.035}};
    int files = 0;
    for (const shared::Reference& reference : shared::references()) {
        // The TMYx file's sky is 3 K colder than any model of it, its sun a tenth stronger.
        const bool odd = reference.station.id == "541611_TMYx";
        if (odd || !shared::has_usable_radiation(reference)) continue;
        const climate::Year typical = climate::typical_year(reference.station);
        climate::Year file =
            shared::with_consistent_beam(shared::epw(reference.epw), reference.sun_lag_h);
        file.albedo = typical.albedo;  // The files do not say where snow lies.
        energy::Weather of_typical(typical);
        energy::Weather of_file(file);
        for (House& house : houses) {
            const auto building = cli::read_building(farm / fmt::format("{}.toml", house.name));
            REQUIRE(building);

            const double typical_kwh = energy::simulate(*building, of_typical).year.heat_kwh;
            const double file_kwh = energy::simulate(*building, of_file).year.heat_kwh;

            const double off = typical_kwh / file_kwh - 1.0;
            INFO(reference.station.name_en << ", " << house.name << ": " << 100.0 * off << " %");
            CHECK(std::abs(off) < house.within);
            house.worst = std::max(house.worst, std::abs(off));
        }
        ++files;
    }
    for (const House& house : houses) {
        fmt::print("Typical years of {} stations, {}: heat within {:.1f} % of the hourly files\n",
                   files, house.name, 100.0 * house.worst);
    }
    CHECK(files >= 15);
}
