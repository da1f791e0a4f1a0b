// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <filesystem>
#include <thread>

#include "storage/roster.h"
#include "sync/handover.h"
#include "sync/key_pack.h"
#include "ui/counter.h"

using namespace longju;
using namespace longju::kiosk;
using namespace longju::kiosk::testing;

namespace {

namespace fs = std::filesystem;

/// Draws until it holds; false after half a minute.
template <class Holds>
bool draws_until(Driver& kiosk, Holds holds) {
    const auto late = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (!holds()) {
        if (std::chrono::steady_clock::now() > late) return false;
        kiosk.frames(1);
    }
    return true;
}

/// A kiosk with long work on a thread of its own, that has begun to read a list.
struct AtWork {
    AtWork() {
        app.work_in_background();
        services.hold = true;
        app.dispatch(ShowDialog{{Dialog::Kind::List, {}}});
        app.dispatch(ReadList{{"list.csv", "", {}}});
        REQUIRE(app.state().work);
        services.seconds += 0.5;  // Long enough to be shown.
        kiosk.frames(3);
    }
    ~AtWork() { services.hold = false; }
    AtWork(const AtWork&) = delete;
    AtWork& operator=(const AtWork&) = delete;

    bool ends() {
        return draws_until(kiosk, [this] { return !app.state().work; });
    }

    estimate::Reference reference = small_reference();
    FakeServices services{reference};
    App app{reference, services, {}};
    Driver kiosk{app};
};

std::string long_list(int rows) {
    std::string text = "乡镇,村,组,户主姓名,电话\n";
    for (int i = 0; i < rows; ++i) {
        text += "榆林镇,新发村,3组,户" + std::to_string(i) + ",1390455" +
                std::to_string(1000 + i % 9000) + "\n";
    }
    return text;
}

int listed(Counter& counter) {
    int households = 0;
    auto roster = storage::Roster::open(counter.store);
    const auto villages = roster->villages().value();
    for (const storage::VillageCount& village : villages) households += village.households;
    return households;
}

/// A store that knows its county and has a visit to hand over.
void begin_handing_over(Counter& counter) {
    REQUIRE(sync::become_county(counter.store, "兰西县住建局"));
    REQUIRE(counter.store.save(sample_visit(counter.reference), {"李长河", ""}));
    fs::create_directories(counter.folder / "stick");
}

}  // namespace

TEST_CASE("while a long work goes on the frames are drawn, it is shown, and nothing is edited") {
    AtWork at;

    CHECK(at.kiosk.shows("正在读名册"));
    CHECK(draws_until(at.kiosk, [&] { return at.kiosk.shows("62 %"); }));
    CHECK(at.kiosk.find("work.stop")->enabled);
    CHECK(at.app.wake_at_s() <= at.app.state().now_s + 0.05);
    at.app.dispatch(CloseDialog{});
    at.app.dispatch(StartVisit{HouseSource::Survey, {}});
    CHECK(at.app.state().dialog);
    CHECK_FALSE(at.app.state().open);
    at.app.dispatch(DropFiles{{"photo.jpg"}});
    CHECK(at.app.state().toast->phrase.key == "toast.at_work");

    at.services.hold = false;
    REQUIRE(at.ends());
    REQUIRE(at.app.state().list);
    CHECK(at.app.state().list->fresh == 3);
    CHECK_FALSE(at.kiosk.shows("正在读名册"));
}

TEST_CASE("work that is cancelled changes nothing and says so") {
    AtWork at;

    at.kiosk.click("work.stop");

    REQUIRE(at.ends());
    CHECK_FALSE(at.app.state().list);
    CHECK(at.kiosk.shows("停下来了，什么都没改"));
    at.services.hold = false;
    at.kiosk.click("dialog.close");
    CHECK_FALSE(at.app.state().dialog);
}

