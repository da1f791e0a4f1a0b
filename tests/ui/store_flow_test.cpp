// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <catch2/catch_test_macros.hpp>

#include "ui/driver.h"
#include "ui/world.h"

using namespace longju;
using namespace longju::kiosk;
using namespace longju::kiosk::testing;

TEST_CASE("a copy is chosen from the list and gone back to; one that cannot be read is not") {
    const auto reference = small_reference();
    FakeServices services(reference);
    App app(reference, services, {});
    Driver kiosk(app);
    kiosk.click("rail.help");
    kiosk.click("dialog.backups");
    CHECK(kiosk.shows("41 户"));
    CHECK(kiosk.shows("收交接包前"));

    kiosk.click("backups.copy.broken");
    app.dispatch(SetView{app.state().view});
    kiosk.frames(2);
    CHECK(services.restored.empty());
    kiosk.click("backups.copy.before");
    kiosk.click("backups.restore");

    CHECK(services.restored == std::vector<std::string>{"before"});
    CHECK_FALSE(app.state().dialog);
    CHECK(kiosk.shows("已恢复到这一份：改回了 1 户"));
}

TEST_CASE("what was lost is listed by the names of the households") {
    const auto reference = small_reference();
    FakeServices services(reference);
    App app(reference, services, {});
    Driver kiosk(app);
    storage::Salvage salvage{.set_aside = "visits.damaged-1.db", .read = 120, .saved = 4};
    salvage.lost = {{storage::LostVisit::Kind::Missing, "v1", "王桂兰", "新发村", "", ""}};

    app.dispatch(StoreSalvaged{salvage});
    kiosk.frames(2);

    CHECK(kiosk.shows("数据文件坏过：有 1 户不全"));
    CHECK(kiosk.shows("王桂兰"));
    CHECK(kiosk.shows("找不到了"));
    kiosk.click("dialog.close");
    CHECK_FALSE(app.state().dialog);
}

TEST_CASE("a full disk and a doubted clock stay in sight until they are put right") {
    const auto reference = small_reference();
    FakeServices services(reference);
    services.notes = {.disk_full = true, .no_copy = false, .clock_doubted = true};
    App app(reference, services, {});
    Driver kiosk(app);
    kiosk.frames(2);

    CHECK(app.state().notes == services.notes);
    CHECK(kiosk.shows("磁盘满了，已动用备用空间：请做完这一户并交出去，再清理磁盘。"));
    CHECK(kiosk.shows(
        "电脑的时钟不对：它说现在是 2026-11-22 14:10。请调准。记录不受影响，可以接着做。"));
    kiosk.click("home.continue");
    CHECK(kiosk.shows("磁盘满了，已动用备用空间：请做完这一户并交出去，再清理磁盘。"));
    services.notes = {};
    kiosk.frames(3);
    CHECK_FALSE(app.state().notes.any());
}
