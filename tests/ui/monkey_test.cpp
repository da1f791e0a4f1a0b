// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <random>
#include <set>

#include "core/text.h"
#include "faults/scale.h"
#include "ui/complaints.h"
#include "ui/machine.h"

using namespace longju;
using namespace longju::kiosk;
using namespace longju::kiosk::testing;

namespace {

namespace fs = std::filesystem;

constexpr int hands = 5;  ///< Each with a seed and a folder of its own.
constexpr int actions_of_a_hand = 2000;
constexpr int look_after = 20, resume_after = 250;

/// Typed texts. Whatever is longer than a label has room for holds the mark everywhere, so that a
/// screen may cut it.
constexpr std::string_view mark = "𠅤";
const std::array<std::string, 9> typed_texts{
    "7", "10.2", "-3", "1e9", "王桂兰", "lx", "𠅤", "𠅤😀🏠𠅤", [] {
        std::string text;
        for (int i = 0; i < 60; ++i) text += "龘𠅤";
        return text;
    }()};
const std::string many_digits(300, '9');

bool is_typed(std::string_view text) {
    return text.contains(mark) || text.contains("龘") || text.contains("9999") ||
           text.contains("😀") || text.contains("🏠") || text.contains("photos_in");
}

/// What all hands did together.
struct Figures {
    int actions = 0, presses = 0, resumes = 0, looks = 0;
    std::set<std::string> ids, places;
};

class Monkey {
public:
    Monkey(const estimate::Reference& reference, unsigned seed, Figures& figures)
        : machine_(reference),
          kiosk_(*machine_.app),
          dice_(seed),
          figures_(figures),
          trace_(fs::path(LONGJU_BINARY_DIR) / fmt::format("monkey_{}.txt", seed)) {}

    void act() {
        ++figures_.actions;
        const int choice = any(100);
        if (choice < 62) {
            press_something();
        } else if (choice < 78) {
            type_something();
        } else if (choice < 88) {
            press_a_key();
        } else if (choice < 94) {
            drag_or_turn();
        } else if (choice < 97) {
            change_the_window();
        } else if (choice < 99) {
            drop_a_file();
        } else {
            wait(3);
        }
        figures_.places.insert(place());
        if (app().state().leaving) come_back();
    }
    /// What is wrong with the screen as it is, one line each.
    std::string look() {
        ++figures_.looks;
        kiosk_.frame({});
        const float scale = app().scale(kiosk_.window);
        const Rect screen{0, 0, static_cast<float>(kiosk_.window.width) / scale,
                          static_cast<float>(kiosk_.window.height) / scale};
        // The smallest that kiosk.md draws for: 1366×768 at 250 %.
        if (screen.w < 546 || screen.h < 307) return {};
        std::string all;
        for (const std::string& line :
             complaints(app().records(), {screen, top_layer(), 40, is_typed})) {
            all += fmt::format("{} at {} in {}: {}\n", place(), scale,
                               app().state().settings.language == Language::Chinese ? "zh" : "en",
                               line);
        }
        return all;
    }
    /// After a rest everything is saved. The power goes, and the visit comes back as it was.
    void come_back_where_it_was() {
        ++figures_.resumes;
        wait(3);
        wait(3);
        const AppState& state = app().state();
        const bool open = state.open && state.screen != ScreenId::Home;
        std::optional<visit::Visit> before;
        if (state.open) {
            CHECK_FALSE(state.open->unsaved);
            before = state.open->visit;
        }
        const ScreenId screen = state.screen;
        come_back();
        const std::string left = machine_.services->left_open();
        REQUIRE(left == (open ? before->id : std::string()));
        if (!open) {
            if (before) CHECK(machine_.store->load(before->id).value() == *before);
            return;
        }
        app().dispatch(ShowDialog{{Dialog::Kind::Resume, left}});
        kiosk_.frames(1);
        kiosk_.click("dialog.resume");
        REQUIRE(app().state().open);
        CHECK(app().state().open->visit == *before);
        // 结果 is a page of its step.
        CHECK(step_of(app().state().screen) == step_of(screen));
    }
    /// The last things that were done, for whoever reads why it failed.
    std::string story() const {
        std::string text;
        for (const std::string& line : done_) text += line + "\n";
        return text;
    }

private:
    App& app() { return *machine_.app; }
    int any(int count) { return std::uniform_int_distribution<int>(0, count - 1)(dice_); }
    float anywhere(float from, float to) {
        return std::uniform_real_distribution<float>(from, std::max(from, to))(dice_);
    }
    template <class Things>
    const auto& one_of(const Things& things) {
        return things[static_cast<std::size_t>(any(static_cast<int>(std::size(things))))];
    }
    void note(std::string what) {
        trace_ << figures_.actions << " " << what << std::endl;
        done_.push_back(std::move(what));
        if (done_.size() > 12) done_.erase(done_.begin());
    }
    std::string place() {
        const AppState& state = app().state();
        if (state.locked) return "locked";
        const std::string screen = fmt::format("screen {}", static_cast<int>(state.screen));
        if (!state.dialog) return screen;
        return fmt::format("{} dialog {}", screen, static_cast<int>(state.dialog->kind));
    }
    int top_layer() { return app().state().dialog && !app().state().locked ? 1 : 0; }
    void wait(double seconds) {
        machine_.services->seconds += seconds;
        kiosk_.frame({});
    }

