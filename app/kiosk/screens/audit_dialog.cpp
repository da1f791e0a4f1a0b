// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <array>

#include <fmt/format.h>

#include "kiosk/frame.h"
#include "kiosk/screens/dialog_frame.h"
#include "kiosk/screens/office_columns.h"

/// 审计记录: who did what, newest first, and whether no row was changed or taken out since.
namespace longju::kiosk {
namespace {

/// `visit.record` in the words of the screen; a word that is not known stands as it is.
std::string action_word(const Ui& ui, const std::string& action) {
    const auto& all = ui.words().all();
    const auto found = all.find("audit.action." + action);
    return found == all.end() ? action : found->second;
}

void ask(Ui& ui, std::string person, std::string action) {
    ui.emit(AskAudit{{std::move(person), std::move(action)}});
}

void draw_filters(Ui& ui, const AppState& state, const AuditPanel& panel, Rect& rows) {
    const AuditRequest& now = state.view.audit;
    column_heading(ui, rows, ui.word("audit.people"));
    if (choice_row(ui, "audit.person.all", rows, ui.word("audit.all"), now.person.empty())) {
        ask(ui, "", now.action);
    }
    for (std::size_t i = 0; i < panel.people.size(); ++i) {
        const std::string& person = panel.people[i];
        if (choice_row(ui, fmt::format("audit.person.{}", i), rows, person, now.person == person)) {
            ask(ui, person, now.action);
        }
    }
    rows.cut_top(10);
    column_heading(ui, rows, ui.word("audit.actions"));
    if (choice_row(ui, "audit.action.all", rows, ui.word("audit.all"), now.action.empty())) {
        ask(ui, now.person, "");
    }
    for (std::size_t i = 0; i < panel.actions.size(); ++i) {
        const std::string& action = panel.actions[i];
        if (choice_row(ui, fmt::format("audit.action.{}", i), rows, action_word(ui, action),
                       now.action == action)) {
            ask(ui, now.person, action);
        }
    }
}

void draw_row(Ui& ui, const AppState& state, const storage::AuditRow& audit, Rect row) {
    hairline(ui, row);
    Rect inside = row.inset(6, 4);
    const std::string number = std::to_string(audit.seq);
    ui.text(inside.cut_left(52, 8), number, type::note, Role::Soil2);
    const std::string time = audit.at.size() < 16
                                 ? audit.at
                                 : (audit.at.substr(0, 10) == state.today
                                        ? moment(ui, state, audit.at)
                                        : audit.at.substr(0, 10) + " " + audit.at.substr(11, 5));
    ui.text(inside.cut_right(std::min(inside.w * 0.4F, ui.width_of(time, type::note) + 4), 8), time,
            type::note, Role::Soil2, Align::Right);
    const storage::AuditEntry& entry = audit.entry;
    const Rect under = inside.cut_bottom(24);
    ui.text(inside, entry.actor + " · " + action_word(ui, entry.action), type::body_bold,
            Role::Soil);
    std::string what = entry.subject;
    if (!entry.detail.empty()) what += (what.empty() ? "" : " · ") + entry.detail;
    ui.text(under, ui.without_middle(what, type::note, under.w), type::note, Role::Soil2);
}

void draw_rows(Ui& ui, const AppState& state, const AuditPanel& panel, Rect& rows) {
    const storage::AuditCheck& check = panel.check;
    const std::string chain = check.first_bad
                                  ? ui.words()("audit.broken", {std::to_string(*check.first_bad)})
                                  : ui.words()("audit.whole", {std::to_string(check.rows)});
    const Rect head = rows.cut_top(36, 6);
    ui.paint().icon(check.first_bad ? "warn" : "check", {head.x, head.y + 6, 24, 24},
                    ui.colour(check.first_bad ? Role::Brick : Role::Pine));
    ui.text({head.x + 34, head.y, head.w - 34, head.h}, chain, type::body_bold,
            check.first_bad ? Role::Brick : Role::Pine);
    // In a narrow window who and what take two lines.
    const float height = rows.w < 560 ? 88.0F : 60.0F;
    for (const storage::AuditRow& row : panel.rows) {
        draw_row(ui, state, row, rows.cut_top(height, 2));
    }
    if (panel.matching > panel.rows.size()) {
        const std::string more =
            ui.words()("audit.more", {std::to_string(panel.matching - panel.rows.size())});
        rows.cut_top(ui.paragraph(rows, more, type::note, Role::Soil2));
    }
}

}  // namespace

void draw_audit_dialog(Ui& ui, const AppState& state) {
    DialogFrame frame(ui, {1120, 690}, ui.word("audit.title"), ui.word("audit.note"));
    if (state.audit) {
        const std::array columns{
            OfficeColumn{"filters", 1,
                         [&](Rect& rows) { draw_filters(ui, state, *state.audit, rows); }},
            OfficeColumn{"rows", 3, [&](Rect& rows) { draw_rows(ui, state, *state.audit, rows); }}};
        draw_office_columns(ui, "audit", frame.content(), columns);
    }
    if (frame.harmless("dialog.close", ui.word("dialog.close"))) ui.emit(CloseDialog{});
    if (frame.primary("audit.csv", ui.word("audit.csv"), state.audit.has_value())) {
        ui.emit(WriteAuditFile{});
    }
}

}  // namespace longju::kiosk
