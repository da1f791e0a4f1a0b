// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <catch2/catch_test_macros.hpp>

#include "ui/driver.h"
#include "ui/world.h"

using namespace longju;
using namespace longju::kiosk;
using namespace longju::kiosk::testing;

namespace {

/// A first day: the practice visit and no other.
struct FirstDay {
    estimate::Reference reference = small_reference();
    FakeServices services{reference};
    App app;
    Driver kiosk;

    FirstDay() : app(practice_only(services), services, {}), kiosk(app) {}

    const estimate::Reference& practice_only(FakeServices& world) {
        world.practise_only();
        return reference;
    }
};

}  // namespace

TEST_CASE("help begins with the chapter of the screen and has all others beside it") {
    FirstDay day;
    Driver& kiosk = day.kiosk;
    kiosk.click("rail.help");
    CHECK(kiosk.shows("开一户"));
    kiosk.window.display_scale = 1.5F;
    kiosk.click("help.chapter.backup");
    CHECK(kiosk.shows("回到以前"));
    const float before = day.app.memory().scroll["help.text.backup"].offset;
    kiosk.key(Key::PageDown);
    kiosk.frames(2);
    CHECK(day.app.memory().scroll["help.text.backup"].offset > before);
    kiosk.window.display_scale = 1.0F;
    kiosk.frames(2);
    kiosk.click("help.manual");
    CHECK(day.services.manuals == std::vector<Language>{Language::Chinese});
    CHECK(kiosk.shows("说明书已存到"));
    kiosk.key(Key::Escape);
    CHECK_FALSE(day.app.state().dialog);
    kiosk.key(Key::Help);
    kiosk.frames(2);
    CHECK(kiosk.shows("开一户"));
}

TEST_CASE("a dialog has its own chapter and is there again afterwards") {
    FirstDay day;
    Driver& kiosk = day.kiosk;
    kiosk.click("home.handover");
    kiosk.click("dialog.help");
    CHECK(kiosk.shows("头一回"));
    kiosk.click("dialog.close");
    CHECK(kiosk.find("desk.found.0"));
}

TEST_CASE("the first visit is walked through by doing what the card says") {
    FirstDay day;
    Driver& kiosk = day.kiosk;
    CHECK(kiosk.shows("头一回用？"));
    kiosk.click("tour.next");
    CHECK(day.app.state().screen == ScreenId::Household);
    CHECK(kiosk.shows("练习：不会交到县里"));
    CHECK(kiosk.shows("把去年烧的煤改一改"));
    kiosk.click("household.category.dibao");
    CHECK(kiosk.shows("接着看“查勘”"));
    kiosk.click("tour.next");
    CHECK(day.app.state().screen == ScreenId::House);
    while (day.app.state().screen != ScreenId::HandOver) {
        kiosk.click("tour.next");
    }
    kiosk.click("desk.look");
    CHECK_FALSE(day.app.state().tour);
    REQUIRE(day.services.kept);
    CHECK(day.services.kept->toured);
    CHECK_FALSE(kiosk.find("tour.next"));
    kiosk.click("practice.leave");
    CHECK_FALSE(kiosk.find("practice.leave"));
}

TEST_CASE("practice lists its own visits and no others, and what is begun there is a sample") {
    const auto reference = small_reference();
    FakeServices services(reference);
    visit::Visit sample = sample_visit(reference);
    sample.id = "00000000000000000000000000000001";
    sample.sample = true;
    sample.inputs.household.head = "练手的";
    services.stored[sample.id] = sample;
    App app(reference, services, {});
    Driver kiosk(app);
    CHECK(kiosk.shows("王桂兰"));
    CHECK_FALSE(kiosk.shows("练手的"));
    kiosk.click("home.practice");
    CHECK(kiosk.shows("练手的"));
    CHECK_FALSE(kiosk.shows("王桂兰"));
    kiosk.click("home.start.survey");
    REQUIRE(app.state().open);
    CHECK(app.state().open->visit.sample);
    kiosk.click("practice.leave");
    CHECK(kiosk.shows("王桂兰"));
    kiosk.click("home.start.survey");
    CHECK_FALSE(app.state().open->visit.sample);
}
