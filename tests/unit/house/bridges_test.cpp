// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "house/bridges.h"

#include <algorithm>

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "sample_house.h"

namespace longju::house {

using Catch::Approx;

namespace {

const AddedLayer eps_outside{{"eps", Millimetres{100}}, LayerSide::Outside};
const AddedLayer eps_inside{{"eps", Millimetres{60}}, LayerSide::Inside};

Junction row(JunctionKind kind, const char* wall, double psi, double f_rsi) {
    Junction j;
    j.kind = kind;
    j.wall_id = wall;
    j.psi = WattsPerMK{psi};
    j.f_rsi = f_rsi;
    return sorted_in(j, sample::library());
}

Library with_junctions() {
    Library library = sample::library();
    library.junctions = {row(JunctionKind::OuterCorner, "brick370", -1.0, 0.50),
                         row(JunctionKind::Jamb, "brick370", 0.2, 0.55),
                         row(JunctionKind::OuterCorner, "module250", -0.1, 0.90)};
    return library;
}

const Bridge* of_kind(const std::vector<Bridge>& all, JunctionKind kind) {
    const auto found = std::ranges::find(all, kind, &Bridge::kind);
    return found == all.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("The side a wall is insulated on follows from its layers") {
    const Library library = sample::library();

    CHECK(wall_insulation({"brick370", {}}, library) == WallInsulation::None);
    CHECK(wall_insulation({"brick370", {eps_outside}}, library) == WallInsulation::Outside);
    CHECK(wall_insulation({"brick370", {eps_inside}}, library) == WallInsulation::Inside);
    CHECK(wall_insulation({"brick370", {eps_outside, eps_inside}}, library) ==
          WallInsulation::Both);
    CHECK(wall_insulation({"module250", {}}, library) == WallInsulation::Both);
}

TEST_CASE("A rectangular house has four outer corners and no inner one") {
    const Library library = with_junctions();
    const House house = sample::house();
    const Envelope measured = envelope(house, library);

    CHECK(measured.outer_corners.value ==
          Approx(4.0 * measured.facade(Side::South).wall.value / 9.5));
    CHECK(measured.inner_corners.value == 0.0);
}

TEST_CASE("A house gets the junctions of the side its walls are insulated on") {
    const Library library = with_junctions();
    House house = sample::house();
    const Envelope measured = envelope(house, library);

    SECTION("bare brick: corners and jambs, no kind that the catalog lacks") {
        const auto all = bridges(house, measured, library);
        REQUIRE(all.size() == 2);
        const Bridge* corner = of_kind(all, JunctionKind::OuterCorner);
        CHECK(corner->psi.value == Approx(-1.0));
        CHECK(corner->length.value == measured.outer_corners.value);
        CHECK(coldest(all)->kind == JunctionKind::OuterCorner);
        CHECK(bridge_w_per_k(all) ==
              Approx(-corner->length.value + 0.2 * of_kind(all, JunctionKind::Jamb)->length.value));
    }
    SECTION("insulated on both sides: what the catalog says of modules") {
        house.wall.added = {eps_outside, eps_inside};
        const auto all = bridges(house, measured, library);
        REQUIRE(all.size() == 1);
        CHECK(all.front().f_rsi == Approx(0.90));
    }
    SECTION("insulated outside only: the catalog has no row, nothing is made up") {
        house.wall.added = {eps_outside};
        CHECK(bridges(house, measured, library).empty());
        CHECK(coldest({}) == nullptr);
    }
}

TEST_CASE("Between two walls of the catalog the values go by their U in straight lines") {
    Library library = with_junctions();
    Junction thick = row(JunctionKind::OuterCorner, "brick370", -0.5, 0.70);
    const double brick_u = thick.wall_u.value;
    thick.wall_u = WattsPerM2K{brick_u / 2.0};
    library.junctions.push_back(thick);
    House house = sample::house();
    const Envelope measured = envelope(house, library);
    const auto corner_psi = [&] {
        return of_kind(bridges(house, measured, library), JunctionKind::OuterCorner)->psi.value;
    };

    CHECK(corner_psi() == Approx(-1.0));
    // A little EPS, below what counts as insulated: U falls by as much as its resistance says.
    house.wall.added = {{{"eps", Millimetres{10}}, LayerSide::Outside}};
    const double u = u_value(house.wall, Borders::Outdoors, library).value;
    CHECK(corner_psi() == Approx(-0.5 - 0.5 * (u / brick_u - 0.5) / 0.5));
    CHECK(corner_psi() > -1.0);
}

TEST_CASE("An eaves is counted by the wall as it stood, however thick the catalog's wall is") {
    Library library = with_junctions();
    Assembly insulated = library.assembly("brick370");
    insulated.id = "brick370_eps100";
    insulated.layers.insert(insulated.layers.begin(), eps_outside.layer);
    library.assemblies.push_back(insulated);
    House house = sample::house();
    house.existing = true;
    house.wall.added = {eps_outside};
    Junction eaves;
    eaves.kind = JunctionKind::Eaves;
    eaves.wall_id = "brick370_eps100";
    eaves.other_id = house.ceiling.assembly_id;
    eaves.psi = WattsPerMK{-0.3};
    library.junctions = {sorted_in(eaves, library)};

    const auto all = bridges(house, envelope(house, library), library);
    const Bridge* found = of_kind(all, JunctionKind::Eaves);

    REQUIRE(found != nullptr);
    // The plain ceiling reaches 100 mm less far than over the catalog's wall.
    const double ceiling_u = u_value(house.ceiling, Borders::Attic, library).value;
    CHECK(found->psi.value == Approx(-0.3 + ceiling_u * 0.1));
}

TEST_CASE("The mean K of a wall adds its junctions per square metre") {
    const Library library = with_junctions();
    const House house = sample::house();
    const Envelope measured = envelope(house, library);

    const double sum = bridge_w_per_k(bridges(house, measured, library));
    const double wall_m2 = measured.net_area(Element::Wall, Borders::Outdoors).value;
    CHECK(mean_wall_u(house, measured, library).value ==
          Approx(u_value(house.wall, Borders::Outdoors, library).value + sum / wall_m2));
}

}  // namespace longju::house
