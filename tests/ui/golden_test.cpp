// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <thread>

#include <catch2/catch_test_macros.hpp>

#include "ui/driver.h"
#include "ui/world.h"

using namespace longju;
using namespace longju::kiosk;
using namespace longju::kiosk::testing;

namespace {

namespace fs = std::filesystem;

// The maths of another processor may move an edge by a hair: channels by one or two, and here and
// there a pixel to its neighbour. Another letter, line or colour is more than that.
constexpr int a_hair = 2, another_colour = 24;
constexpr std::size_t most_hairs = 200;

/// Of two pixels, the channel that differs most.
int distance(const Pixels& a, std::size_t i, const Pixels& b, std::size_t j) {
    int most = 0;
    for (std::size_t c = 0; c < 3; ++c)
        most = std::max(most, std::abs(a.rgba[i + c] - b.rgba[j + c]));
    return most;
}

/// Whether a pixel of `golden`, at this place or next to it, looks like that of `out`.
bool looks_like(const Pixels& golden, const Pixels& out, int x, int y) {
    const auto at = [&](int px, int py) {
        return 4 * (static_cast<std::size_t>(py) * static_cast<std::size_t>(out.width) +
                    static_cast<std::size_t>(px));
    };
    for (int py = std::max(0, y - 1); py <= std::min(out.height - 1, y + 1); ++py) {
        for (int px = std::max(0, x - 1); px <= std::min(out.width - 1, x + 1); ++px) {
            if (distance(out, at(x, y), golden, at(px, py)) <= another_colour) return true;
        }
    }
    return false;
}

struct Difference {
    Pixels picture;          ///< Bright red where they differ, pale elsewhere.
    std::size_t hairs = 0;   ///< Pixels that are a little off.
    std::size_t others = 0;  ///< Pixels that are something else.

