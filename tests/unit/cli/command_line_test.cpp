// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/command_line.h"

#include <algorithm>
#include <cstdlib>

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "storage/platform.h"
#include "unit/storage/temporary_folder.h"

namespace longju::cli {

namespace {

const std::string catalog = LONGJU_SOURCE_DIR "/catalog";
const std::string sample = catalog + "/samples/wang_guilan.toml";

/// A user's machine with reference.db built from the catalog and a data folder of its own.
struct Machine {
    Machine() {
        // The data folder is what the program reads from its environment.
        REQUIRE(::setenv("LONGJU_DATA_DIR", at("data").c_str(), 1) == 0);
        REQUIRE(::setenv("LONGJU_REFERENCE", at("reference.db").c_str(), 1) == 0);
        const Outcome built = run({"catalog", "build", catalog, "-o", at("reference.db")});
        REQUIRE(built.err.empty());
        REQUIRE(built.code == Outcome::Good);
    }
    Outcome run(const std::vector<std::string>& arguments) const {
        return cli::run(arguments, "0.0");
    }
    std::string at(std::string_view name) const { return storage::utf8_path(folder / name); }
    std::string put(std::string_view name, std::string_view bytes) const {
        test::put(folder / name, bytes);
        return at(name);
    }

    test::TemporaryFolder folder;
};

bool is_one_line(const std::string& text) {
    return std::ranges::count(text, '\n') == 1 && text.ends_with('\n');
}

}  // namespace

TEST_CASE("the practice visit is estimated for people and for machines") {
    const Machine machine;

    const Outcome table = machine.run({"estimate", sample});
    const Outcome text = machine.run({"estimate", sample, "--json"});

    CHECK(table.code == Outcome::Good);
    CHECK(table.out.find("王桂兰") != std::string::npos);
    CHECK(table.out.find("合计") != std::string::npos);
    CHECK(text.code == Outcome::Good);
    const auto json = nlohmann::json::parse(text.out);
    CHECK(json["inputs"]["household"]["head"] == "王桂兰");
    CHECK(json["finance"]["cost_fen"]["low"] <= json["finance"]["cost_fen"]["typical"]);
    CHECK(json["habit"]["before"]["heating_cost_fen"]["typical"] >
          json["habit"]["after"]["heating_cost_fen"]["typical"]);
    CHECK(json["quote"]["lines"][0]["provenance"].contains("source"));
    CHECK(json["sources"]["station"]["confidence"].is_string());
    CHECK(json["versions"]["data_hash"].get<std::string>().size() == 64);
    CHECK(machine.run({"estimate", sample, "--json"}).out == text.out);
}

TEST_CASE("a bad case ends with 2 and one line that names file, line and field") {
    const Machine machine;
    const std::string place = "[place]\ndivision_code = \"231222\"\n";
    const auto refusal = [&](const std::string& toml) {
        const std::string file = machine.put("c.toml", toml);
        const Outcome outcome = machine.run({"estimate", file});
        CHECK(outcome.code == Outcome::BadInput);
        CHECK(outcome.out.empty());
        CHECK(is_one_line(outcome.err));
        CHECK(outcome.err.starts_with(file + ":"));
        return outcome.err.substr(std::min(file.size(), outcome.err.size()));
    };

    CHECK(refusal("[house\n").starts_with(":1: is not TOML"));
    CHECK(refusal("[house]\nclear_hight_mm = 2700\n")
              .starts_with(":2: field house.clear_hight_mm: is not a known field"));
    CHECK(refusal(place + "[house]\ndesign = \"lj-60a\"\n[house.plan]\nrooms = []\n")
              .starts_with(":5: field house.plan"));
    CHECK(refusal("[house]\ndesign = \"lj-60a\"\n").starts_with(": field place.division_code"));
    CHECK(refusal(place + "[house]\ndesign = \"lj-60b\"\n")
              .starts_with(":4: field house.design: there is no design"));
}

TEST_CASE("what is asked for wrongly ends with 2, what is not installed with 1") {
    const Machine machine;

    CHECK(machine.run({}).code == Outcome::BadInput);
    CHECK(machine.run({"estimat"}).code == Outcome::BadInput);
    CHECK(machine.run({"estimate", sample, "--jsn"}).code == Outcome::BadInput);
    CHECK(machine.run({"estimate", machine.at("none.toml")}).code == Outcome::BadInput);
    CHECK(machine.run({"case", "none"}).code == Outcome::BadInput);
    CHECK(machine.run({"export", "--to", machine.at("none")}).code == Outcome::BadInput);
    const Outcome missing = machine.run({"estimate", sample, "--reference", machine.at("none.db")});
    CHECK(missing.code == Outcome::OurFault);
    CHECK(is_one_line(missing.err));
    CHECK(machine.run({"--version"}).out == "longju 0.0\n");
    CHECK(machine.run({"--help"}).out.find("estimate") != std::string::npos);
}

TEST_CASE("a visit goes out as a parcel, comes in, and comes back as the case it was") {
    const Machine machine;

    const Outcome out = machine.run({"export", sample, "--to", machine.at("")});
    REQUIRE(out.code == Outcome::Good);
    const std::string parcel = out.out.substr(0, out.out.find('\n'));
    const Outcome in = machine.run({"import", parcel});
    const Outcome again = machine.run({"import", parcel});
    const Outcome visit = machine.run({"case", "王桂兰"});

    CHECK(in.out.find("1 revisions new, 0 known") != std::string::npos);
    CHECK(again.out.find("0 revisions new, 1 known") != std::string::npos);
    REQUIRE(visit.code == Outcome::Good);
    const std::string back = machine.put("back.toml", visit.out);
    CHECK(machine.run({"estimate", back, "--json"}).out ==
          machine.run({"estimate", sample, "--json"}).out);
    CHECK(machine.run({"export", "--to", machine.at("")}).code == Outcome::Good);
}

TEST_CASE("the farmer's paper is a PDF and pictures of its pages, the same each time") {
    const Machine machine;
    const std::vector<std::string> words = {"sheet", sample,         "-o", machine.at("a.pdf"),
                                            "--png", machine.at("p")};

    const Outcome first = machine.run(words);
    const std::string bytes = test::bytes_of(machine.folder / "a.pdf");
    const Outcome second = machine.run(words);

    CHECK(first.code == Outcome::Good);
    CHECK(first.err.empty());
    CHECK(first.out.starts_with(machine.at("a.pdf") + "\n"));
    CHECK(bytes.starts_with("%PDF-"));
    CHECK(test::bytes_of(machine.folder / "p/page-2.png").starts_with("\x89PNG"));
    CHECK(second.out == first.out);
    CHECK(test::bytes_of(machine.folder / "a.pdf") == bytes);
    const Outcome nowhere = machine.run({"sheet", sample, "-o", machine.at("none/a.pdf")});
    CHECK(nowhere.code == Outcome::BadInput);
    CHECK(is_one_line(nowhere.err));
}

TEST_CASE("a broken parcel is refused with one line") {
    const Machine machine;
    const Outcome out = machine.run({"export", sample, "--to", machine.at("")});
    const std::string parcel = out.out.substr(0, out.out.find('\n'));
    const std::string bytes = test::bytes_of(storage::path_from_utf8(parcel));
    const std::string half = machine.put("half.ljp", bytes.substr(0, bytes.size() / 2));

    const Outcome outcome = machine.run({"import", half});

    CHECK(outcome.code == Outcome::BadInput);
    CHECK(is_one_line(outcome.err));
    CHECK(outcome.err.starts_with(half + ": the parcel is not whole"));
}

TEST_CASE("the catalog is checked, listed, and its mistakes are all named") {
    const Machine machine;

    CHECK(machine.run({"catalog", "check", catalog}).out.find("18 stations") != std::string::npos);
    CHECK(machine.run({"catalog", "list"}).out.find("lj-60a") != std::string::npos);
    const Outcome nothing = machine.run({"catalog", "check", machine.at("none")});
    CHECK(nothing.code == Outcome::BadInput);
    CHECK_FALSE(nothing.err.empty());
}

}  // namespace longju::cli
