// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/tour.h"

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/help.h"
#include "kiosk/reduce.h"

#include "unit/kiosk/reducing.h"

using namespace longju;
using namespace longju::kiosk;
using namespace longju::kiosk::testing;

namespace {

constexpr std::array every_screen = {ScreenId::Home,      ScreenId::Household, ScreenId::House,
                                     ScreenId::Configure, ScreenId::Compare,   ScreenId::Result,
                                     ScreenId::Subsidy,   ScreenId::Sheets,    ScreenId::HandOver};

VisitCard card(const char* id, bool sample) {
    VisitCard made;
    made.visit_id = id;
    made.sample = sample;
    return made;
}

visit::Visit visit_of(const char* id, bool sample) {
    visit::Visit made;
    made.id = id;
    made.sample = sample;
    return made;
}

/// A kiosk on its first day, with the practice visit and no other.
AppState first_day() {
    AppState state;
    state.reference = &no_catalog();
    state.visits = {card("p1", true)};
    return state;
}

AppState next(AppState state, const Action& action) {
    return reduce(std::move(state), action).state;
}

/// The tour, its practice visit open.
AppState touring() {
    AppState state = next(first_day(), StartTour{});
    return next(std::move(state), VisitLoaded{visit_of("p1", true), "14:03"});
}

Edit rename(const AppState& state, const std::string& head) {
    Inputs inputs = state.open->inputs();
    inputs.household.head = head;
    return {"household.head", {"edit.head", head, head}, inputs};
}

}  // namespace

TEST_CASE("the first visit is offered while nobody was visited, and once") {
    AppState state = first_day();
    CHECK(tour_offered(state));
    CHECK_FALSE(tour_offered(next(state, EndTour{})));
    CHECK(next(state, EndTour{}).settings.toured);
    CHECK(count<KeepSettings>(reduce(state, EndTour{}).effects) == 1);

    AppState visited = state;
    visited.visits.push_back(card("v1", false));
    CHECK_FALSE(tour_offered(visited));
    state.screen = ScreenId::Household;
    CHECK_FALSE(tour_offered(state));
}

TEST_CASE("the tour opens the practice visit that has come furthest at its first step") {
    AppState state = first_day();
    state.visits.push_back(card("p2", true));
    state.visits.back().step = visit::Step::Configure;
    const Reduced begun = reduce(state, StartTour{});

    REQUIRE(count<LoadVisit>(begun.effects) == 1);
    const auto load = std::ranges::find_if(
        begun.effects, [](const Effect& e) { return std::holds_alternative<LoadVisit>(e); });
    CHECK(std::get<LoadVisit>(*load).visit_id == "p2");
    visit::Visit loaded = visit_of("p2", true);
    loaded.step = visit::Step::Configure;
    const AppState there = next(begun.state, VisitLoaded{loaded, "14:03"});
    CHECK(there.screen == ScreenId::Household);
    CHECK(there.tour == 0);
    CHECK(there.practice);

    AppState none = first_day();
    none.visits.clear();
    CHECK(count<NewVisit>(reduce(none, StartTour{}).effects) == 1);
}

TEST_CASE("a step is over when it is done, or when the person goes on") {
    AppState state = touring();
    state = next(state, rename(state, "李长河"));
    CHECK(state.tour == 1);
    CHECK(state.screen == ScreenId::Household);  // Nobody is carried off while he writes.

    state = next(state, TourNext{});
    CHECK(state.tour == 1);
    CHECK(state.screen == ScreenId::House);
    state = next(state, Go{ScreenId::Configure});
    CHECK(state.tour == 2);
    state = next(state, Go{ScreenId::Household});
    CHECK(state.tour == 2);  // Looking back takes nothing back.
    state = next(state, Go{ScreenId::Home});
    CHECK(state.tour == 2);
    state = next(state, TourNext{});
    CHECK(state.screen == ScreenId::Configure);
    CHECK(state.tour == 2);
}

TEST_CASE("a tour that begins at home notes which visit is open") {
    AppState state = next(touring(), Go{ScreenId::Home});
    const Reduced begun = reduce(state, StartTour{});
    REQUIRE(count<NoteOpen>(begun.effects) == 1);
    for (const Effect& effect : begun.effects) {
        const auto* note = std::get_if<NoteOpen>(&effect);
        if (note != nullptr) CHECK(note->visit_id == begun.state.open->visit.id);
    }
}

TEST_CASE("the tour goes on after its visit was closed under it") {
    AppState state = touring();
    state.tour = 1;
    state.open.reset();
    state.screen = ScreenId::Home;
    const Reduced next_step = reduce(state, TourNext{});
    CHECK(next_step.state.screen == ScreenId::Home);  // Nothing is shown of no visit.
    CHECK(count<LoadVisit>(next_step.effects) + count<NewVisit>(next_step.effects) == 1);
    const AppState there = next(next_step.state, VisitLoaded{visit_of("p1", true), "14:03"});
    CHECK(there.screen == ScreenId::House);
}

