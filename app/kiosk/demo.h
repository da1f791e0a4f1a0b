// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <vector>

#include "kiosk/app.h"

namespace longju::kiosk {

/// A hand that is not there: takes hold of one target and moves it to and fro, so that a real
/// window can say how long its frames take.
class Demo {
public:
    /// `target`: the id of what is dragged; empty: nothing is.
    Demo(int frames, std::string target) : frames_(frames), target_(std::move(target)) {}

    /// What it does in the next frame, from where the targets were drawn in the last.
    Input next(const App& app);
    void frame_took(double ms) { took_ms_.push_back(ms); }
    bool over() const { return static_cast<int>(took_ms_.size()) >= frames_; }
    /// `240 frames, median 6.1 ms, p95 9.8 ms, longest 14.0 ms`, without those of the start.
    std::string report() const;

private:
    static constexpr int settling_frames = 30;  ///< Pictures are made, fonts are read.

    int frames_;
    std::string target_;
    Point start_{-1, -1};
    std::vector<double> took_ms_;
};

}  // namespace longju::kiosk
