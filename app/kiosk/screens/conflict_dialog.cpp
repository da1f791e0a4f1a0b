// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include <fmt/format.h>

#include "kiosk/conflict_words.h"
#include "kiosk/frame.h"
#include "kiosk/screens/dialog_frame.h"

/// 两个版本: what both laptops have of one visit, and which of it holds.
namespace longju::kiosk {
namespace {

constexpr float least_line = 28;
constexpr float least_cell = 52;
constexpr float cell_edge = 6;
constexpr float dot_width = 42;  ///< Of a cell: its edge and the dot before its values.

/// Where the columns of a table row are. On a narrow window the names and what was before stand
/// over the two sides.
struct Columns {
    Rect name, parent, mine, theirs;
};

bool is_narrow(const Rect& area) { return area.w < 720; }

Columns columns_of(Rect row, bool narrow, float head) {
    Columns columns;
    if (narrow) {
        Rect top = row.cut_top(head, 4);
        columns.name = top.cut_left(top.w * 0.5F, 8);
        columns.parent = top;
    } else {
        columns.name = row.cut_left(row.w * 0.24F, 8);
        columns.parent = row.cut_left(row.w * 0.24F, 8);
    }
    columns.mine = row.cut_left((row.w - 10) / 2, 10);
    columns.theirs = row;
    return columns;
}

/// The texts of one line of a row.
struct Line {
    std::string label, parent, mine, theirs;
    bool mine_changed = false, theirs_changed = false;
    float height = least_line;
};

/// A row ready to be drawn.
struct Drawn {
    const ConflictRow* row = nullptr;
    std::string title;  ///< Over the lines; empty when the only line is called so.
    float title_height = 0;
    std::vector<Line> lines;

