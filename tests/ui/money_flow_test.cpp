// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include <catch2/catch_test_macros.hpp>

#include "subsidy/rule_case.h"
#include "ui/driver.h"
#include "ui/world.h"

using namespace longju;
using namespace longju::kiosk;
using namespace longju::kiosk::testing;

TEST_CASE("a price asked here counts at once, and for the next visit") {
    const auto reference = small_reference();
    FakeServices services(reference);
    App app(reference, services, {});
    Driver kiosk(app);
    kiosk.click("home.continue");
    app.dispatch(Go{ScreenId::Configure});
    kiosk.frames(2);
    const Money before = app.state().open->estimate->quote.total.typical;

    kiosk.click("bar.prices");
    kiosk.click("prices.typical");
    for (int i = 0; i < 3; ++i) kiosk.key(Key::Backspace);  // The decimals.
    kiosk.type("9");
    kiosk.click("prices.source");
    kiosk.type("镇建材店报价");
    const auto& prices = app.state().open->inputs().prices;
    REQUIRE(prices.size() == 1);
    CHECK(prices.front().per_unit.low <= prices.front().per_unit.typical);
    CHECK(prices.front().per_unit.typical <= prices.front().per_unit.high);
    CHECK(prices.front().date == "2026-11");
    CHECK(prices.front().source.find("镇建材店报价") != std::string::npos);
    kiosk.click("dialog.close");
    kiosk.frames(2);
    CHECK(app.state().open->estimate->quote.total.typical != before);

    CHECK(services.local_prices == prices);
    app.dispatch(StartVisit{HouseSource::Survey, {}});
    CHECK(app.state().open->inputs().prices == services.local_prices);
}

TEST_CASE("a visit changes only its own prices for the next one") {
    const auto reference = small_reference();
    FakeServices services(reference);
    const cost::LocalPrice elsewhere{.id = "pellets",
                                     .per_unit = {Money::yuan(1), Money::yuan(2), Money::yuan(3)},
                                     .date = "2026-10",
                                     .source = "别村问的"};
    services.local_prices = {elsewhere};
    App app(reference, services, {});
    Driver kiosk(app);
    kiosk.click("home.continue");
    app.dispatch(Go{ScreenId::Configure});
    kiosk.frames(2);

    kiosk.click("bar.prices");
    kiosk.click("dialog.close");
    CHECK(services.local_prices == std::vector{elsewhere});

    kiosk.click("bar.prices");
    kiosk.click("prices.source");
    kiosk.type("镇建材店报价");
    kiosk.click("dialog.close");
    CHECK(services.local_prices.size() == 2);

    kiosk.click("bar.prices");
    kiosk.click("prices.back");
    kiosk.click("dialog.close");
    CHECK(services.local_prices == std::vector{elsewhere});
}

TEST_CASE("a county's document is entered, proven by hand on this household, and kept") {
    const auto reference = small_reference();
    FakeServices services(reference);
    App app(reference, services, {});
    Driver kiosk(app);
    kiosk.click("home.continue");
    app.dispatch(Go{ScreenId::Result});
    Settings settings = app.state().settings;
    settings.depth = Depth::Technician;
    app.dispatch(SetSettings{settings});
    kiosk.frames(2);
    app.dispatch(ShowDialog{{Dialog::Kind::Finding, "HLJ-COUNTY-ENV"}});
    kiosk.frames(2);
    kiosk.click("finding.clause");

    kiosk.click("clause.doc_title");
    kiosk.type("兰西县农房节能改造补助办法");
    kiosk.click("clause.doc_no");
    kiosk.type("兰建〔2026〕8号");
    kiosk.click("clause.each");
    kiosk.type("3000");
    const auto can_keep = [&] {
        return std::ranges::any_of(app.records(), [](const Record& record) {
            return record.id == "clause.keep" && record.enabled;
        });
    };
    CHECK_FALSE(can_keep());  // Nothing was worked out by hand yet.
    kiosk.click("clause.by_hand");
    kiosk.type("2000");
    CHECK_FALSE(can_keep());  // The hand and the clause do not agree.
    CHECK(kiosk.shows("3,000.00"));
    kiosk.click("clause.by_hand");
    for (int i = 0; i < 4; ++i) kiosk.key(Key::Backspace);
    kiosk.type("3000");
    kiosk.click("clause.keep");

    REQUIRE(services.clauses.size() == 1);
    const KeepClause& kept = services.clauses.front();
    CHECK(kept.id == "HLJ-COUNTY-ENV-231222");
    const auto rules = subsidy::parse_rules(kept.rules, "kept").value();
    const auto cases = subsidy::parse_rule_cases(kept.cases, "kept").value();
    CHECK(subsidy::disagreement(cases.front(), rules).empty());
    CHECK(kept.cases.find("王") == std::string::npos);  // Nobody's name goes with it.
}

