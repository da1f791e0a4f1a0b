// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/frame_pacer.h"
#include "ui/driver.h"
#include "ui/world.h"

using namespace longju;
using namespace longju::kiosk;
using namespace longju::kiosk::testing;

namespace {

constexpr const char* list_area = "house.designs";

/// The catalog of designs, which is longer than the screen, and a finger on it.
struct LongList {
    estimate::Reference reference = small_reference();
    FakeServices services{reference};
    App app{reference, services, {}};
    Driver kiosk{app};
    Point finger{700, 600};

    LongList() {
        kiosk.click("home.start.design");
        kiosk.click("rail.house");
        kiosk.frames(2);
        chosen = app.state().open->inputs().house.design_id;
    }
    float offset() { return app.memory().scroll[list_area].offset; }
    float end() {
        const ScrollMemory& area = app.memory().scroll[list_area];
        return area.content - area.view;
    }
    void after(double seconds, bool down) {
        services.seconds += seconds;
        kiosk.frame({.pointer = finger, .down = down});
    }
    /// Moves the finger `by` with each hundredth of a second, and lets go.
    void swipe(float by, int times) {
        after(0, true);
        for (int i = 0; i < times; ++i) {
            finger.y += by;
            after(0.01, true);
        }
        after(0, false);
    }
    bool rolls() { return app.memory().roll.rolls(); }
    void roll_out() {
        for (int i = 0; i < 300; ++i) after(0.016, false);
    }

    std::string chosen;
};

}  // namespace

TEST_CASE("a list that was thrown rolls on, slower and slower, and chooses nothing") {
    LongList list;
    list.swipe(-8, 12);
    CHECK(list.offset() == Catch::Approx(96));
    REQUIRE(list.rolls());

    list.after(0.1, false);
    const float first = list.offset() - 96;
    list.after(0.1, false);
    const float second = list.offset() - 96 - first;
    CHECK(first > 40);
    CHECK(second > 0);
    CHECK(second < first);
    list.roll_out();
    CHECK(list.offset() == Catch::Approx(96 + 800 * Roll::time_constant_s).epsilon(0.05));
    CHECK(list.app.state().open->inputs().house.design_id == list.chosen);
}

TEST_CASE("a list that rolls stops at its ends") {
    LongList list;
    list.finger.y = 650;
    for (int i = 0; i < 12; ++i) {
        list.finger.y = 650;
        list.swipe(-60, 8);
        list.roll_out();
    }
    CHECK(list.offset() == Catch::Approx(list.end()).margin(1));
    list.finger.y = 200;
    for (int i = 0; i < 12; ++i) {
        list.finger.y = 200;
        list.swipe(60, 8);
        list.after(1, false);
        list.after(1, false);
    }
    CHECK(list.offset() == 0);
    CHECK_FALSE(list.rolls());
}

TEST_CASE("a touch stops what rolls and presses nothing") {
    LongList list;
    list.finger.y = 650;
    list.swipe(-30, 10);
    list.after(0.05, false);
    REQUIRE(list.rolls());
    const float there = list.offset();

    list.finger = {400, 400};
    list.after(0, true);
    list.after(0.05, true);
    list.after(0.05, false);

    CHECK_FALSE(list.rolls());
    CHECK(list.offset() == Catch::Approx(there).margin(1));
    CHECK(list.app.state().open->inputs().house.design_id == list.chosen);
    list.after(0.05, true);
    list.after(0.05, false);
    list.after(0, false);
    CHECK(list.app.state().open->inputs().house.design_id != list.chosen);
}

TEST_CASE("a press that moves less than the slop is a press, and rolls nothing") {
    LongList list;
    list.finger = {1000, 400};
    list.swipe(-1, 6);
    list.after(0, false);

    CHECK_FALSE(list.rolls());
    CHECK(list.offset() == 0);
    CHECK(list.app.state().open->inputs().house.design_id != list.chosen);
}

TEST_CASE("the window is drawn as long as something rolls, and then waits") {
    LongList list;
    FramePacer pacer;
    const auto drawn_in = [&](double seconds) {
        int drawn = 0;
        for (const double end = list.services.seconds + seconds; list.services.seconds < end;) {
            list.services.seconds += 0.016;
            if (!pacer.must_draw(list.services.seconds)) continue;
            list.after(0, false);
            ++drawn;
            pacer.frame_drawn(list.services.seconds);
            if (list.app.changed()) pacer.note_event();
            pacer.wake_at(list.services.seconds + list.app.wake_at_s() - list.app.state().now_s);
        }
        return drawn;
    };
    list.services.seconds += 10;  // Everything is saved, nothing is said any more.
    list.kiosk.frames(2);
    drawn_in(1);
    CHECK(drawn_in(1) == 0);

    list.swipe(-8, 12);
    pacer.note_event();

    CHECK(drawn_in(0.8) >= 49);
    REQUIRE(list.rolls());
    drawn_in(1.5);
    CHECK_FALSE(list.rolls());
    CHECK(drawn_in(1) == 0);
}
