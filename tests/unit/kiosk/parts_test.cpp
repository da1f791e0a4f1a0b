// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <catch2/catch_test_macros.hpp>

#include "kiosk/frame_pacer.h"
#include "kiosk/history.h"
#include "kiosk/icons.h"
#include "kiosk/layout.h"
#include "kiosk/options.h"
#include "kiosk/place_search.h"
#include "kiosk/theme.h"
#include "kiosk/widgets.h"

using namespace longju;
using namespace longju::kiosk;

TEST_CASE("the embedded theme has every role in both looks") {
    CHECK(Theme::embedded_for(Look::Light)(Role::Corn) == Colour{0xF4, 0xB7, 0x2E, 255});
    CHECK(Theme::embedded_for(Look::HighContrast)(Role::Snow) == Colour{255, 255, 255, 255});
}

TEST_CASE("a theme with an unknown role, a bad colour or a gap names the line") {
    const auto unknown = Theme::parse("mauve\tFFFFFF\tFFFFFF\n", "t.tsv", Look::Light);
    const auto bad = Theme::parse("snow\tF6F5\tFFFFFF\n", "t.tsv", Look::Light);
    const auto gap = Theme::parse("snow\tF6F5F1\tFFFFFF\n", "t.tsv", Look::Light);

    REQUIRE_FALSE(unknown.has_value());
    CHECK(unknown.error().line == 1);
    REQUIRE_FALSE(bad.has_value());
    CHECK(bad.error().field == "snow");
    REQUIRE_FALSE(gap.has_value());
    CHECK(gap.error().field == "paper");
}

TEST_CASE("the heat ramp meets its steps and blends between them") {
    const Theme theme = Theme::embedded_for(Look::Light);

    CHECK(theme.heat(0.05) == theme(Role::Heat1));
    CHECK(theme.heat(0.50) == theme(Role::Heat3));
    CHECK(theme.heat(9.0) == theme(Role::Heat7));
    CHECK(theme.heat(0.65) == blended(theme(Role::Heat3), theme(Role::Heat4), 0.5F));
}

TEST_CASE("every icon of the table is drawn inside its grid") {
    const Icons icons = Icons::embedded_ones();

    for (const char* name : {"home", "person", "survey", "tune", "compare", "sheet", "text", "help",
                             "check", "cross", "ask", "approx", "next", "back", "exit"}) {
        INFO(name);
        REQUIRE(icons.has(name));
        for (const Stroke& stroke : icons(name)) {
            for (const Point& p : stroke.points) {
                CHECK((p.x >= 0 && p.x <= 24 && p.y >= 0 && p.y <= 24));
            }
        }
    }
}

TEST_CASE("a path with an unknown command or a missing number is refused") {
    CHECK_FALSE(strokes_from("M4 4X8 8").has_value());
    CHECK_FALSE(strokes_from("M4 4L8").has_value());
    CHECK(strokes_from("M4 4l4 4").value().front().points.size() == 2);
}

TEST_CASE("an arc ends where it says") {
    const auto circle = strokes_from("M12 4a8 8 0 0 1 0 16").value();

    CHECK(circle.front().points.back().x > 11.9F);
    CHECK(circle.front().points.back().y > 19.9F);
}

TEST_CASE("edits of one field in one go are taken back as one") {
    History<int, std::string> history;

    history.record(1, "a", "name", 1);
    history.record(2, "b", "name", 1);
    history.record(3, "c", "year", 1);

    CHECK(history.undo(4) == 3);
    CHECK(history.undo(3) == 1);
    CHECK_FALSE(history.can_undo());
    CHECK(history.redo(1) == 3);
    CHECK(history.redo(3) == 4);
}

TEST_CASE("the same field is a new step after something else was touched") {
    History<int, std::string> history;

    history.record(1, "a", "name", 1);
    history.record(2, "b", "name", 2);

    CHECK(history.undo(3) == 2);
    CHECK(history.undo(2) == 1);
}

TEST_CASE("a new edit after undo forgets what could be redone") {
    History<int, std::string> history;
    history.record(1, "a", "", 1);
    (void)history.undo(2);

    history.record(1, "b", "", 1);

    CHECK_FALSE(history.can_redo());
}

