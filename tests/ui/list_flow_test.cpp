// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <catch2/catch_test_macros.hpp>

#include "ui/counter.h"

using namespace longju;
using namespace longju::kiosk;
using namespace longju::kiosk::testing;

namespace {

/// The kiosk over a store of its own on the disk.
struct ListDesk : Counter, Sitting {
    ListDesk() : Sitting(static_cast<Counter&>(*this)) {}

    void look_at(const std::string& file) {
        kiosk.click("home.list");
        kiosk.click("list.file");
        kiosk.type(file);
        kiosk.key(Key::Enter);
        kiosk.click("list.read");
    }
};

}  // namespace

TEST_CASE("a county's list is looked at, taken in, searched, and a visit begun from it") {
    ListDesk desk;
    desk.look_at(desk.put("list.csv",
                          "乡镇,村,组,户主姓名,身份证号,电话,危房等级,人口\n"
                          "榆林镇,新发村,3组,李雪梅,11010519491231002X,13904550001,C,3\n"
                          "榆林镇,新发村,3组,王桂兰,110105194912310021,,,\n"));
    CHECK(desk.kiosk.shows("身份证号校验位不对"));
    desk.kiosk.click("list.take");
    CHECK_FALSE(desk.app.state().dialog);

    desk.kiosk.click("home.search");
    desk.kiosk.type("lxm");
    desk.kiosk.click("home.listed.1");

    REQUIRE(desk.app.state().open);
    const visit::Visit& visit = desk.app.state().open->visit;
    CHECK(visit.inputs.household.head == "李雪梅");
    CHECK(visit.inputs.household.phone == "13904550001");
    CHECK(visit.inputs.household.id_number == "11010519491231002X");
    CHECK(visit.inputs.household.members == 3);
    CHECK(visit.inputs.place.township == "榆林镇");
    CHECK(visit.inputs.place.village == "新发村");
    CHECK(visit.notes == "3组；危房等级 C");

    // The visit stands for the household from now on.
    const auto found = desk.services.find("lxm");
    REQUIRE(found);
    REQUIRE(found->size() == 1);
    CHECK(found->front().visit_id == visit.id);
}

TEST_CASE("a column that no word tells is chosen by hand") {
    ListDesk desk;
    desk.look_at(desk.put("list.csv", "谁,村\n李雪梅,新发村\n"));
    CHECK_FALSE(desk.app.state().list->refusal.empty());

    desk.kiosk.click("list.column.0");
    desk.kiosk.click("list.field.head");

    CHECK(desk.app.state().list->refusal.empty());
    CHECK(desk.app.state().list->fresh == 1);
    desk.kiosk.click("list.take");
    CHECK(desk.services.find("新发")->size() == 1);
}

TEST_CASE("a file that is no list is told in the dialog, and nothing can be taken") {
    ListDesk desk;
    desk.look_at(desk.put("list.csv", std::string_view("a\0b", 3)));

    CHECK(desk.app.state().list->refusal.contains("list.csv"));
    CHECK_FALSE(desk.kiosk.find("list.take")->enabled);
}

TEST_CASE("a list that is dropped on its dialog is read at once") {
    ListDesk desk;
    const std::string file = desk.put("list.csv", "姓名,村\n李雪梅,新发村\n");
    desk.kiosk.click("home.list");

    desk.app.dispatch(DropFiles{{file}});

    REQUIRE(desk.app.state().list);
    CHECK(desk.app.state().list->fresh == 1);
}
