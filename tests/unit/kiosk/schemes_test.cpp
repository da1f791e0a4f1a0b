// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/schemes.h"

#include <catch2/catch_test_macros.hpp>

#include "kiosk/charts_schemes.h"
#include "visit/merge.h"

using namespace longju;
using namespace longju::kiosk;

namespace {

measure::Scheme scheme_of(const char* option) {
    return {.name = {}, .choices = {{"wall", option}}};
}

visit::Visit with(visit::Visit visit, const Edit& edit) {
    visit.inputs = edit.after;
    visit.alternatives = edit.alternatives.value();
    return visit;
}

/// A is worked on, B and C wait.
visit::Visit three_schemes() {
    visit::Visit visit;
    visit.id = std::string(32, 'a');
    visit.inputs.scheme = scheme_of("eps80");
    visit = with(visit, add_scheme(visit, "B", scheme_of("eps100")));
    return with(visit, add_scheme(visit, "C", scheme_of("eps150")));
}

}  // namespace

TEST_CASE("the chosen scheme is worked on, and what is made of it stays with its letter") {
    visit::Visit visit = three_schemes();
    visit = with(visit, choose_scheme(visit, "B"));
    CHECK(visit.inputs.scheme == scheme_of("eps100"));
    visit.inputs.scheme = scheme_of("graphite100");
    visit = with(visit, choose_scheme(visit, "A"));

    CHECK(visit.inputs.scheme == scheme_of("eps80"));
    CHECK(schemes_of(visit).at("B") == scheme_of("graphite100"));
    CHECK(schemes_of(visit).size() == 3);
    CHECK(free_letter(visit) == "D");
    CHECK(letter_of(visit, scheme_of("eps150")) == "C");
    visit = with(visit, drop_scheme(visit, "B"));
    CHECK(free_letter(visit) == "B");
}

TEST_CASE("two laptops that choose different schemes lose none of the three") {
    const visit::Visit parent = three_schemes();
    const visit::Visit mine = with(parent, choose_scheme(parent, "B"));
    const visit::Visit theirs = with(parent, choose_scheme(parent, "C"));
    for (const visit::Side side : {visit::Side::Mine, visit::Side::Theirs}) {
        const auto merged = visit::merge(visit::ancestor_of(parent), mine, theirs, {{"", side}});
        REQUIRE(merged);
        const auto schemes = schemes_of(merged->visit);
        CHECK(schemes.at("A") == scheme_of("eps80"));
        CHECK(schemes.at("B") == scheme_of("eps100"));
        CHECK(schemes.at("C") == scheme_of("eps150"));
    }
}

TEST_CASE("an axis has steps of 1, 2 or 5, and no more of them than fit") {
    CHECK(tick_step(5700, 6) == 1000);
    CHECK(tick_step(100000, 4) == 50000);
    CHECK(tick_step(9, 5) == 2);
    CHECK(tick_step(0, 5) == 1);
}
