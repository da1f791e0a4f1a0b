// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <deque>
#include <vector>

#include "kiosk/effect_queue.h"
#include "kiosk/icons.h"
#include "kiosk/layout.h"
#include "kiosk/picture.h"
#include "kiosk/reduce.h"
#include "kiosk/ui.h"
#include "sheet/painter.h"

namespace longju::kiosk {

/// Size of the window a frame is drawn for.
struct Window {
    int width = 1366;  ///< Window pixels.
    int height = 768;
    float display_scale = 1.0F;  ///< Of the monitor; the person's choice comes on top.
};

/// The kiosk without a window: state, effects and drawing. The shell and the tests feed it input
/// and show what it drew.
class App {
public:
    /// `reference` and `services` outlive the app.
    App(const estimate::Reference& reference, Services& services, Settings settings);

    /// One frame on ImGui's background list: draws the state as it is, then does what was asked
    /// for. `input` is in logical pixels.
    void frame(const Fonts& fonts, const Window& window, const Input& input);

    /// Reduces an action and everything its effects answer. Answers of long work follow with a
    /// later frame, when that is done in the background.
    void dispatch(Action action);
    /// Waits for the work that goes on; the end of the program is near.
    void finish_work();

    const AppState& state() const { return state_; }
    const std::vector<Record>& records() const { return records_; }
    UiMemory& memory() { return memory_; }
    /// An advice is being made for 比较.
    bool advice_runs() const;
    /// True when the last frame changed something that the next one shows.
    bool changed() const { return changed_; }
    float scale(const Window& window) const;
    /// Pictures of catalog cards on a thread of their own: for a window, which is drawn again until
    /// they are there. Otherwise every frame is complete.
    void draw_pictures_in_background() { pictures_.in_background(true); }
    /// Whether numbers count to their new value: for a window, while its frames come in time.
    void move_numbers(bool on) { moving_ = on; }
    /// Long work at the store on a thread of its own: for a window, which is drawn meanwhile.
    void work_in_background() { queue_.in_background(true); }
    /// Seconds on the app's clock at which it wants to be drawn again; negative = when something
    /// happens.
    double wake_at_s() const;

private:
    bool work_is_noted() const;
    void draw(Ui& ui, const Layout& layout);

    AppState state_;
    Services* services_;
    Icons icons_;
    Theme theme_;
    Strings strings_;
    Language strings_language_ = Language::Chinese;
    std::optional<sheet::FontSet> paper_;
    bool paper_tried_ = false;
    PhotoReader photos_;
    Pictures pictures_;
    UiMemory memory_;
    std::vector<Record> records_;
    bool changed_ = false;
    bool moving_ = false;
    Point pointer_{-1, -1};  ///< Where it was in the frame before.
    EffectQueue queue_;      ///< Last: its thread ends before the rest goes.
};

}  // namespace longju::kiosk
