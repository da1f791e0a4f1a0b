// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include "kiosk/edits.h"
#include "kiosk/screens/dialog_frame.h"

/// 名册: which file, what each of its columns is, and what taking it in would do.
namespace longju::kiosk {
namespace {

using storage::ListField;

constexpr float row_height = 56;
constexpr std::size_t most_refused = 30;  // Shown; the rest is counted.

std::string_view field_word(const Ui& ui, std::optional<ListField> field) {
    if (!field) return ui.word("list.unused");
    return ui.word("list.field." + std::string(key_of(*field)));
}

void draw_file(Ui& ui, const AppState& state, Rect row) {
    const ListRequest& request = state.view.list;
    const float width = button_width(ui, ui.word("list.read"));
    const Rect last = row.cut_right(width, 16);
    const Rect look{last.x, last.y + 24, width, 52};
    const auto file = field(ui, "list.file", row.cut_left(row.w * 0.62F, 16),
                            {.label = ui.word("list.file"),
                             .value = request.file,
                             .empty = ui.word("list.file.empty")});
    if (file) emit_view(ui, state, [&](View& view) { view.list.file = *file; });
    const auto name = field(ui, "list.name", row,
                            {.label = ui.word("list.name"),
                             .value = request.name,
                             .empty = ui.word("list.name.empty")});
    if (name) emit_view(ui, state, [&](View& view) { view.list.name = *name; });
    if (button(ui, "list.read", look, ui.word("list.read"), {.enabled = !request.file.empty()})) {
        ui.emit(ReadList{request});
    }
}

/// The fields that a column can be; the one that is chosen is read at once.
void draw_choices(Ui& ui, const AppState& state, const std::string& header,
                  std::optional<ListField> now, Rect& rows) {
    constexpr int in_a_row = 4;
    constexpr int choices = static_cast<int>(storage::list_fields) + 1;
    Rect row{};
    for (int i = 0; i < choices; ++i) {
        if (i % in_a_row == 0) row = rows.cut_top(48, 4);
        const auto field = i + 1 == choices ? std::optional<ListField>()
                                            : std::optional(static_cast<ListField>(i));
        const std::string id = field ? std::string(key_of(*field)) : "unused";
        const Rect place = column(row, i % in_a_row, in_a_row, 4);
        if (!button(ui, "list.field." + id, place, field_word(ui, field), {.on = field == now})) {
            continue;
        }
        ListRequest request = state.view.list;
        // No field twice: what was chosen before for another column is open again.
        std::erase_if(request.chosen,
                      [&](const auto& choice) { return field && choice.second == field; });
        request.chosen[header] = field;
        emit_view(ui, state, [](View& view) { view.list_header.clear(); });
        ui.emit(ReadList{std::move(request)});
    }
}

void draw_columns(Ui& ui, const AppState& state, const ListPanel& panel, const Rect& area) {
    Rect rows = ui.begin_scroll("list.columns", area);
    ui.text(rows.cut_top(32, 4), ui.word("list.columns"), type::body_bold, Role::Soil);
    for (std::size_t i = 0; i < panel.columns.headers.size(); ++i) {
        const std::string& header = panel.columns.headers[i];
        const auto field = panel.columns.fields[i];
        if (header.empty()) continue;
        Rect row = rows.cut_top(row_height, 2);
        const bool open = state.view.list_header == header;
        const Press press = ui.press("list.column." + std::to_string(i), row, {.radius = 8});
        if (press.held || open) ui.paint().fill(row, ui.colour(Role::Birch1), 8);
        hairline(ui, row);
        Rect inside = row.inset(10, 0);
        const Rect right = inside.cut_right(130, 8);
        ui.text(inside, header, type::body, Role::Soil);
        ui.text(right, field_word(ui, field), type::label, field ? Role::Pine : Role::Soil2);
        if (press.clicked) {
            emit_view(ui, state, [&](View& view) { view.list_header = open ? "" : header; });
        }
        if (open) draw_choices(ui, state, header, field, rows);
    }
    ui.end_scroll(rows.y);
}

void draw_outcome(Ui& ui, const ListPanel& panel, const Rect& area) {
    Rect rows = ui.begin_scroll("list.outcome", area);
    if (!panel.refusal.empty()) {
        const float height = ui.paragraph(rows, panel.refusal, type::label, Role::Brick);
        ui.end_scroll(rows.y + height);
        return;
    }
    const auto number = [](std::size_t count) { return std::to_string(count); };
    const std::string counts = ui.words()(
        "list.counts",
        {number(panel.fresh), number(panel.changed), number(panel.same), number(panel.missing)});
    ui.text(rows.cut_top(32, 2), panel.name, type::body_bold, Role::Soil);
    ui.paragraph(rows.cut_top(56, 4), counts, type::label, Role::Soil);
    const std::size_t refused = panel.refused.size();
    const std::string said = refused == 0 ? std::string(ui.word("list.refused.none"))
                                          : ui.words()("list.refused", {number(refused)});
    ui.paragraph(rows.cut_top(56, 4), said, type::label, refused == 0 ? Role::Pine : Role::Brick);
    for (std::size_t i = 0; i < std::min(refused, most_refused); ++i) {
        Rect row = rows;
        rows.cut_top(ui.paragraph(row, panel.refused[i].sentence(), type::note, Role::Soil) + 6);
    }
    if (refused > most_refused) {
        ui.text(rows.cut_top(26), ui.words()("list.refused.more", {number(refused - most_refused)}),
                type::note, Role::Soil2);
    }
    ui.end_scroll(rows.y);
}

}  // namespace

void draw_list_dialog(Ui& ui, const AppState& state) {
    DialogFrame frame(ui, {980, 620}, ui.word("list.title"), ui.word("list.note"));
    Rect rest = frame.content();
    draw_file(ui, state, rest.cut_top(field_height, 4));
    if (state.list) {
        Rect columns = rest.cut_left(rest.w / 2 - 10, 20);
        draw_columns(ui, state, *state.list, columns);
        draw_outcome(ui, *state.list, rest);
    }
    if (frame.harmless("dialog.close", ui.word("list.later"))) ui.emit(CloseDialog{});
    const bool some = state.list && state.list->refusal.empty() &&
                      state.list->fresh + state.list->changed + state.list->same > 0;
    if (frame.primary("list.take", ui.word("list.take"), some)) ui.emit(TakeList{});
}

}  // namespace longju::kiosk
