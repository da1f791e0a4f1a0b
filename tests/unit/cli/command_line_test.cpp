// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/command_line.h"

#include <algorithm>
#include <cstdlib>

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "storage/platform.h"
#include "storage/visits_store.h"
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
    /// This machine as the county's desk, too: it seals to itself.
    void be_county() const {
        const Outcome made =
            run({"keys", "county", "--name", "望奎县", "--code", "231221", "-o", at("keys.ljd")});
        REQUIRE(made.err.empty());
        REQUIRE(made.code == Outcome::Good);
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
    CHECK(machine.run({"export", sample, "--to", machine.at("")}).err.find("key pack") !=
          std::string::npos);
    machine.be_county();

    const Outcome out = machine.run({"export", sample, "--to", machine.at("")});
    REQUIRE(out.code == Outcome::Good);
    const std::string parcel = out.out.substr(0, out.out.find('\n'));
    CHECK(machine.run({"import", parcel}).err.find("not enrolled") != std::string::npos);
    const Outcome unheard = machine.run({"keys", "enrol", parcel, "--name", "李雪梅"});
    CHECK(unheard.code == Outcome::BadInput);
    const auto at = unheard.err.find("has the key ") + 12;
    const std::string print = unheard.err.substr(at, 29);
    CHECK(machine.run({"keys", "enrol", parcel, "--name", "李雪梅", "--fingerprint", print}).code ==
          Outcome::Good);
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
    const Outcome receipt = machine.run({"receipt", "--to", machine.at("")});
    CHECK(receipt.out.starts_with("李雪梅: "));
    CHECK(machine.run({"keys", "show"}).out.find("laptop") != std::string::npos);
    CHECK(machine.run({"keys", "revoke", "李雪梅"}).code == Outcome::Good);
    CHECK(machine.run({"import", parcel}).err.find("struck off") != std::string::npos);
}

TEST_CASE("a county's keys are installed with the fingerprint that was read out, and no other") {
    const Machine machine;
    machine.be_county();
    const std::string print = machine.run({"keys", "show"}).out.substr(7, 29);
    REQUIRE(::setenv("LONGJU_DATA_DIR", machine.at("laptop").c_str(), 1) == 0);
    const std::string pack = machine.at("keys.ljd");

    const Outcome unheard = machine.run({"keys", "install", pack});
    const Outcome wrong =
        machine.run({"keys", "install", pack, "--fingerprint", "0000 0000 0000 0000 0000 0000"});
    const Outcome right = machine.run({"keys", "install", pack, "--fingerprint", print});

    CHECK(unheard.err.find(print) != std::string::npos);
    CHECK(wrong.code == Outcome::BadInput);
    CHECK(right.out.find("望奎县") != std::string::npos);
    std::string changed = test::bytes_of(storage::path_from_utf8(pack));
    changed.replace(changed.find("231221"), 6, "231222");
    const std::string bad = machine.put("bad.ljd", changed);
    CHECK(machine.run({"keys", "install", bad}).code == Outcome::BadInput);
}

TEST_CASE("a county's prices are signed, installed, shown, taken back and taken off") {
    const Machine machine;
    machine.be_county();
    const std::string print = machine.run({"keys", "show"}).out.substr(7, 29);
    const auto make = [&](const std::string& yuan, const std::string& version) {
        const std::string list = machine.put(
            "asked.csv", "id,low_yuan,typical_yuan,high_yuan,date,source\nwall_eps100,100," + yuan +
                             ",400,2026-11,信息价\n");
        const std::string file = machine.at(version + ".ljd");
        const Outcome made =
            machine.run({"pack", "make", "prices", list, "--id", "wangkui", "--pack-version",
                         version, "--issuer", "望奎县住建局", "-o", file});
        REQUIRE(made.err.empty());
        REQUIRE(made.code == Outcome::Good);
        return file;
    };
    const std::string first = make("200", "1");
    const std::string second = make("300", "2");
    REQUIRE(::setenv("LONGJU_DATA_DIR", machine.at("laptop").c_str(), 1) == 0);
    const auto cost = [&] {
        const Outcome text = machine.run({"estimate", sample, "--json"});
        REQUIRE(text.code == Outcome::Good);
        return nlohmann::json::parse(text.out)["finance"]["cost_fen"]["typical"].get<long>();
    };

    const long own = cost();
    CHECK(machine.run({"pack", "install", first}).err.find("key pack") != std::string::npos);
    const Outcome believed =
        machine.run({"keys", "install", machine.at("keys.ljd"), "--fingerprint", print});
    REQUIRE(believed.code == Outcome::Good);
    REQUIRE(machine.run({"pack", "install", first}).code == Outcome::Good);
    const long at_200 = cost();
    CHECK(at_200 > own);
    REQUIRE(machine.run({"pack", "install", second}).code == Outcome::Good);
    CHECK(cost() > at_200);
    CHECK(machine.run({"pack", "install", first}).code == Outcome::BadInput);
    CHECK(machine.run({"pack", "show"}).out.find("version 2") != std::string::npos);

    CHECK(machine.run({"pack", "back", "prices/wangkui"}).code == Outcome::BadInput);
    REQUIRE(machine.run({"pack", "back", "prices/wangkui", "--reason", "价格有误"}).code ==
            Outcome::Good);
    CHECK(cost() == at_200);
    REQUIRE(machine.run({"pack", "off", "prices/wangkui", "--reason", "作废"}).code ==
            Outcome::Good);
    CHECK(cost() == own);
    CHECK(machine.run({"audit"}).out.find("价格有误") != std::string::npos);
}

