// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/list_columns.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "core/hash.h"
#include "core/text.h"

namespace longju::storage {

using std::string_view_literals::operator""sv;

namespace {

constexpr std::size_t header_search_rows = 10;  // Titles and notes stand above.

constexpr std::array<std::string_view, list_fields> keys{
    "head",  "id_number", "phone", "township", "village",
    "group", "category",  "grade", "members",  "note"};

/// Words of headers in use; the first of a field is how lists of this program name it.
constexpr std::array<std::pair<std::string_view, ListField>, 56> header_words{{
    {"户主", ListField::Head},
    {"户主姓名", ListField::Head},
    {"农户姓名", ListField::Head},
    {"姓名", ListField::Head},
    {"申请人", ListField::Head},
    {"申请人姓名", ListField::Head},
    {"身份证号", ListField::IdNumber},
    {"身份证号码", ListField::IdNumber},
    {"户主身份证号", ListField::IdNumber},
    {"户主身份证号码", ListField::IdNumber},
    {"身份证", ListField::IdNumber},
    {"公民身份号码", ListField::IdNumber},
    {"证件号码", ListField::IdNumber},
    {"证件号", ListField::IdNumber},
    {"电话", ListField::Phone},
    {"联系电话", ListField::Phone},
    {"联系方式", ListField::Phone},
    {"电话号码", ListField::Phone},
    {"手机", ListField::Phone},
    {"手机号", ListField::Phone},
    {"手机号码", ListField::Phone},
    {"户主电话", ListField::Phone},
    {"乡镇", ListField::Township},
    {"乡", ListField::Township},
    {"镇", ListField::Township},
    {"乡镇名称", ListField::Township},
    {"所属乡镇", ListField::Township},
    {"乡镇街道", ListField::Township},
    {"村", ListField::Village},
    {"行政村", ListField::Village},
    {"村名", ListField::Village},
    {"村名称", ListField::Village},
    {"所属村", ListField::Village},
    {"村委会", ListField::Village},
    {"组", ListField::Group},
    {"屯", ListField::Group},
    {"组屯", ListField::Group},
    {"屯组", ListField::Group},
    {"村民小组", ListField::Group},
    {"自然屯", ListField::Group},
    {"户类型", ListField::Category},
    {"农户类型", ListField::Category},
    {"农户类别", ListField::Category},
    {"户类别", ListField::Category},
    {"对象类别", ListField::Category},
    {"困难类型", ListField::Category},
    {"危房等级", ListField::Grade},
    {"房屋等级", ListField::Grade},
    {"鉴定等级", ListField::Grade},
    {"房屋安全等级", ListField::Grade},
    {"人口", ListField::Members},
    {"家庭人口", ListField::Members},
    {"家庭人口数", ListField::Members},
    {"人口数", ListField::Members},
    {"备注", ListField::Note},
    {"说明", ListField::Note},
}};

/// Without what only decorates a header: blanks, strokes, stars, and brackets with what they hold.
std::string bare(std::string_view header) {
    std::u32string kept;
    int depth = 0;
    for (const char32_t point : code_points(narrowed(header))) {
        if (point == U'(' || point == U'[') ++depth;
        const bool decoration = U" \t\r\n/*:、"sv.find(point) != std::u32string_view::npos;
        if (depth == 0 && !decoration) kept += point;
        if (point == U')' || point == U']') depth = std::max(0, depth - 1);
    }
    return utf8(kept);
}

std::optional<ListField> choice(const std::string& header, const ListMapping& chosen) {
    const auto own = chosen.find(header);
    return own == chosen.end() ? field_of_header(header) : own->second;
}

/// How many headers of a line are known.
std::size_t known_headers(const ListRow& row, const ListMapping& chosen) {
    return static_cast<std::size_t>(std::ranges::count_if(
        row.cells, [&](const std::string& header) { return choice(header, chosen).has_value(); }));
}

std::size_t header_row_of(const ListTable& table, const ListMapping& chosen) {
    std::size_t best = 0;
    std::size_t most = 0;
    for (std::size_t i = 0; i < std::min(table.rows.size(), header_search_rows); ++i) {
        const std::size_t known = known_headers(table.rows[i], chosen);
        if (known > most) {
            most = known;
            best = i;
        }
    }
    return best;
}

}  // namespace

std::string_view key_of(ListField field) { return keys.at(static_cast<std::size_t>(field)); }

std::optional<ListField> list_field_from(std::string_view key) {
    const auto found = std::ranges::find(keys, key);
    if (found == keys.end()) return std::nullopt;
    return static_cast<ListField>(found - keys.begin());
}

std::optional<ListField> field_of_header(std::string_view header) {
    const std::string word = bare(header);
    const auto found = std::ranges::find(header_words, std::string_view(word),
                                         &std::pair<std::string_view, ListField>::first);
    return found == header_words.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::size_t> ListColumns::column_of(ListField field) const {
    const auto found = std::ranges::find(fields, std::optional(field));
    if (found == fields.end()) return std::nullopt;
    return static_cast<std::size_t>(found - fields.begin());
}

std::string ListColumns::headers_hash() const {
    std::vector<std::string> sorted = headers;
    std::ranges::sort(sorted);
    std::string text;
    for (const std::string& header : sorted) text += header + "\n";
    return sha256_hex(text);
}

ListMapping ListColumns::mapping() const {
    ListMapping mapping;
    for (std::size_t i = 0; i < headers.size(); ++i) {
        // Of two columns with the same header the first is meant.
        if (!headers[i].empty()) mapping.try_emplace(headers[i], fields[i]);
    }
    return mapping;
}

Result<ListColumns> columns_of(const ListTable& table, const ListMapping& chosen) {
    if (table.rows.empty()) return fail_at(table.file, 0, "", "holds no line");
    ListColumns columns{.header_row = header_row_of(table, chosen), .headers = {}, .fields = {}};
    const ListRow& row = table.rows[columns.header_row];
    columns.headers = row.cells;
    for (const auto& [header, field] : chosen) {
        if (std::ranges::find(columns.headers, header) == columns.headers.end()) {
            return fail_at(table.file, row.line, header, "there is no such column");
        }
    }
    // What a person chose comes before what a word says.
    columns.fields.resize(columns.headers.size());
    for (const bool by_hand : {true, false}) {
        for (std::size_t i = 0; i < columns.headers.size(); ++i) {
            const std::string& header = columns.headers[i];
            const auto field = choice(header, chosen);
            if (chosen.contains(header) != by_hand || !field) continue;
            const auto taken = columns.column_of(*field);
            if (taken && by_hand && columns.headers[*taken] != header) {
                return fail_at(table.file, row.line, header,
                               fmt::format("and {} are both chosen as {}", columns.headers[*taken],
                                           key_of(*field)));
            }
            if (!taken) columns.fields[i] = field;
        }
    }
    return columns;
}

Result<void> check_columns(const ListTable& table, const ListColumns& columns) {
    if (columns.column_of(ListField::Head)) return {};
    return fail_at(table.file, table.rows[columns.header_row].line, "",
                   "no column is known as the head of the household: name it, 列名=head");
}

}  // namespace longju::storage