TEST_CASE("a loan is worked out once its lender's rate is known") {
    const auto reference = small_reference();
    FakeServices services(reference);
    App app(reference, services, {});
    Driver kiosk(app);
    kiosk.click("home.continue");
    app.dispatch(Go{ScreenId::Result});
    kiosk.frames(2);
    kiosk.click("bar.next");
    kiosk.click("bar.loan");
    CHECK_FALSE(kiosk.shows("每月还"));
    kiosk.click("loan.rate");
    kiosk.type("4.35");
    CHECK(kiosk.shows("每月还"));
    CHECK(app.state().view.loan_rate_percent == 4.35);
}

TEST_CASE("the steps of a case get their days, papers their ticks, and all of it is saved") {
    const auto reference = small_reference();
    FakeServices services(reference);
    App app(reference, services, {});
    Driver kiosk(app);
    kiosk.click("home.continue");
    app.dispatch(Go{ScreenId::Result});
    kiosk.frames(2);
    kiosk.click("bar.next");

    kiosk.click("bar.procedure");
    kiosk.click("procedure.today");
    kiosk.click("procedure.step.4");
    kiosk.click("procedure.today");
    CHECK(kiosk.shows("2026-11-29"));  // The posting's last day.
    CHECK(kiosk.shows("前面有步骤没记日子"));
    kiosk.click("procedure.back");
    kiosk.click("procedure.tab.2");
    kiosk.click("procedure.tick.agreement");
    kiosk.click("dialog.close");

    const std::string id = app.state().open->visit.id;
    const visit::Procedure& saved = services.stored.at(id).procedure;
    CHECK(saved.day_of(visit::ProcedureStep::Application) == date_from("2026-11-22"));
    CHECK(saved.day_of(visit::ProcedureStep::VillagePosting) == date_from("2026-11-21"));
    CHECK(saved.filed.at("agreement"));
}

TEST_CASE("a photo that is dropped belongs to the paper that waits for it") {
    const auto reference = small_reference();
    FakeServices services(reference);
    App app(reference, services, {});
    Driver kiosk(app);
    kiosk.click("home.continue");
    app.dispatch(Go{ScreenId::Result});
    kiosk.frames(2);
    kiosk.click("bar.next");
    kiosk.click("bar.procedure");
    kiosk.click("procedure.tab.2");
    const auto photos = [&] { return app.state().open->visit.procedure.photos; };

    app.dispatch(DropFiles{{"验收.jpg"}});
    CHECK(photos().empty());  // Nobody said what it shows.
    kiosk.click("procedure.camera.archive.acceptance");
    app.dispatch(DropFiles{{"验收.jpg", "验收.jpg", "表.doc"}});
    REQUIRE(photos().size() == 1);
    CHECK(photos().front().paper == "archive.acceptance");
    CHECK(services.stored.at(app.state().open->visit.id).procedure.photos == photos());
    kiosk.click("procedure.photo.path");
    kiosk.type("D:/DCIM/2.jpg");
    kiosk.click("procedure.photo.add");
    CHECK(photos().size() == 2);
    kiosk.click("procedure.photo.del.0");
    REQUIRE(photos().size() == 1);
    CHECK(photos().front().name == "D:/DCIM/2.jpg");
}

TEST_CASE("advice is computed for the own money that is named, and its scheme can be taken") {
    const auto reference = small_reference();
    FakeServices services(reference);
    App app(reference, services, {});
    Driver kiosk(app);
    kiosk.click("home.continue");
    app.dispatch(Go{ScreenId::Configure});
    kiosk.frames(2);

    kiosk.click("bar.advice");
    kiosk.click("advice.own.0");
    kiosk.frames(3);
    REQUIRE(app.state().advice.has_value());
    REQUIRE(app.state().advice->made.has_value());
    CHECK(app.state().advice->own_money == Money::yuan(5000));
    const advisor::Answer answer = app.state().advice->made->answers.front();
    CHECK(answer.estimate.finance.own.typical <= Money::yuan(5000));
    CHECK(app.state().advice->made->front.size() >= 2);
    kiosk.click("advice.front.1");
    CHECK(app.state().view.front_step == 1);
    kiosk.click("advice.take.0");
    CHECK(app.state().open->inputs().scheme.choices == answer.scheme.choices);
    CHECK_FALSE(app.state().dialog.has_value());
    CHECK_FALSE(app.state().advice.has_value());
    CHECK_FALSE(services.panel.has_value());
    app.dispatch(Undo{});
    CHECK(app.state().open->inputs().scheme.choices != answer.scheme.choices);
}
