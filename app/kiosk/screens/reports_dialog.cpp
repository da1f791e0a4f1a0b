// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "kiosk/edits.h"
#include "kiosk/screens/dialog_frame.h"
#include "kiosk/screens/office_columns.h"

/// 报表: the annual table and the monthly list of a place on the screen. Every figure shows the
/// records behind it, and every record opens.
namespace longju::kiosk {
namespace {

using Table = ReportRequest::Table;

/// The request with one thing changed is asked for at once.
template <class Change>
void ask(Ui& ui, const AppState& state, Change change) {
    ReportRequest request = state.view.report;
    change(request);
    ui.emit(AskReport{std::move(request)});
}

/// In a narrow window the year and the month scroll with the rest.
constexpr float narrow_window = 980;

void draw_time(Ui& ui, const AppState& state, Rect row) {
    const ReportRequest& now = state.view.report;
    const bool monthly = now.table == Table::Monthly;
    constexpr float widest = 220;
    const float half = monthly ? (row.w - 12) / 2 : row.w;
    const int year = stepper(ui, "report.year", row.cut_left(std::min(half, widest), 12),
                             ui.words()("report.year", {std::to_string(now.year)}));
    if (year != 0) ask(ui, state, [&](ReportRequest& r) { r.year += year; });
    if (!monthly) return;
    const int month = stepper(ui, "report.month", row.cut_left(std::min(row.w, widest)),
                              ui.words()("report.month", {std::to_string(now.month)}));
    if (month == 0) return;
    ask(ui, state, [&](ReportRequest& r) {
        constexpr int months = 12;
        r.month += month;
        if (r.month < 1) r.month = months, --r.year;
        if (r.month > months) r.month = 1, ++r.year;
    });
}

void draw_head(Ui& ui, const AppState& state, Rect row) {
    const ReportRequest& now = state.view.report;
    const std::vector<std::string> tables{std::string(ui.word("report.annual")),
                                          std::string(ui.word("report.monthly"))};
    const bool monthly = now.table == Table::Monthly;
    const float wide = segmented_width(ui, tables) + 20;
    const auto table = segmented(ui, "report.table", row.cut_left(std::min(wide, row.w * 0.4F), 14),
                                 tables, monthly ? 1 : 0);
    if (table) {
        ask(ui, state,
            [&](ReportRequest& r) { r.table = *table == 0 ? Table::Annual : Table::Monthly; });
    }
    const std::string_view outside = ui.word("report.outside");
    const ButtonLook look{.icon = "shield", .on = now.outside};
    const Rect out = row.cut_right(std::min(button_width(ui, outside, look), row.w * 0.4F), 14);
    if (button(ui, "report.outside", out, outside, look)) {
        ask(ui, state, [](ReportRequest& r) { r.outside = !r.outside; });
    }
    if (ui.screen().w >= narrow_window) draw_time(ui, state, row);
}

void draw_places(Ui& ui, const AppState& state, const ReportPanel& panel, Rect& rows) {
    const ReportRequest& now = state.view.report;
    if (ui.screen().w < narrow_window) draw_time(ui, state, rows.cut_top(48, 12));
    column_heading(ui, rows, ui.word("report.places"));
    const auto choose = [&](const std::string& county, const std::string& township) {
        ask(ui, state, [&](ReportRequest& r) {
            r.county = county;
            r.township = township;
        });
    };
    if (choice_row(ui, "report.county.all", rows, ui.word("report.all"), now.county.empty())) {
        choose("", "");
    }
    for (const auto& [code, name] : panel.counties) {
        const bool here = now.county == code;
        if (choice_row(ui, "report.county." + code, rows, name, here && now.township.empty())) {
            choose(code, "");
        }
        if (!here) continue;
        for (std::size_t i = 0; i < panel.townships.size(); ++i) {
            Rect inside = rows;
            inside.cut_left(20);
            const std::string& township = panel.townships[i];
            if (choice_row(ui, fmt::format("report.township.{}", i), inside, township,
                           now.township == township)) {
                choose(code, township);
            }
            rows.cut_top(inside.y - rows.y);
        }
    }
}

/// The row of the table that the place stands for: of a township its own, else the sum.
std::size_t shown_row(const ReportPanel& panel) {
    const auto& rows = panel.grid.rows;
    const bool township = !panel.request.township.empty();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (township ? rows[i].level > 0 : rows.size() == 1) return i;
    }
    // The sum of several counties stands last, of one county first.
    const bool one = !panel.request.county.empty() || rows.empty() || rows.back().level > 0;
    return one ? 0 : rows.size() - 1;
}

std::string figure_of(const report::GridCell& cell) {
    return cell.incomplete ? cell.text + report::incomplete_mark : cell.text;
}

void draw_figures(Ui& ui, const AppState& state, const ReportPanel& panel, Rect& rows) {
    const std::size_t place = shown_row(panel);
    const report::GridRow& of = panel.grid.rows.at(place);
    column_heading(ui, rows, of.label + " · " + std::to_string(panel.request.year));
    std::string group;
    for (std::size_t i = 0; i < panel.grid.columns.size(); ++i) {
        const report::GridColumn& column = panel.grid.columns[i];
        if (column.group != group) {
            group = column.group;
            ui.text(rows.cut_top(30), group, type::note_bold, Role::Soil2);
        }
        const Rect row = rows.cut_top(46, 2);
        const bool on = state.view.report_row == static_cast<int>(place) &&
                        state.view.report_column == static_cast<int>(i);
        const Press press =
            ui.press("report.cell." + column.number, row, {.radius = 8, .state = on ? "on" : ""});
        if (on || press.held) {
            ui.paint().fill(row, ui.colour(on ? Role::CornSoft : Role::Birch1), 8);
        }
        hairline(ui, row);
        Rect inside = row.inset(10, 0);
        ui.text(inside.cut_left(40, 6), column.number, type::note, Role::Soil2);
        const std::string figure = figure_of(of.cells.at(i));
        const Rect amount = inside.cut_right(std::min(190.0F, inside.w * 0.5F), 8);
        number_with_unit(
            ui,
            {amount.right() - number_with_unit_width(ui, figure, column.unit, type::body_bold),
             amount.centre().y},
            figure, column.unit, type::body_bold);
        ui.text(inside, column.name, type::body, Role::Soil);
        if (press.clicked) {
            emit_view(ui, state, [&](View& view) {
                view.report_row = static_cast<int>(place);
                view.report_column = static_cast<int>(i);
            });
        }
    }
}

/// One record; opens the visit.
void draw_record(Ui& ui, const std::string& visit_id, Rect row,
                 const std::array<std::string, 3>& words) {
    const Press press = ui.press("report.visit." + visit_id, row, {.radius = 8});
    if (press.held) ui.paint().fill(row, ui.colour(Role::Birch1), 8);
    hairline(ui, row);
    Rect inside = row.inset(10, 0);
    ui.paint().icon("next", inside.cut_right(22, 8), ui.colour(Role::Soil));
    ui.text({inside.x, row.y + 31, inside.w, 24}, words[2], type::note, Role::Soil2);
    Rect first{inside.x, row.y + 5, inside.w, 26};
    const float wanted = ui.width_of(words[1], type::body_bold) + 4;
    ui.text(first.cut_right(std::min(first.w * 0.5F, wanted), 8), words[1], type::body_bold,
            Role::Soil, Align::Right);
    ui.text(first, words[0], type::body, Role::Soil);
    if (press.clicked) ui.emit(OpenVisitAt{visit_id});
}

void draw_behind(Ui& ui, const AppState& state, const ReportPanel& panel, Rect& rows) {
    column_heading(ui, rows, ui.word("report.behind"));
    const int row = state.view.report_row, column = state.view.report_column;
    if (row < 0 || column < 0 || static_cast<std::size_t>(row) >= panel.grid.rows.size()) {
        rows.cut_top(ui.paragraph(rows, ui.word("report.behind.how"), type::label, Role::Soil2));
        return;
    }
    const auto lines =
        records_behind(panel.grid, static_cast<std::size_t>(row), static_cast<std::size_t>(column));
    if (lines.empty()) {
        const std::string_view why =
            ui.word(panel.request.outside ? "report.behind.outside" : "report.behind.none");
        rows.cut_top(ui.paragraph(rows, why, type::label, Role::Soil2));
    }
    for (const ReportLine& line : lines) {
        draw_record(
            ui, line.visit_id, rows.cut_top(60, 2),
            {line.place, line.amount, ui.words()("report.accepted", {line.code, line.accepted})});
    }
}

/// The list of a month: whom it is about, and what changed.
void draw_monthly(Ui& ui, const ReportPanel& panel, Rect& rows) {
    column_heading(ui, rows, panel.grid.title + " · " + panel.grid.subtitle);
    // As monthly_grid.cpp writes them.
    enum { Changed, County, Township, Village, Name, Category, Grade, Found, Source, Action };
    for (std::size_t i = 0; i < panel.grid.rows.size(); ++i) {
        const auto& cells = panel.grid.rows[i].cells;
        const auto text = [&](std::size_t at) -> const std::string& { return cells.at(at).text; };
        draw_record(ui, panel.visits.at(i), rows.cut_top(60, 2),
                    {fmt::format("{}  {} · {} {}", text(Changed), text(Name), text(Township),
                                 text(Village)),
                     text(Grade), fmt::format("{} · {}", text(Category), text(Action))});
    }
    if (panel.grid.rows.empty()) {
        empty_state(ui, rows.cut_top(150), ui.word("report.month.none"),
                    ui.word("report.month.none.how"));
    }
}

void draw_notes(Ui& ui, const ReportPanel& panel, Rect& rows) {
    column_heading(ui, rows, ui.word("report.notes"));
    for (const std::string& note : panel.grid.notes) {
        rows.cut_top(ui.paragraph(rows, note, type::note, Role::Soil), 8);
    }
}

/// 64 digits in eight groups, so that they can be read out.
std::string grouped(const std::string& hash) {
    constexpr std::size_t group = 8;
    std::string text;
    for (std::size_t i = 0; i < hash.size(); i += group) {
        text += (i == 0 ? "" : " ") + hash.substr(i, group);
    }
    return text;
}

void draw_table(Ui& ui, const AppState& state, const ReportPanel& panel, const Rect& area) {
    const OfficeColumn places{"places", 0.8F,
                              [&](Rect& rows) { draw_places(ui, state, panel, rows); }};
    if (panel.request.table == Table::Monthly) {
        const std::array columns{
            places, OfficeColumn{"list", 2, [&](Rect& rows) { draw_monthly(ui, panel, rows); }},
            OfficeColumn{"notes", 1.3F, [&](Rect& rows) { draw_notes(ui, panel, rows); }}};
        return draw_office_columns(ui, "report", area, columns);
    }
    const auto figures = [&](Rect& rows) {
        if (panel.grid.rows.empty()) {
            return empty_state(ui, rows.cut_top(150), ui.word("report.none"),
                               ui.word("report.none.how"));
        }
        draw_figures(ui, state, panel, rows);
    };
    const auto behind = [&](Rect& rows) {
        draw_behind(ui, state, panel, rows);
        rows.cut_top(16);
        column_heading(ui, rows, ui.word("report.set"));
        rows.cut_top(ui.paragraph(rows, grouped(panel.set_hash), type::note, Role::Soil2));
        rows.cut_top(8);
        draw_notes(ui, panel, rows);
    };
    const std::array columns{places, OfficeColumn{"figures", 2, figures},
                             OfficeColumn{"behind", 1.4F, behind}};
    draw_office_columns(ui, "report", area, columns);
}

}  // namespace

void draw_reports_dialog(Ui& ui, const AppState& state) {
    DialogFrame frame(ui, {1240, 700}, ui.word("report.title"), "");
    Rect rest = frame.content();
    const bool small = rest.h < 240;
    draw_head(ui, state, rest.cut_top(50, small ? 6.0F : 14.0F));
    if (state.report) draw_table(ui, state, *state.report, rest);
    if (frame.harmless("dialog.close", ui.word("dialog.close"))) ui.emit(CloseDialog{});
    const bool some = state.report && !state.report->grid.rows.empty();
    if (frame.also("report.csv", ui.word("report.csv"), some)) {
        ui.emit(WriteReportFile{ReportFile::Csv});
    }
    if (frame.also("report.pdf", ui.word("report.pdf"), some)) {
        ui.emit(WriteReportFile{ReportFile::Pdf});
    }
    if (frame.primary("report.xlsx", ui.word("report.xlsx"), some)) {
        ui.emit(WriteReportFile{ReportFile::Xlsx});
    }
}

}  // namespace longju::kiosk
