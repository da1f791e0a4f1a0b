// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "house/adjust.h"
#include "ui/driver.h"
#include "ui/world.h"

using namespace longju;
using namespace longju::kiosk;
using namespace longju::kiosk::testing;

namespace {

/// At the plan of the sample visit's house.
struct AtThePlan {
    estimate::Reference reference = small_reference();
    FakeServices services{reference};
    App app{reference, services, {}};
    Driver kiosk{app};

    AtThePlan() {
        kiosk.click("home.continue");
        kiosk.click("rail.configure");
        kiosk.click("configure.view.1");
        kiosk.frames(2);
    }
    const house::House& house() const { return app.state().open->inputs().house; }
    const std::vector<house::Opening>& openings() const { return house().plan.openings; }

    /// The first window to the south.
    std::size_t window() const {
        const auto found = std::ranges::find_if(openings(), [](const house::Opening& o) {
            return o.kind == house::OpeningKind::Window && o.side == house::Side::South;
        });
        REQUIRE(found != openings().end());
        return static_cast<std::size_t>(found - openings().begin());
    }
    /// Presses the middle of a target, moves by that and stays there.
    void take(const std::string& id, Point by) {
        const Record* record = kiosk.find(id);
        REQUIRE(record != nullptr);
        const Point from = record->visible.centre();
        kiosk.frame({.pointer = from, .down = true});
        for (const float share : {0.2F, 0.6F, 1.0F}) {
            kiosk.frame({.pointer = from + by * share, .down = true});
        }
        finger = from + by;
    }
    void let_go() {
        kiosk.frame({.pointer = finger});
        kiosk.frames(1);
    }
    Point finger;
};

}  // namespace

TEST_CASE("a jamb dragged on the plan changes width and numbers at once, and is one step of undo") {
    AtThePlan at;
    const std::size_t window = at.window();
    const std::string id = "configure.opening." + std::to_string(window);
    const double width_mm = at.openings()[window].width.value;
    const Money bill = shown_estimate(at.app.state())->habit.after.heating_cost.typical;
    const std::size_t saves = at.services.saved.size();
    const house::House before = at.house();

    at.kiosk.click(id);
    REQUIRE(at.kiosk.find(id + ".high") != nullptr);
    at.take(id + ".high", {-18, 0});
    CHECK(at.openings()[window].width.value < width_mm);
    REQUIRE(shown_estimate(at.app.state()) != nullptr);
    CHECK(shown_estimate(at.app.state())->habit.after.heating_cost.typical != bill);
    CHECK(at.services.saved.size() == saves);

    at.let_go();
    CHECK_FALSE(at.app.state().view.drag.has_value());
    CHECK(at.services.saved.size() == saves + 1);
    CHECK(at.services.stored.at(at.app.state().open->visit.id).inputs.house == at.house());
    at.kiosk.click("top.undo");
    CHECK(at.house() == before);
}

TEST_CASE("a window dragged along its wall and back is where it was") {
    AtThePlan at;
    const house::House before = at.house();
    const std::string id = "configure.opening." + std::to_string(at.window());
    at.take(id, {15, 0});
    CHECK(at.house() != before);
    at.kiosk.frame({.pointer = at.finger - Point{15, 0}, .down = true});
    at.kiosk.frame({.pointer = at.finger - Point{15, 0}, .down = true});
    at.let_go();
    CHECK(at.house() == before);
}

TEST_CASE("a wall dragged on the plan moves, and a press beside it only lets go of the window") {
    AtThePlan at;
    const double length_mm = at.house().survey->length.value;
    at.take("configure.wall.x3", {20, 0});
    at.let_go();
    CHECK(at.house().survey->length.value > length_mm);
    at.kiosk.click("configure.opening." + std::to_string(at.window()));
    CHECK(at.app.state().view.opening == static_cast<int>(at.window()));
    const Rect plan = at.kiosk.find("configure.plan")->visible;
    at.kiosk.frame({.pointer = {plan.x + 4, plan.y + 4}, .down = true});
    at.kiosk.frame({.pointer = {plan.x + 4, plan.y + 4}});
    at.kiosk.frames(1);
    CHECK(at.app.state().view.opening == -1);
}

TEST_CASE("arrow keys move what has the focus by one step") {
    AtThePlan at;
    const std::size_t window = at.window();
    const double offset_mm = at.openings()[window].offset.value;
    at.app.memory().focus = "configure.opening." + std::to_string(window);
    at.kiosk.key(Key::Right);
    at.kiosk.frames(1);
    CHECK(at.openings()[window].offset.value == offset_mm + house::hand_step.value);
}

TEST_CASE("the ridge dragged on the section changes the pitch of the roof") {
    AtThePlan at;
    at.kiosk.click("configure.view.2");
    at.kiosk.frames(1);
    const double pitch_deg = at.house().roof.pitch.value;
    at.take("configure.ridge", {0, -12});
    at.let_go();
    CHECK(at.house().roof.pitch.value > pitch_deg);
    at.app.memory().focus = "configure.ridge";
    at.kiosk.key(Key::Down);
    at.kiosk.frames(1);
    CHECK(at.house().roof.pitch.value < 46);
}

TEST_CASE("on a large screen the two other views stand below and one press makes one large") {
    const estimate::Reference reference = small_reference();
    FakeServices services(reference);
    App app(reference, services, {});
    Driver kiosk(app, {.width = 1920, .height = 1080});
    kiosk.click("home.continue");
    kiosk.click("rail.configure");
    kiosk.click("configure.small.plan");
    kiosk.frames(1);
    CHECK(app.state().view.house_view == HouseView::Plan);
    CHECK(kiosk.find("configure.small.model") != nullptr);
    CHECK(kiosk.find("configure.small.section") != nullptr);
}
