// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "sync/parcel.h"

#include <catch2/catch_test_macros.hpp>

#include "core/hash.h"
#include "unit/sync/sample_parcel.h"

namespace longju::sync {

namespace {

std::string raw_sha256(std::string_view bytes) {
    const std::string hex = sha256_hex(bytes);
    std::string raw;
    for (std::size_t i = 0; i < hex.size(); i += 2) {
        const std::string alphabet = "0123456789abcdef";
        raw += static_cast<char>(alphabet.find(hex[i]) * 16 + alphabet.find(hex[i + 1]));
    }
    return raw;
}

std::string little_endian(std::uint64_t value, int bytes) {
    std::string out;
    for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xff);
    return out;
}

/// A parcel whose outer hash is right, whatever stands inside: what an enemy can make.
std::string forged(const std::string& header, const std::string& body) {
    std::string out("LJPKG\x01\r\n", 8);
    out += little_endian(header.size(), 4) + header + body;
    out += little_endian(out.size() + 40, 8);
    return out + raw_sha256(out);
}

std::string header_with(const std::string& from, const std::string& to) {
    const std::string whole = *parcel_bytes(sample::header(), sample::chain(1, 1));
    const auto length =
        static_cast<unsigned char>(whole[8]) + 256U * static_cast<unsigned char>(whole[9]);
    std::string header = whole.substr(12, length);
    header.replace(header.find(from), from.size(), to);
    return header;
}

std::string body_of(const std::vector<visit::Revision>& revisions) {
    const std::string whole = *parcel_bytes(sample::header(), revisions);
    const auto length =
        static_cast<unsigned char>(whole[8]) + 256U * static_cast<unsigned char>(whole[9]);
    return whole.substr(12 + length, whole.size() - 12 - length - 40);
}

ErrorKind refusal(const std::string& bytes) {
    const auto parcel = parse_parcel(bytes, "x.ljp");
    REQUIRE_FALSE(parcel);
    CHECK(parcel.error().file == "x.ljp");
    return parcel.error().kind;
}

}  // namespace

TEST_CASE("a parcel holds what was put in") {
    const auto revisions = sample::chain(1, 12);

    const auto bytes = parcel_bytes(sample::header(), revisions);
    REQUIRE(bytes);
    const auto parcel = parse_parcel(*bytes, "x.ljp");

    REQUIRE(parcel);
    ParcelHeader expected = sample::header();
    expected.revisions = 12;
    CHECK(parcel->header == expected);
    REQUIRE(parcel->revisions.size() == 12);
    for (std::size_t i = 0; i < 12; ++i) {
        CHECK(parcel->revisions[i].hash == revisions[i].hash);
        CHECK(visit::canonical_without_hash(parcel->revisions[i]) ==
              visit::canonical_without_hash(revisions[i]));
    }
    CHECK(parcel_bytes(sample::header(), revisions) == *bytes);
}

TEST_CASE("a parcel cut off at any length is refused") {
    const std::string bytes = *parcel_bytes(sample::header(), sample::chain(2, 2));

    int refused = 0;
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        refused += parse_parcel(std::string_view(bytes).substr(0, length), "").has_value() ? 0 : 1;
    }

    CHECK(refused == static_cast<int>(bytes.size()));
}

TEST_CASE("a parcel with any bit flipped is refused") {
    const std::string bytes = *parcel_bytes(sample::header(), sample::chain(3, 1));

    std::size_t refused = 0;
    for (std::size_t bit = 0; bit < 8 * bytes.size(); ++bit) {
        std::string flipped = bytes;
        flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
        refused += parse_parcel(flipped, "").has_value() ? 0 : 1;
    }

    CHECK(refused == 8 * bytes.size());
}

TEST_CASE("text-mode damage, other files and bytes after the end are refused") {
    const std::string bytes = *parcel_bytes(sample::header(), sample::chain(4, 1));
    std::string unix_text = bytes;
    unix_text.erase(6, 1);

    CHECK(refusal(unix_text) == ErrorKind::Damaged);
    CHECK(refusal("%PDF-1.7 not a parcel at all") == ErrorKind::Damaged);
    CHECK(refusal(bytes + "x") == ErrorKind::Damaged);
    CHECK(refusal("") == ErrorKind::Damaged);
}

TEST_CASE("a parcel of a newer version says so") {
    std::string newer_magic = *parcel_bytes(sample::header(), sample::chain(5, 1));
    newer_magic[5] = 2;
    const std::string body = body_of(sample::chain(1, 1));

    CHECK(refusal(newer_magic) == ErrorKind::TooNew);
    CHECK(refusal(forged(header_with("\"min_reader\":1", "\"min_reader\":2"), body)) ==
          ErrorKind::TooNew);
    CHECK(refusal(forged(header_with("\"suite\":0", "\"suite\":1"), body)) == ErrorKind::TooNew);
}

TEST_CASE("a visit of a newer version in a parcel refuses the parcel") {
    auto revisions = sample::chain(6, 1);
    std::string& body = revisions[0].body;
    body.replace(body.find("\"schema\":1"), 10, "\"schema\":2");
    revisions[0].hash = visit::hash_of(revisions[0]);

    CHECK(refusal(*parcel_bytes(sample::header(), revisions)) == ErrorKind::TooNew);
}

TEST_CASE("a forged parcel is refused though its hash is right") {
    const std::string good = header_with("test", "test");
    const std::string body = body_of(sample::chain(1, 1));
    const std::string item_start = body.substr(0, 32);
    std::string wrong_hash = body;
    wrong_hash[0] = static_cast<char>(wrong_hash[0] ^ 1);
    // A zstd frame of one raw block that claims 4 GiB when unpacked (RFC 8878, 3.1.1).
    const std::string bomb("\x28\xb5\x2f\xfd\xe0\x00\x00\x00\x00\x01\x00\x00\x00\x01\x00\x00", 16);

    REQUIRE(parse_parcel(forged(good, body), ""));
    CHECK(refusal(forged(good, wrong_hash)) == ErrorKind::Damaged);
    CHECK(refusal(forged(good, body + "more")) == ErrorKind::Damaged);
    CHECK(refusal(forged(good, body.substr(0, 40))) == ErrorKind::Damaged);
    CHECK(refusal(forged(good, item_start + std::string("\xff\xff\xff\xff", 4))) ==
          ErrorKind::Damaged);
    CHECK(refusal(forged(good, item_start + little_endian(bomb.size(), 4) + bomb)) ==
          ErrorKind::Damaged);
    CHECK(refusal(forged("{}", body)) == ErrorKind::Damaged);
    CHECK(refusal(forged("[", body)) == ErrorKind::Damaged);
    CHECK(refusal(forged(header_with("\"revisions\":1", "\"revisions\":9000000000"), body)) ==
          ErrorKind::Damaged);
    CHECK(refusal(forged(header_with("\"revisions\":1", "\"revisions\":-1"), body)) ==
          ErrorKind::Damaged);
    CHECK(refusal(forged(header_with("\"revisions\":1", "\"revisions\":2"), body + body)) ==
          ErrorKind::Damaged);
    CHECK(refusal(forged(header_with("\"kind\":\"visits\"", "\"kind\":\"prices\""), body)) ==
          ErrorKind::BadInput);
}

TEST_CASE("a revision that belongs to another visit than it says is refused") {
    auto revisions = sample::chain(7, 1);
    revisions[0].visit_id = std::string(32, '0');
    revisions[0].hash = visit::hash_of(revisions[0]);

    CHECK(refusal(*parcel_bytes(sample::header(), revisions)) == ErrorKind::Damaged);
}

}  // namespace longju::sync
