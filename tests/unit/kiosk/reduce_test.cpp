// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/reduce.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "unit/kiosk/reducing.h"

using namespace longju;
using namespace longju::kiosk;
using namespace longju::kiosk::testing;

namespace {

AppState with_visit() {
    AppState state;
    state.reference = &no_catalog();
    visit::Visit visit;
    visit.id = "v1";
    visit.step = visit::Step::Configure;
    return reduce(std::move(state), VisitLoaded{visit, "14:03"}).state;
}

Edit named(const AppState& state, const std::string& head, const std::string& field = "head") {
    Inputs after = state.open->inputs();
    after.household.head = head;
    return {field, {"edit.head", head, head}, after};
}

}  // namespace

TEST_CASE("a loaded visit opens where it stopped and asks for its estimate") {
    AppState state;
    state.reference = &no_catalog();
    visit::Visit visit;
    visit.id = "v1";
    visit.step = visit::Step::Configure;

    const Reduced reduced = reduce(std::move(state), VisitLoaded{visit, "14:03"});

    CHECK(reduced.state.screen == ScreenId::Configure);
    CHECK(reduced.state.open->saved_at == "14:03");
    CHECK(count<MakeEstimate>(reduced.effects) == 1);
    CHECK(count<NoteOpen>(reduced.effects) == 1);
}

TEST_CASE("a chosen value is saved and estimated at once") {
    AppState state = with_visit();
    const Edit edit = named(state, "王桂兰");

    const Reduced reduced = reduce(std::move(state), edit);

    CHECK(count<SaveVisit>(reduced.effects) == 1);
    CHECK(count<MakeEstimate>(reduced.effects) == 1);
    CHECK(reduced.state.open->inputs().household.head == "王桂兰");
}

TEST_CASE("typing is saved when the field is left, and at the latest after two seconds") {
    AppState state = with_visit();
    state = reduce(std::move(state), SetDraft{{"household.head", "", 0, ""}}).state;
    const Edit edit = named(state, "王");

    Reduced typed = reduce(std::move(state), edit);
    CHECK(count<SaveVisit>(typed.effects) == 0);
    CHECK(typed.state.open->unsaved);

    AppState left = typed.state;
    CHECK(count<SaveVisit>(reduce(std::move(left), SetDraft{}).effects) == 1);
    AppState rested = typed.state;
    CHECK(count<SaveVisit>(reduce(std::move(rested), Tick{3, "2026-11-22", "14:10"}).effects) == 1);
}

TEST_CASE("undo brings the inputs back and redo repeats them") {
    AppState state = with_visit();
    state = reduce(std::move(state), Edit(named(state, "王", ""))).state;
    state = reduce(std::move(state), Edit(named(state, "李", ""))).state;

    state = reduce(std::move(state), Undo{}).state;
    CHECK(state.open->inputs().household.head == "王");
    state = reduce(std::move(state), Redo{}).state;
    CHECK(state.open->inputs().household.head == "李");
    state = reduce(std::move(state), Undo{}).state;
    state = reduce(std::move(state), Undo{}).state;
    CHECK(state.open->inputs().household.head.empty());
    CHECK(reduce(state, Undo{}).effects.empty());
}

TEST_CASE("an answer to older inputs is dropped") {
    AppState state = with_visit();
    const Inputs old = state.open->inputs();
    state = reduce(std::move(state), Edit(named(state, "王"))).state;

    state = reduce(std::move(state), EstimateMade{old, estimate::Estimate{}}).state;

    CHECK(state.open->stale);
    CHECK_FALSE(state.open->estimate.has_value());
}

TEST_CASE("a name changes no answer, how many live there does") {
    AppState state = with_visit();
    state = reduce(AppState(state), EstimateMade{state.open->inputs(), estimate::Estimate{}}).state;

    Reduced renamed = reduce(AppState(state), named(state, "王"));
    CHECK(count<MakeEstimate>(renamed.effects) == 0);
    CHECK(count<SaveVisit>(renamed.effects) == 1);
    CHECK_FALSE(renamed.state.open->stale);

    Inputs more = renamed.state.open->inputs();
    more.household.members = 7;
    const Reduced grown =
        reduce(std::move(renamed.state), Edit{"members", {"edit.members", "7", "7"}, more});
    CHECK(count<MakeEstimate>(grown.effects) == 1);
    CHECK(grown.state.open->stale);
}

TEST_CASE("a save that failed stays visible until one succeeds") {
    AppState state = with_visit();

    state = reduce(std::move(state), Failed{{ErrorKind::NoSpace, "full", "", 0, ""}, true}).state;
    CHECK(state.open->trouble.has_value());
    CHECK(state.open->unsaved);
    state = reduce(std::move(state), VisitSaved{"v1", "14:04"}).state;
    CHECK_FALSE(state.open->trouble.has_value());
    CHECK(state.open->saved_at == "14:04");
}

TEST_CASE("going home saves, lists the visits and forgets the open one") {
    AppState state = with_visit();
    state.open->unsaved = true;

    const Reduced reduced = reduce(std::move(state), Go{ScreenId::Home});

    REQUIRE(reduced.effects.size() == 3);
    CHECK(std::holds_alternative<SaveVisit>(reduced.effects[0]));
    CHECK(std::get<NoteOpen>(reduced.effects[1]).visit_id.empty());
    CHECK(std::holds_alternative<ListVisits>(reduced.effects[2]));
}

