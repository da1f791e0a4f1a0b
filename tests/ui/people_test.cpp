// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include <catch2/catch_test_macros.hpp>

#include "storage/users.h"
#include "ui/counter.h"

using namespace longju;
using namespace longju::kiosk;
using namespace longju::kiosk::testing;

namespace {

void press_digits(Driver& kiosk, std::string_view digits, const std::string& pad) {
    for (const char c : digits) kiosk.click(pad + "." + std::string(1, c));
}

}  // namespace

TEST_CASE("the first PIN, the lock, and a second person, with the fingers") {
    Counter desk;
    App app(desk.reference, desk.services, {});
    Driver kiosk(app);
    kiosk.click("home.start.survey");
    kiosk.click("household.head");
    kiosk.type("王桂兰");
    app.dispatch(Go{ScreenId::Home});
    kiosk.frames(2);

    kiosk.click("top.user");
    kiosk.click("users.name");
    kiosk.type("周玉梅");
    press_digits(kiosk, "402917", "users.key");
    press_digits(kiosk, "402917", "users.key");
    kiosk.click("users.keep");
    REQUIRE(app.state().signed_in);
    CHECK(app.state().signed_in->role == access::Role::Supervisor);

    kiosk.click("users.add");
    kiosk.click("users.name");
    kiosk.type("李长河");
    kiosk.key(Key::Enter);
    kiosk.type("918273");  // From the keyboard.
    kiosk.type("918270");
    CHECK_FALSE(kiosk.find("users.keep")->enabled);
    kiosk.click("users.pin.anew");
    kiosk.type("918273");
    kiosk.type("918273");
    kiosk.click("users.keep");
    CHECK(app.state().users.size() == 2);
    kiosk.click("dialog.close");

    kiosk.click("top.lock");
    CHECK(app.state().locked);
    CHECK_FALSE(kiosk.shows("王桂兰"));
    CHECK(kiosk.find("rail.home") == nullptr);
    kiosk.click("lock.user." + app.state().users.at(1).id);
    press_digits(kiosk, "402917", "lock.key");
    CHECK(app.state().locked);
    CHECK(app.state().sign_in.wrong);
    kiosk.type("918273");
    REQUIRE(app.state().signed_in);
    CHECK(app.state().signed_in->name == "李长河");
    CHECK(kiosk.shows("王桂兰"));
    // A technician manages nobody.
    kiosk.click("top.user");
    CHECK_FALSE(kiosk.find("users.add")->enabled);
    CHECK(desk.actions() ==
          std::vector<std::string>{"user.sign_in", "pin.wrong", "user.add", "user.begin"});
}

TEST_CASE("five wrong PINs make the pad wait, and an idle screen locks itself with its draft") {
    Counter desk;
    storage::Users users(desk.store.database());
    REQUIRE(users.begin("周玉梅", "402917"));
    App app(desk.reference, desk.services, {});
    Driver kiosk(app);
    REQUIRE(app.state().locked);
    for (int i = 0; i < 5; ++i) kiosk.type("111112");
    CHECK_FALSE(kiosk.find("lock.key.1")->enabled);
    CHECK(kiosk.shows("秒"));
    kiosk.type("402917");
    CHECK(app.state().locked);
}

TEST_CASE("who recorded it is named in the revision") {
    Counter desk;
    storage::Users users(desk.store.database());
    REQUIRE(users.begin("周玉梅", "402917"));
    App app(desk.reference, desk.services, {});
    Driver kiosk(app);
    kiosk.type("402917");
    kiosk.click("home.start.survey");
    kiosk.click("household.head");
    kiosk.type("王桂兰");
    kiosk.key(Key::Enter);

    const auto revisions = desk.store.revisions(app.state().open->visit.id).value();
    REQUIRE_FALSE(revisions.empty());
    CHECK(revisions.back().actor == "周玉梅");
}

TEST_CASE("an ID number is checked while it is typed and masked when it is not") {
    Counter desk;
    App app(desk.reference, desk.services, {});
    Driver kiosk(app);
    kiosk.click("home.start.survey");
    kiosk.click("household.id_number");
    kiosk.type("２３０１０２19000101");
    CHECK(kiosk.shows("还差 4 位"));
    kiosk.type("0017");
    CHECK(kiosk.shows("有一位看错了"));
    kiosk.key(Key::Backspace);
    kiosk.type("8");
    CHECK(kiosk.shows("男 · 1900-01-01 · 道里区"));
    kiosk.key(Key::Enter);
    CHECK(app.state().open->inputs().household.id_number == "230102190001010018");
    CHECK(kiosk.shows("2301**********0018"));
    CHECK_FALSE(kiosk.shows("230102190001010018"));

    kiosk.click("household.show_numbers");
    CHECK(kiosk.shows("230102190001010018"));
    CHECK(desk.actions().front() == "number.see");
    kiosk.click("household.show_numbers");
    CHECK_FALSE(kiosk.shows("230102190001010018"));
    // A masked number is typed anew; Esc puts the old one back.
    kiosk.click("household.id_number");
    kiosk.type("9");
    CHECK(app.state().open->inputs().household.id_number == "9");
    kiosk.key(Key::Escape);
    CHECK(app.state().open->inputs().household.id_number == "230102190001010018");
    CHECK_FALSE(kiosk.shows("230102190001010018"));
}

TEST_CASE("consent is ticked with the day and the version of the paper") {
    Counter desk;
    App app(desk.reference, desk.services, {});
    Driver kiosk(app);
    kiosk.click("home.start.survey");

    kiosk.click("household.consent");
    REQUIRE(app.state().open->visit.consent);
    CHECK(app.state().open->visit.consent->text == "2026-1");
    CHECK(iso(app.state().open->visit.consent->on) == app.state().today);
    CHECK(kiosk.find("household.consent")->state == "on");
    kiosk.click("household.consent");
    CHECK_FALSE(app.state().open->visit.consent);
}
