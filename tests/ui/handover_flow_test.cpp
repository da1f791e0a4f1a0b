// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "access/signature.h"
#include "storage/parties.h"
#include "ui/desk_steps.h"
#include "ui/driver.h"
#include "ui/world.h"

using namespace longju;
using namespace longju::kiosk;
using namespace longju::kiosk::testing;

namespace {

void record_household(Counter& laptop, std::string_view head) {
    Sitting at(laptop);
    at.kiosk.click("home.start.survey");
    at.kiosk.click("household.head");
    at.kiosk.type(head);
    at.app.dispatch(Go{ScreenId::Home});
}

std::string parcel_from(Counter& laptop, const std::string& pack) {
    Sitting at(laptop);
    open_desk(at);
    take(at, pack);
    at.kiosk.click("desk.believe");
    at.kiosk.click("desk.write");
    CHECK(at.kiosk.shows("已写好并读回核对"));
    return parcel_of(laptop);
}

}  // namespace

TEST_CASE("keys, a parcel and a receipt go between a laptop and the county, with the fingers") {
    Counter county;
    Counter laptop;
    const std::string pack = key_pack(county);
    // The newest is offered at length; what became of the other stands on its row.
    record_household(laptop, "赵德厚");
    record_household(laptop, "王桂兰");

    {  // The laptop has no keys, meets the county's and believes it.
        Sitting at(laptop);
        open_desk(at);
        CHECK(at.kiosk.shows("还没有装县里的密钥包"));
        CHECK_FALSE(at.kiosk.find("desk.write")->enabled);
        take(at, pack);
        CHECK(at.kiosk.shows("第一次用这个县的密钥"));
        CHECK(at.kiosk.shows(access::fingerprint(county.store.signer())));
        at.kiosk.click("desk.believe");
        CHECK(at.kiosk.shows("已装 兰西县住建局 的密钥包"));
        CHECK(at.kiosk.shows("还有 2 户县里没有确认，其中 0 户已写进交接包"));
        at.kiosk.click("desk.write");
        CHECK(at.kiosk.shows("已写好并读回核对"));
        CHECK(at.kiosk.shows("核对码"));
        CHECK(at.kiosk.shows("其中 2 户已写进交接包"));
        at.kiosk.click("dialog.close");
        CHECK(at.kiosk.shows("已写到 U 盘"));
    }
    {  // The county meets a stranger, enrols it and takes the parcel.
        Sitting at(county);
        open_desk(at);
        take(at, parcel_of(laptop));
        CHECK(at.kiosk.shows("这台电脑还没有登记"));
        CHECK(at.kiosk.shows(access::fingerprint(laptop.store.signer())));
        CHECK_FALSE(at.kiosk.find("desk.believe")->enabled);
        at.kiosk.click("desk.stranger.name");
        at.kiosk.type("李长河");
        at.kiosk.click("desk.stranger.township");
        at.kiosk.type("兰西镇");
        at.kiosk.key(Key::Enter);
        at.kiosk.click("desk.believe");
        CHECK(at.kiosk.shows("来自 李长河"));
        CHECK(at.kiosk.shows("登记了 1 台电脑"));
        at.kiosk.click("desk.receipts");
        CHECK(at.kiosk.shows("给 李长河 的回执已写好"));
        at.kiosk.click("dialog.close");
        CHECK(at.kiosk.shows("王桂兰"));
    }
    const auto devices =
        storage::Parties(county.store.database()).standing(storage::PartyKind::Device).value();
    REQUIRE(devices.size() == 1);
    CHECK(devices.front().township == "兰西镇");

    {  // The laptop learns that it arrived.
        Sitting at(laptop);
        open_desk(at);
        take(at, parcel_of(county));
        CHECK(at.kiosk.shows("县级已收：回执已经核对"));
        CHECK(at.kiosk.shows("没有等县里确认的户"));
        at.kiosk.click("dialog.close");
        CHECK(at.kiosk.shows("县级已收"));
    }
}

TEST_CASE("a torn parcel is told in words, and taken when it is whole again") {
    Counter county;
    Counter laptop;
    const std::string pack = key_pack(county);
    record_household(laptop, "王桂兰");
    const std::string parcel = parcel_from(laptop, pack);
    const std::string bytes = longju::test::bytes_of(parcel);
    const std::string torn = county.put("torn.ljp", bytes.substr(0, bytes.size() / 2));
    Sitting at(county);
    open_desk(at);

    take(at, torn);

    CHECK(at.kiosk.shows("这个文件不完整，或者被改过：里面的一户也没有收"));
    CHECK(at.app.state().desk->report.empty());
    CHECK(county.store.count().value() == 0);
    at.kiosk.click("desk.look");
    CHECK_FALSE(at.kiosk.shows("这个文件不完整"));
    CHECK(county.put("torn.ljp", bytes) == torn);
    at.kiosk.click("desk.file.take");
    CHECK(at.kiosk.shows("这台电脑还没有登记"));
}

TEST_CASE("a stick is taken out by its button, this computer's folder has none") {
    const auto reference = small_reference();
    FakeServices services(reference);
    App app(reference, services, {});
    Driver kiosk(app);
    kiosk.click("home.handover");
    services.at_desk.report = {{"desk.report.ejected", "JIAOJIE", "JIAOJIE"}};

    kiosk.click("desk.eject.0");

    REQUIRE(services.worked.size() == 2);
    CHECK(services.worked.back().kind == DeskWork::Kind::Eject);
    CHECK(services.worked.back().path == "/media/lanxi/JIAOJIE");
    CHECK(kiosk.shows("JIAOJIE 可以拔了"));
    CHECK(kiosk.find("desk.eject.2") == nullptr);
    services.at_desk.refused = {{"desk.refused.in_use", "/media/lanxi/OLD", "/media/lanxi/OLD"}};
    kiosk.click("desk.eject.1");
    CHECK(kiosk.shows("这个 U 盘还有程序在用：先别拔。关掉打开着它的窗口，再点一次安全弹出。"));
}

TEST_CASE(
    "the step of handing over shows the sticks, takes files that are dropped, and says what came") {
    const auto reference = small_reference();
    FakeServices services(reference);
    App app(reference, services, {});
    Driver kiosk(app);
    kiosk.click("home.continue");
    kiosk.click("rail.handover");
    kiosk.frames(2);
    REQUIRE(app.state().desk);
    CHECK(kiosk.find("desk.stick.0") != nullptr);
    CHECK(app.state().open->visit.step == visit::Step::HandOver);

    services.at_desk.took_in = true;
    app.dispatch(DropFiles{{"/media/usb/a.ljp"}});
    kiosk.frames(2);
    CHECK(services.worked.back().kind == DeskWork::Kind::Take);
    // What was open is older than what came in; what came in is told all the same.
    CHECK(app.state().screen == ScreenId::Home);
    REQUIRE(app.state().dialog);
    CHECK(app.state().dialog->kind == Dialog::Kind::HandOver);
    CHECK(app.state().desk);
    kiosk.click("dialog.close");
    CHECK_FALSE(app.state().desk);
}
