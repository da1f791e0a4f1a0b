// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "house/plan.h"

#include <catch2/catch_test_macros.hpp>

#include "sample_house.h"

using namespace longju;
using namespace longju::house;

TEST_CASE("a side is cut where the neighbour changes") {
    const Plan plan{.rooms = {sample::room("front", 0, 0, 6000, 4000),
                              sample::room("back", 1000, 4000, 3000, 2000)},
                    .openings = {}};

    std::vector<WallPiece> north;
    for (const WallPiece& piece : wall_pieces(plan)) {
        if (piece.room_id == "front" && piece.side == Side::North) north.push_back(piece);
    }

    REQUIRE(north.size() == 3);
    CHECK(north[0].neighbour_id.empty());
    CHECK(north[0].to.value == 1000);
    CHECK(north[1].neighbour_id == "back");
    CHECK(north[1].to.value == 4000);
    CHECK(north[2].neighbour_id.empty());
    CHECK(north[2].to.value == 6000);
}

TEST_CASE("pieces of a room add up to its outline") {
    const Plan plan = sample::house().plan;

    double sum_mm = 0.0;
    for (const WallPiece& piece : wall_pieces(plan)) sum_mm += (piece.to - piece.from).value;

    CHECK(sum_mm == 2 * 2 * (4500 + 6000));
}

TEST_CASE("the extent encloses all rooms") {
    const Extent e = extent(sample::house().plan);

    CHECK(e.width().value == 9000);
    CHECK(e.depth().value == 6000);
}
