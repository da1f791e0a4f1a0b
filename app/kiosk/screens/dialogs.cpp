// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "kiosk/screens/dialog_frame.h"
#include "kiosk/screens/screens.h"

namespace longju::kiosk {
namespace {

void draw_resume(Ui& ui, const AppState& state) {
    const auto found = std::ranges::find(state.visits, state.dialog->subject, &VisitCard::visit_id);
    const std::string head = found == state.visits.end() || found->head.empty()
                                 ? std::string(ui.word("top.nameless"))
                                 : found->head;
    const std::string question = ui.words()("dialog.resume", {head});
    const std::string note =
        found == state.visits.end()
            ? std::string()
            : ui.words()("dialog.resume.note",
                         {moment(ui, state, found->saved_at),
                          ui.word("rail." + screen_key(screen_of(found->step)))});
    DialogFrame frame(ui, {560, 190}, question, note);
    if (frame.harmless("dialog.home", ui.word("dialog.resume.home"))) ui.emit(CloseDialog{});
    if (frame.primary("dialog.resume", ui.word("dialog.resume.go"))) {
        ui.emit(OpenVisitAt{state.dialog->subject});
    }
}

void draw_leave(Ui& ui) {
    DialogFrame frame(ui, {560, 190}, ui.word("dialog.leave"), ui.word("dialog.leave.note"));
    if (frame.harmless("dialog.stay", ui.word("dialog.leave.stay"))) ui.emit(CloseDialog{});
    if (frame.primary("dialog.leave", ui.word("dialog.leave.go"))) ui.emit(Leave{});
}

void draw_size_row(Ui& ui, const AppState& state, Rect row) {
    ui.text(row.cut_left(130, 12), ui.word("dialog.size"), type::body, Role::Soil);
    constexpr std::array<double, 6> sizes{1.0, 1.25, 1.5, 1.75, 2.0, 2.5};
    std::vector<std::string> labels;
    int selected = -1;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        labels.push_back(fmt::format("{}%", static_cast<int>(sizes[i] * 100)));
        if (sizes[i] == state.settings.size) selected = static_cast<int>(i);
    }
    if (const auto chosen = segmented(ui, "dialog.size", row, labels, selected)) {
        Settings settings = state.settings;
        settings.size = sizes[static_cast<std::size_t>(*chosen)];
        ui.emit(SetSettings{settings});
    }
}

/// One row with two choices; answers the new index.
std::optional<int> choice_row(Ui& ui, const std::string& key, Rect row,
                              std::array<std::string_view, 2> keys, int selected) {
    ui.text(row.cut_left(130, 12), ui.word(key), type::body, Role::Soil);
    const std::vector<std::string> labels{std::string(ui.word(keys[0])),
                                          std::string(ui.word(keys[1]))};
    row.w = std::min(row.w, std::max(300.0F, segmented_width(ui, labels)));
    return segmented(ui, key, row, labels, selected);
}

void draw_appearance(Ui& ui, const AppState& state) {
    DialogFrame frame(ui, {640, 480}, ui.word("dialog.appearance"), "");
    Rect rows = frame.begin_content();
    Settings settings = state.settings;
    draw_size_row(ui, state, rows.cut_top(50, 12));
    if (const auto i = choice_row(ui, "dialog.look", rows.cut_top(50, 12),
                                  {"dialog.look.light", "dialog.look.contrast"},
                                  settings.look == Look::Light ? 0 : 1)) {
        settings.look = *i == 0 ? Look::Light : Look::HighContrast;
    }
    if (const auto i =
            choice_row(ui, "dialog.language", rows.cut_top(50, 12), {"language.zh", "language.en"},
                       settings.language == Language::Chinese ? 0 : 1)) {
        settings.language = *i == 0 ? Language::Chinese : Language::English;
    }
    if (const auto i = choice_row(ui, "dialog.depth", rows.cut_top(50, 12),
                                  {"depth.farmer", "depth.technician"},
                                  settings.depth == Depth::Farmer ? 0 : 1)) {
        settings.depth = *i == 0 ? Depth::Farmer : Depth::Technician;
    }
    if (const auto i =
            choice_row(ui, "dialog.glove", rows.cut_top(50, 4),
                       {"dialog.glove.off", "dialog.glove.on"}, settings.glove ? 1 : 0)) {
        settings.glove = *i == 1;
    }
    rows.cut_top(ui.paragraph(rows, ui.word("dialog.glove.note"), type::note, Role::Soil2), 8);
    if (const auto i =
            choice_row(ui, "dialog.numbers", rows.cut_top(50, 12),
                       {"dialog.numbers.count", "dialog.numbers.stand"}, settings.still ? 1 : 0)) {
        settings.still = *i == 1;
    }
    frame.end_content(rows.y);
    if (settings != state.settings) ui.emit(SetSettings{settings});
    if (frame.primary("dialog.close", ui.word("dialog.close"))) ui.emit(CloseDialog{});
}

void draw_gap_row(Ui& ui, const AppState& state, const Gap& gap, const std::string& id,
                  const Rect& row) {
    const Press press = ui.press(id, row, {.radius = 4});
    if (press.held) ui.paint().fill(row, ui.colour(Role::Birch1));
    hairline(ui, row);
    Rect inside = row.inset(8, 0);
    const bool bad = gap.severity == house::Severity::Impossible;
    ui.paint().icon(bad ? "cross" : "ask", inside.cut_left(22, 10),
                    ui.colour(bad ? Role::Brick : Role::Soil));
    ui.paint().icon("next", inside.cut_right(22, 8), ui.colour(Role::Soil));
    const std::string_view where = ui.word("rail." + screen_key(gap.screen));
    ui.text(inside.cut_right(ui.width_of(where, type::note) + 2, 12), where, type::note,
            Role::Soil2, Align::Right);
    const bool chinese = state.settings.language == Language::Chinese;
    ui.text(inside, chinese ? gap.text_zh : gap.text_en, type::body,
            bad ? Role::Brick : Role::Soil);
    if (press.clicked) ui.emit(Go{gap.screen});
}

void draw_gaps(Ui& ui, const AppState& state) {
    const std::vector<Gap> open = gaps(state);
    const float wanted = 170 + 56 * static_cast<float>(open.size());
    DialogFrame frame(ui, {640, std::min(560.0F, wanted)},
                      ui.words()("bar.open_points", {std::to_string(open.size())}), "");
    Rect rows = frame.begin_content();
    int index = 0;
    for (const Gap& gap : open) {
        draw_gap_row(ui, state, gap, fmt::format("dialog.gap.{}", index++), rows.cut_top(56));
    }
    frame.end_content(rows.y);
    if (frame.primary("dialog.close", ui.word("dialog.close"))) ui.emit(CloseDialog{});
}

}  // namespace