    bool same() const { return others == 0 && hairs <= most_hairs; }
};

Difference difference(const Pixels& golden, const Pixels& out) {
    Difference found{.picture = out};
    for (std::size_t i = 0; i < out.rgba.size(); i += 4) {
        const auto pixel = static_cast<int>(i / 4);
        const bool off = distance(out, i, golden, i) > a_hair;
        if (off) ++found.hairs;
        if (off && !looks_like(golden, out, pixel % out.width, pixel / out.width)) ++found.others;
        for (std::size_t c = 0; c < 3; ++c) {
            found.picture.rgba[i + c] =
                static_cast<std::uint8_t>(off ? (c == 0 ? 220 : 0) : 200 + out.rgba[i + c] / 5);
        }
    }
    return found;
}

/// Compares with tests/golden/screens/<name>.png. When they differ, `.out.png` and `.diff.png` lie
/// beside it; tests/approve.sh accepts what was drawn.
void check_golden(const std::string& name, const Pixels& out) {
    const fs::path folder = fs::path(LONGJU_SOURCE_DIR) / "tests/golden/screens";
    const auto golden = read_png(folder / (name + ".png"));
    INFO("screen " << name << ": look at the difference, then run tests/approve.sh screens");
    const bool comparable = golden && golden->width == out.width && golden->height == out.height;
    std::size_t hairs = 0;
    std::size_t others = 0;
    if (comparable) {
        const Difference found = difference(*golden, out);
        if (found.same()) return;
        hairs = found.hairs;
        others = found.others;
        REQUIRE(write_png(folder / (name + ".diff.png"), found.picture).has_value());
    }
    REQUIRE(write_png(folder / (name + ".out.png"), out).has_value());
    CHECK(comparable);
    CHECK(others == 0);
    CHECK(hairs <= most_hairs);
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
    View check;
    check.result = ResultTab::Check;
    shot("household", ScreenId::Household, {});
    shot("survey", ScreenId::House, walls);
    shot("designs", ScreenId::House, designs);
    shot("configure", ScreenId::Configure, open);
    shot("compare", ScreenId::Compare, {});
    shot("result", ScreenId::Result, {});
    shot("subsidy", ScreenId::Subsidy, {});
    shot("check", ScreenId::Result, check);
    shot("sheets", ScreenId::Sheets, {});
    shot("handover", ScreenId::HandOver, {});
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
    dialog("works", ScreenId::Compare, Dialog::Kind::Advice);
    dialog("procedure", ScreenId::Subsidy, Dialog::Kind::Procedure);
    dialog("audit", ScreenId::Home, Dialog::Kind::Audit);
    services.known.panel = sample_data();
    dialog("packs", ScreenId::Configure, Dialog::Kind::Packs);
    dialog("reprice", ScreenId::Result, Dialog::Kind::Reprice);
    app.dispatch(DataKnown{});
    app.dispatch(Go{ScreenId::Home});
    app.dispatch(ConflictShown{sample_conflict(reference)});
    kiosk.frames(2);
    check_golden("conflict", kiosk.picture());
    app.dispatch(DoublesFound{sample_doubles()});
    kiosk.frames(2);
    check_golden("doubles", kiosk.picture());
    app.dispatch(CloseDialog{});
    app.dispatch(Go{ScreenId::Home});
    kiosk.frames(2);
    kiosk.click("home.start.design");
    app.dispatch(Go{ScreenId::House});
    dialog("design", ScreenId::House, Dialog::Kind::Design);
}

TEST_CASE("the tables of an office and work that goes on look as they were approved") {
    const auto reference = small_reference();
    FakeServices services(reference);
    App app(reference, services, {});
    Driver kiosk(app);
    app.dispatch(ShowDialog{{Dialog::Kind::Reports, {}}});
    ReportRequest request = app.state().view.report;
    request.county = "231222";
    app.dispatch(AskReport{request});
    kiosk.frames(2);
    kiosk.click("report.cell.4a");
    check_golden("report", kiosk.picture());
    request.outside = true;
    request.township = "榆林镇";
    app.dispatch(AskReport{request});
    check_golden("report_outside", kiosk.picture());
    request = app.state().view.report;
    request.table = ReportRequest::Table::Monthly;
    request.outside = false;
    app.dispatch(AskReport{request});
    check_golden("report_month", kiosk.picture());
    Settings settings;
    settings.language = Language::English;
    settings.size = 2;
    app.dispatch(SetSettings{settings});
    check_golden("report_month_200_en", kiosk.picture());
    app.dispatch(SetSettings{});
    app.dispatch(CloseDialog{});

    app.work_in_background();
    services.hold = true;
    app.dispatch(ShowDialog{{Dialog::Kind::List, {}}});
    app.dispatch(ReadList{{"list.csv", "", {}}});
    services.seconds += 4;
    // The share comes from another thread.
    for (int i = 0; i < 1000 && !kiosk.shows("62 %"); ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
        kiosk.frames(1);
    }
    const Pixels at_work = kiosk.picture();
    services.hold = false;
    check_golden("work", at_work);
}

TEST_CASE("photos look as they were approved") {
    const auto reference = small_reference();
    FakeServices services(reference);
    App app(reference, services, {});
    Driver kiosk(app);
    kiosk.click("home.continue");
    visit::Procedure procedure = app.state().open->visit.procedure;
    int number = 0;
    for (const char* caption : {"外墙", "西山墙，墙根有一道两指宽的裂缝", "炉灶", "", "屋顶"}) {
        const std::string name = "IMG_" + std::to_string(number++) + ".jpg";
        procedure.photos.push_back({"house", sha256_hex(name), name, 402000, caption, number != 4});
    }
    app.dispatch(SetProcedure{procedure});
    app.dispatch(Go{ScreenId::House});
    app.dispatch(ShowDialog{{Dialog::Kind::Photos, {}}});
    kiosk.frames(2);
    check_golden("photos", kiosk.picture());
    kiosk.click("photo.show.1");
    kiosk.frames(2);
    check_golden("photo", kiosk.picture());

    app.dispatch(CloseDialog{});
    app.dispatch(Go{ScreenId::Sheets});
    View last;
    last.page = 99;
    app.dispatch(SetView{last});
    check_golden("sheet_photos", kiosk.picture());
}

TEST_CASE("help and the first visit look as they were approved") {
    const auto reference = small_reference();
    FakeServices services(reference);
    services.practise_only();
    App app(reference, services, {});
    Driver kiosk(app);
    check_golden("tour_offer", kiosk.picture());
    kiosk.click("rail.help");
    kiosk.click("help.chapter.handover");
    check_golden("help", kiosk.picture());
    kiosk.click("dialog.close");
    kiosk.click("tour.next");
    check_golden("tour", kiosk.picture());
    Settings settings = app.state().settings;
    settings.language = Language::English;
    settings.size = 2;
    app.dispatch(SetSettings{settings});
    check_golden("tour_200_en", kiosk.picture());
    app.dispatch(ShowDialog{{Dialog::Kind::Help, {}}});
    kiosk.frames(2);
    check_golden("help_200_en", kiosk.picture());
}