TEST_CASE(
    "effects that are asked for meanwhile wait their turn, and long ones go when it is stopped") {
    AtWork at;
    at.services.copies.clear();

    // The clock goes on; a lock waits for the store.
    at.app.dispatch(UsersListed{{{"u1", "周玉梅", access::Role::Supervisor}}});
    CHECK(at.app.state().locked);
    at.kiosk.frames(2);
    CHECK(at.kiosk.shows("正在读名册"));
    at.services.hold = false;
    REQUIRE(at.ends());
    CHECK(at.app.state().locked);
    REQUIRE(at.app.state().list);
}

TEST_CASE("a window that is closed at work stops it first and then leaves") {
    AtWork at;

    at.app.dispatch(Leave{});
    CHECK_FALSE(at.app.state().leaving);

    REQUIRE(draws_until(at.kiosk, [&] { return at.app.state().leaving; }));
    CHECK_FALSE(at.app.state().work);
    CHECK(at.services.lists_taken == 0);
}

TEST_CASE("a real store is worked on by the thread while frames are drawn") {
    constexpr int rows = 3000;
    Counter counter;
    Sitting at(counter);
    at.app.work_in_background();
    const std::string file = counter.put("list.csv", long_list(rows));
    at.app.dispatch(ShowDialog{{Dialog::Kind::List, {}}});

    at.app.dispatch(ReadList{{file, "", {}}});
    CHECK(at.app.state().work);
    REQUIRE(draws_until(at.kiosk, [&] { return !at.app.state().work; }));
    REQUIRE(at.app.state().list);
    CHECK(at.app.state().list->fresh == rows);
    at.app.dispatch(TakeList{});
    int frames = 0;
    REQUIRE(draws_until(at.kiosk, [&] { return ++frames > 1 && !at.app.state().work; }));

    CHECK(frames > 2);
    CHECK(listed(counter) == rows);
    CHECK(counter.services.find("户2999")->size() == 1);
}

TEST_CASE("a list that is stopped at any moment is taken whole or not at all") {
    constexpr int rows = 1500;
    constexpr int tries = 8;
    Counter counter;
    Sitting at(counter);
    at.app.work_in_background();
    const std::string file = counter.put("list.csv", long_list(rows));
    int stopped = 0;
    for (int i = 0; i < tries; ++i) {
        at.app.dispatch(ShowDialog{{Dialog::Kind::List, {}}});
        at.app.dispatch(SetView{[&] {
            View view = at.app.state().view;
            view.list = {file, "第" + std::to_string(i), {}};
            return view;
        }()});
        at.app.dispatch(TakeList{});
        const double share = static_cast<double>(i) / tries;
        REQUIRE(draws_until(at.kiosk, [&] {
            return !at.app.state().work || at.app.state().work->share.value_or(0) >= share;
        }));
        at.app.dispatch(StopWork{});
        REQUIRE(draws_until(at.kiosk, [&] { return !at.app.state().work; }));
        const int there = listed(counter);
        CHECK((there == 0 || there == rows));
        if (there == 0) ++stopped;
    }
    CHECK(stopped > 0);
}

TEST_CASE("a parcel that is stopped at any step leaves no file and hands nothing over") {
    Counter counter;
    begin_handing_over(counter);
    const fs::path stick = counter.folder / "stick";
    int steps = 0;
    for (int stop_at = 1; stop_at < 10; ++stop_at) {
        int step = 0;
        Progress* one = nullptr;
        Progress progress([&](std::size_t, std::size_t) {
            if (++step == stop_at) (void)one->stop();
        });
        one = &progress;
        const auto done = sync::export_parcel(counter.store, stick, {.progress = &progress});
        steps = stop_at;
        if (done) break;
        CHECK(progress.stopped());
        CHECK(fs::is_empty(stick));
        const auto handed = counter.store.handed_over().value();
        for (const auto& [id, how] : handed) {
            CHECK(how == storage::HandedOver::No);
        }
    }
    CHECK(steps == 3);  // Sealed, written and read back, and then it was done.
    CHECK_FALSE(fs::is_empty(stick));
}
