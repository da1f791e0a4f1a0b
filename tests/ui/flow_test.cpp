// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include <catch2/catch_test_macros.hpp>

#include "ui/driver.h"
#include "ui/world.h"

using namespace longju;
using namespace longju::kiosk;
using namespace longju::kiosk::testing;

TEST_CASE("a whole visit: household, design, measures, result, paper") {
    const auto reference = small_reference();
    FakeServices services(reference);
    App app(reference, services, {});
    Driver kiosk(app);

    kiosk.click("home.start.design");
    kiosk.click("household.head");
    kiosk.type("张𠅤");
    kiosk.key(Key::Enter);
    kiosk.click("household.members.more");
    kiosk.click("household.category.ordinary");
    kiosk.click("place.division_code");
    kiosk.click("place.search");
    kiosk.type("lx");
    kiosk.click("place.county.231222");
    CHECK(kiosk.shows("张𠅤"));

    kiosk.click("bar.next");
    kiosk.click("house.design.search");
    kiosk.type("LJ-80A");
    kiosk.key(Key::Enter);
    kiosk.click("house.design.lj-80a");
    kiosk.click("bar.next");
    kiosk.click("configure.toggle.pv");
    CHECK(kiosk.find("configure.toggle.pv")->state == "on");

    kiosk.click("bar.next");
    REQUIRE(shown_estimate(app.state()) != nullptr);
    CHECK(app.state().screen == ScreenId::Compare);
    kiosk.click("bar.farmer");
    CHECK(kiosk.shows("元"));
    kiosk.click("bar.next");
    CHECK(app.state().screen == ScreenId::Subsidy);
    kiosk.click("bar.next");
    CHECK(app.state().screen == ScreenId::Sheets);
    kiosk.click("bar.pdf");
    CHECK(services.written == std::vector{Export::Pdf});
    CHECK(kiosk.shows("out.pdf"));

    const auto& stored = services.stored.at(app.state().open->visit.id);
    CHECK(stored.inputs.household.head == "张𠅤");
    CHECK(stored.inputs.place.division_code == "231222");
    CHECK(stored.inputs.house.design_id == "lj-80a");
}

TEST_CASE("the survey changes the plan, and undo names and takes back what was changed") {
    const auto reference = small_reference();
    FakeServices services(reference);
    App app(reference, services, {});
    Driver kiosk(app);
    kiosk.click("home.continue");
    kiosk.click("rail.house");

    kiosk.click("survey.bays.2");
    const auto rooms = app.state().open->inputs().house.plan.rooms.size();
    kiosk.click("survey.topic.wall");
    kiosk.click("survey.pick.brick_240");
    CHECK(app.state().open->inputs().house.wall.assembly_id == "brick_240");

    kiosk.click("top.undo");
    CHECK(app.state().open->inputs().house.wall.assembly_id == "brick_370");
    kiosk.click("top.undo");
    CHECK(app.state().open->inputs().house.plan.rooms.size() < rooms);
    kiosk.click("top.redo");
    CHECK(app.state().open->inputs().house.plan.rooms.size() == rooms);
}

TEST_CASE("an impossible length stays in its box and changes nothing") {
    const auto reference = small_reference();
    FakeServices services(reference);
    App app(reference, services, {});
    Driver kiosk(app);
    kiosk.click("home.continue");
    kiosk.click("rail.house");
    const double before = app.state().open->inputs().house.survey->length.value;

    kiosk.click("survey.length");
    for (int i = 0; i < 6; ++i) kiosk.key(Key::Backspace);
    kiosk.type("102");

    CHECK(app.state().open->inputs().house.survey->length.value != 102000);
    CHECK(kiosk.shows("要在 3 到 40 之间"));
    kiosk.key(Key::Escape);
    CHECK(app.state().open->inputs().house.survey->length.value == before);
}

TEST_CASE("a measure that is switched on has a price and changes the result") {
    const auto reference = small_reference();
    FakeServices services(reference);
    App app(reference, services, {});
    Driver kiosk(app);
    kiosk.click("home.continue");
    const auto before = shown_estimate(app.state())->quote.total.typical;

    kiosk.click("configure.toggle.floor");

    CHECK(shown_estimate(app.state())->quote.total.typical > before);
    kiosk.click("configure.toggle.floor");
    CHECK(shown_estimate(app.state())->quote.total.typical == before);
}

