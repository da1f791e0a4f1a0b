// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "report/monthly_list.h"

#include <algorithm>

#include <catch2/catch_test_macros.hpp>

#include "unit/report/sample_records.h"
#include "unit/storage/temporary_folder.h"

namespace longju::report {

namespace {

using sample::on;
using std::chrono::year;

constexpr std::chrono::year_month november = year(2026) / std::chrono::November;

visit::Visit dangerous(const std::string& name) {
    visit::Visit visit;
    visit.id = sha256_hex(name).substr(0, 32);
    visit.inputs.date = on(2026, 11, 3);
    visit.inputs.place = {"231222", "临江镇", "荣胜村", ""};
    visit.inputs.household.head = name;
    visit.inputs.household.phone = "13904550001";
    visit.inputs.household.category = house::HouseholdCategory::Dibao;
    visit.inputs.house.appraisal =
        house::Appraisal{house::DangerGrade::C, "鉴定站", on(2026, 10, 30)};
    return visit;
}

estimate::Reference reference() {
    estimate::Reference reference;
    measure::Measure wall;
    wall.id = "wall";
    wall.name_zh = "外墙保温";
    wall.days_high = 15;
    reference.measures.measures = {wall};
    return reference;
}

void save(const std::filesystem::path& folder, const visit::Visit& visit, const char* time) {
    auto store = storage::VisitsStore::open(folder, {.busy_ms = 0, .fixed_time = time});
    REQUIRE(store);
    REQUIRE(store->save(visit, {"李雪梅", "data"}));
}

MonthlyList list_of(const std::filesystem::path& folder, std::chrono::year_month month) {
    auto store = storage::VisitsStore::open(folder, {.busy_ms = 0});
    REQUIRE(store);
    const auto list = monthly_list_of(*store, reference(), month);
    REQUIRE(list);
    return *list;
}

}  // namespace

TEST_CASE("a house of grade C and a household of the six groups are on the list, others are not") {
    visit::Visit visit = dangerous("甲");
    const auto row = monthly_row(visit, reference());
    REQUIRE(row);
    CHECK(row->found == on(2026, 10, 30));
    CHECK(row->source_zh == "鉴定：鉴定站");
    CHECK(row->action_zh == "未申请，措施未定");
    CHECK(!row->finish);

    visit.inputs.house.appraisal.reset();
    REQUIRE(monthly_row(visit, reference()));
    CHECK(monthly_row(visit, reference())->found == on(2026, 11, 3));
    CHECK(monthly_row(visit, reference())->source_zh == "走访查勘");

    visit.inputs.household.category = house::HouseholdCategory::Ordinary;
    CHECK(!monthly_row(visit, reference()));
    visit = dangerous("甲");
    visit.withdrawn = "拆了";
    CHECK(!monthly_row(visit, reference()));
    visit = dangerous("甲");
    visit.sample = true;
    CHECK(!monthly_row(visit, reference()));
}

TEST_CASE("works that began are expected to be done after their longest working days") {
    visit::Visit visit = dangerous("甲");
    visit.inputs.scheme.choices = {{"wall", "eps100"}};
    visit.procedure.reached.insert_or_assign("building", on(2026, 9, 20));

    const auto row = monthly_row(visit, reference());
    CHECK(row->finish == on(2026, 10, 5));
    CHECK(!row->finished);
    CHECK(row->action_zh == "已开工（9 月 20 日），外墙保温");

    visit.procedure.reached.insert_or_assign("acceptance", on(2026, 10, 2));
    CHECK(monthly_row(visit, reference())->finish == on(2026, 10, 2));
    CHECK(monthly_row(visit, reference())->finished);
}

TEST_CASE("only what changed within the month is a row, and the totals count all") {
    const test::TemporaryFolder folder;
    visit::Visit stays = dangerous("甲"), changes = dangerous("乙"), goes = dangerous("丙");
    for (const visit::Visit* visit : {&stays, &changes, &goes}) {
        save(folder.path(), *visit, "2026-10-20T09:00:00+08:00");
    }
    stays.notes = "不在表上的事";
    save(folder.path(), stays, "2026-11-02T09:00:00+08:00");
    changes.inputs.house.appraisal->grade = house::DangerGrade::D;
    save(folder.path(), changes, "2026-11-30T23:59:59+08:00");
    goes.withdrawn = "进城了";
    save(folder.path(), goes, "2026-11-05T09:00:00+08:00");
    save(folder.path(), dangerous("丁"), "2026-11-06T09:00:00+08:00");
    save(folder.path(), dangerous("戊"), "2026-12-01T00:00:00+08:00");

    const MonthlyList list = list_of(folder.path(), november);

    REQUIRE(list.entries.size() == 3);
    const auto of = [&](const char* name) {
        const auto found = std::ranges::find_if(
            list.entries, [&](const MonthlyEntry& e) { return e.row.name == name; });
        return found == list.entries.end() ? std::nullopt : std::optional(found->change);
    };
    CHECK(of("乙") == Change::Changed);
    CHECK(of("丙") == Change::TakenOff);
    CHECK(of("丁") == Change::New);
    CHECK(list.totals.listed == 3);
    CHECK(list.totals.grade_c == 2);
    CHECK(list.totals.grade_d == 1);
    CHECK(list_of(folder.path(), year(2026) / std::chrono::October).entries.size() == 3);
    CHECK(list_of(folder.path(), year(2026) / std::chrono::September).entries.empty());

    const Grid grid = monthly_grid(list, {}, "2026-12-03");
    const std::string csv = csv_of(grid);
    CHECK(csv.find("新增,231222,临江镇,荣胜村,丁,低保户,C,2026-10-30") != std::string::npos);
    CHECK(csv.find("13904550001") == std::string::npos);
    CHECK(csv.find("本月新增 1 户，变化 1 户，撤销 1 户。") != std::string::npos);
}

TEST_CASE("a month is a year and a month") {
    CHECK(month_from("2026-11") == november);
    CHECK(!month_from("2026-13"));
    CHECK(!month_from("2026-1"));
    CHECK(!month_from("november"));
}

}  // namespace longju::report