TEST_CASE("no screen of a visit opens without one") {
    AppState state;
    state.reference = &no_catalog();

    CHECK(reduce(std::move(state), Go{ScreenId::Result}).state.screen == ScreenId::Home);
}

TEST_CASE("a new visit asks for its id first and starts in the usual county") {
    AppState state;
    state.reference = &no_catalog();
    state.usual_place.division_code = "231222";

    Reduced first = reduce(std::move(state), StartVisit{HouseSource::Survey, ""});
    REQUIRE(count<NewVisit>(first.effects) == 1);
    const Reduced second = reduce(std::move(first.state), StartVisit{HouseSource::Survey, "v9"});

    CHECK(second.state.open->visit.id == "v9");
    CHECK(second.state.open->inputs().place.division_code == "231222");
    CHECK(count<SaveVisit>(second.effects) == 1);
}

TEST_CASE("a toast goes by itself after four seconds") {
    AppState state = with_visit();
    state = reduce(std::move(state), Exported{Export::Pdf, "a.pdf"}).state;

    CHECK(state.toast.has_value());
    CHECK(reduce(state, Tick{3, "", ""}).state.toast.has_value());
    CHECK_FALSE(reduce(state, Tick{5, "", ""}).state.toast.has_value());
}

TEST_CASE("the size of the screen stays between 100 and 250 percent") {
    Settings settings;
    settings.size = 9;

    CHECK(reduce(with_visit(), SetSettings{settings}).state.settings.size == 2.5);
}

TEST_CASE("leaving saves what is open and asks to quit last") {
    AppState state = with_visit();
    state.open->unsaved = true;

    const Reduced reduced = reduce(std::move(state), Leave{});

    CHECK(reduced.state.leaving);
    CHECK(std::holds_alternative<SaveVisit>(reduced.effects.front()));
    CHECK(std::holds_alternative<Quit>(reduced.effects.back()));
}

TEST_CASE("what is still open names its screen, worst first") {
    const AppState state = with_visit();

    const auto open = gaps(state);

    REQUIRE_FALSE(open.empty());
    CHECK(open.front().severity == house::Severity::Impossible);
    CHECK(std::ranges::any_of(open, [](const Gap& gap) { return gap.field == "household.head"; }));
}

TEST_CASE("going back to a copy saves what is open, closes it and lists the visits anew") {
    AppState state = with_visit();
    state.open->unsaved = true;

    const Reduced asked = reduce(std::move(state), RestoreCopy{"copy"});
    const Reduced done = reduce(asked.state, CopyRestored{3});

    CHECK(asked.state.open);  // Until the store has answered: saving it may fail.
    CHECK_FALSE(done.state.open);
    CHECK(asked.state.screen == ScreenId::Home);
    CHECK(count<SaveVisit>(asked.effects) == 1);
    REQUIRE(count<RestoreBackup>(asked.effects) == 1);
    CHECK(std::holds_alternative<RestoreBackup>(asked.effects.back()));
    CHECK(done.state.toast->phrase == Phrase{"toast.restored", "3", "3"});
    CHECK(count<ListVisits>(done.effects) == 1);
}

TEST_CASE("the dialog of copies asks for them and has none chosen") {
    AppState state = with_visit();
    state.view.backup = "old";

    const Reduced shown = reduce(std::move(state), ShowDialog{{Dialog::Kind::Backups, {}}});
    const Reduced listed = reduce(shown.state, BackupsListed{{{"a", "", "exit", 2}}});

    CHECK(shown.state.view.backup.empty());
    CHECK(count<ListBackups>(shown.effects) == 1);
    CHECK(listed.state.backups.front().visits == 2);
}

TEST_CASE("a damaged store is told in a dialog, and what stays wrong in notes") {
    AppState state;
    storage::Salvage salvage;
    salvage.lost.push_back({storage::LostVisit::Kind::Missing, "v1", "王桂兰", "", "", ""});

    const AppState told = reduce(std::move(state), StoreSalvaged{salvage}).state;
    const AppState noted = reduce(told, StoreNoted{{.disk_full = true}}).state;

    REQUIRE(told.dialog);
    CHECK(told.dialog->kind == Dialog::Kind::Salvage);
    CHECK(told.salvage->lost.front().household == "王桂兰");
    CHECK(noted.notes.any());
    CHECK_FALSE(told.notes.any());
}

TEST_CASE("an advice that cannot be made is at its end, whatever money it was asked for") {
    AppState state;
    state.reference = &no_catalog();
    state.advice = AdvicePanel{.own_money = Money::yuan(20000)};

    const AppState failed = reduce(state, AdviceAt{{.failed = true}}).state;
    CHECK(failed.advice->failed);
    CHECK(failed.advice->own_money == Money::yuan(20000));
    const AppState other = reduce(state, AdviceAt{{.own_money = Money::yuan(5), .share = 1}}).state;
    CHECK(other.advice->share == 0.0);
}
