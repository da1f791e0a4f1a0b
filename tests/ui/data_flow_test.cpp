// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include <catch2/catch_test_macros.hpp>

#include "kiosk/data_reduce.h"
#include "kiosk/services.h"
#include "storage/parties.h"
#include "storage/platform.h"
#include "ui/driver.h"
#include "ui/world.h"
#include "unit/storage/temporary_folder.h"
#include "unit/sync/sample_packs.h"

using namespace longju;
using namespace longju::kiosk;
using namespace longju::kiosk::testing;

namespace {

/// A laptop that believes a county, and the county's packs.
struct Laptop {
    Laptop()
        : reference(sync::sample::shipped()),
          store(storage::VisitsStore::open(folder.path()).value()),
          services(reference, folder / "papers", folder / "prices.csv", store) {
        believe(county.signer);
    }

    /// As the county, from now on.
    void believe(const std::string& signer) {
        REQUIRE(storage::Parties(store.database())
                    .put({.signer = signer,
                          .kind = storage::PartyKind::County,
                          .name_zh = "望奎县住建局",
                          .township = {},
                          .version = 1,
                          .known_since = "2026-11-26",
                          .revoked_at = {}}));
    }

    /// A pack on the "stick": the folder of papers.
    std::string sent(const sync::DataPack& pack) {
        const auto bytes = sync::data_pack_bytes(pack, county, reference);
        REQUIRE(bytes);
        REQUIRE(storage::make_folder(folder / "papers"));
        const auto file = folder / "papers" / (std::to_string(pack.version) + ".ljd");
        REQUIRE(storage::replace_file(file, *bytes));
        return storage::utf8_path(file);
    }
    visit::Visit record() {
        visit::Visit visit = sample_visit(reference);
        visit.id = std::string(32, '7');
        REQUIRE(store.save(visit, {"李雪梅", reference.data_hash}));
        return visit;
    }

    access::SigningKey county = access::new_signing_key();
    test::TemporaryFolder folder;
    estimate::Reference reference;
    storage::VisitsStore store;
    DiskServices services;
};

Money typical_cost(const App& app) {
    const estimate::Estimate* shown = shown_estimate(app.state());
    REQUIRE(shown != nullptr);
    return shown->finance.cost.typical;
}

void install_the_newest(Driver& kiosk) {
    kiosk.app().dispatch(ShowDialog{{Dialog::Kind::Packs, {}}});
    kiosk.frames(2);
    kiosk.click("packs.found.0");
    kiosk.click("dialog.close");
}

}  // namespace

TEST_CASE("a visit keeps the prices of its day until somebody has seen the newer ones") {
    Laptop laptop;
    const visit::Visit visit = laptop.record();
    App app(laptop.reference, laptop.services, {});
    Driver kiosk(app);
    app.dispatch(OpenVisitAt{visit.id});
    const Money before = typical_cost(app);

    laptop.sent(sync::sample::price_pack(1, 180));
    install_the_newest(kiosk);
    CHECK(app.state().data.shelf.size() == 1);
    CHECK(has_older_data(app.state()));
    CHECK(typical_cost(app) == before);
    // Also when it is opened again, and an edit is saved as of the same data.
    app.dispatch(Go{ScreenId::Home});
    app.dispatch(OpenVisitAt{visit.id});
    CHECK(typical_cost(app) == before);
    CHECK(laptop.store.data_hash_of(visit.id) == laptop.reference.data_hash);

    app.dispatch(Go{ScreenId::Result});
    kiosk.frames(2);
    kiosk.click("notice.older_data");
    REQUIRE(app.state().reprice);
    const auto& turns = app.state().reprice->prices;
    CHECK(std::ranges::any_of(turns, [](const PriceTurn& turn) {
        return turn.after && turn.after->typical == Money::yuan(180);
    }));
    kiosk.click("dialog.close");
    CHECK(typical_cost(app) == before);

    kiosk.click("notice.older_data");
    const Money promised = app.state().reprice->newer->finance.cost.typical;
    kiosk.click("reprice.use");
    CHECK(typical_cost(app) == promised);
    CHECK(promised > before);
    CHECK_FALSE(has_older_data(app.state()));
    CHECK(laptop.store.data_hash_of(visit.id) == app.state().data.newest->data_hash);
    CHECK(laptop.store.revisions(visit.id)->size() >= 2);
}

