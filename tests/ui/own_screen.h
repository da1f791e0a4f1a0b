// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/rect.h"
#include "unit/storage/temporary_folder.h"

namespace longju::kiosk::testing {

/// An X server of its own (Xvfb) whose picture can be read, with a mouse and a keyboard (xdotool).
class OwnScreen {
public:
    static constexpr int width = 1366, height = 768;

    OwnScreen();
    ~OwnScreen();
    OwnScreen(const OwnScreen&) = delete;
    OwnScreen& operator=(const OwnScreen&) = delete;

    bool there() const { return !display_.empty(); }
    const std::string& display() const { return display_; }  ///< `:99`

    /// How many pixels of that colour, 0xRRGGBB, are in the rectangle.
    int count(std::uint32_t colour, const Rect& in) const;
    /// What xdotool understands: `key Return`.
    void input(const std::string& commands) const;
    void click(Point at) const;

private:
    longju::test::TemporaryFolder folder_;
    pid_t server_ = -1;
    std::string display_;
};

}  // namespace longju::kiosk::testing