    /// What somebody could press: in sight, awake, on top.
    std::vector<Record> targets() {
        std::vector<Record> found;
        for (const Record& record : app().records()) {
            if (record.kind != Record::Kind::Target || !record.enabled) continue;
            if (record.layer != top_layer() || record.visible.w < 8 || record.visible.h < 8)
                continue;
            found.push_back(record);
        }
        return found;
    }
    void press(const Record& target) {
        const Rect r = target.visible;
        const Point at{anywhere(r.x + 1, r.right() - 1), anywhere(r.y + 1, r.bottom() - 1)};
        note("press " + target.id);
        ++figures_.presses;
        figures_.ids.insert(target.id);
        kiosk_.frame({.pointer = at, .down = true});
        kiosk_.frame({.pointer = at});
    }
    void press_something() {
        const auto there = targets();
        if (there.empty()) return press_a_key();
        Record target = one_of(there);
        // Of two it takes the one that it never had: it gets around.
        const Record& other = one_of(there);
        if (figures_.ids.contains(target.id)) target = other;
        // Leaving a place is less of a test than staying, and papers take a second.
        const bool leaves = target.id.starts_with("rail.") || target.id.starts_with("top.");
        if ((leaves && any(3) > 0) || (target.id == "bar.pdf" && any(4) > 0)) {
            target = one_of(there);
        }
        press(target);
    }
    void type_something() {
        if (app().state().draft.id.empty()) {
            auto there = targets();
            std::erase_if(there, [](const Record& r) { return r.state != "field"; });
            if (there.empty()) return press_something();
            press(one_of(there));
        }
        const std::string& text = any(12) == 0 ? many_digits : one_of(typed_texts);
        note(fmt::format("type {:.40} into {}", text, app().state().draft.id));
        if (any(3) == 0) {
            for (int i = 0; i < 4; ++i) kiosk_.frame({.keys = {{Key::Backspace}}});
        }
        if (any(4) == 0) {
            kiosk_.frame({.keys = {{Key::Paste}}, .clipboard = text});
        } else {
            kiosk_.frame({.text = text});
        }
        if (any(2) == 0) kiosk_.frame({.keys = {{Key::Enter}}});
    }
    void press_a_key() {
        const int key = any(static_cast<int>(Key::Paste));
        note(fmt::format("key {}", key));
        kiosk_.frame({.keys = {{static_cast<Key>(key), any(3) == 0}}});
    }
    void drag_or_turn() {
        const float scale = app().scale(kiosk_.window);
        const float w = static_cast<float>(kiosk_.window.width) / scale;
        const float h = static_cast<float>(kiosk_.window.height) / scale;
        Point at{anywhere(0, w), anywhere(0, h)};
        if (any(3) == 0) {
            note("turn the wheel");
            kiosk_.frame({.pointer = at, .wheel = anywhere(-6, 6)});
            return;
        }
        note(fmt::format("drag from {:.0f},{:.0f}", at.x, at.y));
        const Point step{anywhere(-40, 40), anywhere(-60, 60)};
        for (int i = 0; i < 6; ++i) {
            machine_.services->seconds += 0.016;
            kiosk_.frame({.pointer = at, .down = true});
            at = {at.x + step.x, at.y + step.y};
        }
        for (int i = 0; i < 3; ++i) {
            machine_.services->seconds += 0.016;
            kiosk_.frame({.pointer = at});
        }
    }
    void change_the_window() {
        constexpr std::array<std::pair<int, int>, 5> sizes{
            {{1366, 768}, {1920, 1080}, {1280, 720}, {1024, 768}, {3840, 2160}}};
        constexpr std::array<float, 5> scales{1.0F, 1.25F, 1.5F, 2.0F, 2.5F};
        Settings settings = app().state().settings;
        const auto [width, height] = one_of(sizes);
        switch (any(5)) {
            case 0:
                kiosk_.window.width = width;
                kiosk_.window.height = height;
                kiosk_.window.display_scale = width > 2000 ? 2.0F : 1.0F;
                break;
            case 1:
                settings.size = one_of(scales);
                break;
            case 2:
                settings.language = any(2) == 0 ? Language::Chinese : Language::English;
                break;
            case 3:
                settings.look = any(2) == 0 ? Look::Light : Look::HighContrast;
                break;
            default:
                settings.depth = any(2) == 0 ? Depth::Farmer : Depth::Technician;
        }
        note(fmt::format("window {}x{} at {}", kiosk_.window.width, kiosk_.window.height,
                         settings.size));
        app().dispatch(SetSettings{settings});
        kiosk_.frames(2);
    }
    void drop_a_file() {
        constexpr std::array<const char*, 5> names{"wall.png", "stove.png", "torn.jpg", "list.csv",
                                                   "not there.jpg"};
        const std::string file = (machine_.folder / "photos_in" / one_of(names)).string();
        note("drop " + file);
        app().dispatch(DropFiles{{file}});
        kiosk_.frames(2);
    }
    void come_back() {
        note("the power goes");
        machine_.stop();
        machine_.start();
        kiosk_.turn_to(app());
        kiosk_.frames(2);
    }

