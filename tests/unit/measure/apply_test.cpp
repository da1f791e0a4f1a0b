// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "../house/sample_house.h"
#include "house/check.h"
#include "house/envelope.h"
#include "house/form.h"
#include "sample_measures.h"

using namespace longju;
using namespace longju::measure;
namespace hs = longju::house::sample;

namespace {

house::House after(const house::House& before, std::vector<Choice> choices) {
    return apply({.name = "A", .choices = std::move(choices)}, before, sample::measures(),
                 hs::library());
}

}  // namespace

TEST_CASE("an empty scheme leaves the house as it is") {
    CHECK(after(hs::house(), {}) == hs::house());
}

TEST_CASE("the order of choices does not matter") {
    const std::vector<Choice> one = {
        {"wall", "eps100"}, {"window", "all"}, {"sunspace", "s34"}, {"pv", "kw5"}};
    std::vector<Choice> other = one;
    std::ranges::reverse(other);

    CHECK(after(hs::house(), one) == after(hs::house(), other));
}

TEST_CASE("every measure leaves a house that can be computed") {
    for (const Measure& m : sample::measures().measures) {
        for (const Option& o : m.options) {
            INFO(m.id << " " << o.id);
            const auto changed = after(hs::house(), {{m.id, o.id}});
            CHECK(house::computable(house::check(changed, hs::library())));
        }
    }
}

TEST_CASE("insulation lowers the U value of its element") {
    const auto insulated = after(hs::house(), {{"wall", "eps100"}});

    const auto before_u = house::u_value(hs::house().wall, house::Borders::Outdoors, hs::library());
    const auto after_u = house::u_value(insulated.wall, house::Borders::Outdoors, hs::library());
    CHECK(after_u.value < before_u.value / 2);
}

TEST_CASE("windows are replaced on the named side only") {
    house::House two_sided = hs::house();
    two_sided.plan.openings.push_back(hs::window("w", house::Side::North, 1000, 900));

    const auto changed = after(two_sided, {{"window", "south"}});

    CHECK(changed.plan.openings[0].type_id == "triple");
    CHECK(changed.plan.openings[3].type_id == "old_double");
}

TEST_CASE("a measure that does not fit changes nothing and says why") {
    const MeasureList list = sample::measures();
    const Choice module{"wall", "module"};

    const Fit fits = fit(*list.find("wall"), *list.find(module), hs::house(), hs::library());

    CHECK_FALSE(fits.fits);
    CHECK_FALSE(fits.why_zh.empty());
    CHECK(after(hs::house(), {module}) == hs::house());
}

TEST_CASE("air change is limited, never raised") {
    house::House tight = hs::house();
    tight.air_change = PerHour{0.4};

    CHECK(after(hs::house(), {{"window", "all"}}).air_change.value == 0.6);
    CHECK(after(tight, {{"window", "all"}}).air_change.value == 0.4);
}

TEST_CASE("new windows fit a house that is tight already") {
    house::House tight = hs::house();
    tight.air_change = PerHour{0.4};

    CHECK(after(tight, {{"window", "all"}}).plan.openings[0].type_id == "triple");
}

TEST_CASE("PV never exceeds the south slope") {
    house::House small = hs::house();
    small.plan.rooms = {hs::room("w", 0, 0, 2000, 3600)};
    small.plan.openings.clear();

    const auto full = after(hs::house(), {{"pv", "kw5"}});
    const auto limited = after(small, {{"pv", "kw5"}});

    REQUIRE(full.pv);
    CHECK(full.pv->modules ==
          std::min(9, longju::house::pv_modules_that_fit(hs::house(), full.pv->panel)));
    CHECK((!limited.pv || limited.pv->modules < 9));
}

TEST_CASE("PV in the yard leaves the roof alone, faces south and stands at 40 degrees") {
    house::House turned = hs::house();
    turned.azimuth = Degrees{30.0};

    const auto roof = after(turned, {{"pv", "kw5"}});
    const auto yard = after(turned, {{"pv", "yard5"}});

    REQUIRE((roof.pv && yard.pv));
    CHECK(roof.pv->azimuth == Degrees{30.0});
    CHECK(yard.pv->site == house::PvSite::Yard);
    CHECK(yard.pv->modules == 9);
    CHECK(yard.pv->azimuth == Degrees{0.0});
    CHECK(yard.pv->tilt == Degrees{40.0});
}

TEST_CASE("a sunspace stands before a heated south room and fits it") {
    const auto sunny = after(hs::house(), {{"sunspace", "s34"}});

    REQUIRE(sunny.sunspace);
    CHECK(sunny.sunspace->width.value == 3400);
    CHECK(sunny.sunspace->offset.value == Catch::Approx((4500 - 3400) / 2.0));
}

TEST_CASE("only outer doors are replaced") {
    house::House house = hs::house();
    house.plan.openings.push_back({.id = "M-2",
                                   .kind = house::OpeningKind::Door,
                                   .room_id = "e",
                                   .side = house::Side::West,
                                   .offset = Millimetres{2000},
                                   .width = Millimetres{900},
                                   .height = Millimetres{2100},
                                   .sill = Millimetres{0},
                                   .type_id = "timber"});
    MeasureList list;
    list.measures = {{.id = "door",
                      .group = Group::Door,
                      .name_zh = "门",
                      .name_en = "door",
                      .options = {sample::option("new", {ReplaceDoors{"insulated"}}, {})}}};

    const auto changed =
        apply({.name = "A", .choices = {{"door", "new"}}}, house, list, hs::library());

    CHECK(changed.plan.openings[2].type_id == "insulated");
    CHECK(changed.plan.openings[3].type_id == "timber");
}
