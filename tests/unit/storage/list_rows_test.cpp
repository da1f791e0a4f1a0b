// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/list_rows.h"

#include <catch2/catch_test_macros.hpp>

namespace longju::storage {

namespace {

ListTable table(std::string_view csv) { return list_from(csv, "list.csv").value(); }

ListRows read(std::string_view csv, const ListMapping& chosen = {}) {
    const ListTable list = table(csv);
    return rows_of(list, columns_of(list, chosen).value());
}

std::string refusals(std::string_view csv) {
    std::string text;
    for (const RefusedRow& row : read(csv).refused) text += row.sentence() + "\n";
    return text;
}

}  // namespace

TEST_CASE("a list is read below its title, whatever the order of its columns") {
    const ListRows rows = read(
        "望奎县农村危房户名册,,,\n"
        "序号,乡镇,村,组（屯）,户主姓名,身份证号码,联系电话,农户类型,危房等级,家庭人口数（人）,"
        "备注\n"
        "1,榆林镇,新发村,3组,李 雪梅,11010519491231002x,１３９ 0455 "
        "0001,低保边缘家庭,C级,３人,住东头\n");

    REQUIRE(rows.refused.empty());
    REQUIRE(rows.rows.size() == 1);
    CHECK(rows.rows.front() == ListedRow{.line = 3,
                                         .township = "榆林镇",
                                         .village = "新发村",
                                         .group = "3组",
                                         .head = "李雪梅",
                                         .category = house::HouseholdCategory::DibaoMarginal,
                                         .grade = "C",
                                         .members = 3,
                                         .phone = "13904550001",
                                         .id_number = "11010519491231002X",
                                         .note = "住东头"});
}

TEST_CASE("each row that cannot be taken is told with its reason") {
    CHECK(refusals("姓名,身份证号,电话,村,人口\n"
                   ",11010519491231002X,,新发村,\n"
                   "甲,110105194912310021,,新发村,\n"
                   "乙,11010519490231002X,,新发村,\n"
                   "丙,1101051949123,,新发村,\n"
                   "丁,1.10105E+17,,新发村,\n"
                   "戊,1101051949123100 2A,,新发村,\n"
                   "己,,1390455,新发村,\n"
                   "庚,,1390455000a,新发村,\n"
                   "辛,,,新发村,四十\n"
                   "壬,,,,\n") ==
          "第 2 行：没有户主姓名\n"
          "第 3 行：身份证号校验位不对\n"
          "第 4 行：身份证号里的出生日期不存在\n"
          "第 5 行：身份证号应为 18 位，这里是 13 位\n"
          "第 6 行：身份证号被表格当成数字，末几位已丢失；请把这一列设为文本重填\n"
          "第 7 行：身份证号里有不是数字的字\n"
          "第 8 行：手机号应为 11 位，这里是 7 位\n"
          "第 9 行：电话里有不是数字的字\n"
          "第 10 行：人口不是 1 到 30 的整数\n"
          "第 11 行：身份证号和村都没有，认不出是哪一户\n");
}

TEST_CASE("a household that stands twice is taken once, and the second row told") {
    CHECK(refusals("姓名,身份证号,村\n"
                   "甲,11010519491231002X,新发村\n"
                   "甲,,前进村\n"
                   "乙,11010519491231002X,前进村\n"
                   "甲,,新发村\n") ==
          "第 4 行：与第 2 行是同一个身份证号\n"
          "第 5 行：与第 2 行同村同组同名，要有身份证号才分得清\n");
}

TEST_CASE("a word that is no category or grade is kept in the note, not guessed") {
    const ListRows rows = read("姓名,村,户类型,危房等级,备注\n甲,新发村,边户,待鉴定,急\n");

    CHECK_FALSE(rows.rows.front().category);
    CHECK(rows.rows.front().grade.empty());
    CHECK(rows.rows.front().note == "急；户类型：边户；危房等级：待鉴定");
}

TEST_CASE("columns that are chosen by hand come before what their words say") {
    const ListTable list = table("姓名,称呼,村\n家人,户主,新发村\n");
    const auto columns = columns_of(list, {{"称呼", ListField::Head}, {"姓名", std::nullopt}});

    REQUIRE(columns);
    CHECK(columns->column_of(ListField::Head) == 1);
    CHECK(rows_of(list, *columns).rows.front().head == "户主");
    CHECK(columns_of(list, {{"没有", ListField::Head}}).error().field == "没有");
    CHECK_FALSE(columns_of(list, {{"称呼", ListField::Head}, {"姓名", ListField::Head}}));
}

TEST_CASE("without a column for the head a list is refused") {
    const ListTable list = table("甲,乙\n1,2\n");

    CHECK_FALSE(check_columns(list, columns_of(list).value()));
}

}  // namespace longju::storage
