// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include <catch2/catch_test_macros.hpp>

#include "kiosk/services.h"
#include "storage/visits_merge.h"
#include "ui/driver.h"
#include "ui/world.h"
#include "unit/storage/temporary_folder.h"

using namespace longju;
using namespace longju::kiosk;
using namespace longju::kiosk::testing;

namespace {

const storage::SavedBy technician{"李雪梅", "data"};

/// A kiosk with its own store, and what another laptop has.
struct TwoLaptops {
    estimate::Reference reference = small_reference();
    test::TemporaryFolder here_folder, there_folder;
    storage::VisitsStore here = *storage::VisitsStore::open(here_folder.path(), {});
    storage::VisitsStore there = *storage::VisitsStore::open(there_folder.path(), {});
    DiskServices services{reference, here_folder.path(), here_folder / "prices.csv", here};
    visit::Visit visit = sample_visit(reference);

    /// Both begin with `visit`; then each saves its own.
    void part(const visit::Visit& mine, const visit::Visit& theirs) {
        REQUIRE(there.save(visit, technician));
        bring("1");
        REQUIRE(here.save(mine, technician));
        REQUIRE(there.save(theirs, {"张伟", "data"}));
        bring("2");
    }
    void bring(const char* parcel) {
        REQUIRE(here.merge(*there.revisions(visit.id), {parcel, there.device_id(), "hash"}));
    }
    /// The conflict row with that key, as its targets are called.
    static std::string row(const App& app, std::string_view key, const char* side) {
        const auto& rows = app.state().conflict->rows;
        const auto found = std::ranges::find(rows, key, &ConflictRow::key);
        REQUIRE(found != rows.end());
        return "conflict." + std::to_string(found - rows.begin()) + "." + side;
    }
};

}  // namespace

TEST_CASE("two versions are shown field by field, and what is chosen is saved on top of both") {
    TwoLaptops laptops;
    visit::Visit mine = laptops.visit;
    mine.inputs.household.members = 4;
    mine.inputs.household.phone = "13904550001";
    visit::Visit theirs = laptops.visit;
    theirs.inputs.household.members = 5;
    theirs.notes = "东屋返潮";
    laptops.part(mine, theirs);
    App app(laptops.reference, laptops.services, {});
    Driver kiosk(app);
    CHECK(kiosk.shows("有两个版本"));

    kiosk.click("home.continue");

    REQUIRE(app.state().dialog);
    CHECK(app.state().dialog->kind == Dialog::Kind::Conflict);
    CHECK(app.state().screen == ScreenId::Home);
    CHECK(kiosk.shows("几口人"));
    CHECK(kiosk.shows("东屋返潮"));
    CHECK(kiosk.shows("都用这台的"));
    CHECK_FALSE(kiosk.find("conflict.confirm")->enabled);
    kiosk.click(TwoLaptops::row(app, "inputs.household.members", "theirs"));
    CHECK(kiosk.find(TwoLaptops::row(app, "inputs.household.members", "theirs"))->state == "on");
    kiosk.click("conflict.confirm");

    CHECK_FALSE(app.state().dialog);
    CHECK_FALSE(kiosk.shows("有两个版本"));
    const visit::Visit decided = *laptops.here.load(laptops.visit.id);
    CHECK(decided.inputs.household.members == 5);
    CHECK(decided.inputs.household.phone == "13904550001");
    CHECK(decided.notes == "东屋返潮");
    CHECK(laptops.here.recent(1)->front().heads == 1);
    CHECK(laptops.here.revisions(laptops.visit.id)->size() == 4);
    kiosk.click("home.continue");
    CHECK(app.state().open->inputs().household.members == 5);
}

TEST_CASE("one press takes all of one laptop") {
    TwoLaptops laptops;
    visit::Visit mine = laptops.visit;
    mine.inputs.house.survey->bays = 2;
    mine.inputs.household.members = 4;
    visit::Visit theirs = laptops.visit;
    theirs.inputs.house.wall.assembly_id = "brick_240";
    theirs.inputs.scheme.choices.clear();
    laptops.part(mine, theirs);
    App app(laptops.reference, laptops.services, {});
    Driver kiosk(app);

    kiosk.click("home.continue");
    kiosk.click("conflict.all.mine");
    kiosk.click("conflict.confirm");

    CHECK(*laptops.here.load(laptops.visit.id) == mine);
    CHECK(laptops.here.recent(1)->front().heads == 1);
}

