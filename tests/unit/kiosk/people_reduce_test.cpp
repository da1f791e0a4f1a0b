// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/people_reduce.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/reduce.h"

#include "unit/kiosk/reducing.h"

using namespace longju;
using namespace longju::kiosk;
using namespace longju::kiosk::testing;

namespace {

const UserCard boss{"u1", "周玉梅", access::Role::Supervisor};
const UserCard technician{"u2", "李长河", access::Role::Technician};
const UserCard auditor{"u3", "赵德厚", access::Role::Auditor};

AppState after(AppState state, const Action& action) {
    return reduce(std::move(state), action).state;
}

/// With a visit that is open and `user` at the desk.
AppState at_desk(const UserCard& user) {
    AppState state;
    state.reference = &no_catalog();
    state = after(std::move(state), UsersListed{{boss, technician, auditor}});
    state = after(std::move(state), SignedInAs{user});
    visit::Visit visit;
    visit.id = "v1";
    return after(std::move(state), VisitLoaded{visit, "14:03"});
}

Edit renamed(const AppState& state) {
    Inputs inputs = state.open->inputs();
    inputs.household.head = "王桂兰";
    return {"household.head", {"edit.head", "王桂兰", "王桂兰"}, inputs};
}

}  // namespace

TEST_CASE("a store with users begins locked, one without does not") {
    AppState state;
    state.reference = &no_catalog();

    CHECK_FALSE(after(state, UsersListed{}).locked);
    const AppState locked = after(state, UsersListed{{boss}});
    CHECK(locked.locked);
    CHECK(locked.sign_in.user_id == boss.id);  // The only one is chosen.
    CHECK(after(state, UsersListed{{boss, technician}}).sign_in.user_id.empty());
}

TEST_CASE("the sixth digit is a try and is kept no longer") {
    AppState state;
    state.reference = &no_catalog();
    state = after(std::move(state), UsersListed{{boss}});

    const Reduced five = reduce(state, SetSignIn{{.user_id = boss.id, .pin = "12345"}});
    CHECK(count<TryPin>(five.effects) == 0);
    CHECK(five.state.sign_in.pin == "12345");
    const Reduced six = reduce(state, SetSignIn{{.user_id = boss.id, .pin = "123456"}});
    CHECK(count<TryPin>(six.effects) == 1);
    CHECK(six.state.sign_in.pin.empty());
    CHECK(six.state.locked);
}

TEST_CASE("a wrong PIN is said to be, and how long to wait") {
    AppState state;
    state.reference = &no_catalog();
    state.now_s = 100;
    state = after(std::move(state), UsersListed{{boss}});

    const Error wrong{.kind = ErrorKind::BadInput, .what = "wrong", .file = {}, .field = {}};
    state = after(std::move(state), PinRefused{wrong, 30});
    CHECK(state.locked);
    CHECK(state.sign_in.wrong);
    CHECK(state.sign_in.wait_until_s == 130);
}

TEST_CASE("five minutes without a touch lock the screen and keep what is open") {
    AppState state = at_desk(technician);
    state = after(std::move(state), renamed(state));
    state = after(std::move(state), SetDraft{{"household.phone", "0455", 4, ""}});
    state.open->unsaved = true;
    state.last_edit_s = 299;

    state = after(std::move(state), Tick{299, "2026-11-22", "14:10"});
    CHECK_FALSE(state.locked);
    state = after(std::move(state), PersonActive{});
    state = after(std::move(state), Tick{599, "2026-11-22", "14:15"});
    CHECK_FALSE(state.locked);
    state.open->unsaved = true;
    const Reduced reduced = reduce(std::move(state), Tick{600, "2026-11-22", "14:15"});

    CHECK(reduced.state.locked);
    CHECK_FALSE(reduced.state.signed_in);
    CHECK(reduced.state.open->inputs().household.head == "王桂兰");
    CHECK(reduced.state.draft.text == "0455");
    // Saved while the one whose work it is was still signed in.
    REQUIRE(reduced.effects.size() == 2);
    CHECK(std::holds_alternative<SaveVisit>(reduced.effects[0]));
    CHECK(std::holds_alternative<SignOut>(reduced.effects[1]));
    const AppState back = after(reduced.state, SignedInAs{technician});
    CHECK_FALSE(back.locked);
    CHECK(back.draft.text == "0455");
    CHECK(back.open->visit.id == "v1");
}