DialogFrame::DialogFrame(Ui& ui, Point size, std::string_view question, std::string_view note,
                         bool helps)
    : ui_(ui) {
    const Rect screen = ui.screen();
    const float width = std::min(size.x, screen.w - 24);
    const float buttons = 52 + 40;
    const float note_height = note.empty() ? 0 : ui.paragraph_height(note, type::label, width - 48);
    float height = std::max(size.y, 60 + note_height + buttons);
    height = std::min(height, screen.h - 20);
    rect_ = {screen.centre().x - width / 2, screen.centre().y - height / 2, width, height};
    ui.paint().fill(rect_.moved(0, 6), ui.colour(Role::Under), 12);
    ui.paint().box(rect_, {ui.colour(Role::Paper), ui.colour(Role::Soil), 2.5F, 12});
    rest_ = rect_.inset(24, 18);
    Rect head = rest_.cut_top(34, 6);
    if (helps) {
        const Rect ask{head.cut_right(44, 6).x + 8, head.y - 5, 44, 44};
        if (button(ui, "dialog.help", ask, "", {.kind = ButtonKind::Quiet, .icon = "help"})) {
            ui.emit(ShowDialog{{Dialog::Kind::Help, {}}});
        }
    }
    ui.text(head, question, type::lead, Role::Soil);
    if (!note.empty()) {
        rest_.cut_top(ui.paragraph(rest_, note, type::label, Role::Soil2), 8);
    }
    buttons_ = rest_.cut_bottom(std::clamp(rect_.h * 0.2F, 46.0F, 52.0F), 14);
    buttons_.y -= 2;
}

