// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <fmt/format.h>

#include <catch2/catch_test_macros.hpp>
#include <filesystem>

#include "ui/driver.h"
#include "ui/world.h"

using namespace longju;
using namespace longju::kiosk;
using namespace longju::kiosk::testing;

namespace {

namespace fs = std::filesystem;

/// Bright red where two pictures differ, pale elsewhere.
Pixels difference(const Pixels& golden, const Pixels& out, std::size_t& count) {
    Pixels diff = out;
    count = 0;
    for (std::size_t i = 0; i < out.rgba.size(); i += 4) {
        const bool same = golden.rgba[i] == out.rgba[i] && golden.rgba[i + 1] == out.rgba[i + 1] &&
                          golden.rgba[i + 2] == out.rgba[i + 2];
        if (same) {
            for (std::size_t c = 0; c < 3; ++c) {
                diff.rgba[i + c] = static_cast<std::uint8_t>(200 + diff.rgba[i + c] / 5);
            }
            continue;
        }
        ++count;
        diff.rgba[i] = 220;
        diff.rgba[i + 1] = diff.rgba[i + 2] = 0;
    }
    return diff;
}

/// Compares with tests/golden/screens/<name>.png. When they differ, `.out.png` and `.diff.png` lie
/// beside it; tests/approve.sh accepts what was drawn.
void check_golden(const std::string& name, const Pixels& out) {
    const fs::path folder = fs::path(LONGJU_SOURCE_DIR) / "tests/golden/screens";
    const auto golden = read_png(folder / (name + ".png"));
    INFO("screen " << name << ": look at the difference, then run tests/approve.sh screens");
    const bool comparable = golden && golden->width == out.width && golden->height == out.height;
    std::size_t count = 0;
    if (comparable) {
        const Pixels diff = difference(*golden, out, count);
        if (count == 0) return;
        REQUIRE(write_png(folder / (name + ".diff.png"), diff).has_value());
    }
    REQUIRE(write_png(folder / (name + ".out.png"), out).has_value());
    CHECK(comparable);
    CHECK(count == 0);
}

}  // namespace

TEST_CASE("the screens look as they were approved") {
    const auto reference = small_reference();
    FakeServices services(reference);
    App app(reference, services, {});
    Driver kiosk(app);
    check_golden("home", kiosk.picture());

    kiosk.click("home.continue");
    const auto shot = [&](const std::string& name, ScreenId screen, const View& view) {
        app.dispatch(Go{screen});
        app.dispatch(SetView{view});
        check_golden(name, kiosk.picture());
    };
    View open;
    open.open_measure = "wall";
    View walls;
    walls.topic = SurveyTopic::Wall;
    View designs;
    designs.house_tab = HouseSource::Design;
    View grants;
    grants.result = ResultTab::Subsidy;
    View check;
    check.result = ResultTab::Check;
    shot("household", ScreenId::Household, {});
    shot("survey", ScreenId::House, walls);
    shot("designs", ScreenId::House, designs);
    shot("configure", ScreenId::Configure, open);
    shot("result", ScreenId::Result, {});
    shot("subsidy", ScreenId::Result, grants);
    shot("check", ScreenId::Result, check);
    shot("sheets", ScreenId::Sheets, {});
    const auto dialog = [&](const std::string& name, ScreenId screen, Dialog::Kind kind) {
        app.dispatch(Go{screen});
        app.dispatch(ShowDialog{{kind, {}}});
        kiosk.frames(2);
        check_golden(name, kiosk.picture());
        app.dispatch(CloseDialog{});
    };
    dialog("print", ScreenId::Sheets, Dialog::Kind::Print);
    dialog("cards", ScreenId::Configure, Dialog::Kind::Cards);
    dialog("prices", ScreenId::Configure, Dialog::Kind::Prices);
    dialog("advice", ScreenId::Configure, Dialog::Kind::Advice);
    dialog("procedure", ScreenId::Result, Dialog::Kind::Procedure);
    app.dispatch(Go{ScreenId::Home});
    kiosk.frames(2);
    kiosk.click("home.start.design");
    app.dispatch(Go{ScreenId::House});
    dialog("design", ScreenId::House, Dialog::Kind::Design);
}
