// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>

#include "storage/users.h"
#include "ui/counter.h"
#include "visit/procedure.h"

using namespace longju;
using namespace longju::kiosk;
using namespace longju::kiosk::testing;

namespace {

namespace fs = std::filesystem;

/// A house that was retrofitted and accepted in this year.
visit::Visit accepted_visit(const Counter& counter, int number, const std::string& today) {
    visit::Visit visit = sample_visit(counter.reference);
    visit.id.back() = static_cast<char>('0' + number);
    visit.inputs.household.head = "户主" + std::to_string(number);
    visit.procedure.reached["building"] = *date_from(today);
    visit.procedure.reached["acceptance"] = *date_from(today);
    return visit;
}

void record_accepted(Counter& counter, int houses) {
    const std::string today = storage::wall_time().substr(0, 10);
    for (int i = 1; i <= houses; ++i) {
        REQUIRE(counter.store.save(accepted_visit(counter, i, today), {"李长河", ""}));
    }
}

/// The files of the papers' folder with that ending.
int files(const Counter& counter, const char* ending) {
    int found = 0;
    for (const auto& entry : fs::directory_iterator(counter.folder / "papers")) {
        if (entry.path().extension() == ending) ++found;
    }
    return found;
}

void sign_in_as(Counter& counter, Sitting& at, access::Role role) {
    storage::Users users(counter.store.database());
    const auto boss = users.begin("周玉梅", "402917");
    REQUIRE(boss);
    if (role != access::Role::Supervisor) REQUIRE(users.add(*boss, {"赵德厚", role, "918273"}));
    at.app.dispatch(UsersListed{counter.services.users().value()});
    const bool own = role == access::Role::Supervisor;
    const auto& cards = at.app.state().users;
    const auto who = std::ranges::find(cards, own ? "周玉梅" : "赵德厚", &UserCard::name);
    REQUIRE(who != cards.end());
    at.app.dispatch(SetSignIn{{.user_id = who->id, .pin = own ? "402917" : "918273"}});
    REQUIRE(at.app.state().signed_in);
}

}  // namespace

TEST_CASE("a figure of the annual table opens the records behind it, and one of them opens") {
    Counter counter;
    record_accepted(counter, 4);
    Sitting at(counter);
    at.kiosk.click("home.reports");
    REQUIRE(at.app.state().report);
    CHECK(at.app.state().report->set_hash.size() == 64);

    at.kiosk.click("report.county.231222");
    at.kiosk.click("report.township.0");
    at.kiosk.click("report.cell.4a");
    CHECK(at.kiosk.shows("兰西镇 示例村 3 屯"));
    at.kiosk.click("report.visit." + sample_visit(counter.reference).id);

    REQUIRE(at.app.state().open);
    CHECK(at.app.state().open->inputs().household.head == "户主1");
    CHECK_FALSE(at.app.state().dialog);
}

TEST_CASE("outside the county small figures are hidden and nobody is listed") {
    Counter counter;
    record_accepted(counter, 2);
    Sitting at(counter);
    at.kiosk.click("home.reports");
    CHECK_FALSE(at.kiosk.shows("＊"));

    at.kiosk.click("report.outside");
    at.kiosk.click("report.cell.4a");

    CHECK(at.kiosk.shows("＊"));
    CHECK(at.kiosk.shows("对外的表不列户"));
}

TEST_CASE("a table is written as workbook, CSV and PDF, and the audit log knows") {
    Counter counter;
    record_accepted(counter, 3);
    Sitting at(counter);
    at.kiosk.click("home.reports");
    for (const char* id : {"report.csv", "report.pdf", "report.xlsx"}) at.kiosk.click(id);

    CHECK(files(counter, ".csv") == 1);
    CHECK(files(counter, ".pdf") == 1);
    CHECK(files(counter, ".xlsx") == 1);
    CHECK(at.kiosk.shows("报表已存到"));
    CHECK(counter.actions().front() == "report.make");
}

TEST_CASE("a monthly list names people to the office and masks them for an auditor") {
    Counter counter;
    const std::string today = storage::wall_time().substr(0, 10);
    visit::Visit visit = accepted_visit(counter, 1, today);
    visit.inputs.household.head = "王桂兰";
    visit.inputs.household.category = house::HouseholdCategory::Dibao;
    REQUIRE(counter.store.save(visit, {"李长河", ""}));
    Sitting at(counter);
    at.kiosk.click("home.reports");
    at.kiosk.click("report.table.1");
    CHECK(at.kiosk.shows("王桂兰"));
    at.kiosk.click("dialog.close");

    sign_in_as(counter, at, access::Role::Auditor);
    at.kiosk.frames(2);
    at.kiosk.click("home.reports");
    at.kiosk.click("report.table.1");
    CHECK(at.kiosk.shows("王*兰"));
}

