// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "kiosk/edits.h"
#include "kiosk/layout.h"
#include "kiosk/widgets.h"

/// The pages of 结果: the answer, the check against limits.
namespace longju::kiosk {

struct ResultPage {
    Ui& ui;
    const AppState& state;
    const estimate::Estimate& estimate;
    const Layout& layout;
};

void draw_answer(const ResultPage& page);
void draw_check(const ResultPage& page);
/// Instead of a page while nothing can be computed: what is missing first.
void draw_no_result(Ui& ui, const AppState& state, const Layout& layout);
/// 账单说明什么, on the page of the check; 0 high without a bill.
float bill_height(const ResultPage& page);
void draw_bill(const ResultPage& page, const Rect& area);

/// The years compared: today's habits, or the comfort standard.
inline const estimate::Comparison& comparison_of(const ResultPage& page) {
    return page.state.view.comfort ? page.estimate.comfort : page.estimate.habit;
}

}  // namespace longju::kiosk
