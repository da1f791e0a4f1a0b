// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/visits_family.h"

#include <algorithm>

#include <catch2/catch_test_macros.hpp>

namespace longju::storage {

TEST_CASE("the family of a visit does not depend on the order its members came in") {
    // a ← b ← d ↖
    //   ↖ c ←──── e, and z waits for y, which is not here; so does its child x.
    std::vector<FamilyMember> members = {{"a", 1, {}},    {"b", 2, {"a"}},      {"c", 2, {"a"}},
                                         {"d", 3, {"b"}}, {"e", 4, {"c", "d"}}, {"z", 9, {"y"}},
                                         {"x", 10, {"z"}}};
    do {
        const Family family = family_of(members);
        REQUIRE(family.heads == std::vector<std::string>{"e"});
        REQUIRE(family.waiting == 2);
    } while (std::ranges::next_permutation(members, {}, &FamilyMember::hash).found);
}

TEST_CASE("of several heads the highest lamport is shown, then the smallest hash") {
    const Family family =
        family_of({{"a", 1, {}}, {"b", 2, {"a"}}, {"d", 3, {"a"}}, {"c", 3, {"a"}}});

    CHECK(family.heads == std::vector<std::string>{"c", "d", "b"});
    CHECK(family.waiting == 0);
}

TEST_CASE("a revision that names its parent twice waits once") {
    CHECK(family_of({{"a", 1, {}}, {"b", 2, {"a", "a"}}}).heads == std::vector<std::string>{"b"});
    CHECK(family_of({}).heads.empty());
}

}  // namespace longju::storage
