// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

namespace longju::kiosk {

/// Decides whether the next frame is drawn at once or the loop waits for an event. After each event
/// three frames are drawn: the press, its effect, and what follows from it. The clock is passed in.
class FramePacer {
public:
    static constexpr int frames_after_event = 3;

    void note_event() { frames_left_ = frames_after_event; }
    /// Something moves until then (a toast, a blinking caret asks for its next change).
    void wake_at(double time_s) {
        if (wake_s_ < 0 || time_s < wake_s_) wake_s_ = time_s;
    }
    void frame_drawn(double now_s) {
        if (frames_left_ > 0) --frames_left_;
        if (wake_s_ >= 0 && now_s >= wake_s_) wake_s_ = -1;
    }
    bool must_draw(double now_s) const {
        return frames_left_ > 0 || (wake_s_ >= 0 && now_s >= wake_s_);
    }
    /// Seconds to wait for an event at most; negative = without end.
    double wait_s(double now_s) const {
        if (must_draw(now_s)) return 0;
        return wake_s_ < 0 ? -1.0 : wake_s_ - now_s;
    }

private:
    int frames_left_ = frames_after_event;
    double wake_s_ = -1;
};

}  // namespace longju::kiosk
