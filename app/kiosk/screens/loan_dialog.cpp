// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <array>
#include <string>

#include "core/text.h"
#include "estimate/prospect.h"
#include "kiosk/amounts.h"
#include "kiosk/edits.h"
#include "kiosk/number_field.h"
#include "kiosk/screens/dialog_frame.h"

/// 贷款算一算: the household's own money as a loan whose rate its lender named. No lender and no
/// usual rate is known here, so the rate begins empty.
namespace longju::kiosk {
namespace {

constexpr std::array months = {12, 24, 36, 60, 96};

void draw_months(Ui& ui, const AppState& state, Rect row) {
    ui.text(row.cut_left(150, 10), ui.word("loan.months"), type::body, Role::Soil);
    std::vector<std::string> labels;
    int selected = -1;
    for (std::size_t i = 0; i < months.size(); ++i) {
        labels.push_back(ui.words()("loan.years", {std::to_string(months.at(i) / 12)}));
        if (months.at(i) == state.view.loan_months) selected = static_cast<int>(i);
    }
    row.w = std::min(row.w, segmented_width(ui, labels) + 60);
    const auto chosen = segmented(ui, "loan.months", row, labels, selected);
    if (!chosen) return;
    emit_view(ui, state,
              [&](View& view) { view.loan_months = months.at(static_cast<std::size_t>(*chosen)); });
}

void draw_line(Ui& ui, Rect row, std::string_view name, const std::string& value) {
    hairline(ui, row);
    row = row.inset(4, 0);
    ui.text(row.cut_right(row.w * 0.5F, 8), value, type::body_bold, Role::Soil, Align::Right);
    ui.text(row, name, type::label, Role::Soil);
}

void draw_plan(Ui& ui, const AppState& state, const estimate::Finance& finance, Rect& rest) {
    constexpr float line_height = 44;
    const estimate::LoanPlan plan =
        estimate::loan_plan({.principal = finance.own.typical,
                             .yearly_rate = *state.view.loan_rate_percent / 100.0,
                             .months = state.view.loan_months});
    const auto yuan_in = [&](Money money, int decimals) {
        return formatted(money.in_yuan(), decimals) + " " + std::string(ui.word("unit.yuan"));
    };
    constexpr double months_a_year = 12.0;
    draw_line(ui, rest.cut_top(line_height), ui.word("loan.payment"), yuan_in(plan.payment, 2));
    draw_line(ui, rest.cut_top(line_height), ui.word("loan.a_year"),
              yuan_in(plan.payment.multiply_rounded(months_a_year), 0));
    draw_line(ui, rest.cut_top(line_height), ui.word("loan.saved"),
              yuan_range(finance.saved_per_year, Depth::Technician));
    draw_line(ui, rest.cut_top(line_height), ui.word("loan.interest"), yuan_in(plan.interest, 2));
    rest.cut_top(8);
    const bool carries = finance.saved_per_year.low >= plan.payment.multiply_rounded(months_a_year);
    rest.cut_top(ui.paragraph(rest, ui.word(carries ? "loan.carries" : "loan.does_not_carry"),
                              type::label, Role::Soil));
}

}  // namespace

void draw_loan_dialog(Ui& ui, const AppState& state) {
    const estimate::Estimate* e = shown_estimate(state);
    DialogFrame frame(ui, {760, 600}, ui.word("loan.title"), ui.word("loan.note"));
    Rect rest = frame.begin_content();
    rest.w -= 12;  // The scroll bar.
    if (e != nullptr && e->finance.own.typical > Money{}) {
        const std::string own =
            ui.words()("loan.own", {formatted(e->finance.own.typical.in_yuan(), 0)});
        ui.text(rest.cut_top(34, 8), own, type::body, Role::Soil);
        draw_months(ui, state, rest.cut_top(52, 10));
        const auto rate = number_field(ui, "loan.rate", rest.cut_top(field_height, 4),
                                       {.key = "loan.rate",
                                        .unit_key = "unit.percent",
                                        .value = state.view.loan_rate_percent,
                                        .most = 36,
                                        .decimals = 2});
        if (rate) emit_view(ui, state, [&](View& view) { view.loan_rate_percent = *rate; });
        if (state.view.loan_rate_percent) draw_plan(ui, state, e->finance, rest);
    } else {
        rest.cut_top(ui.paragraph(rest, ui.word("loan.nothing"), type::body, Role::Soil));
    }
    frame.end_content(rest.y);
    if (frame.primary("dialog.close", ui.word("dialog.close"))) ui.emit(CloseDialog{});
}

}  // namespace longju::kiosk
