// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "house/limits.h"

#include <catch2/catch_test_macros.hpp>

#include "sample_house.h"

using namespace longju;
using namespace longju::house;

namespace {

Limit limit(LimitSubject subject, double max, const char* zone = "*") {
    return {.id = "l",
            .standard = "test",
            .clause = "1",
            .subject = subject,
            .zone = zone,
            .max = max,
            .provenance = {"test", Confidence::Memory}};
}

}  // namespace

TEST_CASE("a house is held against each limit of its zone") {
    const std::vector<Limit> limits = {
        limit(LimitSubject::WallU, 0.5), limit(LimitSubject::WallU, 2.0),
        limit(LimitSubject::WallU, 0.1, "1A"), limit(LimitSubject::WindowToWallSouth, 0.4)};

    const auto findings = limit_findings(sample::house(), sample::library(), limits, "1B");

    REQUIRE(findings.size() == 3);
    CHECK_FALSE(findings[0].met);
    CHECK(findings[1].met);
    CHECK(findings[2].met);
    CHECK(findings[0].limit == &limits[0]);
}

TEST_CASE("a value equal to the limit meets it") {
    const double door = 2.7;
    const std::vector<Limit> limits = {limit(LimitSubject::DoorU, door)};

    CHECK(limit_findings(sample::house(), sample::library(), limits, "1A").front().met);
}

TEST_CASE("subjects a house does not have are left out") {
    const std::vector<Limit> limits = {limit(LimitSubject::WindowOtherU, 2.0),
                                       limit(LimitSubject::RoofU, 0.4),
                                       limit(LimitSubject::CeilingU, 0.45)};

    const auto findings = limit_findings(sample::house(), sample::library(), limits, "1B");

    REQUIRE(findings.size() == 1);
    CHECK(findings[0].limit->subject == LimitSubject::CeilingU);
}
