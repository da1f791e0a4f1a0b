// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "visit/versions.h"

#include <catch2/catch_test_macros.hpp>

namespace longju::visit {

namespace {

/// A history written down by hand: revisions are named by one letter.
struct Histories {
    std::vector<Revision> revisions;

    void add(const char* hash, std::vector<std::string> parents, const Visit& visit) {
        Revision revision;
        revision.hash = hash;
        revision.visit_id = visit.id;
        revision.parents = std::move(parents);
        revision.lamport = revisions.size() + 1;
        revision.body = canonical(visit);
        revisions.push_back(std::move(revision));
    }
    std::string common(std::vector<std::string> some, const char* other) const {
        std::string found;
        for (const Revision* revision : common_ancestors(revisions, some, other)) {
            found += revision->hash;
        }
        return found;
    }
};

Visit visit(int members, const char* notes = "", Step step = Step::Household) {
    Visit made;
    made.id = std::string(32, 'a');
    made.inputs.household.members = members;
    made.notes = notes;
    made.step = step;
    return made;
}

}  // namespace

TEST_CASE("the common ancestor is the last state both sides had") {
    Histories h;
    h.add("a", {}, visit(1));
    h.add("b", {"a"}, visit(2));
    h.add("c", {"b"}, visit(3));
    h.add("d", {"b"}, visit(4));
    h.add("e", {"d"}, visit(5));
    h.add("z", {}, visit(9));

    CHECK(h.common({"c"}, "e") == "b");
    CHECK(h.common({"c"}, "b") == "b");
    CHECK(h.common({"c"}, "c") == "c");
    CHECK(h.common({"c", "e"}, "d") == "d");
    CHECK(h.common({"c"}, "z").empty());
}

TEST_CASE("versions that merged each other have two common ancestors") {
    Histories h;
    h.add("a", {}, visit(1));
    h.add("b", {"a"}, visit(1, "b"));
    h.add("c", {"a"}, visit(2));
    h.add("d", {"b", "c"}, visit(2, "b"));
    h.add("e", {"b", "c"}, visit(2, "b"));
    h.add("f", {"d"}, visit(7, "b"));
    h.add("g", {"e"}, visit(2, "b", Step::Sheets));

    CHECK(h.common({"f"}, "g") == "cb");
    auto fold = Fold::of(h.revisions, {"f", "g"});
    const auto merged = fold->step({});
    REQUIRE(merged);
    CHECK(merged->doubt == Doubt::None);
    CHECK(merged->visit == visit(7, "b", Step::Sheets));
}

TEST_CASE("two people who decided differently are asked again") {
    Histories h;
    h.add("a", {}, visit(1));
    h.add("b", {"a"}, visit(3));
    h.add("c", {"a"}, visit(4));
    h.add("d", {"b", "c"}, visit(3));
    h.add("e", {"b", "c"}, visit(4));

    const auto fold = Fold::of(h.revisions, {"d", "e"});
    CHECK(fold->step({})->doubt == Doubt::Differ);

    h.add("f", {"b", "c"}, visit(3));
    CHECK(Fold::of(h.revisions, {"d", "f"})->left() == 0);
}

TEST_CASE("three versions are folded one after another and asked of where they part") {
    Histories h;
    h.add("a", {}, visit(1));
    h.add("b", {"a"}, visit(3));
    h.add("c", {"a"}, visit(4));
    h.add("d", {"a"}, visit(5, "d"));

    auto fold = Fold::of(h.revisions, {"b", "c", "d"});
    REQUIRE(fold);
    CHECK(fold->left() == 2);
    CHECK(fold->version(fold->theirs()).hash == "c");
    fold->take(fold->step({{"", Side::Theirs}})->visit);
    CHECK(fold->version(fold->theirs()).hash == "d");
    const auto last = fold->step({});
    CHECK(last->undecided == 1);
    CHECK(last->visit.notes == "d");
    fold->take(last->visit);

    CHECK(fold->left() == 0);
    CHECK(fold->result() == visit(4, "d"));
    CHECK(fold->step({}).error().kind == ErrorKind::NotFound);
}

TEST_CASE("a history crossed endlessly ends with a question, not with a hang") {
    Histories h;
    h.add("l0", {}, visit(1));
    h.add("r0", {}, visit(1));
    h.add("m0", {}, visit(1));
    const auto name = [](char side, int i) { return std::string(1, side) + std::to_string(i); };
    for (int i = 1; i < 300; ++i) {
        const std::vector<std::string> parents{name('l', i - 1), name('m', i - 1),
                                               name('r', i - 1)};
        for (const char side : {'l', 'm', 'r'}) {
            h.add(name(side, i).c_str(), parents, visit(1, name(side, i).c_str()));
        }
    }

    const auto fold = Fold::of(h.revisions, {"l299", "r299"});
    const auto merged = fold->step({});

    REQUIRE(merged);
    CHECK(merged->doubt == Doubt::Differ);
}

TEST_CASE("a head that is not there is refused by name") {
    Histories h;
    h.add("a", {}, visit(1));
    CHECK(Fold::of(h.revisions, {"b"}).error().sentence().find("b") != std::string::npos);
    CHECK_FALSE(Fold::of(h.revisions, {}));
}

}  // namespace longju::visit
