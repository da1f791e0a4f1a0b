// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "report/annual_table.h"

#include <algorithm>
#include <filesystem>

#include <catch2/catch_test_macros.hpp>

#include "report/annual_grid.h"
#include "storage/catalog_source.h"
#include "unit/report/sample_records.h"
#include "visit/case_file.h"

namespace longju::report {

namespace {

using sample::cell;
using sample::on;
using visit::ProcedureStep;

const std::filesystem::path catalog = std::filesystem::path(LONGJU_SOURCE_DIR) / "catalog";

const estimate::Reference& reference() {
    static const estimate::Reference shipped = [] {
        auto read = storage::read_catalog(catalog);
        if (!read) FAIL(read.error().sentence());
        return std::move(*read);
    }();
    return shipped;
}

void reach(visit::Visit& visit, ProcedureStep step, Date day) {
    visit.procedure.reached.insert_or_assign(std::string(visit::word(step)), day);
}

/// The practice house, 10.2 by 7.8 m, as another household's.
visit::Visit visit_of(const char* name, const char* township, std::vector<measure::Choice> works) {
    static const estimate::EstimateInputs practice = [] {
        auto read = visit::read_case(catalog / "samples/wang_guilan.toml", reference());
        if (!read) FAIL(read.error().sentence());
        return *std::move(read);
    }();
    visit::Visit visit;
    visit.id = sha256_hex(name).substr(0, 32);
    visit.inputs = practice;
    visit.inputs.household.head = name;
    visit.inputs.place.township = township;
    visit.inputs.scheme.choices = std::move(works);
    return visit;
}

Record record_from(const visit::Visit& visit) {
    static const climate::Year year =
        climate::typical_year(*reference().station_for(visit.inputs.place));
    const auto estimate = estimate::estimate(visit.inputs, reference(), year);
    return record_of(visit, {sha256_hex("head" + visit.id), 5, 1}, estimate ? &*estimate : nullptr,
                     reference());
}

const std::vector<measure::Choice> whole_house{
    {"wall", "eps100"}, {"ceiling", "eps150"}, {"window", "triple"}, {"sunspace", "double"}};

/// Eight visits of one county; what they come to is worked out beside the checks.
std::vector<Record> eight_visits() {
    visit::Visit a = visit_of("甲", "临江镇", whole_house);
    a.inputs.house.appraisal->grade = house::DangerGrade::D;
    a.inputs.household.category = house::HouseholdCategory::Dibao;
    reach(a, ProcedureStep::Building, on(2026, 6, 1));
    reach(a, ProcedureStep::Acceptance, on(2026, 9, 1));

    visit::Visit b = visit_of("乙", "临江镇", {{"wall", "eps100"}, {"pv", "kw5"}});
    b.inputs.house.appraisal->grade = house::DangerGrade::C;
    b.inputs.household.category = house::HouseholdCategory::Ordinary;
    reach(b, ProcedureStep::Building, on(2025, 9, 10));
    reach(b, ProcedureStep::Acceptance, on(2026, 5, 30));

    visit::Visit c = visit_of("丙", "榆林镇", {{"heating", "pellet_stove"}, {"pv", "yard5"}});
    c.inputs.house.appraisal.reset();
    c.inputs.household.category = house::HouseholdCategory::Dibao;
    c.procedure.papers["grid_record"] = true;
    reach(c, ProcedureStep::Building, on(2026, 5, 1));
    reach(c, ProcedureStep::Acceptance, on(2026, 7, 1));

    visit::Visit d = visit_of("丁", "榆林镇", {{"window", "triple"}});
    d.inputs.house.appraisal->grade = house::DangerGrade::C;
    d.inputs.household.category = house::HouseholdCategory::Dibao;
    reach(d, ProcedureStep::Building, on(2026, 9, 20));

    visit::Visit last_year = visit_of("戊", "榆林镇", whole_house);
    reach(last_year, ProcedureStep::Building, on(2025, 6, 1));
    reach(last_year, ProcedureStep::Acceptance, on(2025, 9, 1));

    visit::Visit withdrawn = a, twice = a, practice = a;
    withdrawn.id = sha256_hex("己").substr(0, 32);
    withdrawn.withdrawn = "拆迁";
    twice.id = sha256_hex("庚").substr(0, 32);
    twice.same_as = a.id;
    practice.id = sha256_hex("辛").substr(0, 32);
    practice.sample = true;
    std::vector<Record> records;
    for (const visit::Visit& visit : {a, b, c, d, last_year, withdrawn, twice, practice}) {
        records.push_back(record_from(visit));
    }
    return records;
}

/// −1 where it is not known.
std::int64_t amount(const Row& row, std::string_view id) {
    return cell(row, id).amount.value_or(-1);
}

AnnualTable table_of(std::span<const Record> records, int year = 2026) {
    return annual_table(records, year, {"2026.11", "r", "p", "d"}, reference().divisions);
}

}  // namespace

TEST_CASE("a table of eight visits is the one worked out by hand") {
    const std::vector<Record> records = eight_visits();

    const AnnualTable table = table_of(records);

    REQUIRE(table.counties.size() == 1);
    const County& county = table.counties.front();
    CHECK(county.row.key.name_zh.find("兰西县") != std::string::npos);
    REQUIRE(county.townships.size() == 2);
    const Row& linjiang = county.townships[0];
    const Row& yulin = county.townships[1];
    CHECK(linjiang.key.name_zh == "临江镇");
    // Begun in 2026: 甲 is of grade D and 低保; of 丙 nobody gave a grade; 丁 is of grade C.
    CHECK(amount(linjiang, "1a") == 1);
    CHECK(amount(yulin, "1a") == 1);
    CHECK(cell(yulin, "1a").incomplete);
    CHECK(amount(county.row, "1a") == 2);
    // 竣工 has no day of its own.
    CHECK(!cell(county.row, "1b").amount);
    CHECK(amount(linjiang, "1c") == 1);
    CHECK(!cell(yulin, "1c").amount);
    CHECK(amount(county.row, "1c") == 1);
    CHECK(amount(county.row, "1d") == 1);
    CHECK(amount(county.row, "2") == 0);
    CHECK(amount(county.row, "3") == 1);
    // 甲 and 乙, 10.2 by 7.8 m each; what 丙 put in is no envelope, 丁 is at work.
    CHECK(amount(county.row, "4a") == 2);
    CHECK(amount(county.row, "4b") == 2 * 7956);
    CHECK(amount(county.row, "4c") == 1);
    // 甲: windows of 1.8 by 1.5 m in two rooms, of 1.4 by 1.5 m beside the door, and in the north
    // two of 1.0 by 1.5 m.
    CHECK(amount(county.row, "5c") == 540 + 210 + 300);
    CHECK(amount(county.row, "5d") == 0);
    CHECK(amount(county.row, "8a") == 1);
    // As wide as its room, a third of 10.2 m less 0.27 m at both ends, by 1.5 m.
    CHECK(amount(county.row, "8b") == 483);
    // 丙 has the paper of the grid company: 9 modules of 580 W in the yard. 乙 has not.
    CHECK(amount(yulin, "9c") == 1);
    CHECK(amount(yulin, "9d") == 5220);
    CHECK(amount(linjiang, "9c") == 0);
    CHECK(!cell(linjiang, "9c").incomplete);
    CHECK(amount(linjiang, "9a") == 0);
    CHECK(cell(linjiang, "9a").incomplete);
    CHECK(amount(county.row, "11a") == 1);
    CHECK(amount(county.row, "11b") == 0);
    CHECK(!cell(county.row, "7").amount);
    CHECK(!cell(county.row, "13").amount);
    // No clause of the shipped ones is confirmed by a county, so nobody knows who pays.
    CHECK(cell(county.row, "16a").amount > 0);
    CHECK(!cell(county.row, "16b").amount);
    CHECK(!cell(county.row, "16e").amount);
    CHECK(table.left_out.withdrawn == 1);
    CHECK(table.left_out.doubles == 1);
    CHECK(table.left_out.samples == 1);
}

TEST_CASE("every cell is the sum of the records behind it and every row that of the rows below") {
    const std::vector<Record> records = eight_visits();
    const AnnualTable table = table_of(records);

    const auto sum_of_parts = [](const Cell& cell) {
        std::int64_t sum = 0;
        for (const Part& part : cell.parts) sum += part.amount;
        return sum;
    };
    std::size_t figures = 0;
    for (std::size_t i = 0; i < annual_columns().size(); ++i) {
        std::int64_t townships = 0, counties = 0;
        for (const County& county : table.counties) {
            const Cell& whole = county.row.cells[i];
            counties += whole.amount.value_or(0);
            for (const Row& row : county.townships) {
                townships += row.cells[i].amount.value_or(0);
                CHECK(row.cells[i].amount.value_or(0) == sum_of_parts(row.cells[i]));
            }
            CHECK(whole.amount.value_or(0) == sum_of_parts(whole));
            CHECK(whole.amount.value_or(0) == townships);
        }
        CHECK(table.total.cells[i].amount.value_or(0) == counties);
        figures += table.total.cells[i].parts.size();
    }
    CHECK(figures > 20);
}

TEST_CASE("what a record adds to the table follows its own estimate") {
    visit::Visit visit = visit_of("甲", "临江镇", whole_house);
    reach(visit, ProcedureStep::Acceptance, on(2026, 9, 1));
    const auto year = climate::typical_year(*reference().station_for(visit.inputs.place));
    const auto estimate = estimate::estimate(visit.inputs, reference(), year);
    REQUIRE(estimate);

    const Record record = record_of(visit, {"h", 1, 1}, &*estimate, reference());

    CHECK(record.figure(Figure::CostTotal) == estimate->quote.total.typical.in_fen());
    CHECK(record.figure(Figure::CoalSaved) ==
          std::llround(estimate->habit.coal_saved.typical.value));
    CHECK(record.figure(Figure::CoalRebound) > 0);
    CHECK(record.figure(Figure::WallArea) == std::llround(estimate->quote.lines[0].quantity * 100));
    CHECK(!record.figure(Figure::GreenMaterial));

    // A price that is made up for show keeps the sum out of the table.
    estimate::Estimate shown = *estimate;
    shown.quote.lines[1].provenance.confidence = Confidence::Sample;
    const Record with_sample = record_of(visit, {"h", 1, 1}, &shown, reference());
    CHECK(!with_sample.figure(Figure::CostTotal));
    CHECK(!record_of(visit, {"h", 1, 1}, nullptr, reference()).figure(Figure::Retrofit));
}

TEST_CASE("only clauses that can be counted give the payers' columns their money") {
    visit::Visit visit = visit_of("甲", "临江镇", whole_house);
    const auto year = climate::typical_year(*reference().station_for(visit.inputs.place));
    auto estimate = estimate::estimate(visit.inputs, reference(), year);
    REQUIRE(estimate);
    subsidy::Finding certain{
        .rule_id = "county", .box = subsidy::Box::Verified, .amount = Money::yuan(6000)};
    certain.shares = {{"province", Money::yuan(4000)}, {"county", Money::yuan(2000)}};
    subsidy::Finding made_up{
        .rule_id = "sample", .box = subsidy::Box::PendingCounty, .amount = Money::yuan(33000)};
    made_up.shares = {{"central", Money::yuan(33000)}};
    estimate->subsidy = {{certain, made_up}, Money::yuan(6000), 1};

    const Record record = record_of(visit, {"h", 1, 1}, &*estimate, reference());

    CHECK(record.figure(Figure::CostCentral) == 0);
    CHECK(record.figure(Figure::CostProvince) == 400000);
    CHECK(record.figure(Figure::CostLocal) == 200000);
    CHECK(record.figure(Figure::CostOwn) == *record.figure(Figure::CostTotal) - 600000);

    // A clause that does not say who pays leaves the payers open.
    estimate->subsidy.findings[0].shares.clear();
    const Record unsaid = record_of(visit, {"h", 1, 1}, &*estimate, reference());
    CHECK(!unsaid.figure(Figure::CostProvince));
    CHECK(unsaid.figure(Figure::CostOwn) == record.figure(Figure::CostOwn));
}

TEST_CASE("the hash of the record set does not know the order, and knows every head") {
    std::vector<Record> records = eight_visits();
    const std::string hash = record_set_hash(records);

    std::ranges::reverse(records);
    CHECK(record_set_hash(records) == hash);
    CHECK(table_of(records).set_hash == hash);
    records[2].head_hash[0] = records[2].head_hash[0] == '0' ? '1' : '0';
    CHECK(record_set_hash(records) != hash);

    // Practice is in no set.
    std::vector<Record> without = records;
    std::erase_if(without, [](const Record& r) { return r.standing == Standing::Sample; });
    CHECK(without.size() + 1 == records.size());
    CHECK(record_set_hash(without) == record_set_hash(records));
}

TEST_CASE("a house accepted without a day of beginning leaves that open and counts as accepted") {
    Record record = sample::accepted("a", "231222", "临江镇");
    sample::set(record, Figure::Dilapidated, 1);
    record.started.reset();

    const AnnualTable table = table_of(std::vector{record});

    CHECK(!cell(table.total, "1a").amount);
    CHECK(cell(table.total, "1a").incomplete);
    CHECK(cell(table.total, "1c").amount == 1);
    CHECK(cell(table.total, "1d").amount == 0);
    CHECK(is_at(record, Stage::UnderWay, 2025) == std::nullopt);
    CHECK(is_at(record, Stage::Started, 2027) == false);
}

TEST_CASE("the printed table keeps unknown, nothing and incomplete apart") {
    const AnnualTable table = table_of(eight_visits());

    const Grid grid = annual_grid(
        table, {.figures = {{"13", 12.0}, {"17a", 40.0}}, .remarks = "", .date = "2026-10-10"});

    const auto printed = [&](std::size_t row, std::string_view id) -> const GridCell& {
        const Column* column = find_column(id);
        return grid.rows.at(row).cells.at(
            static_cast<std::size_t>(column - annual_columns().data()));
    };
    CHECK(printed(0, "4b").text == "159.12");
    CHECK(printed(0, "2").text == "0");
    CHECK(printed(0, "7").text == unknown_mark);
    CHECK(!printed(0, "7").number);
    CHECK(printed(0, "1c").incomplete);
    CHECK(printed(0, "13").text == "12");
    CHECK(printed(1, "13").text == unknown_mark);
    // The records behind a cell stand where it points to.
    const std::size_t first = printed(0, "4b").detail.value();
    CHECK(grid.details.at(first).cells.at(1) == "4b");
    CHECK(grid.details.at(first).number == 79.56);
    CHECK(grid.details.at(first + 1).number == 79.56);
    CHECK(grid.notes.back().find(table.set_hash) != std::string::npos);
    const std::string csv = csv_of(grid);
    CHECK(csv.starts_with("\xEF\xBB\xBF县（市、区）、乡镇,"));
    CHECK(csv.find(",159.12,") != std::string::npos);
    CHECK(csv.find("4b 农房节能改造-建筑面积(m²)[设计量]") != std::string::npos);
}

}  // namespace longju::report
