// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace longju::kiosk {

/// How fast a finger moves when it lets go: over the last tenth of a second, so that one that
/// rested before it left throws nothing.
class FingerTrail {
public:
    static constexpr double remembered_s = 0.1;

    void begin(double now_s, float y) { points_ = {{now_s, y}}; }
    void add(double now_s, float y) {
        points_.emplace_back(now_s, y);
        while (points_.size() > 2 && points_[1].first <= now_s - remembered_s) {
            points_.erase(points_.begin());
        }
    }
    /// Pixels per second at `now_s`, positive downwards; 0 of a finger that rested.
    float speed(double now_s) const {
        const auto first = std::ranges::find_if(points_, [now_s](const auto& point) {
            return point.first >= now_s - remembered_s - 1e-9;
        });
        if (first == points_.end()) return 0;
        const double took_s = now_s - first->first;
        if (took_s <= 0) return 0;
        return static_cast<float>(double{points_.back().second - first->second} / took_s);
    }

private:
    std::vector<std::pair<double, float>> points_;  ///< Time and place.
};

/// A scroll area that rolls on after the finger left it, slower and slower. The clock is passed in.
class Roll {
public:
    static constexpr double time_constant_s = 0.325;
    static constexpr float slowest = 20;    ///< Pixels per second; below, it stands.
    static constexpr float fastest = 6000;  ///< However hard it is thrown.

    /// `speed` of what is shown, positive towards its end.
    void start(std::string area, float speed, double now_s) {
        stop();
        if (std::abs(speed) < slowest) return;
        area_ = std::move(area);
        speed_ = std::clamp(speed, -fastest, fastest);
        at_s_ = now_s;
    }
    void stop() { area_.clear(); }
    bool rolls() const { return !area_.empty(); }
    const std::string& area() const { return area_; }

    /// How far it came since it was last asked; it may stand afterwards.
    float advance(double now_s) {
        if (!rolls() || now_s <= at_s_) return 0;
        const double left = std::exp((at_s_ - now_s) / time_constant_s);
        const auto way = static_cast<float>(double{speed_} * time_constant_s * (1 - left));
        speed_ *= static_cast<float>(left);
        at_s_ = now_s;
        if (std::abs(speed_) < slowest) stop();
        return way;
    }

private:
    std::string area_;  ///< Empty: nothing rolls.
    float speed_ = 0;
    double at_s_ = 0;
};

}  // namespace longju::kiosk
