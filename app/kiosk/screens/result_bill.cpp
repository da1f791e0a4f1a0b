// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <cmath>

#include "core/text.h"
#include "estimate/calibration.h"
#include "kiosk/amounts.h"
#include "kiosk/screens/result_parts.h"

/// What last winter's fuel says of how the house is lived in: stated beside fitted, or why it is
/// not believed.
namespace longju::kiosk {

namespace {

constexpr float bill_line_height = 40;

std::string_view key_of(estimate::Lived what) {
    switch (what) {
        case estimate::Lived::SetPoint:
            return "bill.day";
        case estimate::Lived::HeatedShare:
            return "bill.share";
        case estimate::Lived::Efficiency:
            return "bill.efficiency";
    }
    return "";
}

std::string shown(estimate::Lived what, double value) {
    return what == estimate::Lived::SetPoint ? formatted(value, 1) + " ℃" : percent(value);
}

void draw_fitted(Ui& ui, const estimate::Fitted& fitted, Rect row) {
    hairline(ui, row);
    row = row.inset(4, 0);
    const float cell = row.w * 0.24F;
    ui.text(row.cut_right(cell, 8), shown(fitted.what, fitted.fitted), type::body_bold, Role::Soil,
            Align::Right);
    ui.text(row.cut_right(cell, 8), shown(fitted.what, fitted.stated), type::body, Role::Soil2,
            Align::Right);
    ui.text(row, ui.word(key_of(fitted.what)), type::label, Role::Soil);
}

std::string left_over(const Ui& ui, const estimate::Calibration& calibration) {
    const double left = calibration.bought_kwh / calibration.fitted_kwh - 1.0;
    return ui.words()(left < 0.0 ? "bill.left.less" : "bill.left.more", {percent(std::abs(left))});
}

void draw_refused(const ResultPage& page, Rect rest) {
    Ui& ui = page.ui;
    const std::string what =
        ui.words()("bill.refused", {formatted(page.estimate.calibration.factor(), 2)});
    rest.cut_top(ui.paragraph(rest, what, type::label, Role::Soil), 10);
    for (const estimate::BillDoubt doubt : page.estimate.calibration.doubts) {
        const estimate::Ask ask = estimate::ask(doubt);
        Rect row = rest.cut_top(bill_line_height);
        hairline(ui, row);
        ui.text(row.inset(4, 0), chinese(page.state) ? ask.zh : ask.en, type::label, Role::Soil);
    }
}

}  // namespace

float bill_height(const ResultPage& page) {
    const estimate::Calibration& calibration = page.estimate.calibration;
    if (calibration.refused()) {
        return 24 + 36 + 68 + bill_line_height * static_cast<float>(calibration.doubts.size());
    }
    if (!calibration.used) return 0;
    return 24 + 36 + 34 + bill_line_height * static_cast<float>(calibration.fitted.size()) + 56;
}

void draw_bill(const ResultPage& page, const Rect& area) {
    Ui& ui = page.ui;
    const estimate::Calibration& calibration = page.estimate.calibration;
    card(ui, area);
    Rect rest = area.inset(20, 12);
    ui.text(rest.cut_top(32, 4), ui.word("bill.title"), type::lead, Role::Soil);
    if (calibration.refused()) return draw_refused(page, rest);
    Rect head = rest.cut_top(34).inset(4, 0);
    const float cell = head.w * 0.24F;
    ui.text(head.cut_right(cell, 8), ui.word("bill.fitted"), type::note, Role::Soil2, Align::Right);
    ui.text(head.cut_right(cell, 8), ui.word("bill.stated"), type::note, Role::Soil2, Align::Right);
    for (const estimate::Fitted& fitted : calibration.fitted) {
        draw_fitted(ui, fitted, rest.cut_top(bill_line_height));
    }
    rest.cut_top(6);
    ui.paragraph(rest, left_over(ui, calibration), type::note, Role::Soil2);
}

}  // namespace longju::kiosk
