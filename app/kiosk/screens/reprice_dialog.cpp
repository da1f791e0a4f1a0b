// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include <fmt/format.h>

#include "kiosk/amounts.h"
#include "kiosk/data_reduce.h"
#include "kiosk/edits.h"
#include "kiosk/frame.h"
#include "kiosk/screens/dialog_frame.h"

/// 新旧数据对比: the visit that is open as it stands, and as the newest data would have it.
namespace longju::kiosk {
namespace {

constexpr float price_height = 40;

struct Line {
    std::string_view label;
    std::string before, after, change;
};

/// Label, before, after, change: each in its column.
void draw_line(Ui& ui, const Line& line, Rect row, bool head) {
    hairline(ui, row);
    const Type type = head ? type::label : type::body;
    const Role role = head ? Role::Soil2 : Role::Soil;
    const float column_width = row.w * 0.24F;
    ui.text(row.cut_right(column_width * 0.9F, 8), line.change, type, role, Align::Right);
    ui.text(row.cut_right(column_width, 8), line.after, head ? type : type::body_bold, role,
            Align::Right);
    ui.text(row.cut_right(column_width, 8), line.before, type, role, Align::Right);
    ui.text(row, line.label, type, role);
}

std::string signed_yuan(Money change, Depth depth) {
    if (change == Money{}) return "±0";
    return change < Money{} ? "−" + yuan(-change, depth) : "+" + yuan(change, depth);
}

void draw_figures(Ui& ui, const AppState& state, const estimate::Estimate& newer, Rect& rest) {
    const estimate::Estimate& now = *state.open->estimate;
    const Depth depth = Depth::Technician;
    draw_line(ui,
              {ui.word("reprice.figure"), ui.words()("reprice.before", {now.catalog_version}),
               ui.words()("reprice.after", {newer.catalog_version}),
               std::string(ui.word("reprice.change"))},
              rest.cut_top(price_height), true);
    const auto money = [&](std::string_view key, const Range<Money>& before,
                           const Range<Money>& after) {
        draw_line(ui,
                  {ui.word(key), yuan_range(before, depth), yuan_range(after, depth),
                   signed_yuan(after.typical - before.typical, depth)},
                  rest.cut_top(price_height), false);
    };
    money("reprice.cost", now.finance.cost, newer.finance.cost);
    const Range<Money> granted{now.finance.subsidy, now.finance.subsidy, now.finance.subsidy};
    const Range<Money> grants{newer.finance.subsidy, newer.finance.subsidy, newer.finance.subsidy};
    money("reprice.subsidy", granted, grants);
    money("reprice.own", now.finance.own, newer.finance.own);
    money("reprice.heating", now.habit.after.heating_cost, newer.habit.after.heating_cost);
    money("reprice.saved", now.habit.saved, newer.habit.saved);
}

/// A name may be long: it wraps, and the row grows with it.
void draw_price(Ui& ui, const std::string& label, const std::string& before,
                const std::string& after, Rect& rest) {
    const float wide = rest.w * 0.54F;
    const float height = std::max(price_height, ui.paragraph_height(label, type::body, wide) + 10);
    Rect row = rest.cut_top(height);
    hairline(ui, row);
    const float column_width = (row.w - wide) / 2;
    ui.text(row.cut_right(column_width, 4), after, type::body_bold, Role::Soil, Align::Right);
    ui.text(row.cut_right(column_width - 8, 4), before, type::body, Role::Soil, Align::Right);
    const float used = ui.paragraph_height(label, type::body, row.w);
    ui.paragraph({row.x, row.centre().y - used / 2, row.w, used}, label, type::body, Role::Soil);
}

void draw_prices(Ui& ui, const AppState& state, const RepricePanel& panel, Rect& rest) {
    rest.cut_top(12);
    if (panel.prices.empty()) {
        rest.cut_top(ui.paragraph(rest, ui.word("reprice.same_prices"), type::label, Role::Soil2),
                     4);
        return;
    }
    ui.text(rest.cut_top(34, 4), ui.word("reprice.prices"), type::lead, Role::Soil);
    const bool zh = state.settings.language == Language::Chinese;
    const auto range = [](const Range<Money>& money) {
        return fmt::format("{}–{}", money.low.in_yuan(), money.high.in_yuan());
    };
    for (const PriceTurn& turn : panel.prices) {
        const std::string label = fmt::format("{} ({})", zh ? turn.name_zh : turn.name_en,
                                              zh ? turn.unit_zh : turn.unit_en);
        const std::string after =
            turn.after ? range(*turn.after) : std::string(ui.word("reprice.gone"));
        draw_price(ui, label, range(turn.before), after, rest);
    }
}

}  // namespace

void draw_reprice_dialog(Ui& ui, const AppState& state) {
    DialogFrame frame(ui, {860, 620}, ui.word("reprice.title"), ui.word("reprice.note"));
    Rect rest = frame.begin_content();
    rest.w -= 12;  // The scroll bar.
    const bool ready = state.reprice && shown_estimate(state) != nullptr;
    const bool possible = ready && state.reprice->newer;
    if (possible) {
        draw_figures(ui, state, *state.reprice->newer, rest);
        draw_prices(ui, state, *state.reprice, rest);
    } else if (ready) {
        rest.cut_top(ui.paragraph(rest, ui.word("reprice.impossible"), type::body, Role::Brick), 8);
    }
    frame.end_content(rest.y);
    if (frame.harmless("dialog.close", ui.word("reprice.keep"))) ui.emit(CloseDialog{});
    if (frame.primary("reprice.use", ui.word("reprice.use"), possible)) ui.emit(UseNewData{});
}

}  // namespace longju::kiosk
