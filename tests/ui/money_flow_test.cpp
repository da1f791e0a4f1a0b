// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include <catch2/catch_test_macros.hpp>

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
    kiosk.click("advice.take.0");
    CHECK(app.state().open->inputs().scheme.choices == answer.scheme.choices);
    CHECK_FALSE(app.state().dialog.has_value());
    CHECK_FALSE(app.state().advice.has_value());
    CHECK_FALSE(services.panel.has_value());
    app.dispatch(Undo{});
    CHECK(app.state().open->inputs().scheme.choices != answer.scheme.choices);
}
