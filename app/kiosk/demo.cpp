// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/demo.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace longju::kiosk {

Input Demo::next(const App& app) {
    const int frame = static_cast<int>(took_ms_.size());
    if (target_.empty() || frame < settling_frames) return {};
    if (start_.x < 0) {
        const auto record = std::ranges::find(app.records(), target_, &Record::id);
        if (record == app.records().end()) return {};
        start_ = record->visible.centre();
    }
    constexpr float reach_px = 60, frames_to_and_fro = 90;
    const auto turn = static_cast<float>(frame - settling_frames) / frames_to_and_fro;
    const float way = reach_px * std::sin(turn * 6.2831853F);
    return {.pointer = {start_.x + way, start_.y}, .down = true};
}

std::string Demo::report() const {
    std::vector<double> ms = took_ms_;
    if (ms.size() > settling_frames) ms.erase(ms.begin(), ms.begin() + settling_frames);
    if (ms.empty()) return "no frames";
    std::ranges::sort(ms);
    const auto at = [&](double share) {
        return ms[static_cast<std::size_t>(share * static_cast<double>(ms.size() - 1))];
    };
    return fmt::format("{} frames, median {:.1f} ms, p95 {:.1f} ms, longest {:.1f} ms{}", ms.size(),
                       at(0.5), at(0.95), ms.back(),
                       target_.empty() ? ""
                       : start_.x < 0  ? " (there is no " + target_ + ")"
                                       : " while " + target_ + " is dragged");
}

}  // namespace longju::kiosk
