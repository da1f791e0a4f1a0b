// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <random>
#include <set>
#include <thread>

#include "faults/scale.h"
#include "storage/visits_store.h"
#include "ui/driver.h"
#include "ui/installed.h"
#include "ui/own_screen.h"
#include "ui/world.h"

using namespace longju;
using namespace longju::kiosk;
using namespace longju::kiosk::testing;

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr std::string_view open_setting = "kiosk.open_visit";
constexpr std::uint32_t pine = 0x105239;  // assets/theme.tsv: 已保存.
constexpr std::uint32_t corn = 0xF4B72E;  // 接着做, and the bar of a field being typed into.
const Rect top_bar{400, 6, 960, 52};

/// Where a person would press, at the size of the screen.
struct Places {
    Rect resume, head;

    static Places find() {
        const auto reference = small_reference();
        FakeServices services(reference);
        App app(reference, services, {});
        Driver kiosk(app, {.width = OwnScreen::width, .height = OwnScreen::height});
        app.dispatch(ShowDialog{{Dialog::Kind::Resume, app.state().visits.front().visit_id}});
        kiosk.frames(2);
        Places places;
        places.resume = kiosk.find("dialog.resume")->visible;
        app.dispatch(OpenVisitAt{app.state().visits.front().visit_id});
        app.dispatch(Go{ScreenId::Household});
        kiosk.frames(2);
        places.head = kiosk.find("household.head")->visible;
        return places;
    }
};

/// When a kiosk dies: so long after its start, or after the first save that it showed.
struct Death {
    milliseconds after;
    bool at_work = true;
};

/// The program in its window, until it is killed.
class RunningKiosk {
public:
    RunningKiosk(const Installed& installed, const OwnScreen& screen, Death death)
        : pid_(start(installed, screen)), killer_([this, death] { kill_at(death); }) {}
    RunningKiosk(const RunningKiosk&) = delete;
    RunningKiosk& operator=(const RunningKiosk&) = delete;
    ~RunningKiosk() {
        killer_.join();
        waitpid(pid_, nullptr, 0);
    }

    bool dead() const { return dead_; }
    /// It showed a save: from now on it may die.
    void note_save() { saved_ = true; }
    /// Until it holds or the program is dead; false then and after `most`.
    template <class Holds>
    bool until(milliseconds most, Holds holds) const {
        const auto late = Clock::now() + most;
        while (!holds()) {
            if (dead_ || Clock::now() > late) return false;
            std::this_thread::sleep_for(milliseconds(4));
        }
        return true;
    }

private:
    static pid_t start(const Installed& installed, const OwnScreen& screen) {
        const std::string data = (installed.folder() / "data").string();
        const std::string reference = (installed.folder() / "reference.db").string();
        const pid_t pid = fork();
        if (pid != 0) return pid;
        setenv("DISPLAY", screen.display().c_str(), 1);
        setenv("ASAN_OPTIONS", "detect_leaks=0", 1);
        execl(installed.program().c_str(), "longju-kiosk", "--reference", reference.c_str(),
              "--data", data.c_str(), nullptr);
        _exit(127);
    }
    void kill_at(Death death) {
        // However slow the machine is: one that never shows a save dies, too.
        const auto late = Clock::now() + std::chrono::minutes(1);
        while (death.at_work && !saved_ && Clock::now() < late) {
            std::this_thread::sleep_for(milliseconds(1));
        }
        std::this_thread::sleep_for(death.after);
        kill(pid_, SIGKILL);
        dead_ = true;
    }

    pid_t pid_;
    std::atomic<bool> dead_ = false, saved_ = false;
    std::thread killer_;
};

