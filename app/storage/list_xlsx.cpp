// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "core/date.h"
#include "core/text.h"
#include "storage/list_file.h"
#include "storage/list_xml.h"
#include "storage/list_zip.h"

/// The first sheet of a workbook (ECMA-376 part 1, SpreadsheetML) as texts.
namespace longju::storage {

namespace {

constexpr std::size_t most_text_bytes = 256UL << 20U;  // Of all cells, or all shared strings.

/// The first sheet's relation, and where relations lead.
struct WorkbookEvents : XmlEvents {
    std::string first_sheet;
    std::map<std::string, std::string, std::less<>> targets;

    void begin(std::string_view name, const Attributes& attributes) override {
        if (name == "sheet" && first_sheet.empty()) first_sheet = relation_of(attributes);
        if (name == "Relationship" && targets.size() < 1000) {
            targets[std::string(attribute(attributes, "Id"))] = attribute(attributes, "Target");
        }
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}

    /// `r:id`; names come without their prefix, and `sheetId` is another.
    static std::string relation_of(const Attributes& attributes) {
        return std::string(attribute(attributes, "id"));
    }
};

/// Texts that cells refer to by number.
struct StringsEvents : XmlEvents {
    std::vector<std::string> strings;
    std::size_t bytes = 0;
    bool in_text = false;
    int phonetic = 0;  ///< Inside of a reading aid, which is not the text.

    void begin(std::string_view name, const Attributes&) override {
        if (name == "si") {
            if (strings.size() >= most_list_cells) return refuse("has too many texts for a list");
            strings.emplace_back();
        }
        if (name == "rPh") ++phonetic;
        in_text = name == "t" && phonetic == 0;
    }
    void end(std::string_view name) override {
        in_text = false;
        if (name == "rPh") --phonetic;
    }
    void text(std::string_view piece) override {
        if (!in_text || strings.empty()) return;
        bytes += piece.size();
        if (bytes > most_text_bytes) return refuse("has too much text for a list");
        strings.back() += piece;
    }
};

/// Whether a number's format shows a date: 14 to 22 and 45 to 47 are built in (18.8.30), 27 to 36
/// and 50 to 58 in Chinese workbooks.
bool is_date_format(int id) {
    return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) ||
           (id >= 50 && id <= 58);
}

/// Which of the cell styles show dates.
struct StylesEvents : XmlEvents {
    std::map<int, bool> own_formats;
    std::vector<bool> dates;
    bool in_cell_styles = false;