TEST_CASE("visits that two machines changed are listed, settled and decided") {
    const Machine machine;
    const storage::SavedBy technician{"李雪梅", "hash"};
    visit::Visit visit;
    visit.id = std::string(32, 'a');
    visit.inputs.household.head = "王桂兰";
    visit.inputs.household.members = 3;
    visit::Visit other = visit;
    other.id = std::string(32, 'b');
    {
        const test::TemporaryFolder elsewhere;
        auto here = storage::VisitsStore::open(machine.folder / "data");
        auto there = storage::VisitsStore::open(elsewhere.path());
        const auto bring = [&](const std::string& id, const char* parcel) {
            REQUIRE(here->merge(*there->revisions(id), {parcel, "device", "hash"}));
        };
        for (visit::Visit each : {visit, other}) {
            REQUIRE(there->save(each, technician));
            bring(each.id, each.id.c_str());
            each.inputs.household.members = 4;
            REQUIRE(here->save(each, technician));
            each.inputs.household.members = each.id == visit.id ? 5 : 3;
            each.notes = "东屋返潮";
            REQUIRE(there->save(each, {"张伟", "hash"}));
            bring(each.id, ("two " + each.id).c_str());
        }
    }

    const Outcome list = machine.run({"conflicts"});
    CHECK(list.out.find(visit.id) != std::string::npos);
    CHECK(list.out.find("DIFFER inputs.household.members: 3 -> 4 | 5") != std::string::npos);
    CHECK(list.out.find("theirs notes: \"\" -> \"\" | \"东屋返潮\"") != std::string::npos);
    CHECK(machine.run({"conflicts", "--settle"}).out == "1 visits merged, 1 need a person\n");
    const Outcome open = machine.run({"conflicts", "--decide", visit.id});
    CHECK(open.code == Outcome::BadInput);
    CHECK(open.err.find("inputs.household.members") != std::string::npos);
    CHECK(machine.run({"conflicts", "--decide", visit.id, "--take", "both"}).code ==
          Outcome::BadInput);
    CHECK(machine.run({"conflicts", "--decide", std::string(32, 'f'), "--take", "mine"}).code ==
          Outcome::BadInput);
    CHECK(machine.run({"conflicts", "--take", "mine"}).code == Outcome::BadInput);

    const Outcome decided = machine.run(
        {"conflicts", "--decide", visit.id, "--take", "inputs.household.members=theirs"});

    CHECK(decided.out.starts_with("decided: revision "));
    CHECK(machine.run({"conflicts"}).out == "every visit has one version\n");
    auto store = storage::VisitsStore::open(machine.folder / "data");
    CHECK(store->load(visit.id)->inputs.household.members == 5);
    CHECK(store->load(visit.id)->notes == "东屋返潮");
    CHECK(store->load(other.id)->inputs.household.members == 4);
    CHECK(store->load(other.id)->notes == "东屋返潮");
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

TEST_CASE("the manual is a PDF in either language, and no other") {
    const Machine machine;
    const Outcome chinese = machine.run({"manual", "-o", machine.at("zh.pdf")});
    const Outcome english = machine.run({"manual", "--lang", "en", "-o", machine.at("en.pdf")});

    CHECK(chinese.code == Outcome::Good);
    CHECK(chinese.out.starts_with(machine.at("zh.pdf") + ": "));
    CHECK(english.code == Outcome::Good);
    CHECK(test::bytes_of(machine.folder / "zh.pdf").starts_with("%PDF-"));
    CHECK(test::bytes_of(machine.folder / "en.pdf").contains("/Title"));
    const Outcome other = machine.run({"manual", "--lang", "fr", "-o", machine.at("fr.pdf")});
    CHECK(other.code == Outcome::BadInput);
    CHECK(is_one_line(other.err));
}

TEST_CASE("a broken parcel is refused with one line") {
    const Machine machine;
    machine.be_county();
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

TEST_CASE("a county's list is tried, taken in with chosen columns, and searched") {
    const Machine machine;
    const std::string list =
        machine.put("list.csv", "谁,村,电话\n李雪梅,新发村,13904550001\n,新发村,\n");

    const Outcome unknown = machine.run({"list", "import", list});
    const Outcome tried = machine.run({"list", "import", list, "--map", "谁=head", "--dry-run"});
    const Outcome nothing = machine.run({"list", "show"});
    const Outcome taken = machine.run({"list", "import", list, "--map", "谁=head"});
    const Outcome again = machine.run({"list", "import", list, "--dry-run"});
    const Outcome found = machine.run({"list", "show", "lxm", "0001"});

    CHECK(unknown.code == Outcome::BadInput);
    CHECK(tried.out.contains("新 1，更新 0，不变 0，已不在名册 0，拒绝 1"));
    CHECK(tried.out.contains("拒绝 第 3 行：没有户主姓名"));
    CHECK(nothing.out == "共 0 户\n");
    CHECK(taken.code == Outcome::Good);
    CHECK(again.out.contains("新 0，更新 0，不变 1，已不在名册 0，拒绝 1"));
    CHECK(found.out == "李雪梅 新发村 电话尾号 0001（list 第 2 行）\n");
    CHECK(machine.run({"list", "import", list, "--map", "谁=nobody"}).code == Outcome::BadInput);
}

}  // namespace longju::cli
