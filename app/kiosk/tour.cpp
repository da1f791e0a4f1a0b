// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/tour.h"

#include <algorithm>
#include <array>

#include "kiosk/compare_reduce.h"
#include "kiosk/office_reduce.h"
#include "kiosk/people_reduce.h"
#include "kiosk/records_reduce.h"

namespace longju::kiosk {
namespace {

constexpr std::array<TourStep, 7> steps_of_tour{{
    {ScreenId::Household, "tour.household", Deed::Edit},
    {ScreenId::House, "tour.house", Deed::Edit},
    {ScreenId::Configure, "tour.configure", Deed::Edit},
    {ScreenId::Compare, "tour.compare", Deed::Edit},
    {ScreenId::Subsidy, "tour.subsidy", Deed::Progress},
    {ScreenId::Sheets, "tour.sheets", Deed::Paper},
    {ScreenId::HandOver, "tour.handover", Deed::Desk},
}};

const TourStep* tour_step(const AppState& state, int index) {
    if (!state.tour || index < 0 || index >= static_cast<int>(steps_of_tour.size())) return nullptr;
    return &steps_of_tour.at(static_cast<std::size_t>(index));
}

struct DeedOf {
    using Done = std::optional<Deed>;

    Done operator()(const Edit&) const { return Deed::Edit; }
    Done operator()(const AskDesk&) const { return Deed::Desk; }
    Done operator()(const ExportVisit&) const { return Deed::Paper; }
    Done operator()(const ShowDialog& action) const {
        switch (action.dialog.kind) {
            case Dialog::Kind::Procedure:
                return Deed::Progress;
            case Dialog::Kind::Print:
                return Deed::Paper;
            default:
                return std::nullopt;
        }
    }
    template <class Other>
    Done operator()(const Other&) const {
        return std::nullopt;
    }
};

void finish_tour(AppState& state, std::vector<Effect>& effects) {
    state.tour.reset();
    if (state.settings.toured) return;
    state.settings.toured = true;
    effects.emplace_back(KeepSettings{state.settings});
}

void go_on(AppState& state, std::vector<Effect>& effects) {
    ++*state.tour;
    if (tour_step(state, *state.tour) != nullptr) return;
    finish_tour(state, effects);
    say(state, {"tour.done", {}, {}});
}

/// With it the step at which the visit is opened again.
void turn_to_screen(AppState& state, ScreenId screen) {
    state.screen = screen;
    if (!state.open || state.open->visit.step == step_of(screen)) return;
    state.open->visit.step = step_of(screen);
    state.open->unsaved = true;
}

/// The practice visit that has come furthest: there is most to see in it.
const VisitCard* practice_visit(const AppState& state) {
    const VisitCard* best = nullptr;
    for (const VisitCard& card : state.visits) {
        if (!card.sample || card.versions > 1) continue;
        if (best == nullptr || card.step > best->step) best = &card;
    }
    return best;
}

/// Shows the screen of the step; without a practice visit one is opened there first.
void show_step(AppState& state, std::vector<Effect>& effects) {
    const TourStep* step = tour_step(state, state.tour.value_or(-1));
    if (step == nullptr) return;
    state.dialog.reset();
    state.draft = {};
    if (!state.open || !state.open->visit.sample) {
        if (const VisitCard* card = practice_visit(state)) {
            effects.emplace_back(LoadVisit{card->visit_id});
        } else {
            effects.emplace_back(NewVisit{HouseSource::Survey, {}});
        }
        return;
    }
    turn_to_screen(state, step->screen);
    // At home it was noted that nothing is open.
    effects.emplace_back(NoteOpen{state.open->visit.id});
    save_open(state, effects);
    enter_screen(state, effects);
}

}  // namespace

std::span<const TourStep> tour_steps() { return steps_of_tour; }

bool tour_offered(const AppState& state) {
    if (state.tour || state.settings.toured || state.screen != ScreenId::Home) return false;
    return std::ranges::all_of(state.visits, &VisitCard::sample) &&
           allowed(state, access::Action::RecordVisit);
}

void settle_practice(AppState& state) {
    state.practice = state.open->visit.sample;
    if (!state.practice) state.tour.reset();
    if (const TourStep* step = tour_step(state, state.tour.value_or(-1))) {
        turn_to_screen(state, step->screen);
    }
}

void follow_tour(AppState& state, std::vector<Effect>& effects, const Action& action) {
    const TourStep* step = tour_step(state, state.tour.value_or(-1));
    if (step == nullptr || !state.practice) return;
    const auto deed = std::visit(DeedOf{}, action);
    if (deed == step->deed && state.screen == step->screen) return go_on(state, effects);
    // Whoever goes on by himself is followed; home is on the way to anywhere.
    if (!std::holds_alternative<Go>(action) || step->screen == state.screen) return;
    const bool home = state.screen == ScreenId::Home;
    const int count = static_cast<int>(steps_of_tour.size());
    const int last = home ? std::min(*state.tour + 2, count) : count;
    for (int i = *state.tour + 1; i < last; ++i) {
        if (tour_step(state, i)->screen != state.screen) continue;
        state.tour = i;
        return;
    }
}

void open_help(AppState& state, const Dialog& dialog) {
    const bool over = state.dialog && state.dialog->kind != Dialog::Kind::Help;
    if (over) {
        state.under_help = state.dialog;
    } else if (!state.dialog) {
        state.under_help.reset();
    }
    state.view.help = dialog.subject;
    state.dialog = dialog;
}

bool close_help(AppState& state) {
    if (!state.dialog || state.dialog->kind != Dialog::Kind::Help || !state.under_help) {
        return false;
    }
    state.dialog = state.under_help;
    state.under_help.reset();
    return true;
}

void reduce_help(AppState& state, std::vector<Effect>& effects, const WriteManual&) {
    effects.emplace_back(MakeManual{state.settings.language});
}

void reduce_help(AppState& state, std::vector<Effect>&, const StartPractice&) {
    state.practice = true;
    state.found.reset();
    state.view.search.clear();
}

void reduce_help(AppState& state, std::vector<Effect>& effects, const LeavePractice&) {
    if (state.tour) finish_tour(state, effects);
    save_open(state, effects);
    state.practice = false;
    state.dialog.reset();
    state.draft = {};
    state.screen = ScreenId::Home;
    effects.emplace_back(NoteOpen{});
    effects.emplace_back(ListVisits{});
}

void reduce_help(AppState& state, std::vector<Effect>& effects, const StartTour&) {
    save_open(state, effects);
    state.dialog.reset();
    state.under_help.reset();
    state.practice = true;
    state.tour = 0;
    show_step(state, effects);
}

void reduce_help(AppState& state, std::vector<Effect>& effects, const TourNext&) {
    if (!state.tour) return;
    const TourStep* step = tour_step(state, *state.tour);
    // Whoever left the screen of a step is brought back to it first.
    const bool there = step != nullptr && step->screen == state.screen;
    if (there) go_on(state, effects);
    show_step(state, effects);
}

void reduce_help(AppState& state, std::vector<Effect>& effects, const EndTour&) {
    finish_tour(state, effects);
}

}  // namespace longju::kiosk
