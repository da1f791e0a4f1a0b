// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/advice.h"
#include "kiosk/widgets.h"

/// 花多少，省多少: every scheme as a dot of own money to the right and the yearly bill upwards.
namespace longju::kiosk {

/// A disc, square, triangle or diamond with the letter in it (kiosk.md section 2): told apart by
/// shape before colour.
void scheme_marker(Ui& ui, Point centre, std::string_view letter, float size);

struct SchemeChart {
    struct At {
        double own_yuan = 0, bill_yuan = 0;
    };
    struct Mark {
        std::string letter;
        At at;
        bool chosen = false;
    };
    std::span<const SchemeDot> dots;
    std::vector<At> front;  ///< Cheapest first; the first may be to do nothing.
    int chosen_step = -1;   ///< Of the front; negative: none.
    double bill_now_yuan = 0;
    std::vector<Mark> marks;
    std::string now, x_name, y_name;
    std::string label;  ///< Of the chosen step, else of the chosen mark; two lines at most.
};

struct ChartPress {
    std::optional<int> step;            ///< Of the front.
    std::optional<std::string> letter;  ///< Of a mark.
};
ChartPress draw_scheme_chart(Ui& ui, const std::string& id, const Rect& area,
                             const SchemeChart& chart);

/// Steps of 1, 2 or 5 times a power of ten that cut 0 to `most` into at most `parts`.
double tick_step(double most, int parts);

}  // namespace longju::kiosk
