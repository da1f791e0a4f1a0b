// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include <fmt/format.h>

#include "kiosk/edits.h"
#include "kiosk/help.h"
#include "kiosk/people_reduce.h"
#include "kiosk/screens/dialog_frame.h"

/// ？: the chapter about what is on the screen, all others beside it, and what else there is to
/// find out or put right.
namespace longju::kiosk {
namespace {

constexpr float chapter_row = 48;
constexpr float narrowest_with_list = 780;
constexpr float list_width = 268;
constexpr float longest_line = 660;
constexpr const char* contents = "contents";  ///< No chapter: the list of them.

struct HelpVerb {
    std::string id;
    std::string_view word;
    Action action;
};

std::vector<HelpVerb> help_verbs(const Ui& ui, const AppState& state) {
    std::vector<HelpVerb> verbs{
        {"dialog.backups", ui.word("backups.title"), ShowDialog{{Dialog::Kind::Backups, {}}}},
        {"dialog.packs", ui.word("packs.title"), ShowDialog{{Dialog::Kind::Packs, {}}}},
        {"help.manual", ui.word("help.manual"), WriteManual{}}};
    if (!state.tour && allowed(state, access::Action::RecordVisit)) {
        verbs.push_back({"help.tour", ui.word("tour.start"), StartTour{}});
    }
    return verbs;
}

void draw_block(Ui& ui, const HelpBlock& block, Rect& rest) {
    if (block.kind == HelpBlock::Kind::Heading) {
        rest.cut_top(8);
        rest.cut_top(ui.paragraph(rest, block.text, type::lead, Role::Soil), 8);
        return;
    }
    Rect words = rest;
    if (block.kind == HelpBlock::Kind::Step) {
        const Rect number = words.cut_left(32);
        ui.text({number.x, number.y, 24, type::body.line()}, fmt::format("{}.", block.number),
                type::body_bold, Role::Soil, Align::Right);
    }
    rest.cut_top(ui.paragraph(words, block.text, type::body, Role::Soil), 10);
}

void draw_chapter(Ui& ui, const HelpChapter& chapter, Rect& rest) {
    rest.cut_top(ui.paragraph(rest, chapter.title, type::title, Role::Soil), 10);
    for (const HelpBlock& block : chapter.blocks) draw_block(ui, block, rest);
    rest.cut_top(6);
}

/// Every chapter as a row to press.
void draw_contents(Ui& ui, const AppState& state, const HelpChapter& shown, Rect& rest) {
    for (const HelpChapter& chapter : help_in(state.settings.language)) {
        const Rect row = rest.cut_top(chapter_row);
        const bool on = chapter.id == shown.id;
        const Press press =
            ui.press("help.chapter." + chapter.id, row, {.radius = 4, .state = on ? "on" : ""});
        if (on || press.held) {
            ui.paint().fill(row, ui.colour(on ? Role::CornSoft : Role::Birch1));
        }
        if (on) ui.paint().fill({row.x, row.y, 6, row.h}, ui.colour(Role::Corn));
        hairline(ui, row);
        ui.text(row.inset(14, 0), chapter.title, on ? type::body_bold : type::label, Role::Soil);
        if (press.clicked) {
            emit_view(ui, state, [&](View& view) { view.help = chapter.id; });
        }
    }
}

void draw_verbs(Ui& ui, const std::vector<HelpVerb>& verbs, Rect& rest) {
    rest.cut_top(12);
    for (const HelpVerb& verb : verbs) {
        if (button(ui, verb.id, rest.cut_top(52, 10), verb.word)) ui.emit(verb.action);
    }
}

/// Two columns that scroll apart; a new chapter begins at its top.
void draw_beside(Ui& ui, const AppState& state, const HelpChapter& shown, Rect area,
                 const std::vector<HelpVerb>& below) {
    Rect left = area.cut_left(list_width, 24);
    Rect rows = ui.begin_scroll("help.list", left);
    rows.w -= 12;
    draw_contents(ui, state, shown, rows);
    if (!below.empty()) draw_verbs(ui, below, rows);
    ui.end_scroll(rows.y);
    Rect text = ui.begin_scroll("help.text." + shown.id, area);
    text.w = std::min(text.w - 14, longest_line);
    draw_chapter(ui, shown, text);
    ui.end_scroll(text.y);
}

/// In a narrow window: a chapter, or instead of it what there is to choose from.
void draw_alone(Ui& ui, const AppState& state, const HelpChapter& shown, const Rect& area,
                const std::vector<HelpVerb>& verbs) {
    const bool choosing = state.view.help == contents;
    Rect rest = ui.begin_scroll(choosing ? "help.list" : "help.text." + shown.id, area);
    rest.w -= 12;
    if (choosing) {
        draw_contents(ui, state, shown, rest);
        draw_verbs(ui, verbs, rest);
    } else {
        draw_chapter(ui, shown, rest);
    }
    ui.end_scroll(rest.y);
}

}  // namespace

void draw_help_dialog(Ui& ui, const AppState& state) {
    const HelpChapter& shown = help_shown(state);
    const std::vector<HelpVerb> verbs = help_verbs(ui, state);
    DialogFrame frame(ui, {1060, 660}, ui.word("dialog.help"), "", false);
    const Rect area = frame.content();
    if (area.w >= narrowest_with_list) {
        float wanted = button_width(ui, ui.word("dialog.close")) + 30;
        for (const HelpVerb& verb : verbs) wanted += button_width(ui, verb.word) + 12;
        const bool in_row = wanted < area.w;
        draw_beside(ui, state, shown, area, in_row ? std::vector<HelpVerb>{} : verbs);
        for (std::size_t i = 0; in_row && i < verbs.size(); ++i) {
            if (frame.also(verbs[i].id, verbs[i].word)) ui.emit(verbs[i].action);
        }
    } else {
        draw_alone(ui, state, shown, area, verbs);
        const bool reading = state.view.help != contents;
        if (reading && frame.also("help.chapters", ui.word("help.chapters"))) {
            emit_view(ui, state, [](View& view) { view.help = contents; });
        }
    }
    if (frame.primary("dialog.close", ui.word("dialog.close"))) ui.emit(CloseDialog{});
}

}  // namespace longju::kiosk
