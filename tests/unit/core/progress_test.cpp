// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "core/progress.h"

#include <catch2/catch_test_macros.hpp>

using namespace longju;

TEST_CASE("a part of the work fills its part of the whole") {
    Progress progress;
    CHECK_FALSE(progress.share());

    progress.part(0.5, 1);
    CHECK(progress.share() == 0.5);
    CHECK(progress.reach(1, 4));
    CHECK(progress.share() == 0.625);
    CHECK(progress.reach(0, 0));  // Nobody knows of how many.
    CHECK(progress.share() == 0.625);
}

TEST_CASE("work that is asked to stop fails at its next step") {
    Progress progress;
    CHECK(progress.reach(1, 4));

    CHECK(progress.stop());

    CHECK(progress.stopped());
    CHECK_FALSE(progress.can_stop());
    CHECK_FALSE(progress.reach(2, 4));
    CHECK_FALSE(progress.last_call());
}

TEST_CASE("after the last call it is too late to stop") {
    Progress progress;
    CHECK(progress.last_call());

    CHECK_FALSE(progress.stop());

    CHECK_FALSE(progress.stopped());
    CHECK_FALSE(progress.can_stop());
    CHECK(progress.reach(3, 4));
    CHECK(progress.last_call());
}

TEST_CASE("whoever listens hears every step") {
    std::size_t heard = 0;
    Progress progress([&](std::size_t done, std::size_t all) { heard += done * 10 + all; });
    CHECK(reach(&progress, 1, 2));
    CHECK(reach(&progress, 2, 2));
    CHECK(heard == 34);
    CHECK(reach(nullptr, 1, 2));
    CHECK(last_call(nullptr));
}
