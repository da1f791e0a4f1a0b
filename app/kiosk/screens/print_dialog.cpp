// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include <fmt/format.h>

#include "kiosk/edits.h"
#include "kiosk/paper.h"
#include "kiosk/screens/dialog_frame.h"
#include "sheet/paper.h"

namespace longju::kiosk {
namespace {

constexpr int most_copies = 20;
constexpr float label_width = 76;

/// Printed on request only.
bool is_extra(char letter) {
    const auto extras = sheet::extra_papers();
    return std::ranges::find(extras, letter, sheet::letter_of) != extras.end();
}

/// The letters of the papers there are, each once; those on request last.
std::string letters_of(const std::vector<PaperPage>& pages) {
    std::string letters;
    for (const PaperPage& page : pages) {
        if (!letters.contains(page.name.front())) letters += page.name.front();
    }
    for (const sheet::Paper paper : sheet::extra_papers()) letters += sheet::letter_of(paper);
    return letters;
}

const sheet::Printer* chosen_printer(const AppState& state) {
    const auto& all = state.printers;
    const auto found = std::ranges::find(all, state.view.printer, &sheet::Printer::name);
    if (found != all.end()) return &*found;
    return all.empty() ? nullptr : &all.front();
}

void draw_printers(Ui& ui, const AppState& state, const sheet::Printer* chosen, const Rect& area) {
    Rect rows = ui.begin_scroll("print.printers", area);
    int index = 0;
    for (const sheet::Printer& printer : state.printers) {
        const Rect row = rows.cut_top(64, 8).inset(2, 0);
        const bool on = &printer == chosen;
        const bool pressed = card_button(ui, "print.printer." + std::to_string(index++), row, on);
        ui.text({row.x + 14, row.y + 6, row.w - 28, 28}, printer.name, type::body_bold, Role::Soil);
        std::string able(ui.word(printer.a3 ? "print.a3" : "print.a4"));
        if (printer.two_sided) able += fmt::format(" · {}", ui.word("print.two_sided"));
        ui.text({row.x + 14, row.y + 34, row.w - 28, 24}, able, type::note, Role::Soil2);
        if (pressed) emit_view(ui, state, [&](View& view) { view.printer = printer.name; });
    }
    ui.end_scroll(rows.y);
}

int paper_columns(float width) { return width > 380 ? 2 : 1; }

/// A tick for each paper; answers the letters that are on.
std::string draw_papers(Ui& ui, const AppState& state, const std::string& letters, Rect area) {
    ui.text(area.cut_top(26, 2), ui.word("print.papers"), type::label, Role::Soil);
    const int columns = paper_columns(area.w);
    std::string wanted;
    Rect row;
    int index = 0;
    for (const char letter : letters) {
        if (index % columns == 0) row = area.cut_top(48, 4);
        const Rect cell = column(row, index % columns, columns, 8);
        ++index;
        const bool extra = is_extra(letter);
        const bool on = extra ? state.view.extra_papers.contains(letter)
                              : !state.view.unprinted.contains(letter);
        if (on) wanted += letter;
        const std::string id(1, static_cast<char>(letter - 'A' + 'a'));
        const bool pressed = card_button(ui, "print.paper." + id, cell, on);
        Rect inside = cell.inset(10, 0);
        check_box(ui, inside.cut_left(26, 8).inset(0, 11), on);
        ui.text(inside, fmt::format("{} {}", letter, ui.word("sheets.paper." + id)), type::body,
                Role::Soil);
        if (!pressed) continue;
        emit_view(ui, state, [&](View& view) {
            std::string& list = extra ? view.extra_papers : view.unprinted;
            if (list.contains(letter)) {
                std::erase(list, letter);
            } else {
                list += letter;
            }
        });
    }
    return wanted;
}

void draw_copies(Ui& ui, const AppState& state, Rect row) {
    ui.text(row.cut_left(label_width, 8), ui.word("print.copies"), type::body, Role::Soil);
    const int copies = state.view.copies;
    const auto set = [&](int to) { emit_view(ui, state, [&](View& view) { view.copies = to; }); };
    if (button(ui, "print.fewer", row.cut_left(52, 6), "−", {.enabled = copies > 1})) {
        set(copies - 1);
    }
    ui.text(row.cut_left(56, 6), std::to_string(copies), type::body_bold, Role::Soil,
            Align::Centre);
    if (button(ui, "print.more", row.cut_left(52, 6), "+", {.enabled = copies < most_copies})) {
        set(copies + 1);
    }
}

void draw_sides(Ui& ui, const AppState& state, const sheet::Printer& printer, Rect row) {
    ui.text(row.cut_left(label_width, 8), ui.word("print.sides"), type::body, Role::Soil);
    if (!printer.two_sided) {
        ui.text(row, ui.word("print.one_side_only"), type::note, Role::Soil2);
        return;
    }
    const std::vector<std::string> labels{std::string(ui.word("print.one_side")),
                                          std::string(ui.word("print.both_sides"))};
    row.w = std::min(row.w, segmented_width(ui, labels) + 20);
    const auto chosen = segmented(ui, "print.sides", row, labels, state.view.two_sided ? 1 : 0);
    if (chosen) emit_view(ui, state, [&](View& view) { view.two_sided = *chosen == 1; });
}

}  // namespace

void draw_print_dialog(Ui& ui, const AppState& state) {
    if (!state.open) return;
    const std::vector<PaperPage> pages = paper_pages(state);
    const sheet::Printer* printer = chosen_printer(state);
    DialogFrame frame(ui, {900, 560}, ui.word("print.title"), ui.word("print.note"));
    Rect rest = frame.begin_content();
    const float top = rest.y;
    rest.w -= 12;  // The scroll bar.
    if (printer == nullptr) {
        empty_state(ui, rest.cut_top(220), ui.word("print.none"), ui.word("print.none.how"));
        frame.end_content(rest.y);
    } else {
        const float height = static_cast<float>(state.printers.size()) * 72.0F;
        const bool narrow = rest.w < 560;
        const Rect list =
            narrow ? rest.cut_top(std::min(height, 144.0F), 12) : rest.cut_left(rest.w * 0.42F, 20);
        draw_printers(ui, state, printer, {list.x, list.y, list.w, std::min(height, 300.0F)});
        const std::string letters = letters_of(pages);
        const auto count = static_cast<int>(letters.size());
        const int columns = paper_columns(rest.w);
        const int lines = (count + columns - 1) / columns;
        const float papers = 28 + 52 * static_cast<float>(lines);
        const std::string wanted = draw_papers(ui, state, letters, rest.cut_top(papers, 10));
        draw_copies(ui, state, rest.cut_top(52, 8));
        draw_sides(ui, state, *printer, rest.cut_top(50, 8));
        if (!printer->a3 && wanted.contains('B')) {
            rest.cut_top(ui.paragraph(rest, ui.word("print.no_a3"), type::note, Role::Soil2), 4);
        }
        frame.end_content(std::max(rest.y, top + 72.0F));
        const bool ready = !wanted.empty() && shown_estimate(state) != nullptr;
        if (ready && frame.primary("print.go", ui.word("print.go"))) {
            ui.emit(PrintPapers{
                {printer->name, state.view.copies, printer->two_sided && state.view.two_sided},
                wanted});
        }
    }
    if (frame.harmless("dialog.close", ui.word("dialog.close"))) ui.emit(CloseDialog{});
}

}  // namespace longju::kiosk