/// Types names over each other until the program dies; those that it showed as saved.
std::set<std::string> type_until_dead(RunningKiosk& kiosk, const OwnScreen& screen,
                                      const Places& places, int round) {
    std::set<std::string> shown;
    constexpr milliseconds patience{20000};
    const auto saved = [&] { return screen.count(pine, top_bar) > 20; };
    const auto typing = [&] { return screen.count(corn, places.head) > 20; };
    const auto offered = [&] { return screen.count(corn, places.resume) > 500; };
    if (!kiosk.until(patience, offered)) return shown;
    // One press too many would fall on what is under it.
    while (!kiosk.dead() && !saved()) {
        if (offered()) screen.click(places.resume.centre());
        (void)kiosk.until(milliseconds(2500), saved);
    }
    for (int n = 0; !kiosk.dead(); ++n) {
        const std::string name = fmt::format("r{:03}n{:02}", round % 1000, n % 100);
        screen.click(places.head.centre());
        if (!kiosk.until(milliseconds(3000), typing)) continue;
        screen.input("key --delay 8 --repeat 7 BackSpace");
        screen.input("type --delay 8 " + name);
        screen.input("key Return");
        // The field is left with Return, and leaving it saves: what is drawn then is the answer.
        const auto left_and_saved = [&] { return !typing() && saved(); };
        if (!kiosk.until(milliseconds(5000), left_and_saved)) continue;
        shown.insert(name);
        kiosk.note_save();
    }
    return shown;
}

/// Of those names, the ones that no revision of the visit holds.
std::set<std::string> lost(storage::VisitsStore& store, const std::string& visit_id,
                           std::set<std::string> names) {
    const auto revisions = store.revisions(visit_id).value();
    for (const visit::Revision& revision : revisions) {
        std::erase_if(names, [&](const std::string& name) { return revision.body.contains(name); });
    }
    return names;
}

}  // namespace

TEST_CASE("a kiosk killed while somebody types loses nothing that it showed as saved") {
    const Installed installed;
    if (!installed.there()) SKIP("longju-kiosk is not built");
    for (const char* program : {"Xvfb", "xdotool"}) {
        if (!is_installed(program)) SKIP(program << " is not installed");
    }
    const OwnScreen screen;
    REQUIRE(screen.there());
    const Places places = Places::find();
    visit::Visit visit = sample_visit(small_reference());
    visit.step = visit::Step::Household;
    // Without a place there is no result to compute with every key, and more keys to be killed at.
    visit.inputs.place = {};
    {
        auto store = storage::VisitsStore::open(installed.folder() / "data").value();
        REQUIRE(store.save(visit, {"test", ""}));
        REQUIRE(store.keep_setting(open_setting, visit.id));
    }

    const int kills = faults::scaled(20);
    std::mt19937 dice(20261126);
    std::size_t shown_as_saved = 0, lost_saves = 0;
    int at_work = 0;
    for (int round = 0; round < kills; ++round) {
        // Some die before their window is there.
        const bool at_work_now = round % 5 != 0;
        std::uniform_int_distribution<int> life(at_work_now ? 0 : 50, 2500);
        std::set<std::string> names;
        {
            RunningKiosk kiosk(installed, screen, {milliseconds(life(dice)), at_work_now});
            names = type_until_dead(kiosk, screen, places, round);
        }
        shown_as_saved += names.size();
        if (!names.empty()) ++at_work;
        INFO("kill " << round);
        auto store = storage::VisitsStore::open(installed.folder() / "data");
        REQUIRE(store);
        CHECK_FALSE(store->set_aside());
        const std::size_t lost_now = lost(*store, visit.id, names).size();
        CHECK(lost_now == 0);
        lost_saves += lost_now;
        // The same visit and step are offered again; the next round takes the offer.
        CHECK(store->setting(open_setting).value() == visit.id);
        CHECK(store->load(visit.id).value().step == visit::Step::Household);
    }
    faults::report("kiosk: {} kills, {} of them between saves; {} saves were shown, {} lost", kills,
                   at_work, shown_as_saved, lost_saves);
    // Or the proof proves nothing.
    CHECK(at_work > kills / 3);
}