    float height() const {
        float sum = title_height;
        for (const Line& line : lines) sum += line.height;
        return sum;
    }
};

Drawn drawn_of(const Ui& ui, const AppState& state, const ConflictRow& row, const Columns& columns,
               bool narrow) {
    Drawn drawn{.row = &row, .title = row_title(ui, state, row), .title_height = 0, .lines = {}};
    const auto high = [&](const std::string& text, const Type& type, float width) {
        return ui.paragraph_height(text, type, width) + 4;
    };
    for (const ConflictField& field : row.fields) {
        Line line{.label = field_label(ui, row, field),
                  .parent = value_text(ui, state, field, field.parent),
                  .mine = value_text(ui, state, field, field.mine),
                  .theirs = value_text(ui, state, field, field.theirs),
                  .mine_changed = field.mine != field.parent,
                  .theirs_changed = field.theirs != field.parent};
        if (narrow && !line.parent.empty()) {
            line.parent = ui.words()("conflict.before", {line.parent});
        }
        if (row.fields.size() == 1 && line.label.empty()) std::swap(line.label, drawn.title);
        line.height =
            std::max({least_line, high(line.label, type::label, columns.name.w),
                      high(line.parent, type::label, columns.parent.w),
                      high(line.mine, type::label_bold, columns.mine.w - dot_width - 4),
                      high(line.theirs, type::label_bold, columns.theirs.w - dot_width - 4)});
        drawn.lines.push_back(std::move(line));
    }
    if (!drawn.title.empty()) {
        drawn.title_height =
            std::max(least_line, high(drawn.title, type::label_bold, columns.name.w));
    }
    return drawn;
}

/// The lines, as high as they are, in the middle of `area`.
Rect middle_of(const Rect& area, const Drawn& drawn) {
    return {area.x, area.centre().y - drawn.height() / 2, area.w, drawn.height()};
}

std::string version_name(const Ui& ui, const ConflictVersion& version, bool mine,
                         bool own_is_known) {
    if (own_is_known) return std::string(ui.word(version.own ? "conflict.here" : "conflict.there"));
    return std::string(ui.word(mine ? "conflict.one" : "conflict.other"));
}

std::string saved_text(const Ui& ui, const AppState& state, const ConflictVersion& version) {
    return fmt::format("{} {}", version.actor, moment(ui, state, version.saved_at));
}

void draw_side(Ui& ui, const Drawn& drawn, const Rect& cell, const std::string& id,
               visit::Side side) {
    const bool on = drawn.row->side == side;
    const Press press = ui.press(id, cell, {.state = on ? "on" : ""});
    ui.paint().box(cell, {ui.colour(on ? Role::CornSoft : Role::Paper),
                          ui.colour(on ? Role::Soil : Role::Birch3), on ? 2.5F : 1.5F, 10});
    radio_dot(ui, {cell.x + 21, cell.centre().y}, on);
    Rect lines = middle_of(cell, drawn);
    lines.cut_left(dot_width);
    lines.w -= 4;
    lines.cut_top(drawn.title_height);
    for (const Line& line : drawn.lines) {
        const bool of_mine = side == visit::Side::Mine;
        const bool changed = of_mine ? line.mine_changed : line.theirs_changed;
        ui.text(lines.cut_top(line.height), of_mine ? line.mine : line.theirs,
                changed ? type::label_bold : type::label, changed ? Role::Soil : Role::Soil2);
    }
    if (press.clicked) ui.emit(DecideRow{drawn.row->key, side});
}

void draw_names(Ui& ui, const Drawn& drawn, const Columns& columns) {
    Rect names = middle_of(columns.name, drawn);
    Rect parents = middle_of(columns.parent, drawn);
    if (!drawn.title.empty()) {
        ui.text(names.cut_top(drawn.title_height), drawn.title, type::label_bold, Role::Soil);
        parents.cut_top(drawn.title_height);
    }
    for (const Line& line : drawn.lines) {
        ui.text(names.cut_top(line.height), line.label, type::label, Role::Soil);
        ui.text(parents.cut_top(line.height), line.parent, type::label, Role::Soil2);
    }
}

void draw_row(Ui& ui, const AppState& state, std::size_t index, Rect& rows, bool narrow) {
    const ConflictRow& row = state.conflict->rows[index];
    const Drawn drawn = drawn_of(ui, state, row, columns_of(rows, narrow, 0), narrow);
    const float cell = std::max(least_cell, drawn.height() + 2 * cell_edge);
    const float head = drawn.height();
    const Columns columns =
        columns_of(rows.cut_top(narrow ? cell + head + 4 : cell, 10), narrow, head);
    draw_names(ui, drawn, columns);
    const std::string id = fmt::format("conflict.{}", index);
    draw_side(ui, drawn, columns.mine, id + ".mine", visit::Side::Mine);
    draw_side(ui, drawn, columns.theirs, id + ".theirs", visit::Side::Theirs);
}

constexpr float scroll_bar = 10;

/// Over the columns: whose they are, when they were saved, and all of one at a press.
void draw_heads(Ui& ui, const AppState& state, Rect& rows, bool narrow) {
    const ConflictPanel& panel = *state.conflict;
    const float height = 52 + 26;
    Rect row = rows.cut_top(narrow ? height + 4 : height, 10);
    if (!narrow) row = {row.x + 3, row.y, row.w - 6 - scroll_bar, row.h};
    const Columns columns = columns_of(row, narrow, 0);
    if (!narrow) {
        ui.text(columns.parent, ui.word("conflict.parent"), type::label, Role::Soil2);
    }
    const bool own = panel.mine.own != panel.theirs.own;
    const auto draw = [&](Rect cell, const char* id, const ConflictVersion& version,
                          visit::Side side) {
        const std::string name = version_name(ui, version, side == visit::Side::Mine, own);
        ui.text(cell.cut_top(26), saved_text(ui, state, version), type::note, Role::Soil2);
        if (button(ui, id, cell, ui.words()("conflict.take_all", {name}))) {
            ui.emit(DecideRow{{}, side});
        }
    };
    draw(columns.mine, "conflict.all.mine", panel.mine, visit::Side::Mine);
    draw(columns.theirs, "conflict.all.theirs", panel.theirs, visit::Side::Theirs);
}

}  // namespace

void draw_conflict_dialog(Ui& ui, const AppState& state, const Layout& layout) {
    if (!state.conflict) return;
    const ConflictPanel& panel = *state.conflict;
    const std::string_view head =
        panel.head.empty() ? ui.word("top.nameless") : std::string_view(panel.head);
    const std::string_view why =
        ui.word(panel.only_subsidy ? "conflict.note.subsidy" : "conflict.note");
    DialogFrame frame(ui, {1180, 690}, ui.words()("conflict.title", {head}),
                      layout.tight() ? std::string_view() : why);
    Rect rest = frame.content();
    const bool narrow = is_narrow(rest);
    const bool all_scrolls = narrow || layout.tight();
    if (!all_scrolls) draw_heads(ui, state, rest, narrow);
    Rect rows = ui.begin_scroll("conflict.rows", rest);
    rows = rows.inset(3, 3);
    rows.w -= scroll_bar;
    if (layout.tight()) rows.cut_top(ui.paragraph(rows, why, type::note, Role::Soil2), 8);
    if (all_scrolls) draw_heads(ui, state, rows, narrow);
    for (std::size_t i = 0; i < panel.rows.size(); ++i) draw_row(ui, state, i, rows, narrow);
    ui.end_scroll(rows.y);
    if (frame.harmless("conflict.later", ui.word("conflict.later"))) {
        ui.emit(OpenVersion{panel.visit_id});
    }
    const std::string_view go = ui.word(panel.left > 1 ? "conflict.next" : "conflict.confirm");
    if (frame.primary("conflict.confirm", go, panel.decided())) ui.emit(ConfirmConflict{});
}

}  // namespace longju::kiosk
