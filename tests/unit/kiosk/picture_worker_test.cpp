// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/picture_worker.h"

#include <atomic>
#include <future>

#include <catch2/catch_test_macros.hpp>

namespace longju::kiosk {

namespace {

Pixels one_pixel() { return {1, 1, {}}; }

std::vector<std::string> names_when_done(PictureWorker& worker) {
    std::vector<std::string> names;
    while (worker.busy()) {
        for (const auto& [name, pixels] : worker.take_made()) names.push_back(name);
        std::this_thread::yield();
    }
    return names;
}

}  // namespace

TEST_CASE("pictures are made in the order of asking, each once") {
    PictureWorker worker;
    CHECK_FALSE(worker.busy());
    std::promise<void> open;
    const std::shared_future<void> gate = open.get_future().share();
    worker.ask("first", [gate] { return gate.wait(), one_pixel(); });
    worker.ask("second", one_pixel);
    worker.ask("second", one_pixel);
    worker.ask("first", one_pixel);
    CHECK(worker.busy());
    open.set_value();
    CHECK(names_when_done(worker) == std::vector<std::string>{"first", "second"});
}

TEST_CASE("what is out of sight before it was begun is not made") {
    PictureWorker worker;
    std::promise<void> begun;
    std::promise<void> open;
    const std::shared_future<void> gate = open.get_future().share();
    std::atomic<int> made = 0;
    worker.ask("in sight", [&begun, gate] {
        begun.set_value();
        gate.wait();
        return one_pixel();
    });
    begun.get_future().wait();
    worker.ask("scrolled past", [&made] { return ++made, one_pixel(); });
    worker.forget_waiting();
    open.set_value();
    CHECK(names_when_done(worker) == std::vector<std::string>{"in sight"});
    CHECK(made == 0);
}

}  // namespace longju::kiosk