    void begin(std::string_view name, const Attributes& attributes) override {
        const auto id = integer_from(attribute(attributes, "numFmtId")).value_or(0);
        const int format = static_cast<int>(std::clamp(id, 0LL, 100'000LL));
        if (name == "numFmt" && own_formats.size() < 1000) {
            // Letters in quotes or brackets are words; y and d outside of them are a date's.
            std::string code;
            char until = 0;
            for (const char c : attribute(attributes, "formatCode")) {
                if (until != 0) {
                    if (c == until) until = 0;
                } else if (c == '"' || c == '[') {
                    until = c == '"' ? '"' : ']';
                } else {
                    code += c;
                }
            }
            own_formats[format] = code.find_first_of("yYdD") != std::string::npos;
        }
        if (name == "cellXfs") in_cell_styles = true;
        if (name == "xf" && in_cell_styles && dates.size() < 100'000) {
            const auto own = own_formats.find(format);
            dates.push_back(own == own_formats.end() ? is_date_format(format) : own->second);
        }
    }
    void end(std::string_view name) override {
        if (name == "cellXfs") in_cell_styles = false;
    }
    void text(std::string_view) override {}
};

/// A day counted from the last of 1899, as a date; 60 is a day in 1900 that never was.
std::string date_text(double day, const std::string& as_it_is) {
    constexpr double first = 61.0;
    constexpr double last = 2'958'465.0;  // The end of the year 9999.
    if (day < first || day > last) return as_it_is;
    using std::chrono::sys_days, std::chrono::year_month_day;
    const sys_days zero(
        year_month_day(std::chrono::year(1899), std::chrono::month(12), std::chrono::day(30)));
    return iso(year_month_day(zero + std::chrono::days(static_cast<int>(std::floor(day)))));
}

/// Column and row of "BC12", from 0 and 1.
struct CellPlace {
    std::size_t column = 0;
    int row = 0;
};

std::optional<CellPlace> place_from(std::string_view reference) {
    std::size_t column = 0;
    while (!reference.empty() && reference.front() >= 'A' && reference.front() <= 'Z') {
        column = column * 26 + static_cast<std::size_t>(reference.front() - 'A' + 1);
        if (column > 1'000'000) return std::nullopt;
        reference.remove_prefix(1);
    }
    const auto row = integer_from(reference);
    if (column == 0 || !row || *row < 1 || *row > 10'000'000) return std::nullopt;
    return CellPlace{column - 1, static_cast<int>(*row)};
}

/// Cells that are drawn as one: what stands in the first is meant for all of its column.
struct Merged {
    CellPlace first, last;
};

struct SheetEvents : XmlEvents {
    const std::vector<std::string>* strings = nullptr;
    const std::vector<bool>* dates = nullptr;
    std::vector<ListRow> rows;
    std::vector<Merged> merged;

    int line = 0;
    std::size_t column = 0;  ///< Of the cell that is read.
    std::size_t cells = 0, bytes = 0;
    std::string type, value;
    std::size_t style = 0;
    bool in_value = false, in_cell = false;

    void begin(std::string_view name, const Attributes& attributes) override {
        if (name == "row") begin_row(attributes);
        if (name == "c" && line > 0) begin_cell(attributes);
        if (name == "mergeCell" && merged.size() < most_list_rows) {
            const std::string_view range = attribute(attributes, "ref");
            const auto colon = std::min(range.find(':'), range.size());
            const auto first = place_from(range.substr(0, colon));
            const auto last = place_from(range.substr(std::min(colon + 1, range.size())));
            if (first && last) merged.push_back({*first, *last});
        }
        in_value = in_cell && (name == "v" || name == "t");
    }
    void end(std::string_view name) override {
        in_value = false;
        if (name == "c" && in_cell) end_cell();
    }
    void text(std::string_view piece) override {
        if (!in_value) return;
        bytes += piece.size();
        if (bytes > most_text_bytes) return refuse("has too much text for a list");
        value += piece;
    }

private:
    void begin_row(const Attributes& attributes) {
        const auto told = integer_from(attribute(attributes, "r"));
        const bool forward = told && *told > line && *told <= 10'000'000;
        line = forward ? static_cast<int>(*told) : line + 1;
        column = 0;
        if (rows.size() >= most_list_rows) return refuse("has too many rows for a list");
        rows.push_back({line, {}});
    }
    void begin_cell(const Attributes& attributes) {
        if (const auto place = place_from(attribute(attributes, "r"))) column = place->column;
        type = attribute(attributes, "t");
        const auto number = integer_from(attribute(attributes, "s")).value_or(0);
        style = static_cast<std::size_t>(std::clamp(number, 0LL, 1'000'000LL));
        value.clear();
        in_cell = true;
    }
    void end_cell() {
        in_cell = false;
        std::string shown(trimmed(cell_text()));
        const std::size_t at = column++;
        if (shown.empty() || rows.empty()) return;
        if (at >= most_list_columns) return refuse("has too many columns for a list");
        std::vector<std::string>& texts = rows.back().cells;
        if (at >= texts.size()) {
            cells += at + 1 - texts.size();
            if (cells > most_list_cells) return refuse("has too many cells for a list");
            texts.resize(at + 1);
        }
        bytes += shown.size();
        if (bytes > most_text_bytes) return refuse("has too much text for a list");
        texts[at] = std::move(shown);
    }
    std::string cell_text() const {
        if (type == "s") {
            const auto number = integer_from(value);
            const bool known =
                number && *number >= 0 && static_cast<std::size_t>(*number) < strings->size();
            return known ? (*strings)[static_cast<std::size_t>(*number)] : std::string();
        }
        if (type == "b") return value == "1" ? "是" : "否";
        if (type == "e") return {};  // A formula that failed says nothing.
        if (!type.empty() && type != "n") return value;
        const auto number = number_from(value);
        if (!number) return value;
        if (style < dates->size() && (*dates)[style]) return date_text(*number, value);
        // 3.0 is 3; longer ones stay as they stand, so that what a double lost is seen.
        constexpr double exact_digits = 1e15;
        return std::abs(*number) < exact_digits ? exact(*number) : value;
    }
};

/// What stands in the first of merged cells, into those below it.
void fill_merged(SheetEvents& sheet) {
    const auto row_of = [&](int line) {
        return std::ranges::lower_bound(sheet.rows, line, {}, &ListRow::line);
    };
    std::size_t filled = 0;
    for (const Merged& area : sheet.merged) {
        auto row = row_of(area.first.row);
        const std::size_t column = area.first.column;
        if (row == sheet.rows.end() || row->line != area.first.row) continue;
        if (column != area.last.column || column >= row->cells.size()) continue;
        const std::string text = row->cells[column];
        for (++row; row != sheet.rows.end() && row->line <= area.last.row; ++row) {
            if (++filled > most_list_rows) return;
            if (row->cells.size() <= column) continue;  // Nothing to its right: no household.
            if (row->cells[column].empty()) row->cells[column] = text;
        }
    }
}

class Workbook {
public:
    explicit Workbook(const ZipParts& parts) : parts_(&parts) {}

    Result<void> read(const std::string& part, XmlEvents& events) const {
        XmlReader reader(events);
        const auto passed =
            parts_->read(part, [&](std::string_view piece) { return reader.take(piece); });
        if (!passed) return passed;
        auto whole = reader.finish();
        if (!whole) whole.error().what = part + " " + whole.error().what;
        return whole;
    }
    Result<void> read_if_there(const std::string& part, XmlEvents& events) const {
        return parts_->has(part) ? read(part, events) : Result<void>{};
    }

private:
    const ZipParts* parts_;
};

Result<std::string> first_sheet(const Workbook& workbook) {
    WorkbookEvents events;
    for (const char* part : {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"}) {
        if (const auto done = workbook.read(part, events); !done) {
            return std::unexpected(done.error());
        }
    }
    const auto target = events.targets.find(events.first_sheet);
    if (target == events.targets.end()) return "xl/worksheets/sheet1.xml";
    std::string_view path = target->second;
    if (path.starts_with('/')) return std::string(path.substr(1));
    return "xl/" + std::string(path);
}

}  // namespace

Result<ListTable> list_from_xlsx(std::string_view bytes, const std::string& file) {
    const auto parts = ZipParts::open(bytes, file);
    if (!parts) return std::unexpected(parts.error());
    const Workbook workbook(*parts);
    const auto at_file = [&](Error error) {
        error.file = file;
        return std::unexpected(std::move(error));
    };
    const auto part = first_sheet(workbook);
    if (!part) return at_file(part.error());
    StringsEvents strings;
    const auto with_strings = workbook.read_if_there("xl/sharedStrings.xml", strings);
    if (!with_strings) return at_file(with_strings.error());
    StylesEvents styles;
    const auto with_styles = workbook.read_if_there("xl/styles.xml", styles);
    if (!with_styles) return at_file(with_styles.error());
    SheetEvents sheet;
    sheet.strings = &strings.strings;
    sheet.dates = &styles.dates;
    if (const auto done = workbook.read(*part, sheet); !done) return at_file(done.error());
    fill_merged(sheet);
    std::erase_if(sheet.rows, [](const ListRow& row) { return row.cells.empty(); });
    return ListTable{.file = file, .rows = std::move(sheet.rows)};
}

}  // namespace longju::storage