TEST_CASE("everything can be reached and pressed with the keyboard") {
    const auto reference = small_reference();
    FakeServices services(reference);
    App app(reference, services, {});
    Driver kiosk(app);

    for (int i = 0; i < 60 && app.memory().focus != "home.continue"; ++i) kiosk.key(Key::Tab);
    REQUIRE(app.memory().focus == "home.continue");
    kiosk.key(Key::Enter);

    CHECK(app.state().screen == ScreenId::Configure);
}

TEST_CASE("the language changes every word at once and keeps the visit") {
    const auto reference = small_reference();
    FakeServices services(reference);
    App app(reference, services, {});
    Driver kiosk(app);
    CHECK(kiosk.shows("走访"));

    kiosk.click("top.language.1");

    CHECK(kiosk.shows("Visits"));
    CHECK_FALSE(kiosk.shows("最近"));
    CHECK(services.kept->language == Language::English);
}

TEST_CASE("a full disk is said and the visit is kept") {
    const auto reference = small_reference();
    FakeServices services(reference);
    App app(reference, services, {});
    Driver kiosk(app);
    kiosk.click("home.continue");
    services.refuse_save = Error{ErrorKind::NoSpace, "the disk is full", "", 0, ""};

    kiosk.click("configure.toggle.floor");
    CHECK(kiosk.shows("没存上"));
    CHECK(app.state().open->unsaved);

    services.refuse_save.reset();
    kiosk.click("configure.toggle.floor");
    CHECK(kiosk.shows("已保存"));
}

TEST_CASE("after a power cut the dialog names whose house and carries on") {
    const auto reference = small_reference();
    FakeServices services(reference);
    App app(reference, services, {});
    Driver kiosk(app);

    app.dispatch(ShowDialog{{Dialog::Kind::Resume, services.stored.begin()->first}});
    kiosk.frames();
    CHECK(kiosk.shows("接着做王桂兰家吗？"));
    kiosk.click("dialog.resume");

    CHECK(app.state().open->inputs().household.head == "王桂兰");
    CHECK_FALSE(app.state().dialog.has_value());
}

TEST_CASE(
    "a design is stretched, mirrored and built of another wall, and every step can be undone") {
    const auto reference = small_reference();
    FakeServices services(reference);
    App app(reference, services, {});
    Driver kiosk(app);
    kiosk.click("home.start.design");
    kiosk.click("rail.house");
    kiosk.click("house.design.search");
    kiosk.type("LJ-80A");
    kiosk.key(Key::Enter);
    kiosk.click("house.design.lj-80a");
    const house::House before = app.state().open->inputs().house;
    const auto now = [&] { return app.state().open->inputs().house; };
    kiosk.click("bar.adjust");

    kiosk.click("design.length");
    for (int i = 0; i < 8; ++i) kiosk.key(Key::Backspace);
    kiosk.type("12");
    kiosk.key(Key::Enter);
    CHECK(house::extent(now().plan).width() > house::extent(before.plan).width());
    kiosk.click("design.mirror");
    CHECK(now().plan.rooms.front().x != before.plan.rooms.front().x);
    kiosk.click("design.structure.brick_eps100");
    CHECK(now().wall.assembly_id == "brick_370_eps100");
    kiosk.click("design.style.grey_tile");
    CHECK(now().roof.cover_zh == "机制瓦");
    CHECK(now().design_id == "lj-80a");
    kiosk.click("dialog.close");
    for (int i = 0; i < 4; ++i) kiosk.click("top.undo");
    CHECK(now() == before);
}

TEST_CASE("papers go to the printer that was chosen, as many as were ticked") {
    const auto reference = small_reference();
    FakeServices services(reference);
    App app(reference, services, {});
    Driver kiosk(app);
    kiosk.click("home.continue");
    app.dispatch(Go{ScreenId::Sheets});
    kiosk.frames(2);

    kiosk.click("sheets.print");
    CHECK(kiosk.shows("HP-1020"));
    CHECK(kiosk.shows("这台打印机没有 A3"));
    kiosk.click("print.printer.1");
    kiosk.click("print.more");
    kiosk.click("print.paper.h");
    kiosk.click("print.paper.f");
    kiosk.click("print.go");

    REQUIRE(services.printed.size() == 1);
    CHECK(services.printed.front() == "Ricoh-MP 2 ABCDG 王桂兰");
    CHECK(kiosk.shows("Ricoh-MP"));
}

TEST_CASE("a machine without a printer says what to do instead") {
    const auto reference = small_reference();
    FakeServices services(reference);
    services.queues.clear();
    App app(reference, services, {});
    Driver kiosk(app);
    kiosk.click("home.continue");
    app.dispatch(Go{ScreenId::Sheets});
    kiosk.frames(2);
    kiosk.click("sheets.print");
    CHECK(kiosk.shows("没有找到打印机"));
    CHECK(kiosk.find("print.go") == nullptr);
}

