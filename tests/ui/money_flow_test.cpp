// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include <catch2/catch_test_macros.hpp>

#include "kiosk/schemes.h"
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
    app.dispatch(Go{ScreenId::Subsidy});
    kiosk.frames(2);
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
    app.dispatch(Go{ScreenId::Subsidy});
    kiosk.frames(2);

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

TEST_CASE("advice is computed for the own money that is named, and its scheme stands beside") {
    const auto reference = small_reference();
    FakeServices services(reference);
    App app(reference, services, {});
    Driver kiosk(app);
    kiosk.click("home.continue");
    const measure::Scheme before = app.state().open->inputs().scheme;

    kiosk.click("rail.compare");
    kiosk.click("compare.purse.0");
    kiosk.frames(3);
    REQUIRE(app.state().advice.has_value());
    REQUIRE(app.state().advice->made.has_value());
    CHECK(app.state().advice->own_money == Money::yuan(5000));
    const advisor::Answer answer = app.state().advice->made->answers.front();
    CHECK(answer.estimate.finance.own.typical <= Money::yuan(5000));
    CHECK(app.state().advice->made->front.size() >= 2);
    app.memory().focus = "compare.chart";
    kiosk.key(Key::Right);
    kiosk.key(Key::Right);
    CHECK(app.state().view.front_step == 1);
    kiosk.key(Key::Left);
    CHECK(app.state().view.front_step == 0);
    CHECK(app.state().open->inputs().scheme == before);

    kiosk.click("compare.answer.0");
    kiosk.frames(2);
    const auto& others = app.state().open->visit.alternatives.others;
    REQUIRE(others.contains("B"));
    CHECK(others.at("B").choices == answer.scheme.choices);
    REQUIRE(app.state().open->compared.contains("B"));
    CHECK(app.state().open->compared.at("B").estimate->finance.own.typical ==
          answer.estimate.finance.own.typical);

    kiosk.click("compare.choose.B");
    kiosk.frames(2);
    CHECK(app.state().open->inputs().scheme.choices == answer.scheme.choices);
    CHECK(app.state().open->visit.alternatives.others.at("A") == before);
    CHECK(services.stored.at(app.state().open->visit.id).alternatives.letter == "B");
    kiosk.click("top.undo");
    CHECK(app.state().open->inputs().scheme == before);
    CHECK(app.state().open->visit.alternatives.letter == "A");
}

TEST_CASE("a fifth scheme asks which of four goes, and undo brings that one back") {
    const auto reference = small_reference();
    FakeServices services(reference);
    App app(reference, services, {});
    Driver kiosk(app);
    kiosk.click("home.continue");
    kiosk.click("rail.compare");
    kiosk.frames(3);
    // Three more that no answer is: each lacks one of what is chosen.
    const visit::Visit& visit = app.state().open->visit;
    for (int i = 0; i < 3; ++i) {
        measure::Scheme scheme = visit.inputs.scheme;
        scheme.name = "other";
        scheme.choices.resize(std::min<std::size_t>(scheme.choices.size(), 1));
        for (int more = 0; more < i; ++more) scheme.choices.push_back(scheme.choices.front());
        app.dispatch(add_scheme(visit, *free_letter(visit), scheme));
    }
    kiosk.frames(2);
    CHECK_FALSE(free_letter(visit).has_value());
    CHECK(kiosk.find("compare.copy") == nullptr);
    const auto four = visit.alternatives;

    app.memory().focus = "compare.chart";
    kiosk.key(Key::Right);
    kiosk.key(Key::Right);
    kiosk.click("compare.put");
    REQUIRE(app.state().dialog.has_value());
    CHECK(visit.alternatives == four);
    kiosk.click("compare.replace.C");
    CHECK_FALSE(app.state().dialog.has_value());
    CHECK(visit.alternatives.others.at("C").choices ==
          app.state().advice->made->front.at(1).scheme.choices);
    app.dispatch(Undo{});
    CHECK(visit.alternatives == four);
    kiosk.frames(2);
    kiosk.click("compare.drop.D");
    CHECK_FALSE(visit.alternatives.others.contains("D"));
}

TEST_CASE("an open question of a clause is answered beside it") {
    const auto reference = small_reference();
    FakeServices services(reference);
    App app(reference, services, {});
    Driver kiosk(app);
    kiosk.click("home.continue");
    Inputs unasked = app.state().open->inputs();
    unasked.household.had_housing_support.reset();
    unasked.house.only_dwelling.reset();
    app.dispatch(Edit{"household", {}, unasked});
    kiosk.click("rail.subsidy");
    kiosk.frames(2);
    const auto finding = std::ranges::find_if(
        app.state().open->estimate->subsidy.findings, [](const subsidy::Finding& each) {
            return std::ranges::any_of(each.conditions, [](const subsidy::ConditionTrace& c) {
                return c.truth == subsidy::Truth::Unknown &&
                       c.attribute == "house.is_only_dwelling";
            });
        });
    REQUIRE(finding != app.state().open->estimate->subsidy.findings.end());
    View view = app.state().view;
    view.finding = finding->rule_id;
    app.dispatch(SetView{view});
    kiosk.frames(2);
    const auto open = std::ranges::find_if(app.records(), [](const Record& record) {
        return record.id.starts_with("finding.answer.") && record.id.ends_with(".0");
    });
    REQUIRE(open != app.records().end());
    const std::string id = open->id;
    const auto before = app.state().open->inputs();
    kiosk.click(id);
    CHECK(!(app.state().open->inputs() == before));
    kiosk.frames(2);
    CHECK(kiosk.find(id) == nullptr);  // It is no question any more.
}
