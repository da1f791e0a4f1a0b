// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

/// Numbers that count to their new value (kiosk.md section 4). The clock is passed in.
namespace longju::kiosk {

/// 0 to 1, quick at first.
constexpr float eased(float share) {
    const float left = 1 - std::clamp(share, 0.0F, 1.0F);
    return 1 - left * left * left;
}

/// What is shown `share` of the way from one number to another, with the decimals and the thousands
/// of `to`. What is not a number is `to` at once.
std::string number_between(std::string_view from, std::string_view to, float share);

/// Numbers on the screen by the id of their place.
class CountingNumbers {
public:
    static constexpr double count_s = 0.18;  ///< Until the new number stands.
    static constexpr double fresh_s = 0.9;   ///< Until its ground is plain again.

    struct Shown {
        std::string text;
        float fresh = 0;  ///< 1 when it just changed, 0 after `fresh_s`.
    };
    /// What to show of `number` now. The first number of a place stands at once; without `moving`
    /// every one does.
    Shown show(const std::string& id, const std::string& number, double now_s, bool moving);
    /// Whether something still moves, so that the next frame differs.
    bool moves(double now_s) const;
    /// Forgets the places that were not shown since the last call.
    void end_frame();

private:
    struct Place {
        std::string from, to;
        double since_s = -1e9;
        bool seen = true;
    };
    std::map<std::string, Place> places_;
};

}  // namespace longju::kiosk