TEST_CASE("the tour ends after its last step, is remembered, and can be taken again") {
    AppState state = touring();
    const int steps = static_cast<int>(tour_steps().size());
    for (int i = 0; i + 1 < steps; ++i) {
        CHECK(state.tour == i);
        CHECK(state.screen == tour_steps()[static_cast<std::size_t>(i)].screen);
        state = next(state, TourNext{});
    }
    CHECK(state.screen == ScreenId::HandOver);
    const Reduced last = reduce(state, AskDesk{});
    CHECK_FALSE(last.state.tour);
    CHECK(last.state.settings.toured);
    CHECK(count<KeepSettings>(last.effects) == 1);
    CHECK(last.state.toast);

    const AppState again = next(last.state, StartTour{});
    CHECK(again.tour == 0);
    CHECK(again.screen == ScreenId::Household);
    CHECK_FALSE(next(again, EndTour{}).tour);
    CHECK(next(again, EndTour{}).practice);
}

TEST_CASE("what is begun in practice is a sample, and a real visit ends practice") {
    AppState state = next(first_day(), StartPractice{});
    CHECK(state.practice);
    state = next(state, StartVisit{HouseSource::Survey, "p9"});
    CHECK(state.open->visit.sample);
    CHECK(state.practice);

    const AppState real = next(state, VisitLoaded{visit_of("v1", false), "14:03"});
    CHECK_FALSE(real.practice);
    CHECK_FALSE(next(touring(), VisitLoaded{visit_of("v1", false), "14:03"}).tour);
    const AppState sample = next(real, VisitLoaded{visit_of("p1", true), "14:03"});
    CHECK(sample.practice);
}

TEST_CASE("one press leaves practice, what was entered is saved, and new visits are real") {
    AppState state = touring();
    state.open->unsaved = true;
    const Reduced left = reduce(state, LeavePractice{});

    CHECK_FALSE(left.state.practice);
    CHECK_FALSE(left.state.tour);
    CHECK(left.state.screen == ScreenId::Home);
    CHECK(count<SaveVisit>(left.effects) == 1);
    CHECK(count<ListVisits>(left.effects) == 1);
    const AppState begun = next(left.state, StartVisit{HouseSource::Survey, "v2"});
    CHECK_FALSE(begun.open->visit.sample);
}

TEST_CASE("practice needs the right to record visits") {
    AppState state = first_day();
    const UserCard auditor{"u1", "赵德厚", access::Role::Auditor};
    state = next(state, UsersListed{{auditor}});
    state = next(state, SignedInAs{auditor});

    CHECK_FALSE(tour_offered(state));
    CHECK_FALSE(next(state, StartPractice{}).practice);
    CHECK_FALSE(next(state, StartTour{}).tour);
}

TEST_CASE("help over a dialog goes back to it as it was") {
    AppState state = touring();
    state = next(state, ShowDialog{{Dialog::Kind::Prices, "s"}});
    state.view.price = "eps";
    state = next(state, ShowDialog{{Dialog::Kind::Help, {}}});
    CHECK(state.dialog->kind == Dialog::Kind::Help);
    CHECK(help_here(state) == "configure");

    state = next(state, ShowDialog{{Dialog::Kind::Help, {}}});
    state = next(state, CloseDialog{});
    CHECK(state.dialog == Dialog{Dialog::Kind::Prices, "s"});
    CHECK(state.view.price == "eps");
    CHECK_FALSE(next(state, CloseDialog{}).dialog);

    const AppState plain = next(touring(), ShowDialog{{Dialog::Kind::Help, {}}});
    CHECK(help_here(plain) == "household");
    CHECK_FALSE(next(plain, CloseDialog{}).dialog);
}

TEST_CASE("every screen and dialog has a chapter in both languages") {
    for (const Language language : {Language::Chinese, Language::English}) {
        AppState state;
        state.reference = &no_catalog();
        state.settings.language = language;
        for (const ScreenId screen : every_screen) {
            state.screen = screen;
            CHECK(help_shown(state).id == help_of(screen));
        }
        state.screen = ScreenId::Home;
        constexpr int last = static_cast<int>(Dialog::Kind::Photos);
        for (int kind = 0; kind <= last; ++kind) {
            state.dialog = Dialog{static_cast<Dialog::Kind>(kind), {}};
            CHECK(help_shown(state).id == help_here(state));
        }
    }
}

TEST_CASE("a chapter that was asked for is shown, and the manual is written in that language") {
    AppState state = first_day();
    state.settings.language = Language::English;
    state = next(state, ShowDialog{{Dialog::Kind::Help, "backup"}});
    CHECK(help_shown(state).id == "backup");

    const Reduced asked = reduce(state, WriteManual{});
    REQUIRE(count<MakeManual>(asked.effects) == 1);
    CHECK(std::get<MakeManual>(asked.effects.front()).language == Language::English);
}
