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
    /// `helps`: a ？ leads to the chapter about it and back.
    DialogFrame(Ui& ui, Point size, std::string_view question, std::string_view note,
                bool helps = true);

    /// The space between question and verbs.
    Rect content() const { return rest_; }
    Rect begin_content();
    void end_content(float bottom);
    /// At the left: changes nothing. Esc does the same.
    bool harmless(const std::string& id, std::string_view label);
    /// Beside it, another thing to do.
    bool also(const std::string& id, std::string_view label, bool enabled = true);
    bool primary(const std::string& id, std::string_view label, bool enabled = true);

private:
    Ui& ui_;
    Rect rect_;
    Rect rest_;
    Rect buttons_;
};

/// A heading over a part of a dialog, taken from the top of `rest`.
void draw_heading(Ui& ui, Rect& rest, std::string_view text);
/// The last part of a path, whichever way it is written.
std::string file_name(std::string_view path);

void draw_help_dialog(Ui& ui, const AppState& state);
void draw_place_dialog(Ui& ui, const AppState& state, const Layout& layout);
void draw_finding_dialog(Ui& ui, const AppState& state);
void draw_print_dialog(Ui& ui, const AppState& state);
void draw_design_dialog(Ui& ui, const AppState& state, const Layout& layout);
void draw_cards_dialog(Ui& ui, const AppState& state, const Layout& layout);
void draw_works_dialog(Ui& ui, const AppState& state);
void draw_replace_dialog(Ui& ui, const AppState& state);
void draw_prices_dialog(Ui& ui, const AppState& state, const Layout& layout);
void draw_clause_dialog(Ui& ui, const AppState& state);
void draw_handover_dialog(Ui& ui, const AppState& state);
void draw_conflict_dialog(Ui& ui, const AppState& state, const Layout& layout);
void draw_doubles_dialog(Ui& ui, const AppState& state);
void draw_loan_dialog(Ui& ui, const AppState& state);
void draw_backups_dialog(Ui& ui, const AppState& state);
void draw_salvage_dialog(Ui& ui, const AppState& state);
void draw_list_dialog(Ui& ui, const AppState& state);
void draw_reports_dialog(Ui& ui, const AppState& state);
void draw_audit_dialog(Ui& ui, const AppState& state);
void draw_packs_dialog(Ui& ui, const AppState& state);
void draw_reprice_dialog(Ui& ui, const AppState& state);
void draw_users_dialog(Ui& ui, const AppState& state);
void draw_procedure_dialog(Ui& ui, const AppState& state, const Layout& layout);
void draw_photos_dialog(Ui& ui, const AppState& state);

}  // namespace longju::kiosk
