// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "visit/visit.h"

#include <catch2/catch_test_macros.hpp>

#include "core/hash.h"
#include "unit/visit/random_visits.h"

namespace longju::visit {

namespace {

Revision revision(const std::string& hash, std::vector<std::string> parents, unsigned lamport) {
    Revision made;
    made.hash = hash;
    made.parents = std::move(parents);
    made.lamport = lamport;
    return made;
}

Revision whole_revision() {
    Revision made;
    made.visit_id = std::string(32, 'a');
    made.parents = {std::string(64, '0'), std::string(64, '1')};
    made.device_id = "d1";
    made.device_seq = 7;
    made.previous_on_device = std::string(64, '2');
    made.lamport = 9;
    made.saved_at = "2026-11-25T10:00:00+08:00";
    made.actor = "李雪梅";
    made.data_hash = "abc";
    made.body = R"({"id":"x"})";
    made.hash = hash_of(made);
    return made;
}

}  // namespace

TEST_CASE("any visit reads back equal from its canonical text") {
    sample::RandomVisits random(3);

    for (int i = 0; i < 200; ++i) {
        const Visit visit = random.visit();

        const auto back = visit_from(canonical(visit));

        REQUIRE(back);
        REQUIRE(*back == visit);
        REQUIRE(canonical(*back) == canonical(visit));
    }
}

TEST_CASE("a visit keeps numbers that no house has: it was saved half entered") {
    Visit visit = sample::RandomVisits(4).visit();
    visit.inputs.house.clear_height = Millimetres{-1e7};
    visit.inputs.house.storeys = 0;

    const auto back = visit_from(canonical(visit));

    REQUIRE(back);
    CHECK(*back == visit);
}

TEST_CASE("fields of a newer minor version are left out, a newer schema is refused") {
    const Visit visit = sample::RandomVisits(5).visit();
    std::string text = canonical(visit);

    std::string minor = text;
    minor.insert(1, R"("brand_new":{"a":1},)");
    std::string major = text;
    major.replace(major.find(R"("schema":1)"), 10, R"("schema":2)");

    REQUIRE(visit_from(minor));
    CHECK(*visit_from(minor) == visit);
    REQUIRE_FALSE(visit_from(major));
    CHECK(visit_from(major).error().kind == ErrorKind::TooNew);
    CHECK_FALSE(visit_from("{}"));
    CHECK_FALSE(visit_from("[]"));
    CHECK_FALSE(visit_from(""));
}

TEST_CASE("a revision reads back equal and every other text is refused") {
    const Revision revision = whole_revision();
    const std::string text = canonical_without_hash(revision);

    const auto back = revision_from(text);

    REQUIRE(back);
    CHECK(back->hash == revision.hash);
    CHECK(back->hash == sha256_hex(text));
    CHECK(canonical_without_hash(*back) == text);
    CHECK_FALSE(revision_from(text + " "));
    CHECK_FALSE(revision_from(text.substr(0, text.size() - 1)));
    CHECK_FALSE(revision_from(R"({"schema":1})"));
    std::string newer = text;
    newer.replace(newer.find(R"("schema":1)"), 10, R"("schema":9)");
    CHECK(revision_from(newer).error().kind == ErrorKind::TooNew);
}

TEST_CASE("heads are the revisions that nobody names as a parent") {
    const std::vector<Revision> fork = {revision("a", {}, 1), revision("b", {"a"}, 2),
                                        revision("c", {"a"}, 5), revision("d", {"b"}, 3)};
    std::vector<Revision> merged = fork;
    merged.push_back(revision("e", {"c", "d"}, 6));

    REQUIRE(heads(fork).size() == 2);
    CHECK(heads(fork)[0]->hash == "c");
    CHECK(heads(fork)[1]->hash == "d");
    REQUIRE(heads(merged).size() == 1);
    CHECK(heads(merged)[0]->hash == "e");
    CHECK(heads({}).empty());
}

TEST_CASE("the record code has the check character of ISO 7064 MOD 37,36") {
    Visit visit;
    visit.id = "8f3a91c2" + std::string(24, '0');
    visit.inputs.place.division_code = "231222";
    visit.inputs.date = *date_from("2026-11-25");

    const std::string code = record_code(visit);

    REQUIRE(code.size() == 20);
    CHECK(code.substr(0, 19) == "231222-26-8f3a91c2-");
    // Each character followed to the end must leave the remainder 1 that the standard asks for.
    std::size_t product = 36;
    const std::string letters = "231222268F3A91C2";
    const std::string alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    for (const char c : letters) {
        const std::size_t sum = (product + alphabet.find(c)) % 36;
        product = (sum == 0 ? 36 : sum) * 2 % 37;
    }
    CHECK((product + alphabet.find(code.back())) % 36 == 1);
}

TEST_CASE("one letter changed in a record code changes its check character") {
    Visit visit;
    visit.id = "8f3a91c2" + std::string(24, '0');
    visit.inputs.place.division_code = "231222";
    const char check = record_code(visit).back();

    for (std::size_t i = 0; i < 8; ++i) {
        Visit other = visit;
        other.id[i] = other.id[i] == '7' ? '6' : '7';
        CHECK(record_code(other).back() != check);
    }
}

}  // namespace longju::visit
