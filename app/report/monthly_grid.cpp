// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "report/monthly_list.h"

namespace longju::report {

namespace {

const char* change_zh(Change change) {
    switch (change) {
        case Change::New:
            return "新增";
        case Change::Changed:
            return "变化";
        case Change::TakenOff:
            return "撤销";
    }
    return "";
}

std::string category_zh(const std::optional<house::HouseholdCategory>& category) {
    static constexpr std::array words{"一般户",           "易返贫致贫户", "低保户",
                                      "分散供养特困人员", "低保边缘家庭", "刚性支出较大家庭",
                                      "其他脱贫户"};
    return category ? words.at(static_cast<std::size_t>(*category)) : unknown_mark;
}

std::string grade_zh(const std::optional<house::DangerGrade>& grade) {
    static constexpr std::array words{"A", "B", "C", "D"};
    return grade ? words.at(static_cast<std::size_t>(*grade)) : unknown_mark;
}

std::string or_unknown(const std::string& text) { return text.empty() ? unknown_mark : text; }

std::string finish_zh(const MonthlyRow& row) {
    if (!row.finish) return unknown_mark;
    return iso(*row.finish) + (row.finished ? "（已验收）" : "（测算）");
}

std::string county_zh(const std::string& code, std::span<const estimate::Division> divisions) {
    const auto found = std::ranges::find(divisions, code, &estimate::Division::code);
    return found == divisions.end() ? or_unknown(code) : found->name_zh;
}

GridColumn word_column(const char* name, double width_mm) {
    return {.name = name, .width_mm = width_mm, .words = true};
}

int count(const MonthlyList& list, Change change) {
    return static_cast<int>(std::ranges::count(list.entries, change, &MonthlyEntry::change));
}

}  // namespace

Grid monthly_grid(const MonthlyList& list, std::span<const estimate::Division> divisions,
                  const std::string& date) {
    Grid grid{
        .title = "农村住房安全保障月报表",
        .subtitle = fmt::format("{} 年 {} 月，只列有变化的", static_cast<int>(list.month.year()),
                                static_cast<unsigned>(list.month.month())),
        .sheet_name = "月报表",
        .date = date,
        .subject = "monthly",
        .a3 = false};
    grid.columns = {
        word_column("变化", 11),     word_column("县（市、区）", 17), word_column("乡镇", 21),
        word_column("村", 21),       word_column("户主", 18),         word_column("户类", 29),
        word_column("等级", 10),     word_column("发现日期", 21),     word_column("来源", 30),
        word_column("处置措施", 48), word_column("预计完成", 36)};
    for (const MonthlyEntry& entry : list.entries) {
        const MonthlyRow& row = entry.row;
        GridRow out;
        for (std::string& text : std::vector<std::string>{
                 change_zh(entry.change), county_zh(row.county_code, divisions),
                 or_unknown(row.township), or_unknown(row.village), or_unknown(row.name),
                 category_zh(row.category), grade_zh(row.grade), iso(row.found), row.source_zh,
                 row.action_zh, finish_zh(row)}) {
            out.cells.push_back({.text = std::move(text)});
        }
        grid.rows.push_back(std::move(out));
    }
    const MonthlyTotals& t = list.totals;
    grid.notes = {fmt::format("本月新增 {} 户，变化 {} 户，撤销 {} 户。", count(list, Change::New),
                              count(list, Change::Changed), count(list, Change::TakenOff)),
                  fmt::format("月末在册 {} 户：C 级 {} 户，D 级 {} 户；在建 {} 户，已验收 {} 户。",
                              t.listed, t.grade_c, t.grade_d, t.under_way, t.finished),
                  "列入：鉴定为 C、D "
                  "级的住房和六类对象的住房。发现日期为鉴定日期，没有的为走访日期；预计完成的（测算"
                  "）为开工日加各项措施的最长"
                  "工期。有无变化按保存时间比较上月末和本月末。",
                  "内有户主姓名，只送负责住房保障的部门；公示另用公示表。"};
    return grid;
}

}  // namespace longju::report
