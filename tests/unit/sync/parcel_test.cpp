// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "sync/parcel.h"

#include <catch2/catch_test_macros.hpp>

#include "core/hash.h"
#include "faults/scale.h"
#include "sync/byte_writer.h"
#include "sync/parcel_contents.h"
#include "unit/sync/sample_parcel.h"

namespace longju::sync {

namespace {

using sample::bytes;
using sample::chain;
using sample::county;
using sample::laptop;

ErrorKind refusal(const std::string& file) {
    const auto parcel = open_parcel(file, "x.ljp", county());
    REQUIRE_FALSE(parcel);
    CHECK(parcel.error().file == "x.ljp");
    return parcel.error().kind;
}

/// The inner bytes as an enemy who may write parcels can make them.
std::string inner(std::vector<visit::Revision> revisions) {
    return *contents_bytes(sample::parcel(std::move(revisions)));
}

ErrorKind inner_refusal(const std::string& contents) {
    const Contents read = read_contents(contents, sample::parcel({}).header);
    REQUIRE(read.problem);
    return read.problem->kind;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    text.replace(text.find(from), from.size(), to);
    return text;
}

/// A header that says something else, under the sender's own signature.
std::string with_header(const std::string& from, const std::string& to) {
    const std::string whole = bytes(chain(1, 1));
    const std::size_t length =
        static_cast<unsigned char>(whole[8]) + 256U * static_cast<unsigned char>(whole[9]);
    const std::string header = replaced(whole.substr(12, length), from, to);
    std::string out = whole.substr(0, 8);
    put_u32(out, header.size());
    out += header + whole.substr(12 + length, whole.size() - 12 - length - 104);
    put_u64(out, out.size() + 104);
    const std::string hash = sha256_hex(out);
    out += bytes_from_hex(hash);
    return out + bytes_from_hex(access::sign("LJPKG-2\n" + hash, laptop()));
}

}  // namespace

TEST_CASE("a parcel holds what was put in, for those it is sealed to") {
    Parcel sent = sample::parcel(chain(1, 12));
    const access::SigningKey escrow = access::new_signing_key();
    sent.header.recipients.push_back(escrow.signer);
    const std::string salted(20, 's');
    sent.values = {{"sealed:" + sha256_hex(salted), salted}};
    sent.photos = {{sha256_hex("photo"), "photo"}};
    sent.received = {{"device", 7}};
    sent.wanted_photos = {std::string(64, 'a')};
    sent.audit_head = "head";

    const std::string file = *parcel_bytes(sent, laptop());

    for (const access::SigningKey& reader : {county(), escrow}) {
        const auto parcel = open_parcel(file, "x.ljp", reader);
        REQUIRE(parcel);
        CHECK(parcel->header == sent.header);
        CHECK(parcel->seen == sent.seen);
        CHECK(parcel->received == sent.received);
        CHECK(parcel->wanted_photos == sent.wanted_photos);
        CHECK(parcel->audit_head == "head");
        CHECK(parcel->values == sent.values);
        CHECK(parcel->photos == sent.photos);
        REQUIRE(parcel->revisions.size() == 12);
        for (std::size_t i = 0; i < 12; ++i) {
            CHECK(parcel->revisions[i].hash == sent.revisions[i].hash);
        }
    }
    CHECK(check_parcel(file, "")->sender == laptop().signer);
    CHECK(open_parcel(file, "", laptop()).error().kind == ErrorKind::BadInput);
    CHECK(open_parcel(file, "", access::new_signing_key()).error().kind == ErrorKind::BadInput);
}

TEST_CASE("nothing of a person can be read from outside a parcel") {
    auto revisions = chain(8, 2);
    visit::Visit visit = *visit::visit_from(revisions[0].body);
    visit.inputs.household.head = "王桂兰";
    revisions[0].actor = "李雪梅";
    revisions[0].body = visit::canonical(visit);
    revisions[0].hash = visit::hash_of(revisions[0]);

    const std::string file = bytes(revisions);

    CHECK(file.find("王桂兰") == std::string::npos);
    CHECK(file.find("李雪梅") == std::string::npos);
    CHECK(file.find(visit.id) == std::string::npos);
}

TEST_CASE("a parcel cut off at any length is refused") {
    // Above 64 KiB, by a photo that does not pack well.
    Parcel sent = sample::parcel(chain(2, 2));
    std::string photo;
    while (photo.size() < (std::size_t{160} << 10U)) photo += sha256_hex(photo).substr(0, 60);
    sent.photos = {{sha256_hex(photo), photo}};
    const std::string file = *parcel_bytes(sent, laptop());
    REQUIRE(file.size() >= 65536);

    std::size_t refused = 0;
    for (std::size_t length = 0; length < file.size(); ++length) {
        const auto cut = std::string_view(file).substr(0, length);
        refused += check_parcel(cut, "").has_value() ? 0 : 1;
    }

    CHECK(refused == file.size());
    faults::report("a parcel cut off: {} of {} lengths refused", refused, file.size());
}

TEST_CASE("a parcel with any bit flipped is refused") {
    const std::string file = bytes(chain(3, 3));
    REQUIRE(file.size() >= 4096);

    std::size_t refused = 0;
    for (std::size_t bit = 0; bit < 8 * file.size(); ++bit) {
        std::string flipped = file;
        flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
        refused += check_parcel(flipped, "").has_value() ? 0 : 1;
    }

    CHECK(refused == 8 * file.size());
    faults::report("a parcel of {} bytes: {} of {} flipped bits refused", file.size(), refused,
                   8 * file.size());
}

TEST_CASE("text-mode damage, other files and bytes after the end are refused") {
    const std::string file = bytes(chain(4, 1));
    std::string unix_text = file;
    unix_text.erase(6, 1);

    CHECK(refusal(unix_text) == ErrorKind::Damaged);
    CHECK(refusal("%PDF-1.7 not a parcel at all") == ErrorKind::Damaged);
    CHECK(refusal(file + "x") == ErrorKind::Damaged);
    CHECK(refusal("") == ErrorKind::Damaged);
}

TEST_CASE("a parcel of a newer version says so, and one of the first what to do") {
    std::string newer = bytes(chain(5, 1));
    std::string older = newer;
    newer[5] = 3;
    older[5] = 1;

    CHECK(refusal(newer) == ErrorKind::TooNew);
    CHECK(refusal(older) == ErrorKind::BadInput);
    CHECK(refusal(with_header("\"min_reader\":2", "\"min_reader\":3")) == ErrorKind::TooNew);
    CHECK(refusal(with_header("\"suite\":1", "\"suite\":2")) == ErrorKind::TooNew);
}

TEST_CASE("a header that was exchanged does not go with the body, whoever signs it") {
    const std::string other = access::new_signing_key().signer;

    REQUIRE(open_parcel(with_header("test", "test"), "", county()));
    CHECK(refusal(with_header("\"program\":\"test\"", "\"program\":\"fest\"")) ==
          ErrorKind::Damaged);
    CHECK(refusal(with_header(laptop().signer, other)) == ErrorKind::Damaged);
    CHECK(refusal(with_header("\"kind\":\"visits\"", "\"kind\":\"receipt\"")) ==
          ErrorKind::Damaged);
    CHECK(refusal(with_header("\"kind\":\"visits\"", "\"kind\":\"prices\"")) ==
          ErrorKind::BadInput);
    CHECK(refusal(with_header("\"recipients\":[", "\"recipients\":1,\"x\":[")) ==
          ErrorKind::Damaged);
    CHECK(refusal(with_header("{", "[")) == ErrorKind::Damaged);
}

TEST_CASE("a visit of a newer version in a parcel refuses the parcel") {
    auto revisions = chain(6, 1);
    std::string& body = revisions[0].body;
    body.replace(body.find("\"schema\":1"), 10, "\"schema\":2");
    revisions[0].hash = visit::hash_of(revisions[0]);

    CHECK(refusal(bytes(revisions)) == ErrorKind::TooNew);
}

TEST_CASE("contents that were forged by somebody who may write parcels are refused") {
    const std::string good = inner(chain(1, 1));
    const std::size_t first =
        4 + static_cast<unsigned char>(good[0]) + 256U * static_cast<unsigned char>(good[1]);
    std::string wrong_hash = good;
    wrong_hash[first] = static_cast<char>(wrong_hash[first] ^ 1);
    // A zstd frame of one raw block that claims 4 GiB when unpacked (RFC 8878, 3.1.1).
    const std::string bomb("\x28\xb5\x2f\xfd\xe0\x00\x00\x00\x00\x01\x00\x00\x00\x01\x00\x00", 16);
    std::string bombed = good.substr(0, first + 32);
    put_u32(bombed, bomb.size());
    const auto counted = [&](const char* from, const char* to) {
        std::string text = replaced(good.substr(4, first - 4), from, to);
        std::string out;
        put_u32(out, text.size());
        return out + text + good.substr(first);
    };

    REQUIRE_FALSE(read_contents(good, sample::parcel({}).header).problem);
    CHECK(inner_refusal(wrong_hash) == ErrorKind::Damaged);
    CHECK(inner_refusal(good + "more") == ErrorKind::Damaged);
    CHECK(inner_refusal(good.substr(0, first + 40)) == ErrorKind::Damaged);
    CHECK(inner_refusal(good.substr(0, first + 32) + "\xff\xff\xff\xff") == ErrorKind::Damaged);
    CHECK(inner_refusal(bombed + bomb) == ErrorKind::Damaged);
    CHECK(inner_refusal("") == ErrorKind::Damaged);
    CHECK(inner_refusal(counted("\"revisions\":1", "\"revisions\":9000000000")) ==
          ErrorKind::Damaged);
    CHECK(inner_refusal(counted("\"revisions\":1", "\"revisions\":-1")) == ErrorKind::Damaged);
    CHECK(inner_refusal(counted("\"revisions\":1", "\"revisions\":2") + good.substr(first)) ==
          ErrorKind::Damaged);
    CHECK(inner_refusal(counted(laptop().signer.c_str(), county().signer.c_str())) ==
          ErrorKind::Damaged);
}

TEST_CASE("a revision that belongs to another visit than it says is refused") {
    auto revisions = chain(7, 1);
    revisions[0].visit_id = std::string(32, '0');
    revisions[0].hash = visit::hash_of(revisions[0]);

    CHECK(refusal(bytes(revisions)) == ErrorKind::Damaged);
}

TEST_CASE("of a damaged parcel the revisions before the damage can be saved") {
    const auto revisions = chain(9, 200);
    std::string file = bytes(revisions);
    REQUIRE(file.size() > 200000);
    file[150000] = static_cast<char>(file[150000] ^ 1);

    const auto saved = salvage_parcel(file, "x.ljp", county());
    const auto cut = salvage_parcel(file.substr(0, 100000), "x.ljp", county());

    REQUIRE(saved);
    CHECK(saved->revisions.size() > 20);
    CHECK(saved->revisions.size() < 200);
    CHECK(saved->revisions[0].hash == revisions[0].hash);
    REQUIRE(cut);
    CHECK_FALSE(cut->revisions.empty());
    CHECK(salvage_parcel(file, "", laptop()).error().kind == ErrorKind::BadInput);
}

}  // namespace longju::sync
