// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <chrono>

#include "catch2/catch_test_macros.hpp"
#include "ui/driver.h"
#include "ui/world.h"

using namespace longju;
using namespace longju::kiosk;
using namespace longju::kiosk::testing;

namespace {

double milliseconds(const auto& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
        .count();
}

}  // namespace

TEST_CASE("a catalog of a thousand designs opens and searches without a pause") {
    estimate::Reference reference = small_reference();
    const std::vector<house::Design> some = reference.designs;
    while (reference.designs.size() < 1000) {
        house::Design design = some[reference.designs.size() % some.size()];
        design.id += "-" + std::to_string(reference.designs.size());
        reference.designs.push_back(std::move(design));
    }
    FakeServices services(reference);
    App app(reference, services, {});
    app.draw_pictures_in_background();
    Driver kiosk(app);
    kiosk.click("home.continue");
    app.dispatch(Go{ScreenId::House});
    View view;
    view.house_tab = HouseSource::Design;

    const double first_ms = milliseconds([&] {
        app.dispatch(SetView{view});
        kiosk.frames(1);
    });
    const double next_ms = milliseconds([&] { kiosk.frames(1); });
    view.design_search = "lj-90s 阳光间";
    const double search_ms = milliseconds([&] {
        app.dispatch(SetView{view});
        kiosk.frames(1);
    });

    WARN("1000 designs: the first frame " << first_ms << " ms, the next " << next_ms
                                          << " ms, a search " << search_ms << " ms");
    // A tenth of a second is what a person feels; the slack is for builds with sanitizers.
    CHECK(next_ms < 1000.0);
    CHECK(search_ms < 3000.0);
}
