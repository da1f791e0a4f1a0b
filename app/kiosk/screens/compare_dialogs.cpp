// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <charconv>

#include <fmt/format.h>

#include "kiosk/amounts.h"
#include "kiosk/charts_schemes.h"
#include "kiosk/schemes.h"
#include "kiosk/screens/compare_parts.h"
#include "kiosk/screens/dialog_frame.h"

/// What 比较 asks: which of four schemes goes, and what it tells of the order of works.
namespace longju::kiosk {
namespace {

/// `answer.2` or `front.5` of the advice; nothing when it is no longer there.
const measure::Scheme* scheme_named(const AppState& state, std::string_view subject) {
    const auto dot = subject.find('.');
    if (!state.advice || !state.advice->made || dot == std::string_view::npos) return nullptr;
    std::size_t index = 0;
    const std::string_view digits = subject.substr(dot + 1);
    std::from_chars(digits.data(), digits.data() + digits.size(), index);
    const AdviceShown& made = *state.advice->made;
    if (subject.starts_with("answer")) {
        return index < made.answers.size() ? &made.answers[index].scheme : nullptr;
    }
    return index < made.front.size() ? &made.front[index].scheme : nullptr;
}

}  // namespace

void draw_replace_dialog(Ui& ui, const AppState& state) {
    DialogFrame frame(ui, {620, 560}, ui.word("compare.replace"), ui.word("compare.replace.note"));
    const measure::Scheme* scheme = scheme_named(state, state.dialog->subject);
    Rect rest = frame.begin_content();
    rest.w -= 12;  // The scroll bar.
    for (const auto& [letter, known] : schemes_of(state.open->visit)) {
        const Rect row = rest.cut_top(84, 10);
        if (card_button(ui, "compare.replace." + letter, row, false) && scheme != nullptr) {
            ui.emit(add_scheme(state.open->visit, letter, *scheme));
            ui.emit(CloseDialog{});
        }
        Rect inside = row.inset(16, 8);
        scheme_marker(ui, {inside.x + 18, inside.centre().y}, letter, 28);
        inside.cut_left(50);
        std::string text = names_of(ui, state, known);
        const estimate::Estimate* e = estimate_of(state, letter);
        if (e != nullptr) {
            const std::string own = yuan(e->finance.own.typical, state.settings.depth);
            text += "  " + ui.words()("compare.replace.own", {own});
        }
        ui.text(inside, text, type::label, Role::Soil);
    }
    frame.end_content(rest.y);
    if (frame.harmless("dialog.close", ui.word("compare.replace.none"))) ui.emit(CloseDialog{});
}

void draw_works_dialog(Ui& ui, const AppState& state) {
    DialogFrame frame(ui, {760, 560}, ui.word("advice.order"), ui.word("advice.order.note"));
    Rect rest = frame.begin_content();
    rest.w -= 12;  // The scroll bar.
    int number = 0;
    const bool known = state.advice && state.advice->made && state.advice->made->works;
    const advisor::Works works = known ? *state.advice->made->works : advisor::Works{};
    for (const advisor::WorkStep& step : works.steps) {
        const measure::Option* option = state.reference->measures.find(step.choice);
        if (option == nullptr) continue;
        std::string line = fmt::format("{}. {}", ++number, name_in(state, *option));
        line += "  " + ui.words()("advice.step", {yuan(step.cost, state.settings.depth),
                                                  yuan(step.saved_per_year, state.settings.depth)});
        if (step.raises_mould) line += "  " + std::string(ui.word("advice.mould"));
        rest.cut_top(ui.paragraph(rest, line, type::body, Role::Soil), 8);
    }
    frame.end_content(rest.y);
    if (frame.primary("dialog.close", ui.word("dialog.close"))) ui.emit(CloseDialog{});
}

}  // namespace longju::kiosk