TEST_CASE("going back to the pack before takes a reason, and leaves it in the audit log") {
    Laptop laptop;
    App app(laptop.reference, laptop.services, {});
    Driver kiosk(app);
    laptop.sent(sync::sample::price_pack(1, 160));
    install_the_newest(kiosk);
    const std::string first = app.state().reference->data_hash;
    laptop.sent(sync::sample::price_pack(2, 170));
    install_the_newest(kiosk);
    CHECK(app.state().reference->data_hash != first);

    app.dispatch(ShowDialog{{Dialog::Kind::Packs, {}}});
    kiosk.frames(2);
    kiosk.click("packs.back.prices/wangkui-2026");
    CHECK_FALSE(kiosk.find("packs.do")->enabled);
    kiosk.click("packs.reason");
    kiosk.type("价格有误");
    kiosk.click("packs.do");
    CHECK(app.state().reference->data_hash == first);
    const auto rows = storage::AuditLog(laptop.store.database()).newest(1).value();
    CHECK(rows.front().entry.action == "pack.roll_back");
    CHECK(rows.front().entry.detail == "价格有误");
}

TEST_CASE("a pack of a stranger is refused in words") {
    Laptop laptop;
    App app(laptop.reference, laptop.services, {});
    Driver kiosk(app);
    laptop.county = access::new_signing_key();
    laptop.sent(sync::sample::price_pack());
    install_the_newest(kiosk);
    REQUIRE(app.state().toast);
    CHECK_FALSE(app.state().toast->good);
    CHECK(app.state().data.shelf.empty());
}

TEST_CASE("data that are no longer here are told, and the visit opens with the newest") {
    Laptop laptop;
    visit::Visit visit = laptop.record();
    visit.notes = "换过程序";
    REQUIRE(laptop.store.save(visit, {"李雪梅", std::string(64, 'e')}));
    App app(laptop.reference, laptop.services, {});
    app.dispatch(OpenVisitAt{visit.id});
    REQUIRE(app.state().open);
    CHECK(app.state().toast->phrase.key == "toast.data_lost");
    CHECK(shown_estimate(app.state()) != nullptr);
    CHECK_FALSE(has_older_data(app.state()));
}

TEST_CASE("what a visit is computed with outlives the program that brought it") {
    Laptop laptop;
    estimate::Reference next = laptop.reference;
    next.data_hash = std::string(64, 'f');  // As a newer program has it.
    cost::Price& wall = *std::ranges::find(next.prices.prices, "wall_eps100", &cost::Price::id);
    wall.per_unit = {Money::yuan(300), Money::yuan(400), Money::yuan(500)};
    visit::Visit visit = sample_visit(laptop.reference);
    visit.id = std::string(32, '7');
    REQUIRE(laptop.services.save(visit));

    DiskServices newer(next, laptop.folder / "papers", laptop.folder / "prices.csv", laptop.store);
    App app(next, newer, {});
    app.dispatch(OpenVisitAt{visit.id});
    REQUIRE(app.state().open);
    CHECK(has_older_data(app.state()));
    CHECK(app.state().reference->prices.find("wall_eps100")->per_unit.typical < Money::yuan(200));
}

TEST_CASE("the county's desk signs the prices it asked for, and a laptop installs them") {
    Laptop county;
    county.believe(county.store.signer());  // Itself: it is the desk.
    REQUIRE(county.services.keep_price(
        {"wall_eps100", cost::LocalPrice{"wall_eps100",
                                         {Money::yuan(150), Money::yuan(165), Money::yuan(180)},
                                         "2026-11",
                                         "建材店"}}));
    App app(county.reference, county.services, {});
    Driver kiosk(app);
    app.dispatch(ShowDialog{{Dialog::Kind::Packs, {}}});
    kiosk.frames(2);
    kiosk.click("packs.sign.prices");
    kiosk.click("packs.sign.prices");
    REQUIRE(app.state().data.found.size() == 2);
    kiosk.click("packs.found.0");
    REQUIRE(app.state().data.shelf.size() == 1);
    CHECK(app.state().reference->prices.find("wall_eps100")->per_unit.typical == Money::yuan(165));
    // Without a clause that was drafted there is nothing to sign.
    kiosk.click("packs.sign.clauses");
    CHECK_FALSE(app.state().toast->good);
}
