// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>

#include "house/house.h"
#include "kiosk/widgets.h"

namespace longju::kiosk {

/// A number the survey asks for, with what is usual here and what is possible at all.
struct NumberSpec {
    std::string_view key;  ///< Of its label; `key.hint`, if any, is not used.
    std::string_view unit_key;
    std::optional<double> value;  ///< In the unit shown.
    double usual_low = 0;         ///< Both 0: nobody knows what is usual.
    double usual_high = 0;
    double least = 0;
    double most = 0;
    int decimals = 0;
    bool estimated = false;
    std::string_view problem;  ///< Of `house::check` for this field; empty when none.
};

/// A field for `spec`; answers a new value only while it is possible. An impossible one stays in
/// the box, in brick, and changes nothing.
std::optional<double> number_field(Ui& ui, const std::string& id, const Rect& rect,
                                   const NumberSpec& spec);

}  // namespace longju::kiosk
