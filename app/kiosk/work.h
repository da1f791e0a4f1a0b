// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>

namespace longju::kiosk {

/// Something long that is being done at the store while the frames go on.
struct Work {
    int number = 0;               ///< Tells one from the next.
    std::string key;              ///< Of the sentence that says what it is.
    double since_s = 0;           ///< On the app's clock.
    std::optional<double> share;  ///< 0 to 1; nothing while it is not known.
    bool can_stop = false;
    bool stopping = false;  ///< A person asked for that.

    bool operator==(const Work&) const = default;
};

/// A work that lasts longer is shown, with a way to stop it.
inline constexpr double work_shown_after_s = 0.3;  // kiosk.md section 4.

}  // namespace longju::kiosk
