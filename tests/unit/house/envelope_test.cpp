// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "house/envelope.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "sample_house.h"

using namespace longju;
using namespace longju::house;
using Catch::Approx;

TEST_CASE("a box house has the areas of its outside dimensions") {
    const Library library = sample::library();

    const Envelope e = envelope(sample::house(), library);

    CHECK(e.footprint.value == Approx(9.5 * 6.5));
    CHECK(e.facade(Side::South).wall.value == Approx(9.5 * 2.85));
    CHECK(e.facade(Side::West).wall.value == Approx(6.5 * 2.85));
    CHECK(e.ground_perimeter.value == Approx(2 * (9.5 + 6.5)));
    CHECK(e.net_area(Element::Ceiling, Borders::Attic).value == Approx(9.5 * 6.5));
    CHECK(e.net_area(Element::Floor, Borders::Ground).value == Approx(9.5 * 6.5));
    CHECK(e.building_volume.value == Approx(9.5 * 6.5 * 2.85));
    CHECK(e.shape_factor == Approx((9.5 * 6.5 + 32 * 2.85) / (9.5 * 6.5 * 2.85)));
}

TEST_CASE("openings are taken out of the wall they stand in and only windows count as windows") {
    const Library library = sample::library();

    const Envelope e = envelope(sample::house(), library);

    CHECK(e.window_area().value == Approx(2 * 1.8 * 1.5));
    CHECK(e.door_area().value == Approx(0.9 * 2.1));
    CHECK(e.facade(Side::South).window_to_wall() == Approx(5.4 / (9.5 * 2.85)));
    CHECK(e.facade(Side::North).window_to_wall() == 0.0);
    CHECK(e.net_area(Element::Wall, Borders::Outdoors).value == Approx(32 * 2.85 - 5.4 - 1.89));
}

TEST_CASE("the clear floor leaves out walls and partitions") {
    const Library library = sample::library();

    const Envelope e = envelope(sample::house(), library);

    // 370 wall, axis 250 from outside: 120 to the inside; partition half 60.
    CHECK(e.heated_floor.value == Approx(2 * (4.5 - 0.12 - 0.06) * (6.0 - 0.24)));
    CHECK(e.heated_volume.value == Approx(e.heated_floor.value * 2.7));
    CHECK(e.partition_area.value == Approx(6.0 * 2.85));
}

TEST_CASE("an L-shaped plan keeps the outside of its re-entrant corner") {
    const Library library = sample::library();
    House l_shape = sample::house();
    l_shape.plan.openings.clear();
    l_shape.plan.rooms = {sample::room("a", 0, 0, 6000, 4000),
                          sample::room("b", 0, 4000, 3000, 3000)};

    const Envelope e = envelope(l_shape, library);

    CHECK(e.footprint.value == Approx(6.5 * 4.5 + 3.5 * 3.0));
    CHECK(e.ground_perimeter.value == Approx(2 * (6.5 + 7.5)));
    CHECK(e.facade(Side::North).wall.value == Approx(6.5 * 2.85));
}

TEST_CASE("an unheated room takes its walls out of the heated envelope") {
    const Library library = sample::library();
    House half = sample::house();
    half.plan.rooms[0].heated = false;

    const Envelope e = envelope(half, library);

    CHECK(e.net_area(Element::Partition, Borders::UnheatedRoom).value == Approx(6.0 * 2.85));
    CHECK(e.net_area(Element::Ceiling, Borders::Attic).value == Approx((4.5 + 0.25) * 6.5));
    CHECK(e.window_area().value == Approx(1.8 * 1.5));
    CHECK(e.facade(Side::South).windows.value == Approx(2 * 1.8 * 1.5));
    CHECK(e.partition_area.value == 0.0);
}

TEST_CASE("a sunspace moves the wall and window behind it from outdoors to the sunspace") {
    const Library library = sample::library();
    House sunny = sample::house();
    sunny.sunspace = Sunspace{.room_id = "w",
                              .offset = Millimetres{500},
                              .width = Millimetres{3000},
                              .glazing_id = "triple"};

    const Envelope e = envelope(sunny, library);
    const Envelope without = envelope(sample::house(), library);

    CHECK(e.net_area(Element::Wall, Borders::Sunspace).value == Approx(3.0 * 2.4 - 2.7));
    CHECK(e.net_area(Element::Wall, Borders::Sunspace).value +
              e.net_area(Element::Wall, Borders::Outdoors).value ==
          Approx(without.net_area(Element::Wall, Borders::Outdoors).value));
}

TEST_CASE("two storeys double the floor and keep one ceiling") {
    const Library library = sample::library();
    House tall = sample::house();
    tall.storeys = 2;

    const Envelope e = envelope(tall, library);

    CHECK(e.floor_area.value == Approx(2 * 9.5 * 6.5));
    CHECK(e.net_area(Element::Ceiling, Borders::Attic).value == Approx(9.5 * 6.5));
    CHECK(e.window_area().value == Approx(4 * 1.8 * 1.5));
    CHECK(e.door_area().value == Approx(0.9 * 2.1));
}

TEST_CASE("U values follow GB 50176 films, corrections and the bridge factor") {
    const Library library = sample::library();

    SECTION("plain brick") {
        const auto u = u_value({"brick370", {}}, Borders::Outdoors, library);
        CHECK(u.value == Approx(1.0 / (0.15 + 0.37 / 0.8)));
    }
    SECTION("EPS outside is corrected for its cold place") {
        const Construction insulated{"brick370", {{{"eps", Millimetres{100}}, LayerSide::Outside}}};
        const auto u = u_value(insulated, Borders::Outdoors, library);
        // Anchors hold the boards: 1.03 of the plain wall.
        CHECK(u.value == Approx(1.03 / (0.15 + 0.37 / 0.8 + 0.1 / (0.04 * 1.05))));
    }
    SECTION("a module wall carries its bridges") {
        const auto u = u_value({"module250", {}}, Borders::Outdoors, library);
        const double r = 0.15 + 0.06 / 0.042 + 0.13 / 1.5 + 0.06 / 0.04;
        CHECK(u.value == Approx(1.05 / r).epsilon(0.03));
    }
    SECTION("a ceiling under an attic has the attic's film") {
        const auto u = u_value({"sawdust150", {}}, Borders::Attic, library);
        CHECK(u.value == Approx(1.0 / (0.11 + 0.08 + 1.5)));
    }
}