    Machine machine_;
    Driver kiosk_;
    std::mt19937 dice_;
    Figures& figures_;
    std::ofstream trace_;
    std::vector<std::string> done_;
};

/// All of them, or the one of LONGJU_MONKEY_SEED, to see again what it did; each writes what it
/// does to monkey_SEED.txt.
std::pair<int, int> first_and_last_seed() {
    const char* text = std::getenv("LONGJU_MONKEY_SEED");
    const auto seed = integer_from(text == nullptr ? "" : text);
    if (!seed) return {1, faults::scaled(hands)};
    return {static_cast<int>(*seed), static_cast<int>(*seed)};
}

}  // namespace

TEST_CASE("ten thousand things done at random break nothing, and no visit that was saved is lost") {
    const auto reference = small_reference();
    const auto begin = std::chrono::steady_clock::now();
    Figures figures;
    std::set<std::string> wrong;
    const auto [first, last] = first_and_last_seed();
    for (int seed = first; seed <= last; ++seed) {
        Monkey monkey(reference, static_cast<unsigned>(seed), figures);
        for (int i = 1; i <= actions_of_a_hand; ++i) {
            monkey.act();
            INFO("seed " << seed << ", action " << i << ", the last of them:\n" << monkey.story());
            if (i % look_after == 0) {
                const std::string found = monkey.look();
                if (!found.empty() && wrong.insert(found).second) FAIL_CHECK(found);
            }
            if (i % resume_after == 0) monkey.come_back_where_it_was();
        }
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    faults::report(
        "monkey: {} actions with {} seeds, {} presses of {} different targets at {} places; "
        "{} looks at the screen, {} of them wrong; {} times the power went; {:.0f} s",
        figures.actions, last - first + 1, figures.presses, figures.ids.size(),
        figures.places.size(), figures.looks, wrong.size(), figures.resumes, took.count());
    // Or it did not get around.
    CHECK(figures.ids.size() > (first == last ? 150 : 400));
    CHECK(figures.places.size() > (first == last ? 8 : 15));
}
