// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <cmath>
#include <filesystem>

#include "catch2/catch_test_macros.hpp"
#include "estimate/estimate.h"
#include "storage/catalog_source.h"

using namespace longju;

namespace {

/// A house of 10.2 × 7.8 m in Harbin, kept at one temperature day and night: 79.6 m², windows 7.0
/// m² south and 2.5 m² north, one door of 2.0 m². Its heat demand by a monthly balance (EN ISO
/// 13790 form, GB 50176 films, outside dimensions, no sun on walls and roof) was worked out by
/// hand.
struct WorkedHouse {
    const char* name;
    double wall_eps_mm;
    double ceiling_eps_mm;
    const char* floor;
    const char* window;
    const char* door;
    double air_change_per_h;
    double wall_u, ceiling_u;
    double heat_at_14c_kwh, heat_at_18c_kwh;
};

constexpr WorkedHouse old_house{"old, 370 brick",
                                0,
                                0,
                                "floor_concrete",
                                "pvc_double",
                                "door_timber",
                                1.0,
                                1.59,
                                0.71,
                                31715,
                                39292};
constexpr WorkedHouse rural_house{"as GB/T 50824 asks",
                                  60,
                                  52,
                                  "floor_concrete_xps_50",
                                  "pvc_triple",
                                  "door_insulated",
                                  0.5,
                                  0.48,
                                  0.38,
                                  13142,
                                  16434};

house::House house_of(const WorkedHouse& worked, const house::Library& library) {
    const house::Survey survey{.south_window_width = Millimetres{1556},
                               .north_window_width = Millimetres{833},
                               .window_id = worked.window,
                               .door_id = worked.door,
                               .wall_id = "brick_370",
                               .ceiling_id = "ceiling_sawdust_150",
                               .floor_id = worked.floor};
    house::House house = house::house_from_survey(survey, library);
    const auto eps = [](double mm) {
        return house::AddedLayer{{"eps_white", Millimetres{mm}}, house::LayerSide::Outside};
    };
    if (worked.wall_eps_mm > 0) house.wall.added = {eps(worked.wall_eps_mm)};
    if (worked.ceiling_eps_mm > 0) house.ceiling.added = {eps(worked.ceiling_eps_mm)};
    house.air_change = PerHour{worked.air_change_per_h};
    house.heater_id = "electric_direct";
    return house;
}

estimate::Reference catalog_without_heater_limits() {
    auto reference = storage::read_catalog(std::filesystem::path(LONGJU_SOURCE_DIR) / "catalog");
    REQUIRE(reference.has_value());
    for (energy::Heater& heater : reference->energy.heaters) heater.capacity = Kilowatts{100};
    return *std::move(reference);
}

double heat_kwh(const house::House& house, const estimate::Reference& reference,
                double set_point_c) {
    const climate::Station& harbin = *reference.find_station("509530");
    const climate::Year year = climate::typical_year(harbin);
    return energy::annual_demand({.house = house,
                                  .library = reference.library,
                                  .energy = reference.energy,
                                  .year = year,
                                  .habit = {.day_set_point = Celsius{set_point_c},
                                            .night_set_point = Celsius{set_point_c}},
                                  .design_temperature = harbin.design_temperature})
        .heat.value;
}

}  // namespace

TEST_CASE("the worked house is of the size and the walls that were worked out") {
    const estimate::Reference reference = catalog_without_heater_limits();
    for (const WorkedHouse& worked : {old_house, rural_house}) {
        const house::House house = house_of(worked, reference.library);
        const house::Envelope envelope = house::envelope(house, reference.library);
        // The balance by hand leaves thermal bridges out.
        const double wall_u =
            house::u_value(house.wall, house::Borders::Outdoors, reference.library).value /
            house::repeated_bridges(house.wall, reference.library);
        const double ceiling_u =
            house::u_value(house.ceiling, house::Borders::Attic, reference.library).value;

        INFO(worked.name);
        CHECK(std::abs(envelope.floor_area.value - 79.6) < 0.1);
        CHECK(std::abs(envelope.window_area().value - 9.5) < 0.6);
        CHECK(std::abs(wall_u / worked.wall_u - 1.0) < 0.05);
        CHECK(std::abs(ceiling_u / worked.ceiling_u - 1.0) < 0.05);
    }
}

TEST_CASE("the worked house needs somewhat less heat than the balance by hand says") {
    // The balance leaves out the sun on walls and roof, counts the rooms by outside dimensions and
    // takes the films of the design code; the hourly model agrees with EnergyPlus instead.
    const estimate::Reference reference = catalog_without_heater_limits();
    for (const WorkedHouse& worked : {old_house, rural_house}) {
        const house::House house = house_of(worked, reference.library);
        const double at_14c = heat_kwh(house, reference, 14) / worked.heat_at_14c_kwh;
        const double at_18c = heat_kwh(house, reference, 18) / worked.heat_at_18c_kwh;

        WARN(worked.name << ": " << at_14c << " of the balance at 14 C, " << at_18c << " at 18 C");
        CHECK(at_14c > 0.65);
        CHECK(at_14c < 1.0);
        CHECK(at_18c > 0.65);
        CHECK(at_18c < 1.0);
    }
}

TEST_CASE("insulating the worked house saves the share that the balance by hand says") {
    estimate::Reference reference = catalog_without_heater_limits();
    reference.library.junctions.clear();  // The balance knows no junctions.
    const house::House old = house_of(old_house, reference.library);
    const house::House rural = house_of(rural_house, reference.library);

    const double saved = 1.0 - heat_kwh(rural, reference, 18) / heat_kwh(old, reference, 18);

    const double by_hand = 1.0 - rural_house.heat_at_18c_kwh / old_house.heat_at_18c_kwh;
    INFO("saved " << saved << ", by hand " << by_hand);
    CHECK(std::abs(saved - by_hand) < 0.05);
}
