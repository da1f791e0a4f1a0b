// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <chrono>
#include <thread>

#include "kiosk/offscreen.h"
#include "kiosk/shell.h"
#include "storage/platform.h"

namespace longju::kiosk {
namespace {

constexpr auto moment = std::chrono::milliseconds(20);
constexpr int most_moments = 3000;

/// Scroll areas learn their height in the first frame and pictures appear in the second; a search
/// over every scheme takes its time.
void settle(Offscreen& screen, App& app, const Window& window) {
    for (int i = 0; i < 3; ++i) screen.frame(app, window);
    for (int i = 0; app.advice_runs() && i < most_moments; ++i) {
        std::this_thread::sleep_for(moment);
        screen.frame(app, window);
    }
    screen.frame(app, window);
}

/// As a person would, where the target is in sight.
Result<void> press(Offscreen& screen, App& app, const Window& window, const std::string& id) {
    const auto there = [&id](const Record& record) {
        return record.kind == Record::Kind::Target && record.id == id && record.enabled &&
               !record.visible.empty();
    };
    const auto target = std::ranges::find_if(app.records(), there);
    if (target == app.records().end()) {
        return fail(ErrorKind::BadInput,
                    "--press " + id + ": there is nothing of that id in sight");
    }
    const Point middle = target->visible.centre();
    screen.frame(app, window, {.pointer = middle, .down = true});
    screen.frame(app, window, {.pointer = middle});
    settle(screen, app, window);
    return {};
}

}  // namespace

Result<void> write_screenshot(App& app, const Options& options) {
    const auto screen = Offscreen::open(storage::path_from_utf8(options.fonts));
    if (!screen) return std::unexpected(screen.error());
    if (options.screen) app.dispatch(Go{*options.screen});
    settle(**screen, app, options.window);
    for (const std::string& id : options.presses) {
        if (auto pressed = press(**screen, app, options.window, id); !pressed) return pressed;
    }
    const Pixels pixels = (*screen)->pixels(options.window);
    return write_png(storage::path_from_utf8(options.screenshot), pixels);
}

}  // namespace longju::kiosk
