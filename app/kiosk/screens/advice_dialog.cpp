// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "kiosk/amounts.h"
#include "kiosk/charts.h"
#include "kiosk/edits.h"
#include "kiosk/screens/dialog_frame.h"

/// 出主意: the ready answers from every scheme there is, and what to do first.
namespace longju::kiosk {
namespace {

constexpr std::array purses = {5000, 10000, 20000, 30000, 50000};

/// What the household can pay.
void draw_purse(Ui& ui, const AppState& state, Rect row) {
    ui.text(row.cut_left(170, 10), ui.word("advice.own"), type::body, Role::Soil);
    std::vector<std::string> labels;
    int selected = -1;
    for (std::size_t i = 0; i < purses.size(); ++i) {
        const Money money = Money::yuan(purses.at(i));
        labels.push_back(yuan(money, Depth::Technician));
        if (state.advice && state.advice->own_money == money) selected = static_cast<int>(i);
    }
    row.w = std::min(row.w, segmented_width(ui, labels) + 60);
    const auto chosen = segmented(ui, "advice.own", row, labels, selected);
    if (chosen) ui.emit(AskAdvice{Money::yuan(purses.at(static_cast<std::size_t>(*chosen)))});
}

std::string names_of(const AppState& state, const measure::Scheme& scheme) {
    std::string names;
    for (const measure::Choice& choice : scheme.choices) {
        const measure::Option* option = state.reference->measures.find(choice);
        if (option == nullptr) continue;
        if (!names.empty()) names += chinese(state) ? "、" : ", ";
        names += name_in(state, *option);
    }
    return names;
}

float draw_answer(Ui& ui, const AppState& state, const advisor::Answer& answer, int index,
                  const Rect& area) {
    const estimate::Finance& finance = answer.estimate.finance;
    const Depth depth = state.settings.depth;
    Rect rest = area.inset(16, 12);
    constexpr std::array keys = {"advice.answer.own", "advice.answer.warm", "advice.answer.coal"};
    ui.text(rest.cut_top(32, 4), ui.word(keys.at(static_cast<std::size_t>(answer.question))),
            type::lead, Role::Soil);
    std::string names = names_of(state, answer.scheme);
    if (names.empty()) names = ui.word("advice.nothing");
    if (!answer.reached) names = std::string(ui.word("advice.nearest")) + names;
    rest.cut_top(ui.paragraph(rest, names, type::body, Role::Soil), 8);
    const std::string money =
        ui.words()("advice.money",
                   {yuan_range(finance.own, depth), yuan_range(finance.saved_per_year, depth)});
    rest.cut_top(ui.paragraph(rest, money, type::label, Role::Soil2), 2);
    if (answer.estimate.pv) {
        const std::string sun =
            ui.words()("advice.sun", {yuan_range(answer.estimate.pv->value_per_year, depth)});
        rest.cut_top(ui.paragraph(rest, sun, type::label, Role::Soil2), 2);
    }
    rest.cut_top(8);
    Rect row = rest.cut_top(52, 12);
    const std::string_view label = ui.word("advice.take");
    row.w = std::min(row.w, button_width(ui, label) + 30);
    if (button(ui, fmt::format("advice.take.{}", index), row, label)) {
        emit_edit(ui, state, "scheme", phrase("edit.advice"),
                  [&](Inputs& inputs) { inputs.scheme.choices = answer.scheme.choices; });
        ui.emit(CloseDialog{});
    }
    return rest.y - area.y;
}

/// Every scheme of the front of money against the bill; one of them can be looked at and taken.
void draw_all(Ui& ui, const AppState& state, const AdviceShown& made, Rect& rows) {
    if (made.front.size() < 2) return;
    const Depth depth = state.settings.depth;
    ui.text(rows.cut_top(34, 4), ui.word("advice.front"), type::lead, Role::Soil);
    const std::string dearest = yuan(made.front.back().own, depth);
    const std::string now = yuan(made.front.front().bill, depth);
    FrontSteps picture{.chosen = state.view.front_step,
                       .x_name = ui.words()("advice.front.own", {dearest}),
                       .y_name = ui.words()("advice.front.bill", {now})};
    for (const FrontShown& f : made.front) {
        picture.steps.push_back({f.own.in_yuan(), std::max(0.0, f.bill.in_yuan())});
    }
    const bool known = picture.chosen >= 0 && picture.chosen < static_cast<int>(made.front.size());
    const FrontShown* const chosen =
        known ? &made.front[static_cast<std::size_t>(picture.chosen)] : nullptr;
    if (chosen != nullptr) {
        picture.label =
            ui.words()("advice.front.step", {yuan(chosen->own, depth), yuan(chosen->bill, depth)});
    }
    const auto pressed = draw_front(ui, "advice.front", rows.cut_top(260, 8), picture);
    if (pressed) emit_view(ui, state, [&](View& view) { view.front_step = *pressed; });
    if (chosen == nullptr) {
        ui.text(rows.cut_top(28, 10), ui.word("advice.front.press"), type::note, Role::Soil2);
        return;
    }
    std::string names = names_of(state, chosen->scheme);
    if (names.empty()) names = ui.word("advice.nothing");
    rows.cut_top(ui.paragraph(rows, names, type::body, Role::Soil), 8);
    Rect row = rows.cut_top(52, 12);
    row.w = std::min(row.w, button_width(ui, ui.word("advice.take")) + 30);
    if (button(ui, "advice.take.front", row, ui.word("advice.take"))) {
        emit_edit(ui, state, "scheme", phrase("edit.advice"),
                  [&](Inputs& inputs) { inputs.scheme.choices = chosen->scheme.choices; });
        ui.emit(CloseDialog{});
    }
}

void draw_works(Ui& ui, const AppState& state, const advisor::Works& works, Rect& rows) {
    if (works.steps.empty()) return;
    ui.text(rows.cut_top(34, 4), ui.word("advice.order"), type::lead, Role::Soil);
    int number = 0;
    for (const advisor::WorkStep& step : works.steps) {
        const measure::Option* option = state.reference->measures.find(step.choice);
        if (option == nullptr) continue;
        std::string line = fmt::format("{}. {}", ++number, name_in(state, *option));
        line += "  " + ui.words()("advice.step", {yuan(step.cost, state.settings.depth),
                                                  yuan(step.saved_per_year, state.settings.depth)});
        if (step.raises_mould) line += std::string("  ") + std::string(ui.word("advice.mould"));
        rows.cut_top(ui.paragraph(rows, line, type::body, Role::Soil), 4);
    }
}

void draw_progress(Ui& ui, const AdvicePanel& panel, Rect& rows) {
    const std::string text =
        ui.words()("advice.running", {percent(std::clamp(panel.share, 0.0, 1.0))});
    ui.text(rows.cut_top(40, 8), text, type::lead, Role::Soil);
    const Rect track = rows.cut_top(14, 10);
    ui.paint().box(track, {ui.colour(Role::Birch1), ui.colour(Role::Soil2), 1, 7});
    Rect done = track;
    done.w *= static_cast<float>(std::clamp(panel.share, 0.0, 1.0));
    if (done.w > 2) ui.paint().fill(done, ui.colour(Role::Corn), 7);
}

}  // namespace

void draw_advice_dialog(Ui& ui, const AppState& state) {
    if (!state.open || !state.advice) return;
    const AdvicePanel& panel = *state.advice;
    DialogFrame frame(ui, {960, 680}, ui.word("advice.title"), ui.word("advice.note"));
    Rect rest = frame.begin_content();
    rest.w -= 12;  // The scroll bar.
    draw_purse(ui, state, rest.cut_top(52, 14));
    if (panel.failed) {
        rest.cut_top(ui.paragraph(rest, ui.word("advice.failed"), type::body, Role::Soil));
    } else if (!panel.made) {
        draw_progress(ui, panel, rest);
    } else {
        const std::string count = ui.words()("advice.count", {std::to_string(panel.made->schemes)});
        ui.text(rest.cut_top(26, 8), count, type::note, Role::Soil2);
        int index = 0;
        for (const advisor::Answer& answer : panel.made->answers) {
            const float height = draw_answer(ui, state, answer, index++, rest);
            rest.cut_top(height, 4);
            hairline(ui, {rest.x, rest.y - 3, rest.w, 1});
        }
        draw_all(ui, state, *panel.made, rest);
        if (panel.made->works) draw_works(ui, state, *panel.made->works, rest);
    }
    frame.end_content(rest.y);
    if (frame.harmless("dialog.close", ui.word("dialog.close"))) ui.emit(CloseDialog{});
}

}  // namespace longju::kiosk
