// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <array>
#include <set>

#include <catch2/catch_test_macros.hpp>

#include "access/roles.h"

namespace longju::access {

namespace {

struct Line {
    std::string_view action;
    std::array<bool, 4> may;  ///< In the order of `all_roles`.
};

constexpr bool yes = true;
constexpr bool no = false;

/// The whole matrix as people agreed on it; one line for each action, in their order.
constexpr std::array<Line, action_count> matrix{{
    //                  technician supervisor clerk auditor
    {"visit.see", {yes, yes, yes, yes}},     {"visit.record", {yes, yes, no, no}},
    {"papers.print", {yes, yes, yes, no}},   {"parcel.export", {yes, yes, yes, no}},
    {"parcel.import", {yes, yes, yes, no}},  {"parcel.salvage", {no, yes, yes, no}},
    {"conflict.decide", {no, yes, yes, no}}, {"visit.duplicate", {no, yes, yes, no}},
    {"subsidy.approve", {no, yes, yes, no}}, {"clause.draft", {no, yes, yes, no}},
    {"pack.sign", {no, no, yes, no}},        {"pack.install", {no, yes, yes, no}},
    {"pack.roll_back", {no, yes, no, no}},   {"signer.trust", {no, yes, yes, no}},
    {"prices.change", {yes, yes, no, no}},   {"backup.make", {yes, yes, yes, no}},
    {"backup.restore", {no, yes, no, no}},   {"users.manage", {no, yes, no, no}},
    {"pin.change", {yes, yes, yes, yes}},    {"number.see", {yes, yes, yes, no}},
    {"person.hand_out", {no, yes, yes, no}}, {"audit.read", {no, yes, no, yes}},
    {"report.make", {yes, yes, yes, yes}},
}};

}  // namespace

TEST_CASE("every role may do what the matrix says and nothing else") {
    std::set<std::string_view> words;
    for (int a = 0; a < action_count; ++a) {
        const auto action = static_cast<Action>(a);
        const Line& line = matrix.at(static_cast<std::size_t>(a));
        CHECK(word_of(action) == line.action);
        words.insert(word_of(action));
        for (std::size_t r = 0; r < all_roles.size(); ++r) {
            INFO(line.action << " by " << word_of(all_roles.at(r)));
            CHECK(may(all_roles.at(r), action) == line.may.at(r));
        }
    }
    CHECK(words.size() == matrix.size());
}

TEST_CASE("nobody approves what he recorded himself") {
    CHECK(may_approve(Role::Supervisor, "周玉梅", "王桂兰"));
    CHECK(may_approve(Role::CountyClerk, "周玉梅", "王桂兰"));
    CHECK_FALSE(may_approve(Role::Supervisor, "周玉梅", "周玉梅"));
    CHECK_FALSE(may_approve(Role::CountyClerk, "周玉梅", "周玉梅"));
    CHECK_FALSE(may_approve(Role::Technician, "周玉梅", "王桂兰"));
    CHECK_FALSE(may_approve(Role::Technician, "周玉梅", "周玉梅"));
    CHECK_FALSE(may_approve(Role::Auditor, "周玉梅", "王桂兰"));
}

TEST_CASE("roles have words that read back") {
    for (const Role role : all_roles) CHECK(role_from(word_of(role)) == role);
    CHECK_FALSE(role_from("boss"));
    CHECK_FALSE(role_from(""));
}

}  // namespace longju::access