TEST_CASE("versions that need nobody open as one") {
    TwoLaptops laptops;
    visit::Visit mine = laptops.visit;
    mine.notes = "东屋返潮";
    visit::Visit theirs = laptops.visit;
    theirs.inputs.household.members = 5;
    laptops.part(mine, theirs);
    App app(laptops.reference, laptops.services, {});
    Driver kiosk(app);

    kiosk.click("home.continue");

    CHECK_FALSE(app.state().dialog);
    REQUIRE(app.state().open);
    CHECK(app.state().open->inputs().household.members == 5);
    CHECK(app.state().open->visit.notes == "东屋返潮");
}

TEST_CASE("a conflict can wait: the visit opens, and both versions stay") {
    TwoLaptops laptops;
    visit::Visit mine = laptops.visit;
    mine.inputs.household.members = 4;
    visit::Visit theirs = laptops.visit;
    theirs.inputs.household.members = 5;
    laptops.part(mine, theirs);
    App app(laptops.reference, laptops.services, {});
    Driver kiosk(app);

    kiosk.click("home.continue");
    kiosk.click("conflict.later");

    CHECK(app.state().screen == ScreenId::Configure);
    kiosk.click("rail.home");
    CHECK(kiosk.shows("有两个版本"));
    CHECK(laptops.here.recent(1)->front().heads == 2);
}

TEST_CASE("a third version is decided after the first two, and nothing is saved in between") {
    TwoLaptops laptops;
    test::TemporaryFolder folder;
    auto third = *storage::VisitsStore::open(folder.path(), {});
    visit::Visit versions[3] = {laptops.visit, laptops.visit, laptops.visit};
    for (int i = 0; i < 3; ++i) versions[i].inputs.household.members = 4 + i;
    REQUIRE(laptops.there.save(laptops.visit, technician));
    REQUIRE(third.merge(*laptops.there.revisions(laptops.visit.id), {"0", "d", "h"}));
    laptops.bring("1");
    REQUIRE(laptops.here.save(versions[0], technician));
    REQUIRE(laptops.there.save(versions[1], technician));
    REQUIRE(third.save(versions[2], technician));
    laptops.bring("2");
    REQUIRE(laptops.here.merge(*third.revisions(laptops.visit.id), {"3", "d", "h"}));
    App app(laptops.reference, laptops.services, {});
    Driver kiosk(app);

    kiosk.click("home.continue");
    CHECK(kiosk.shows("定了，看下一份"));
    kiosk.click("conflict.all.mine");
    kiosk.click("conflict.confirm");
    REQUIRE(app.state().conflict);
    CHECK(app.state().conflict->before.size() == 1);
    CHECK(laptops.here.recent(1)->front().heads == 3);
    kiosk.click("conflict.all.theirs");
    kiosk.click("conflict.confirm");

    CHECK_FALSE(app.state().dialog);
    CHECK(laptops.here.recent(1)->front().heads == 1);
    CHECK(laptops.here.load(laptops.visit.id)->inputs.household.members != 4);
}

TEST_CASE("doubles are offered once, and what is said of them is kept in the later visit") {
    TwoLaptops laptops;
    visit::Visit first = laptops.visit;
    visit::Visit second = laptops.visit;
    second.id.back() = '2';
    visit::Visit third = laptops.visit;
    third.id.back() = '3';
    third.inputs.place.village = "另一村";
    third.inputs.household.head = "赵德厚";
    for (const visit::Visit& each : {first, second, third}) {
        REQUIRE(laptops.here.save(each, technician));
    }
    App app(laptops.reference, laptops.services, {});
    Driver kiosk(app);

    kiosk.click("home.doubles");
    CHECK(kiosk.shows("同村同名"));
    REQUIRE(app.state().doubles.size() == 1);
    kiosk.click("doubles.0.different");
    CHECK(kiosk.shows("没发现记重的户"));
    CHECK(laptops.here.load(second.id)->different_from.at(first.id));
    CHECK(laptops.here.count() == 3);
    CHECK(*laptops.here.load(first.id) == first);

    second.different_from.clear();
    REQUIRE(laptops.here.save(second, technician));
    kiosk.click("dialog.close");
    kiosk.click("home.doubles");
    kiosk.click("doubles.0.same");
    CHECK(laptops.here.load(second.id)->same_as == first.id);
    CHECK(app.state().doubles.empty());
}