TEST_CASE("the questions about the site are kept with the visit, and a warning says what to do") {
    const auto reference = small_reference();
    FakeServices services(reference);
    App app(reference, services, {});
    Driver kiosk(app);
    kiosk.click("home.continue");
    app.dispatch(Go{ScreenId::Configure});
    kiosk.frames(2);
    kiosk.click("bar.cards");

    kiosk.click("cards.site_low_ground.0");
    CHECK(kiosk.shows("垫高房基"));
    kiosk.click("cards.card.charging");
    kiosk.click("cards.charging_indoors.1");
    kiosk.click("dialog.close");

    const auto& answers = services.stored.at(app.state().open->visit.id).inputs.answers;
    CHECK(answers ==
          std::map<std::string, bool>{{"site_low_ground", true}, {"charging_indoors", false}});
}

TEST_CASE("a township is found by the first letters of its name and brings its county along") {
    const auto reference = small_reference();
    FakeServices services(reference);
    App app(reference, services, {});
    Driver kiosk(app);
    kiosk.click("home.continue");
    app.dispatch(Go{ScreenId::Household});
    kiosk.frames(2);
    kiosk.click("place.division_code");
    kiosk.click("place.search");
    kiosk.type("tlz");
    const auto found =
        std::ranges::find(reference.townships, "泰来镇", &estimate::Township::name_zh);
    REQUIRE(found != reference.townships.end());
    kiosk.click("place.township." + found->code);
    const auto& place = app.state().open->inputs().place;
    CHECK(place.township == found->name_zh);
    CHECK(place.division_code == found->code.substr(0, 6));
}

TEST_CASE("a survey begins with a usual house, everything of it marked as estimated") {
    const auto reference = small_reference();
    FakeServices services(reference);
    App app(reference, services, {});
    Driver kiosk(app);
    kiosk.click("home.continue");
    kiosk.click("rail.house");

    kiosk.click("survey.typical.adobe_1975");

    const house::House& house = app.state().open->inputs().house;
    CHECK(house.wall.assembly_id == "adobe_450");
    CHECK(house.heater_id == "kang_stove");
    CHECK(house.origins.at("house.survey.wall_id") == house::Origin::Estimated);
    CHECK(app.state().open->inputs().household.head == "王桂兰");
}

TEST_CASE("another climate station can be taken, and the county's own again") {
    const auto reference = small_reference();
    FakeServices services(reference);
    App app(reference, services, {});
    Driver kiosk(app);
    kiosk.click("home.continue");
    app.dispatch(Go{ScreenId::Household});
    kiosk.frames(2);
    kiosk.click("place.division_code");
    kiosk.click("place.other");

    const auto place = [&]() -> const estimate::Place& { return app.state().open->inputs().place; };
    kiosk.click("place.use.501360");
    CHECK(place().station_id == "501360");
    CHECK(reference.station_for(place())->name_zh == "漠河");
    kiosk.click("place.use." + reference.find_division(place().division_code)->station_id);
    CHECK(place().station_id.empty());
}

TEST_CASE("a survey that is begun where a design was chosen begins with a usual house") {
    const auto reference = small_reference();
    FakeServices services(reference);
    App app(reference, services, {});
    Driver kiosk(app);
    kiosk.click("home.start.design");
    kiosk.click("rail.house");
    kiosk.click("house.tab.0");

    kiosk.click("survey.north_windows.0");

    const house::House& house = app.state().open->inputs().house;
    REQUIRE(house.survey);
    CHECK(house.survey->north_windows == 0);
    CHECK(house.survey->wall_id == "brick_370");
    CHECK(house.wall.assembly_id == "brick_370");
    CHECK(house.design_id.empty());
    CHECK(house.existing);
    CHECK(house.origins.at("house.survey.wall_id") == house::Origin::Estimated);
}

TEST_CASE("no house burns a million tonnes: such an amount stays in its box") {
    const auto reference = small_reference();
    FakeServices services(reference);
    App app(reference, services, {});
    Driver kiosk(app);
    kiosk.click("home.continue");
    kiosk.click("rail.household");
    kiosk.click("household.bought.raw_coal.amount");
    for (int i = 0; i < 3; ++i) kiosk.key(Key::Backspace);
    kiosk.type("8");
    kiosk.type(std::string(200, '9'));
    kiosk.key(Key::Enter);

    CHECK(app.state().open->inputs().household.bought.front().amount == 8);
}
