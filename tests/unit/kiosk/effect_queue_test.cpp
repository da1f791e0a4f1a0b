// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/effect_queue.h"

#include <algorithm>
#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <iterator>
#include <thread>

using namespace longju;
using namespace longju::kiosk;

namespace {

/// Writes down what it is asked for. A list is read for as long as `hold`.
class SlowServices : public Services {
public:
    Result<std::vector<VisitCard>> list() override {
        const Inside inside(*this);
        done.emplace_back("list");
        return std::vector<VisitCard>{};
    }
    Result<VisitLoaded> load(const std::string&) override { return none(); }
    Result<VisitSaved> save(const visit::Visit& visit) override {
        const Inside inside(*this);
        done.push_back("save " + visit.id);
        return VisitSaved{visit.id, "14:03"};
    }
    std::optional<estimate::Estimate> estimate(const Inputs&) override { return std::nullopt; }
    Result<std::filesystem::path> write(Export, const visit::Visit&) override { return none(); }
    Result<std::vector<sheet::Printer>> printers() override {
        const Inside inside(*this);
        while (hold) std::this_thread::sleep_for(std::chrono::milliseconds(1));
        done.emplace_back("printers");
        return std::vector<sheet::Printer>{};
    }
    Result<sheet::Printed> print(const sheet::PrintJob&, const std::string&,
                                 const visit::Visit&) override {
        return none();
    }
    void begin_advice(const Inputs&, Money) override {}
    void end_advice() override {}
    std::optional<AdvicePanel> advice() override { return std::nullopt; }
    std::string new_visit_id() override { return "9"; }
    void keep(const Settings&) override {}
    void note_open(const std::string&) override {}
    Tick now() override { return {}; }
    Result<ListPanel> read_list(const ListRequest& request, bool, Progress& progress) override {
        const Inside inside(*this);
        for (std::size_t row = 0; hold; ++row) {
            if (auto go = progress.reach(row % 100, 100); !go) return std::unexpected(go.error());
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        if (auto go = progress.last_call(); !go) return std::unexpected(go.error());
        done.push_back("list " + request.file);
        return ListPanel{.name = request.file, .columns = {}, .refused = {}, .refusal = {}};
    }

    std::atomic<bool> hold = false;
    std::atomic<int> most_inside = 0;
    std::vector<std::string> done;  ///< In their order; of one thread at a time.

private:
    static std::unexpected<Error> none() { return fail(ErrorKind::NotFound, "nothing"); }
    struct Inside {
        explicit Inside(SlowServices& in) : services(in) {
            services.most_inside = std::max(services.most_inside.load(), ++services.inside_);
        }
        ~Inside() { --services.inside_; }
        Inside(const Inside&) = delete;
        Inside& operator=(const Inside&) = delete;
        SlowServices& services;
    };
    std::atomic<int> inside_ = 0;
};

TryList reading(const char* file) { return {{file, "", {}}, false}; }

SaveVisit saving(const char* id) {
    SaveVisit save;
    save.visit.id = id;
    return save;
}

/// Frames go on until nothing is left to do.
std::vector<Action> answers_of(EffectQueue& queue) {
    std::vector<Action> all;
    do {
        std::ranges::move(queue.go_on(), std::back_inserter(all));
        std::this_thread::yield();
    } while (queue.busy());
    return all;
}

template <class T>
int count(const std::vector<Action>& actions) {
    return static_cast<int>(std::ranges::count_if(
        actions, [](const Action& action) { return std::holds_alternative<T>(action); }));
}

using Done = std::vector<std::string>;

}  // namespace

TEST_CASE("effects are done in the order in which they were asked for, on a thread or not") {
    for (const bool background : {false, true}) {
        SlowServices services;
        EffectQueue queue(services);
        queue.in_background(background);
        queue.ask(saving("1"));
        queue.ask(reading("a.csv"));
        queue.ask(saving("2"));
        queue.ask(reading("b.csv"));
        queue.ask(ListVisits{});

        const auto answers = answers_of(queue);

        CHECK(services.done == Done{"save 1", "list a.csv", "save 2", "list b.csv", "list"});
        CHECK(services.most_inside == 1);
        CHECK(count<ListRead>(answers) == 2);
        CHECK(count<VisitSaved>(answers) == 2);
    }
}

TEST_CASE("while a long one goes on short ones wait, and what goes on is told") {
    SlowServices services;
    services.hold = true;
    EffectQueue queue(services);
    queue.in_background(true);
    queue.ask(reading("a.csv"));
    CHECK(queue.go_on().empty());
    queue.ask(saving("1"));

    CHECK(queue.go_on().empty());
    REQUIRE(queue.work());
    CHECK(queue.work()->key == "work.list.read");
    CHECK(queue.work()->can_stop);

    services.hold = false;
    CHECK(count<VisitSaved>(answers_of(queue)) == 1);
    CHECK_FALSE(queue.work());
}

TEST_CASE("what is stopped answers so, long ones that wait are given up, saves are not") {
    SlowServices services;
    services.hold = true;
    EffectQueue queue(services);
    queue.in_background(true);
    queue.ask(reading("a.csv"));
    (void)queue.go_on();
    queue.ask(reading("b.csv"));
    queue.ask(saving("1"));

    queue.stop();

    const auto answers = answers_of(queue);
    CHECK(count<WorkStopped>(answers) == 1);
    CHECK(count<ListRead>(answers) == 0);
    CHECK(services.done == Done{"save 1"});
}

TEST_CASE("what cannot be stopped goes on to its end") {
    SlowServices services;
    services.hold = true;
    EffectQueue queue(services);
    queue.in_background(true);
    queue.ask(AskPrinters{});
    (void)queue.go_on();
    while (queue.work()->can_stop) std::this_thread::yield();

    queue.stop();
    services.hold = false;

    CHECK(count<PrintersListed>(answers_of(queue)) == 1);
}

TEST_CASE("a queue that ends at work stops it and waits") {
    SlowServices services;
    services.hold = true;
    {
        EffectQueue queue(services);
        queue.in_background(true);
        queue.ask(reading("a.csv"));
        (void)queue.go_on();
    }
    CHECK(services.done.empty());
}

TEST_CASE("at the end of the program what waits is done") {
    SlowServices services;
    EffectQueue queue(services);
    queue.in_background(true);
    queue.ask(reading("a.csv"));
    (void)queue.go_on();
    queue.ask(saving("1"));

    while (queue.busy()) (void)queue.finish();

    CHECK(services.done == Done{"list a.csv", "save 1"});
}
