// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "kiosk/offscreen.h"

namespace longju::kiosk::testing {

/// A person at the kiosk: presses what they see by its id, types, turns the wheel. Draws in memory.
class Driver {
public:
    explicit Driver(App& app, Window window = {});

    /// Presses the middle of a target; scrolls it into sight first. Fails the test, naming what is
    /// there, when it is not or does not react.
    void click(std::string_view id);
    void type(std::string_view text);
    void key(Key key, bool shift = false);
    void frames(int count = 3);
    /// One frame with exactly this.
    void frame(const Input& input);
    /// From now on sits at another app, which is on the same screen.
    void turn_to(App& app) { app_ = &app; }
    Pixels picture();

    const Record* find(std::string_view id) const;
    bool shows(std::string_view text) const;
    App& app() { return *app_; }
    Window window;

private:
    const Record& bring_into_sight(std::string_view id);

    App* app_;
    std::unique_ptr<Offscreen> screen_;
    Point pointer_{-1, -1};
};

}  // namespace longju::kiosk::testing
