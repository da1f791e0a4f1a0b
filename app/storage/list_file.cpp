// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/list_file.h"

#include "core/csv.h"
#include "core/text.h"
#include "storage/gb18030.h"
#include "storage/platform.h"

namespace longju::storage {

namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr std::string_view zip_mark = "PK\x03\x04";
constexpr std::string_view old_excel_mark = "\xD0\xCF\x11\xE0";

Result<std::string> as_utf8(std::string_view bytes, const std::string& file) {
    if (bytes.starts_with(utf8_mark)) bytes.remove_prefix(utf8_mark.size());
    if (bytes.contains('\0')) {
        return fail_at(file, 0, "", "is no list as CSV: save it as .csv (UTF-8) or .xlsx");
    }
    if (is_utf8(bytes)) return std::string(bytes);
    auto text = utf8_from_gb18030(bytes);
    if (!text) text.error().file = file;
    return text;
}

Result<ListTable> list_from_csv(std::string_view bytes, const std::string& file) {
    const auto text = as_utf8(bytes, file);
    if (!text) return std::unexpected(text.error());
    auto records = csv_records(*text, file, most_list_rows);
    if (!records) return std::unexpected(records.error());
    ListTable table{.file = file, .rows = {}};
    std::size_t cells = 0;
    for (CsvRecord& record : *records) {
        while (!record.cells.empty() && record.cells.back().empty()) record.cells.pop_back();
        if (record.cells.empty()) continue;
        cells += record.cells.size();
        if (record.cells.size() > most_list_columns || cells > most_list_cells) {
            return fail_at(file, record.line, "", "has too many columns for a list");
        }
        table.rows.push_back({record.line, std::move(record.cells)});
    }
    return table;
}

}  // namespace

Result<ListTable> list_from(std::string_view bytes, const std::string& file) {
    if (bytes.starts_with(old_excel_mark)) {
        return fail_at(file, 0, "", "is an old .xls workbook: save it as .xlsx or .csv");
    }
    return bytes.starts_with(zip_mark) ? list_from_xlsx(bytes, file) : list_from_csv(bytes, file);
}

Result<ListTable> read_list(const std::filesystem::path& file) {
    const auto bytes = read_whole_file(file, most_list_bytes);
    if (!bytes) return std::unexpected(bytes.error());
    return list_from(*bytes, utf8_path(file.filename()));
}

}  // namespace longju::storage
