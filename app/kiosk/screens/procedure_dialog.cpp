// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <chrono>
#include <set>

#include <fmt/format.h>

#include "kiosk/edits.h"
#include "kiosk/people_reduce.h"
#include "kiosk/screens/dialog_frame.h"
#include "kiosk/screens/photos.h"
#include "subsidy/string_keys.h"

/// 办理进度: the steps of a case with their days, the papers in hand, what is in the file.
namespace longju::kiosk {
namespace {

using visit::Procedure;
using visit::ProcedureStep;

std::string step_name(const Ui& ui, ProcedureStep step) {
    return std::string(ui.word(fmt::format("procedure.{}", visit::word(step))));
}

ProcedureStep shown_step(const AppState& state) {
    if (state.view.procedure_step >= 0) {
        return visit::step_at(static_cast<std::size_t>(state.view.procedure_step));
    }
    return visit::next_step(state.open->visit.procedure).value_or(ProcedureStep::Archive);
}

void draw_steps(Ui& ui, const AppState& state, ProcedureStep shown, const Rect& area) {
    const Procedure& procedure = state.open->visit.procedure;
    const bool narrow = area.w < 320;  // The day stands under the step.
    Rect rows = ui.begin_scroll("procedure.steps", area);
    for (std::size_t i = 0; i < visit::procedure_steps; ++i) {
        const ProcedureStep step = visit::step_at(i);
        const Rect row = rows.cut_top(narrow ? 76.0F : 50.0F, 3).inset(2, 0);
        const bool on = step == shown;
        const Press press =
            ui.press(fmt::format("procedure.step.{}", i), row, {.state = on ? "on" : ""});
        if (on) ui.paint().fill(row, ui.colour(Role::Soil), 10);
        const Role ink = on ? Role::RailText : Role::Soil;
        const auto day = procedure.day_of(step);
        Rect inside = row.inset(10, 0);
        ui.text(inside.cut_left(26, 6), std::to_string(i + 1), type::note_bold, ink);
        const Rect date = narrow ? inside.cut_bottom(26) : inside.cut_right(106, 6);
        ui.text(date, day ? iso(*day) : std::string("—"), type::note, ink,
                narrow ? Align::Left : Align::Right);
        ui.text(inside, step_name(ui, step), day ? type::body_bold : type::body, ink);
        if (press.clicked) {
            emit_view(ui, state, [&](View& view) { view.procedure_step = static_cast<int>(i); });
        }
    }
    ui.end_scroll(rows.y);
}

/// Today, a day back, a day on, none.
void draw_day(Ui& ui, const AppState& state, ProcedureStep step, Rect& rows) {
    const auto day = state.open->visit.procedure.day_of(step);
    const std::string key(visit::word(step));
    const auto set = [&](std::optional<Date> to) {
        emit_procedure(ui, state, [&](Procedure& p) {
            p.reached.erase(key);
            if (to) p.reached[key] = *to;
        });
    };
    ui.text(rows.cut_top(40, 6), day ? iso(*day) : std::string(ui.word("procedure.no_day")),
            type::lead, Role::Soil);
    Rect row = rows.cut_top(52, 10);
    const bool narrow = row.w < 400;  // Two under two.
    const float wide = narrow ? (row.w - 8) / 2 : (row.w - 24) / 4;
    const auto today = date_from(state.today);
    if (button(ui, "procedure.today", row.cut_left(wide, 8), ui.word("procedure.today")) && today) {
        set(today);
    }
    const auto moved = [&](int days) {
        return Date(std::chrono::sys_days(*day) + std::chrono::days(days));
    };
    const bool has = day.has_value();
    if (button(ui, "procedure.back", row.cut_left(wide, 8), ui.word("procedure.day_back"),
               {.enabled = has})) {
        set(moved(-1));
    }
    if (narrow) row = rows.cut_top(52, 10);
    if (button(ui, "procedure.on", row.cut_left(wide, 8), ui.word("procedure.day_on"),
               {.enabled = has})) {
        set(moved(1));
    }
    if (button(ui, "procedure.clear", row, ui.word("procedure.clear"), {.enabled = has})) {
        set(std::nullopt);
    }
}

/// With people signed in the approval is an act of one of them, and stands in the audit log.
void draw_approval(Ui& ui, const AppState& state, Rect& rows) {
    const auto day = state.open->visit.procedure.day_of(ProcedureStep::CountyApproval);
    ui.text(rows.cut_top(40, 6), day ? iso(*day) : std::string(ui.word("procedure.no_day")),
            type::lead, Role::Soil);
    const bool may = allowed(state, access::Action::Approve);
    const std::string_view label = ui.word("procedure.approve");
    const ButtonLook look{.icon = "check", .enabled = may && !day};
    Rect row = rows.cut_top(52, 10);
    row.w = std::min(row.w, button_width(ui, label, look));
    if (button(ui, "procedure.approve", row, label, look)) ui.emit(Approve{});
    const std::string_view how = ui.word(may ? "procedure.approve.note" : "procedure.approve.who");
    rows.cut_top(ui.paragraph(rows, how, type::label, Role::Soil2), 8);
}

void draw_step(Ui& ui, const AppState& state, ProcedureStep step, const Rect& area) {
    const Procedure& procedure = state.open->visit.procedure;
    Rect rows = ui.begin_scroll("procedure.text", area);
    rows.w -= 10;
    ui.text(rows.cut_top(34, 4), step_name(ui, step), type::lead, Role::Soil);
    const std::string who(ui.word(fmt::format("procedure.{}.who", visit::word(step))));
    rows.cut_top(ui.paragraph(rows, who, type::body, Role::Soil2), 10);
    if (step == ProcedureStep::CountyApproval && state.signed_in) {
        draw_approval(ui, state, rows);
    } else {
        draw_day(ui, state, step, rows);
    }
    if (const auto end = visit::posting_ends(procedure, step)) {
        rows.cut_top(ui.paragraph(rows, ui.words()("procedure.posting", {iso(*end)}), type::body,
                                  Role::Soil),
                     6);
    }
    if (const auto problem = visit::problem_of(procedure, step)) {
        constexpr std::array keys = {"procedure.problem.order", "procedure.problem.posting",
                                     "procedure.problem.missing"};
        const std::string_view words = ui.word(keys.at(static_cast<std::size_t>(*problem)));
        rows.cut_top(ui.paragraph(rows, words, type::body_bold, Role::Brick), 6);
    }
    rows.cut_top(8);
    rows.cut_top(ui.paragraph(rows, ui.word("procedure.source"), type::note, Role::Soil2), 4);
    ui.end_scroll(rows.y);
}

/// Beside a paper: how many photos it has, and that the next one belongs to it.
void draw_camera(Ui& ui, const AppState& state, const std::string& paper, const Rect& rect) {
    const bool on = state.view.photo_paper == paper;
    const std::string count = std::to_string(photos_of(state, paper));
    if (!button(ui, "procedure.camera." + paper, rect, count, {.icon = "camera", .on = on})) return;
    emit_view(ui, state, [&](View& view) { view.photo_paper = on ? std::string() : paper; });
}

using Ticks = std::map<std::string, bool>;

/// Ticks in as many columns as fit.
void draw_ticks(Ui& ui, const AppState& state, const std::vector<std::string>& items,
                Ticks Procedure::*ticks, const Rect& area) {
    const bool papers = ticks == &Procedure::papers;
    const auto photo_key = [&](const std::string& item) {
        return papers ? item : "archive." + item;
    };
    const Ticks& now = state.open->visit.procedure.*ticks;
    Rect rows = ui.begin_scroll(papers ? "procedure.papers" : "procedure.filed", area);
    rows.w -= 10;
    const int columns = rows.w > 620 ? 2 : 1;
    Rect row;
    const std::string& waiting = state.view.photo_paper;
    std::string waiting_name;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const std::string& item = items[i];
        const int place = static_cast<int>(i) % columns;
        if (place == 0) row = rows.cut_top(54, 6);
        const std::string key =
            papers ? subsidy::evidence_key(item) : fmt::format("archive.{}", item);
        const auto found = now.find(item);
        const bool on = found != now.end() && found->second;
        Rect cell = column(row, place, columns, 10);
        draw_camera(ui, state, photo_key(item), cell.cut_right(76, 6));
        if (tick_card(ui, fmt::format("procedure.tick.{}", item), cell, ui.word(key), on)) {
            emit_procedure(ui, state, [&](Procedure& p) { (p.*ticks)[item] = !on; });
        }
        if (photo_key(item) == waiting) waiting_name = ui.word(key);
        // The photos of a paper stand under its row.
        const bool row_ends = place + 1 == columns || i + 1 == items.size();
        if (!row_ends || waiting_name.empty()) continue;
        draw_photos(ui, state, {waiting, waiting_name}, rows);
        waiting_name.clear();
    }
    if (items.empty()) {
        rows.cut_top(ui.paragraph(rows, ui.word("procedure.no_papers"), type::body, Role::Soil2));
    }
    ui.end_scroll(rows.y);
}

/// What the clauses that still can apply ask for, each once.
std::vector<std::string> evidence_of(const AppState& state) {
    std::set<std::string> codes;
    const estimate::Estimate* e = shown_estimate(state);
    if (e == nullptr) return {};
    for (const subsidy::Finding& finding : e->subsidy.findings) {
        if (finding.box == subsidy::Box::NotMet) continue;
        codes.insert(finding.evidence.begin(), finding.evidence.end());
    }
    return {codes.begin(), codes.end()};
}

}  // namespace

