// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/widgets.h"

/// Charts of kiosk.md section 8. Marks are told apart by hatch and shape before colour; labels
/// stand beside what they name.
namespace longju::kiosk {

/// Pairs of bars by heating month, before hatched, after gold; only the coldest month is labelled.
struct MonthBars {
    std::vector<std::string> names;
    std::vector<double> before;
    std::vector<double> after;
    int decimals = 1;
};
void draw_month_bars(Ui& ui, const Rect& area, const MonthBars& bars);
/// Key of before and after, right-aligned.
void draw_before_after_key(Ui& ui, const Rect& area);

/// One stacked bar, largest first, shares on white plates, names under it.
struct LossShare {
    std::string name;
    double share = 0;
};
void draw_loss_bar(Ui& ui, const Rect& area, std::vector<LossShare> losses);

/// Two house shapes with a temperature each.
void draw_room_houses(Ui& ui, const Rect& area, std::string_view before, std::string_view after);

/// Money over the years: what goes out, when it is back, what is left; the range as a soft band.
struct MoneyLine {
    Range<double> cost_yuan;
    Range<double> saved_yuan_a_year;
    int years = 15;
    std::string out;   ///< Label at the start.
    std::string back;  ///< Label where the line meets zero.
    std::string left;  ///< Label at the end.
    bool ends_above = false;
};
void draw_money_line(Ui& ui, const Rect& area, const MoneyLine& line);

}  // namespace longju::kiosk
