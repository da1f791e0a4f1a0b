// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "kiosk/amounts.h"
#include "kiosk/charts_schemes.h"
#include "kiosk/schemes.h"
#include "kiosk/screens/compare_parts.h"
#include "kiosk/screens/screens.h"

/// 比较: every scheme there is as a picture, the ready answers, and up to four side by side.
namespace longju::kiosk {
namespace {

constexpr std::array purses = {5000, 10000, 20000, 30000, 50000};
constexpr float answers_height = 52;
constexpr float purse_height = 52;

const AdviceShown* made_advice(const AppState& state) {
    return state.advice && state.advice->made ? &*state.advice->made : nullptr;
}

/// A scheme of the picture or an answer beside the others; a full screen asks which one goes.
void take(Ui& ui, const AppState& state, const measure::Scheme& scheme, std::string subject) {
    const visit::Visit& visit = state.open->visit;
    if (const auto known = letter_of(visit, scheme)) {
        if (*known != visit.alternatives.letter) ui.emit(choose_scheme(visit, *known));
        return;
    }
    if (const auto letter = free_letter(visit)) {
        ui.emit(add_scheme(visit, *letter, scheme));
        return;
    }
    ui.emit(ShowDialog{{Dialog::Kind::Replace, std::move(subject)}});
}

/// 自己能出多少.
void draw_purse(Ui& ui, const AppState& state, Rect row) {
    std::vector<std::string> labels;
    int selected = -1;
    for (std::size_t i = 0; i < purses.size(); ++i) {
        labels.push_back(yuan(Money::yuan(purses.at(i)), Depth::Technician));
        if (state.view.purse_yuan == purses.at(i)) selected = static_cast<int>(i);
    }
    const float wanted = ui.width_of(ui.word("compare.purse"), type::note) + 8;
    if (row.w > wanted + 330)
        ui.text(row.cut_left(wanted, 8), ui.word("compare.purse"), type::note, Role::Soil);
    const auto chosen = segmented(ui, "compare.purse", row, labels, selected);
    if (!chosen) return;
    emit_view(ui, state, [&](View& view) {
        view.purse_yuan = purses.at(static_cast<std::size_t>(*chosen));
        view.front_step = -1;
    });
}

/// The ready answers; gold when the scheme that is worked on is that one.
void draw_answers(Ui& ui, const AppState& state, const Rect& row) {
    constexpr std::array keys = {"compare.answer.own", "compare.answer.value",
                                 "compare.answer.warm", "compare.answer.coal"};
    const AdviceShown* made = made_advice(state);
    const int across = row.h > answers_height ? 2 : 4;
    for (int i = 0; i < 4; ++i) {
        Rect line = row;
        line.h = answers_height;
        const int above = i / across;
        line.y += static_cast<float>(above) * (answers_height + 8);
        const Rect place = column(line, i % across, across, 8);
        const advisor::Answer* answer = nullptr;
        if (made != nullptr) {
            const auto found = std::ranges::find(made->answers, static_cast<advisor::Question>(i),
                                                 &advisor::Answer::question);
            if (found != made->answers.end()) answer = &*found;
        }
        const bool on = answer != nullptr && letter_of(state.open->visit, answer->scheme) ==
                                                 state.open->visit.alternatives.letter;
        const std::string_view label = ui.word(keys.at(static_cast<std::size_t>(i)));
        if (button(ui, fmt::format("compare.answer.{}", i), place, label,
                   {.enabled = answer != nullptr, .on = on})) {
            const auto index = answer - made->answers.data();
            take(ui, state, answer->scheme, fmt::format("answer.{}", index));
        }
    }
}

std::vector<SchemeChart::Mark> marks_of(const AppState& state) {
    std::vector<SchemeChart::Mark> marks;
    for (const auto& [letter, scheme] : schemes_of(state.open->visit)) {
        const estimate::Estimate* e = estimate_of(state, letter);
        if (e == nullptr) continue;
        marks.push_back({letter,
                         {e->finance.own.typical.in_yuan(), bill_of(*e).in_yuan()},
                         letter == state.open->visit.alternatives.letter});
    }
    // The one that is worked on is drawn last, over the others.
    std::ranges::stable_partition(marks, [](const SchemeChart::Mark& m) { return !m.chosen; });
    return marks;
}

/// What the plate beside a chosen point says.
std::string plate_of(const Ui& ui, const AppState& state, const AdviceShown& made) {
    const Depth depth = state.settings.depth;
    const int step = state.view.front_step;
    if (step >= 0 && step < static_cast<int>(made.front.size())) {
        const FrontShown& f = made.front[static_cast<std::size_t>(step)];
        return ui.words()("advice.front.step", {yuan(f.own, depth), yuan(f.bill, depth)});
    }
    const estimate::Estimate* e = shown_estimate(state);
    if (e == nullptr) return {};
    return fmt::format("{} · {}", state.open->visit.alternatives.letter,
                       ui.words()("advice.front.step",
                                  {yuan(e->finance.own.typical, depth), yuan(bill_of(*e), depth)}));
}

void draw_search_progress(Ui& ui, const AdvicePanel& panel, Rect area) {
    const std::string text =
        ui.words()("advice.running", {percent(std::clamp(panel.share, 0.0, 1.0))});
    ui.text(area.cut_top(40, 8), text, type::lead, Role::Soil);
    const Rect track = area.cut_top(14, 10);
    ui.paint().box(track, {ui.colour(Role::Birch1), ui.colour(Role::Soil2), 1, 7});
    Rect done = track;
    done.w *= static_cast<float>(std::clamp(panel.share, 0.0, 1.0));
    if (done.w > 2) ui.paint().fill(done, ui.colour(Role::Corn), 7);
}

void draw_picture(Ui& ui, const AppState& state, const AdviceShown& made, const Rect& area) {
    SchemeChart chart{.dots = made.dots,
                      .front = {},
                      .chosen_step = state.view.front_step,
                      .bill_now_yuan = made.bill_now.in_yuan(),
                      .marks = marks_of(state),
                      .now = std::string(ui.word("compare.now")),
                      .x_name = std::string(ui.word("compare.axis.own")),
                      .y_name = std::string(ui.word("compare.axis.bill")),
                      .label = plate_of(ui, state, made)};
    for (const FrontShown& f : made.front) {
        chart.front.push_back({f.own.in_yuan(), std::max(0.0, f.bill.in_yuan())});
    }
    const ChartPress pressed = draw_scheme_chart(ui, "compare.chart", area, chart);
    if (pressed.step) emit_view(ui, state, [&](View& view) { view.front_step = *pressed.step; });
    if (pressed.letter && *pressed.letter != state.open->visit.alternatives.letter) {
        ui.emit(choose_scheme(state.open->visit, *pressed.letter));
    }
    if (pressed.letter) emit_view(ui, state, [](View& view) { view.front_step = -1; });
}

/// Under the picture: what the chosen point is made of, and the way to put it beside the others.
void draw_chosen(Ui& ui, const AppState& state, const AdviceShown& made, Rect row) {
    const int step = state.view.front_step;
    if (step < 0 || step >= static_cast<int>(made.front.size())) {
        ui.text(row, ui.word("advice.front.press"), type::note, Role::Soil2);
        return;
    }
    const FrontShown& chosen = made.front[static_cast<std::size_t>(step)];
    const std::string_view label = ui.word("compare.put");
    if (button(ui, "compare.put", row.cut_right(button_width(ui, label), 10), label)) {
        take(ui, state, chosen.scheme, fmt::format("front.{}", step));
    }
    ui.text(row, names_of(ui, state, chosen.scheme), type::note, Role::Soil);
}

void draw_chart_card(Ui& ui, const AppState& state, const Rect& area) {
    card(ui, area);
    Rect inside = area.inset(16, 10);
    Rect head = inside.cut_top(34, 6);
    const AdviceShown* made = made_advice(state);
    if (made != nullptr) {
        const std::string count =
            ui.words()(state.advice->renewing ? "compare.renewing" : "advice.count",
                       {std::to_string(made->schemes)});
        ui.text(head.cut_right(std::min(ui.width_of(count, type::note) + 4, head.w / 2), 8), count,
                type::note, Role::Soil2, Align::Right);
    }
    ui.text(head, ui.word("compare.title"), type::lead, Role::Soil);
    draw_purse(ui, state, inside.cut_top(purse_height, 8));
    if (state.advice && state.advice->failed) {
        ui.paragraph(inside, ui.word("advice.failed"), type::body, Role::Soil);
    } else if (made == nullptr) {
        draw_search_progress(ui, state.advice.value_or(AdvicePanel{}), inside);
    } else {
        draw_chosen(ui, state, *made, inside.cut_bottom(52, 4));
        draw_picture(ui, state, *made, inside);
    }
}

/// `吊顶 → 窗户 → 外墙`: the order of works in a word each.
std::string order_of(const Ui& ui, const AppState& state) {
    const AdviceShown* made = made_advice(state);
    if (made == nullptr || !made->works || made->works->steps.size() < 2) return {};
    std::string order;
    for (const advisor::WorkStep& step : made->works->steps) {
        const measure::Measure* measure = state.reference->measures.find(step.choice.measure_id);
        if (measure == nullptr) continue;
        if (!order.empty()) order += " → ";
        order += name_in(state, *measure);
    }
    return ui.words()("compare.order", {order});
}

void draw_compare_bar(Ui& ui, const AppState& state, const Layout& layout) {
    BottomBar bar(ui, layout);
    const float icon = layout.tight() ? 56 : 0;  // Of each button that follows.
    if (bar.primary("bar.next", ui.word("bar.next.subsidy"))) ui.emit(Go{ScreenId::Subsidy});
    bar.keep_free(2 * icon);
    if (bar.right("bar.farmer", ui.word("bar.farmer"), {.icon = "eye"})) {
        ui.emit(Go{ScreenId::Result});
    }
    bar.keep_free(icon);
    bar.open_points(state);
    bar.keep_free(0);
    const AdviceShown* made = made_advice(state);
    const bool ordered = made != nullptr && made->works && !made->works->steps.empty();
    if (ordered &&
        bar.left("bar.works", ui.word("bar.works"), {.kind = ButtonKind::Quiet, .icon = "next"})) {
        ui.emit(ShowDialog{{Dialog::Kind::Advice, {}}});
    }
    bar.note(order_of(ui, state));
}

}  // namespace

const estimate::Estimate* estimate_of(const AppState& state, const std::string& letter) {
    const visit::Alternatives& alternatives = state.open->visit.alternatives;
    if (letter == alternatives.letter) return shown_estimate(state);
    const auto found = state.open->compared.find(letter);
    const auto scheme = alternatives.others.find(letter);
    if (found == state.open->compared.end() || scheme == alternatives.others.end()) return nullptr;
    if (!(found->second.scheme == scheme->second) || !found->second.estimate) return nullptr;
    return &*found->second.estimate;
}

Money bill_of(const estimate::Estimate& estimate) {
    const Money bill = estimate.habit.after.heating_cost.typical;
    return estimate.pv ? bill - estimate.pv->value_per_year.low : bill;
}

std::string names_of(const Ui& ui, const AppState& state, const measure::Scheme& scheme) {
    std::string names;
    for (const measure::Choice& choice : scheme.choices) {
        const measure::Option* option = state.reference->measures.find(choice);
        if (option == nullptr) continue;
        if (!names.empty()) names += chinese(state) ? "、" : ", ";
        names += name_in(state, *option);
    }
    return names.empty() ? std::string(ui.word("advice.nothing")) : names;
}

void draw_compare(Ui& ui, const AppState& state, const Layout& layout) {
    if (layout.side_by_side()) {
        Rect body = layout.content();
        constexpr float four_columns = 744;
        const Rect right = body.cut_right(std::min(four_columns, body.w - 420), layout.gap);
        Rect left = body;
        draw_answers(ui, state, left.cut_top(answers_height, 12));
        draw_chart_card(ui, state, left);
        Rect list = ui.begin_scroll("compare.columns", right);
        draw_columns(ui, state, list);
        ui.end_scroll(list.y + columns_height(state, list.w));
    } else {
        Rect content = ui.begin_scroll("compare.scroll", layout.body);
        content = content.inset(layout.margin, 0);
        content.w -= 8;
        content.cut_top(layout.gap);
        const bool wide = content.w > 560;
        draw_answers(ui, state,
                     content.cut_top(wide ? answers_height : 2 * answers_height + 8, layout.gap));
        draw_chart_card(ui, state, content.cut_top(std::max(470.0F, content.w * 0.6F), layout.gap));
        draw_columns(ui, state, content.cut_top(columns_height(state, content.w), layout.gap));
        ui.end_scroll(content.y);
    }
    draw_compare_bar(ui, state, layout);
}

}  // namespace longju::kiosk