TEST_CASE("the audit log is read by who may, filtered, and found whole") {
    Counter counter;
    Sitting at(counter);
    sign_in_as(counter, at, access::Role::Supervisor);
    at.kiosk.frames(2);
    at.kiosk.click("home.audit");
    REQUIRE(at.app.state().audit);
    CHECK(at.kiosk.shows("链条完整，共 2 行"));
    CHECK(at.kiosk.shows("周玉梅 · 登录"));

    at.kiosk.click("audit.action.0");
    CHECK(at.app.state().audit->rows.size() == 1);
    at.kiosk.click("audit.csv");
    CHECK(files(counter, ".csv") == 1);
    CHECK(counter.actions().front() == "audit.read");
    at.kiosk.click("dialog.close");
    at.app.dispatch(Lock{});
    at.kiosk.frames(2);
    CHECK(at.kiosk.find("home.audit") == nullptr);
}

TEST_CASE("a technician sees no audit log") {
    Counter counter;
    Sitting at(counter);
    sign_in_as(counter, at, access::Role::Technician);
    at.kiosk.frames(2);

    CHECK(at.kiosk.find("home.reports"));
    CHECK(at.kiosk.find("home.audit") == nullptr);
    at.app.dispatch(ShowDialog{{Dialog::Kind::Audit, {}}});
    CHECK_FALSE(at.app.state().dialog);
}

TEST_CASE("a clerk approves what another recorded, and the day cannot be set past that") {
    Counter counter;
    record_accepted(counter, 1);
    Sitting at(counter);
    sign_in_as(counter, at, access::Role::CountyClerk);
    const std::string id = sample_visit(counter.reference).id;
    at.app.dispatch(OpenVisitAt{id});
    View view = at.app.state().view;
    view.procedure_step = static_cast<int>(visit::ProcedureStep::CountyApproval);
    at.app.dispatch(SetView{view});
    at.app.dispatch(ShowDialog{{Dialog::Kind::Procedure, {}}});
    at.kiosk.frames(2);
    CHECK(at.kiosk.find("procedure.today") == nullptr);

    at.kiosk.click("procedure.approve");

    CHECK(at.kiosk.shows("已批准"));
    CHECK(counter.actions().front() == "subsidy.approve");
    CHECK(counter.store.load(id)->procedure.day_of(visit::ProcedureStep::CountyApproval));
    CHECK_FALSE(at.kiosk.find("procedure.approve")->enabled);
    visit::Procedure taken_back = at.app.state().open->visit.procedure;
    taken_back.reached.erase("county_approval");
    at.app.dispatch(SetProcedure{taken_back});
    CHECK(at.app.state().open->visit.procedure != taken_back);
}

TEST_CASE("nobody approves what he recorded") {
    Counter counter;
    const std::string today = storage::wall_time().substr(0, 10);
    const visit::Visit visit = accepted_visit(counter, 1, today);
    REQUIRE(counter.store.save(visit, {"周玉梅", ""}));
    Sitting at(counter);
    sign_in_as(counter, at, access::Role::Supervisor);
    at.app.dispatch(OpenVisitAt{visit.id});

    at.app.dispatch(Approve{});

    CHECK(at.app.state().toast->phrase.key == "toast.approve.own");
    CHECK_FALSE(
        counter.store.load(visit.id)->procedure.day_of(visit::ProcedureStep::CountyApproval));
}

TEST_CASE("a household takes home all that is kept of it") {
    Counter counter;
    visit::Visit visit = sample_visit(counter.reference);
    visit.inputs.household.phone = "13904550001";
    REQUIRE(counter.store.save(visit, {"李长河", ""}));
    Sitting at(counter);
    at.app.dispatch(OpenVisitAt{visit.id});
    at.app.dispatch(Go{ScreenId::Sheets});
    at.kiosk.frames(2);

    at.kiosk.click("sheets.own");

    CHECK(files(counter, ".pdf") == 1);
    REQUIRE(files(counter, ".json") == 1);
    for (const auto& entry : fs::directory_iterator(counter.folder / "papers")) {
        if (entry.path().extension() != ".json") continue;
        CHECK(longju::test::bytes_of(entry.path()).contains("13904550001"));
    }
    CHECK(counter.actions().front() == "person.hand_out");
}