TEST_CASE("a store without users is never locked") {
    AppState state;
    state.reference = &no_catalog();

    state = after(std::move(state), Tick{100000, "2026-11-22", "14:10"});
    state = after(std::move(state), Lock{});
    CHECK_FALSE(state.locked);
}

TEST_CASE("nothing happens behind the lock screen") {
    AppState state = after(at_desk(boss), Lock{});
    const Inputs before = state.open->inputs();

    for (const Action& action : std::initializer_list<Action>{
             renamed(state), Go{ScreenId::Home}, Undo{}, SetDraft{}, SetView{}, ExportVisit{},
             PrintPapers{}, ShowNumbers{}, ShowDialog{{Dialog::Kind::Users, {}}}, KeepUser{},
             OpenVisitAt{"v2"}, DropFiles{{"a.jpg"}}, NumbersShown{"v1"}}) {
        const Reduced reduced = reduce(state, action);
        INFO(action.index());
        CHECK(reduced.effects.empty());
        CHECK(reduced.state.open->inputs() == before);
        CHECK(reduced.state.locked);
        CHECK_FALSE(reduced.state.dialog);
        CHECK_FALSE(reduced.state.view.numbers_shown);
    }
}

TEST_CASE("an auditor looks at everything and changes nothing") {
    const AppState state = at_desk(auditor);
    visit::Procedure procedure;
    procedure.filed["ID"] = true;

    for (const Action& action : std::initializer_list<Action>{
             renamed(state), StartVisit{}, SetProcedure{procedure}, SetConsent{visit::Consent{}},
             ExportVisit{Export::Pdf}, AskDesk{{.kind = DeskWork::Kind::Write}}, ConfirmConflict{},
             RestoreCopy{"copy"}, PrintPapers{}, KeepClause{}, ShowNumbers{}, Undo{}, Redo{}}) {
        const Reduced reduced = reduce(state, action);
        INFO(action.index());
        CHECK(reduced.effects.empty());
        CHECK(reduced.state.open->visit == state.open->visit);
        REQUIRE(reduced.state.toast);
        CHECK(reduced.state.toast->phrase.key == "toast.not_allowed");
    }
    // Moving about the steps saves nothing in his name.
    const Reduced moved = reduce(state, Go{ScreenId::Sheets});
    CHECK(moved.state.screen == ScreenId::Sheets);
    CHECK(count<SaveVisit>(moved.effects) == 0);
}

TEST_CASE("full numbers are shown when the log has them, until the screen changes") {
    AppState state = at_desk(technician);

    const Reduced asked = reduce(state, ShowNumbers{});
    CHECK(count<NoteNumbersShown>(asked.effects) == 1);
    CHECK_FALSE(asked.state.view.numbers_shown);
    CHECK_FALSE(after(asked.state, NumbersShown{"another"}).view.numbers_shown);
    state = after(asked.state, NumbersShown{"v1"});
    CHECK(state.view.numbers_shown);
    CHECK_FALSE(after(state, ShowNumbers{}).view.numbers_shown);
    CHECK_FALSE(after(state, Go{ScreenId::House}).view.numbers_shown);
    CHECK_FALSE(after(state, Lock{}).view.numbers_shown);
}

TEST_CASE("consent is part of the visit and saved at once") {
    const visit::Consent consent{.on = date_from("2026-11-22").value(), .text = "2026-1"};

    const Reduced reduced = reduce(at_desk(technician), SetConsent{consent});

    CHECK(reduced.state.open->visit.consent == consent);
    CHECK(count<SaveVisit>(reduced.effects) == 1);
    CHECK_FALSE(after(reduced.state, SetConsent{}).open->visit.consent);
}

TEST_CASE("an ID number without consent, or that is wrong, is an open point") {
    AppState state = at_desk(technician);
    const auto open_at = [&state](std::string_view field) {
        const std::vector<Gap> open = gaps(state);
        return std::ranges::find(open, field, &Gap::field) != open.end();
    };
    CHECK_FALSE(open_at("household.consent"));

    state.open->visit.inputs.household.id_number = "230102190001010018";
    CHECK(open_at("household.consent"));
    CHECK_FALSE(open_at("household.id_number"));
    state.open->visit.inputs.household.id_number = "230102190001010017";
    CHECK(open_at("household.id_number"));
    state.open->visit.consent = visit::Consent{};
    CHECK_FALSE(open_at("household.consent"));
}

TEST_CASE("who retired is signed out") {
    AppState state = at_desk(boss);

    CHECK_FALSE(after(state, UsersListed{{boss, technician}}).locked);
    CHECK(after(state, UsersListed{{technician}}).locked);
}
