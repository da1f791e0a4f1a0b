// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include <catch2/catch_test_macros.hpp>

#include "report/grid_pages.h"
#include "report/monthly_list.h"
#include "report/workbook.h"
#include "sheet/page.h"
#include "storage/gb18030.h"
#include "unit/storage/temporary_folder.h"

namespace longju::report {

namespace {

Grid grid_of(std::size_t rows) {
    Grid grid{.title = "表",
              .subtitle = "2026 年",
              .label_head = "乡镇",
              .detail_columns = {"行", "数"},
              .sheet_name = "表",
              .date = "2026-10-10"};
    grid.columns = {{.number = "1", .name = "户数", .unit = "户", .band_ends = true},
                    {.number = "2", .name = "面积", .unit = "m²", .decimals = 2}};
    for (std::size_t i = 0; i < rows; ++i) {
        grid.rows.push_back({.label = "镇" + std::to_string(i),
                             .level = 1,
                             .cells = {{.text = "3", .number = 3.0, .detail = 0},
                                       {.text = unknown_mark, .incomplete = true}}});
    }
    grid.details = {{.cells = {"镇0", "没有记"}, .number = 3.0}};
    grid.notes = {"说明"};
    return grid;
}

std::size_t count(const std::string& text, const std::string& word) {
    std::size_t found = 0;
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
        ++found;
    }
    return found;
}

}  // namespace

TEST_CASE("rare characters have their four bytes in GB18030 and the mark of UTF-8 goes") {
    // The bytes of GB 18030-2022 (domain facts 5.3).
    CHECK(storage::gb18030_from_utf8("\xEF\xBB\xBF䶮") == "\xFE\x9F");
    CHECK(storage::gb18030_from_utf8("㐂") == "\x81\x39\xEF\x31");
    CHECK(storage::gb18030_from_utf8("𬱖") == "\x99\x33\xC3\x36");
    CHECK(storage::gb18030_from_utf8("𫘜a") ==
          "\x98\x39\x82\x36"
          "a");
    CHECK(storage::gb18030_from_utf8("") == "");
    CHECK(!storage::gb18030_from_utf8("\xFF"));
}

TEST_CASE("a table longer than a page has its heads again on every page, and places to sign") {
    const sheet::Sheet sheet = pages_of(grid_of(120));
    const std::string text = sheet::text_form(sheet);

    CHECK(sheet.pages.size() >= 4);
    CHECK(count(text, "乡镇") >= sheet.pages.size());
    for (std::size_t i = 0; i < 120; i += 17) CHECK(count(text, "镇" + std::to_string(i)) >= 2);
    for (const char* place : {"填表人", "审核人", "单位负责人", "公章", "日期"}) {
        CHECK(text.find(place) != std::string::npos);
    }
    for (const sheet::Page& page : sheet.pages) {
        CHECK(page.width_mm == 420.0);
        for (const drawing::Mark& mark : page.marks) {
            const auto* box = std::get_if<drawing::Box>(&mark);
            if (box == nullptr) continue;
            CHECK(box->x_mm + box->width_mm <= page.width_mm - 9.99);
            CHECK(box->y_mm + box->height_mm <= page.height_mm - 9.99);
        }
    }
}

TEST_CASE("the month's list is as wide as its page") {
    MonthlyList list;
    list.entries.emplace_back().row.name = "甲";

    const sheet::Sheet sheet = pages_of(monthly_grid(list, {}, ""));

    REQUIRE(sheet.pages.size() == 1);
    double right_mm = 0.0;
    for (const drawing::Mark& mark : sheet.pages.front().marks) {
        const auto* box = std::get_if<drawing::Box>(&mark);
        if (box != nullptr) right_mm = std::max(right_mm, box->x_mm + box->width_mm);
    }
    CHECK(right_mm <= 287.0);
    CHECK(right_mm > 286.0);
}

TEST_CASE("a workbook takes its place when it is whole and says when it cannot") {
    const test::TemporaryFolder folder;
    const auto file = folder / "表.xlsx";

    REQUIRE(write_workbook(grid_of(5), file));

    CHECK(test::bytes_of(file).starts_with("PK"));
    CHECK(!write_workbook(grid_of(5), folder / "nowhere" / "表.xlsx"));
}

}  // namespace longju::report