Rect DialogFrame::begin_content() { return ui_.begin_scroll("dialog.scroll", rest_); }

void DialogFrame::end_content(float bottom) { ui_.end_scroll(bottom); }

void draw_heading(Ui& ui, Rect& rest, std::string_view text) {
    rest.cut_top(8);
    ui.text(rest.cut_top(34, 4), text, type::lead, Role::Soil);
}

std::string file_name(std::string_view path) {
    const auto slash = path.find_last_of("/\\");
    return std::string(slash == std::string_view::npos ? path : path.substr(slash + 1));
}

bool DialogFrame::harmless(const std::string& id, std::string_view label) {
    return button(ui_, id, buttons_.cut_left(button_width(ui_, label), 12), label);
}

bool DialogFrame::also(const std::string& id, std::string_view label, bool enabled) {
    const ButtonLook look{.enabled = enabled};
    return button(ui_, id, buttons_.cut_left(button_width(ui_, label, look), 12), label, look);
}

bool DialogFrame::primary(const std::string& id, std::string_view label, bool enabled) {
    const ButtonLook look{.kind = ButtonKind::Primary, .enabled = enabled};
    return button(ui_, id, buttons_.cut_right(button_width(ui_, label, look), 12), label, look);
}

void draw_dialog(Ui& ui, const AppState& state, const Layout& layout) {
    switch (state.dialog->kind) {
        case Dialog::Kind::Resume:
            return draw_resume(ui, state);
        case Dialog::Kind::Appearance:
            return draw_appearance(ui, state);
        case Dialog::Kind::Help:
            return draw_help_dialog(ui, state);
        case Dialog::Kind::Place:
            return draw_place_dialog(ui, state, layout);
        case Dialog::Kind::Gaps:
            return draw_gaps(ui, state);
        case Dialog::Kind::Leave:
            return draw_leave(ui);
        case Dialog::Kind::Finding:
            return draw_finding_dialog(ui, state);
        case Dialog::Kind::Print:
            return draw_print_dialog(ui, state);
        case Dialog::Kind::Design:
            return draw_design_dialog(ui, state, layout);
        case Dialog::Kind::Cards:
            return draw_cards_dialog(ui, state, layout);
        case Dialog::Kind::Advice:
            return draw_works_dialog(ui, state);
        case Dialog::Kind::Replace:
            return draw_replace_dialog(ui, state);
        case Dialog::Kind::Prices:
            return draw_prices_dialog(ui, state, layout);
        case Dialog::Kind::Loan:
            return draw_loan_dialog(ui, state);
        case Dialog::Kind::HandOver:
            return draw_handover_dialog(ui, state);
        case Dialog::Kind::List:
            return draw_list_dialog(ui, state);
        case Dialog::Kind::Clause:
            return draw_clause_dialog(ui, state);
        case Dialog::Kind::Conflict:
            return draw_conflict_dialog(ui, state, layout);
        case Dialog::Kind::Doubles:
            return draw_doubles_dialog(ui, state);
        case Dialog::Kind::Backups:
            return draw_backups_dialog(ui, state);
        case Dialog::Kind::Salvage:
            return draw_salvage_dialog(ui, state);
        case Dialog::Kind::Users:
            return draw_users_dialog(ui, state);
        case Dialog::Kind::Reports:
            return draw_reports_dialog(ui, state);
        case Dialog::Kind::Audit:
            return draw_audit_dialog(ui, state);
        case Dialog::Kind::Packs:
            return draw_packs_dialog(ui, state);
        case Dialog::Kind::Reprice:
            return draw_reprice_dialog(ui, state);
        case Dialog::Kind::Procedure:
            return draw_procedure_dialog(ui, state, layout);
        case Dialog::Kind::Photos:
            return draw_photos_dialog(ui, state);
    }
}

}  // namespace longju::kiosk