TEST_CASE("counties are found by a piece of the name, the pinyin or its initials") {
    std::vector<estimate::Division> divisions(3);
    divisions[0] = {"230000", "黑龙江省", "Heilongjiang", "", "", 0, "", {}};
    divisions[1] = {"231222", "兰西县", "Lanxi Xian", "绥化市", "s", 60, "", {}};
    divisions[2] = {"231223", "青冈县", "Qinggang Xian", "绥化市", "s", 60, "", {}};

    CHECK(find_counties(divisions, "").size() == 2);
    CHECK(find_counties(divisions, "兰").front()->code == "231222");
    CHECK(find_counties(divisions, "LX").front()->code == "231222");
    CHECK(find_counties(divisions, "qingg").front()->code == "231223");
    CHECK(find_counties(divisions, "zz").empty());
    CHECK(prefectures(divisions) == std::vector<std::string>{"绥化市"});
}

TEST_CASE("typing, deleting and moving go by whole characters") {
    const Draft draft{"f", "王兰", 3, "王兰"};

    const auto typed = edited(draft, {.text = "桂"}, false);
    const auto gone = edited(draft, {.keys = {{Key::Backspace, false}}}, false);
    const auto moved = edited(draft, {.keys = {{Key::Right, false}}}, false);
    const auto back = edited({"f", "x", 1, "王兰"}, {.keys = {{Key::Escape, false}}}, false);

    CHECK(typed.value().text == "王桂兰");
    CHECK(gone.value().text == "兰");
    CHECK(moved.value().caret == 6);
    CHECK(back.value().text == "王兰");
    CHECK_FALSE(edited(draft, {}, false).has_value());
}

TEST_CASE("a number takes digits and one point") {
    const Draft draft{"f", "1", 1, "1"};

    CHECK(edited(draft, {.text = "0.2.5x"}, true).value().text == "10.25");
    CHECK_FALSE(edited(draft, {.text = "abc"}, true).has_value());
}

TEST_CASE("rare characters of names are kept whole") {
    const Draft draft{"f", "", 0, ""};

    const auto typed = edited(draft, {.text = "𠅤𬱖"}, false).value();

    CHECK(typed.text == "𠅤𬱖");
    CHECK(edited(typed, {.keys = {{Key::Backspace, false}}}, false).value().text == "𠅤");
}

TEST_CASE("three frames follow an event, then the loop waits") {
    FramePacer pacer;
    for (int i = 0; i < FramePacer::frames_after_event; ++i) {
        CHECK(pacer.must_draw(0));
        pacer.frame_drawn(0);
    }

    CHECK_FALSE(pacer.must_draw(0));
    CHECK(pacer.wait_s(0) < 0);
}

TEST_CASE("the pacer wakes at the earliest wish and only once") {
    FramePacer pacer;
    for (int i = 0; i < 3; ++i) pacer.frame_drawn(0);

    pacer.wake_at(9);
    pacer.wake_at(5);

    CHECK(pacer.wait_s(2) == 3);
    CHECK(pacer.must_draw(5));
    pacer.frame_drawn(5);
    CHECK_FALSE(pacer.must_draw(6));
}

TEST_CASE("the layout follows the logical size") {
    struct Row {
        float width, height;
        LayoutClass size;
    };
    for (const Row& row :
         {Row{1920, 1080, LayoutClass::Wide}, Row{1366, 768, LayoutClass::Normal},
          Row{1093, 614, LayoutClass::Compact}, Row{546, 307, LayoutClass::OneQuestion}}) {
        INFO(row.width);
        CHECK(layout_for({0, 0, row.width, row.height}).size == row.size);
    }
    CHECK(layout_for({0, 0, 1920, 1080}, true).size == LayoutClass::OneQuestion);
}

TEST_CASE("the command line names what it does not understand") {
    const std::vector<const char*> good{"k",      "--screenshot", "a.png",  "--screen", "result",
                                        "--size", "1920x1080",    "--lang", "en"};
    const std::vector<const char*> bad{"k", "--screen", "attic"};

    const auto options = options_from(good);
    REQUIRE(options.has_value());
    CHECK(options->window.width == 1920);
    CHECK(options->screen == ScreenId::Result);
    CHECK(options->language == Language::English);
    const auto pressed = options_from(
        std::vector<const char*>{"k", "--press", "rail.house", "--press", "house.tab.1"});
    REQUIRE(pressed.has_value());
    CHECK(pressed->presses == std::vector<std::string>{"rail.house", "house.tab.1"});
    const auto refused = options_from(bad);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().what.contains("--screen attic"));
}
