// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "kiosk/frame.h"
#include "kiosk/screens/screens.h"
#include "kiosk/tour.h"

/// 练习: the bar that says so on every screen, and the card of the first visit.
namespace longju::kiosk {
namespace {

constexpr float card_padding = 12;

struct CardWords {
    std::string what, why;
    std::string count;  ///< `3 / 7`; empty for the offer.
};

CardWords words_of_step(const Ui& ui, const AppState& state) {
    const auto steps = tour_steps();
    const auto index = static_cast<std::size_t>(*state.tour);
    const TourStep& step = steps[index];
    CardWords words{.count = fmt::format("{} / {}", index + 1, steps.size())};
    if (state.screen != step.screen) {
        words.what = ui.words()("tour.go", {step_word(ui, state, step.screen)});
        return words;
    }
    words.what = ui.word(step.key);
    words.why = ui.word(std::string(step.key) + ".why");
    return words;
}

/// Where words and buttons of the card go.
struct CardPlan {
    Rect words;
    float next_width = 0, end_width = 0;
    bool tight = false;
};

CardPlan plan_of(const Ui& ui, const Layout& layout, std::string_view next, std::string_view end) {
    CardPlan plan;
    plan.tight = layout.tight();
    plan.next_width = plan.tight ? 52 : button_width(ui, next);
    plan.end_width = plan.tight ? 52 : button_width(ui, end);
    plan.words = layout.body.inset(layout.margin + 18, 0);
    plan.words.w -= plan.next_width + plan.end_width + 28;
    if (!plan.tight) plan.words.cut_left(62);
    return plan;
}

float words_height(const Ui& ui, const CardPlan& plan, std::string_view what,
                   std::string_view why) {
    const Type& type = plan.tight ? type::note : type::body_bold;
    float height = ui.paragraph_height(what, type, plan.words.w);
    if (!plan.tight && !why.empty()) {
        height += 2 + ui.paragraph_height(why, type::note, plan.words.w);
    }
    return height;
}

/// Alike for every step, so that nothing moves when the card goes on.
float tallest_step(const Ui& ui, const CardPlan& plan) {
    float tallest = 0;
    for (const TourStep& step : tour_steps()) {
        tallest = std::max(tallest, words_height(ui, plan, ui.word(step.key),
                                                 ui.word(std::string(step.key) + ".why")));
    }
    return tallest;
}

void draw_card_words(Ui& ui, const CardPlan& plan, const CardWords& words, const Rect& card) {
    const float height = words_height(ui, plan, words.what, words.why);
    Rect rest{plan.words.x, card.centre().y - height / 2, plan.words.w, height};
    if (!plan.tight) {
        const Rect disc{plan.words.x - 62, card.centre().y - 24, 48, 48};
        ui.paint().disc(disc.centre(), 24, ui.colour(Role::CornSoft));
        if (words.count.empty()) {
            ui.paint().icon("pointer", disc.inset(11), ui.colour(Role::Soil));
        } else {
            ui.text(disc, words.count, type::note, Role::Soil, Align::Centre);
        }
    }
    rest.cut_top(
        ui.paragraph(rest, words.what, plan.tight ? type::note : type::body_bold, Role::Soil), 2);
    if (!plan.tight && !words.why.empty()) {
        ui.paragraph(rest, words.why, type::note, Role::Soil2);
    }
}

}  // namespace

float draw_practice(Ui& ui, const AppState& state, const Layout& layout) {
    if (!state.practice) return 0;
    const float height = layout.tight() ? 44.0F : 52.0F;
    Rect row = layout.body;
    row.h = height;
    ui.paint().fill(row, ui.colour(Role::CornSoft));
    ui.paint().line({row.x, row.bottom() - 1}, {row.right(), row.bottom() - 1},
                    ui.colour(Role::Soil), 1.5F);
    row = row.inset(layout.margin, 2);
    const std::string_view label = ui.word("practice.leave");
    const Rect leave = row.cut_right(std::min(button_width(ui, label), row.w * 0.4F), 12);
    if (button(ui, "practice.leave", leave.inset(0, layout.tight() ? 0.0F : 2.0F), label)) {
        ui.emit(LeavePractice{});
    }
    ui.paint().icon("cube", {row.x, row.centre().y - 12, 24, 24}, ui.colour(Role::Soil));
    row.cut_left(36);
    ui.text(row, ui.word("practice.band"), type::body_bold, Role::Soil);
    return height;
}

float draw_tour(Ui& ui, const AppState& state, const Layout& layout) {
    const bool offered = tour_offered(state);
    if (!state.tour && !offered) return 0;
    const std::string_view next = ui.word(offered ? "tour.start" : "tour.next");
    const std::string_view end = ui.word(offered ? "tour.decline" : "tour.end");
    const CardPlan plan = plan_of(ui, layout, next, end);
    CardWords words{std::string(ui.word("tour.offer")), std::string(ui.word("tour.offer.why")), {}};
    if (!offered) words = words_of_step(ui, state);
    const float inner =
        offered ? words_height(ui, plan, words.what, words.why) : tallest_step(ui, plan);
    const float height = std::max(inner, 52.0F) + 2 * (plan.tight ? 4 : card_padding);
    const float gap = layout.tight() ? 2.0F : 8.0F;
    Rect card = layout.body.inset(layout.margin, 0);
    card.y = layout.body.bottom() - height - gap;
    card.h = height;
    const Rect ground{layout.body.x, card.y - gap, layout.body.w, height + 2 * gap};
    ui.paint().fill(ground, ui.colour(Role::Snow));
    ui.paint().box(card, {ui.colour(Role::Paper), ui.colour(Role::Soil), 2.5F, 12});
    draw_card_words(ui, plan, words, card);
    Rect verbs = card.inset(14, 0);
    const float button_height = plan.tight ? 46 : 52;
    verbs = {verbs.x, card.centre().y - button_height / 2 - 1, verbs.w, button_height};
    const Rect on = verbs.cut_right(plan.next_width, 10);
    const Rect off = verbs.cut_right(plan.end_width, 10);
    const std::string_view none;
    if (button(ui, "tour.end", off, plan.tight ? none : end,
               {.kind = ButtonKind::Quiet, .icon = plan.tight ? "cross" : none})) {
        ui.emit(EndTour{});
    }
    if (button(ui, "tour.next", on, plan.tight ? none : next,
               {.icon = plan.tight ? "next" : none})) {
        if (offered) return ui.emit(StartTour{}), height + 2 * gap;
        ui.emit(TourNext{});
    }
    return height + 2 * gap;
}

}  // namespace longju::kiosk
