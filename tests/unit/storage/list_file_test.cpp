// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/list_file.h"

#include <zip.h>

#include <catch2/catch_test_macros.hpp>

#include "storage/gb18030.h"
#include "storage/list_rows.h"
#include "unit/storage/temporary_folder.h"

namespace longju::storage {

namespace {

using Parts = std::vector<std::pair<std::string, std::string>>;

/// The bytes of an archive with those parts, compressed.
std::string zip_of(const Parts& parts) {
    const test::TemporaryFolder folder;
    const std::string file = (folder.path() / "book.xlsx").string();
    zip_t* zip = zip_open(file.c_str(), ZIP_CREATE, nullptr);
    REQUIRE(zip != nullptr);
    for (const auto& [name, text] : parts) {
        zip_source_t* source = zip_source_buffer(zip, text.data(), text.size(), 0);
        REQUIRE(zip_file_add(zip, name.c_str(), source, 0) >= 0);
    }
    REQUIRE(zip_close(zip) == 0);
    return test::bytes_of(file);
}

/// A workbook whose first sheet has these rows.
Parts book(const std::string& rows) {
    return {
        {"xl/workbook.xml", R"(<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="7" )"
                            R"(r:id="rId2"/></sheets></workbook>)"},
        {"xl/_rels/workbook.xml.rels",
         R"(<Relationships><Relationship Id="rId1" Target="styles.xml"/>)"
         R"(<Relationship Id="rId2" Target="worksheets/first.xml"/></Relationships>)"},
        {"xl/worksheets/first.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}};
}

/// Its cells, `|` between them, a line for each row with its number.
std::string cells(const ListTable& table) {
    std::string text;
    for (const ListRow& row : table.rows) {
        text += std::to_string(row.line) + ":";
        for (const std::string& cell : row.cells) text += cell + "|";
        text += "\n";
    }
    return text;
}

std::string read(const std::string& bytes) {
    const auto table = list_from(bytes, "list");
    return table ? cells(*table) : "refused: " + table.error().sentence();
}

}  // namespace

TEST_CASE("a list in UTF-8, with its mark or without, and one in GB18030 read the same") {
    const std::string utf8 = "姓名,村\n李雪梅,新发村\n";
    const std::string gb18030 =
        "\xD0\xD5\xC3\xFB,\xB4\xE5\n\xC0\xEE\xD1\xA9\xC3\xB7,\xD0\xC2\xB7\xA2\xB4\xE5\n";

    CHECK(read(utf8) == "1:姓名|村|\n2:李雪梅|新发村|\n");
    CHECK(read("\xEF\xBB\xBF" + utf8) == read(utf8));
    CHECK(read(gb18030) == read(utf8));
    CHECK(read("a\xFF\xFF").starts_with("refused"));
}

TEST_CASE("GB18030 holds characters of four bytes, and long texts come over whole") {
    CHECK(utf8_from_gb18030("\x95\x32\x82\x36") == "𠀀");
    std::string many;
    std::string expected;
    for (int i = 0; i < 100'000; ++i) {
        many += "\xC0\xEE";
        expected += "李";
    }
    CHECK(utf8_from_gb18030(many) == expected);
}

TEST_CASE("rows of a list may be of any length; empty ones are passed over") {
    CHECK(read("名册\r\n\r\n姓名,村,,\r\n\"李,雪\n梅\",新发村,\r\n") ==
          "1:名册|\n3:姓名|村|\n4:李,雪\n梅|新发村|\n");
    CHECK(read("a,\"b").starts_with("refused"));
}

TEST_CASE("the first sheet of a workbook is read, whatever its part is called") {
    Parts parts = book(
        R"(<row r="2"><c r="A2" t="s"><v>1</v></c><c r="C2" t="inlineStr"><is><t>新</t><t>发</t>)"
        R"(</is></c></row><row r="4"><c><v>3.0</v></c><c><v>1.5</v></c><c t="b"><v>1</v></c>)"
        R"(<c t="e"><v>#N/A</v></c><c t="str"><f>A1</f><v>算</v></c>)"
        R"(<c><v>2.3012319900101123E+17</v></c></row>)");
    parts.emplace_back("xl/sharedStrings.xml",
                       "<sst><si><t>甲</t></si><si><r><t>李</t></r><r><t>雪</t></r>"
                       "<rPh><t>りせつ</t></rPh></si></sst>");

    CHECK(read(zip_of(parts)) == "2:李雪||新发|\n4:3|1.5|是||算|2.3012319900101123E+17|\n");
}

TEST_CASE("a number in the format of a date is a date") {
    Parts parts = book(R"(<row><c s="1"><v>46352</v></c><c s="2"><v>46352.5</v></c>)"
                       R"(<c s="0"><v>46352</v></c><c s="3"><v>46352</v></c></row>)");
    parts.emplace_back(
        "xl/styles.xml",
        R"(<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m"/>)"
        R"(<numFmt numFmtId="165" formatCode="[Red]0&quot;day&quot;"/></numFmts><cellStyleXfs>)"
        R"(<xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>)"
        R"(<xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>)");

    CHECK(read(zip_of(parts)) == "1:2026-11-26|2026-11-26|46352|46352|\n");
}

TEST_CASE("a workbook as an office program writes it gives its households") {
    const auto table = read_list(LONGJU_SOURCE_DIR "/tests/fuzz/corpus/list/workbook.xlsx");
    REQUIRE(table);
    const ListRows rows = rows_of(*table, columns_of(*table).value());

    REQUIRE(rows.rows.size() == 1);
    CHECK(rows.rows.front().head == "李雪梅");
    CHECK(rows.rows.front().members == 3);
    REQUIRE(rows.refused.size() == 1);
    CHECK(rows.refused.front().sentence().starts_with("第 4 行：身份证号被表格当成数字"));
    // The village stands once, in a cell that is merged with the one below.
    CHECK(rows.refused.front().place_key == "新发村\n\n王桂兰");
}

TEST_CASE("a workbook that is damaged or made to harm is refused") {
    const std::string good = zip_of(book("<row><c><v>1</v></c></row>"));
    CHECK(read(good) == "1:1|\n");
    CHECK(read(good.substr(0, good.size() / 2)).starts_with("refused"));
    CHECK(read(zip_of({{"readme", "x"}})).starts_with("refused"));
    CHECK(read(zip_of(book("<row><c><v>1</v></row>"))).starts_with("refused"));

    // A bomb: 40 MB of blanks.
    CHECK(read(zip_of(book(std::string(40 << 20, ' ')))).contains("too much"));
    Parts doctype = book("<row><c><v>1</v></c></row>");
    doctype.back().second.insert(0, R"(<!DOCTYPE a [<!ENTITY b "bbbb">]>)");
    CHECK(read(zip_of(doctype)).contains("document type"));
    CHECK(read(zip_of(book(R"(<row><c r="XFD1"><v>1</v></c></row>)"))).contains("columns"));
    std::string deep;
    for (int i = 0; i < 100; ++i) deep += "<a>";
    CHECK(read(zip_of(book(deep))).contains("nested"));
    CHECK(read("\xD0\xCF\x11\xE0").contains(".xlsx"));
}

TEST_CASE("a cell that names a text which is not there is empty") {
    CHECK(read(zip_of(book(R"(<row><c t="s"><v>9</v></c><c t="s"><v>-1</v></c>)"
                           R"(<c><v>1</v></c></row>)"))) == "1:||1|\n");
}

}  // namespace longju::storage