void draw_procedure_dialog(Ui& ui, const AppState& state, const Layout& layout) {
    if (!state.open) return;
    DialogFrame frame(ui, {1000, 660}, ui.word("procedure.title"), ui.word("procedure.note"));
    Rect rest = frame.content();
    if (shown_photo(state) != nullptr) {
        draw_photo(ui, state, rest);
        if (frame.harmless("photo.back", ui.word("photo.back"))) close_photo(ui, state);
        return;
    }
    const std::vector<std::string> labels{std::string(ui.word("procedure.tab.steps")),
                                          std::string(ui.word("procedure.tab.papers")),
                                          std::string(ui.word("procedure.tab.archive"))};
    Rect tabs = rest.cut_top(50, 12);
    tabs.w = std::min(tabs.w, segmented_width(ui, labels) + 40);
    const auto tab = segmented(ui, "procedure.tab", tabs, labels, state.view.procedure_tab);
    if (tab) emit_view(ui, state, [&](View& view) { view.procedure_tab = *tab; });
    if (state.view.procedure_tab == 0) {
        const ProcedureStep step = shown_step(state);
        const float wide = layout.tight() ? rest.w * 0.5F : rest.w * 0.46F;
        draw_steps(ui, state, step, rest.cut_left(wide, 18));
        draw_step(ui, state, step, rest);
    } else if (state.view.procedure_tab == 1) {
        draw_ticks(ui, state, evidence_of(state), &Procedure::papers, rest);
    } else {
        const std::vector<std::string> items(visit::archive_papers.begin(),
                                             visit::archive_papers.end());
        draw_ticks(ui, state, items, &Procedure::filed, rest);
    }
    if (frame.harmless("dialog.close", ui.word("dialog.close"))) ui.emit(CloseDialog{});
}

}  // namespace longju::kiosk
