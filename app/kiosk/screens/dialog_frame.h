// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>

#include "kiosk/layout.h"
#include "kiosk/widgets.h"

namespace longju::kiosk {

/// A question over the dimmed page: what it is about, what follows, two or three verbs. Content
/// that is higher than the window scrolls; the verbs always stay in sight.
class DialogFrame {
public:
    DialogFrame(Ui& ui, Point size, std::string_view question, std::string_view note);

    /// The space between question and verbs.
    Rect content() const { return rest_; }
    Rect begin_content();
    void end_content(float bottom);
    /// At the left: changes nothing. Esc does the same.
    bool harmless(const std::string& id, std::string_view label);
    bool primary(const std::string& id, std::string_view label, bool enabled = true);

private:
    Ui& ui_;
    Rect rect_;
    Rect rest_;
    Rect buttons_;
};

void draw_place_dialog(Ui& ui, const AppState& state, const Layout& layout);
void draw_finding_dialog(Ui& ui, const AppState& state);
void draw_print_dialog(Ui& ui, const AppState& state);
void draw_design_dialog(Ui& ui, const AppState& state, const Layout& layout);
void draw_cards_dialog(Ui& ui, const AppState& state, const Layout& layout);
void draw_advice_dialog(Ui& ui, const AppState& state);
void draw_prices_dialog(Ui& ui, const AppState& state, const Layout& layout);
void draw_clause_dialog(Ui& ui, const AppState& state);
void draw_loan_dialog(Ui& ui, const AppState& state);
void draw_procedure_dialog(Ui& ui, const AppState& state, const Layout& layout);

}  // namespace longju::kiosk
