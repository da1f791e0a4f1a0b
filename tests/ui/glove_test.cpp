// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <catch2/catch_test_macros.hpp>

#include "ui/counter.h"

using namespace longju;
using namespace longju::kiosk;
using namespace longju::kiosk::testing;

TEST_CASE("gloves are put on where letters are chosen, and the next start remembers them") {
    Counter counter;
    {
        Sitting at(counter);
        const float before = at.app.scale(at.kiosk.window);
        at.kiosk.click("rail.size");

        at.kiosk.click("dialog.glove.1");

        CHECK(at.app.state().settings.glove);
        CHECK(at.app.scale(at.kiosk.window) == before * static_cast<float>(glove_size));
        at.kiosk.click("dialog.close");
        const Record* start = at.kiosk.find("home.start.survey");
        REQUIRE(start != nullptr);
        CHECK(start->rect.h * at.app.scale(at.kiosk.window) >= 79);
    }
    CHECK(counter.services.kept_settings().glove);
    Settings settings = counter.services.kept_settings();
    settings.glove = false;
    counter.services.keep(settings);
    CHECK_FALSE(counter.services.kept_settings().glove);
}

TEST_CASE("somebody who chose larger letters than gloves need keeps them") {
    const auto reference = small_reference();
    FakeServices services(reference);
    Settings settings;
    settings.size = 2.5;
    settings.glove = true;
    App app(reference, services, settings);

    CHECK(app.scale({}) == 2.5F);
    CHECK(app.scale({.display_scale = 1.25F}) == 3.125F);
}
