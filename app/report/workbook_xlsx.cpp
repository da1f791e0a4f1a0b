// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "report/workbook.h"

#include <algorithm>
#include <functional>
#include <map>
#include <tuple>

#include <fmt/format.h>
#include <xlsxwriter.h>

#include "core/hash.h"
#include "storage/platform.h"

namespace longju::report {

namespace {

namespace fs = std::filesystem;

constexpr const char* details_name = "明细";
constexpr std::size_t most_rows = 1'048'000;  ///< Of a worksheet: 2^20.
/// Links a worksheet takes; what is beyond them is found on the sheet 明细 by row and 栏次.
constexpr std::size_t most_links = LXW_MAX_NUMBER_URLS - 30;

enum class Look { Title, Head, Label, Words, Number };

/// Writes one grid into a workbook that is open.
class WorkbookWriter {
public:
    WorkbookWriter(lxw_workbook* book, const Grid& grid) : book_(book), grid_(grid) {}

    void write() {
        table_ = workbook_add_worksheet(book_, grid_.sheet_name.c_str());
        const bool listed = !grid_.details.empty();
        if (listed) details_ = workbook_add_worksheet(book_, details_name);
        lxw_worksheet* notes = workbook_add_worksheet(book_, "说明");
        const lxw_row_t first = write_heads();
        for (std::size_t i = 0; i < grid_.rows.size(); ++i) {
            write_row(grid_.rows[i], first + static_cast<lxw_row_t>(i));
        }
        worksheet_freeze_panes(table_, first, has_labels());
        worksheet_set_landscape(table_);
        constexpr std::uint8_t a3 = 8, a4 = 9;  // Excel's numbers of paper sizes.
        worksheet_set_paper(table_, grid_.a3 ? a3 : a4);
        worksheet_fit_to_pages(table_, 1, 0);
        if (listed) write_details();
        constexpr double wide = 140.0;
        worksheet_set_column(notes, 0, 0, wide, nullptr);
        for (std::size_t i = 0; i < grid_.notes.size(); ++i) {
            put(notes, static_cast<lxw_row_t>(i), 0, grid_.notes[i], format(Look::Words, 0, false));
        }
    }

private:
    bool has_labels() const { return !grid_.label_head.empty(); }

    lxw_format* format(Look look, int decimals, bool bold, bool incomplete = false) {
        lxw_format*& made = formats_[{look, decimals, bold, incomplete}];
        if (made != nullptr) return made;
        made = workbook_add_format(book_);
        format_set_font_name(made, "SimSun");
        if (look == Look::Title) format_set_font_size(made, 16);
        if (bold) format_set_bold(made);
        if (look == Look::Head || look == Look::Words) format_set_text_wrap(made);
        if (look == Look::Head) format_set_align(made, LXW_ALIGN_CENTER);
        format_set_align(made, LXW_ALIGN_VERTICAL_CENTER);
        if (look != Look::Title) format_set_border(made, LXW_BORDER_THIN);
        if (look == Look::Number) {
            std::string pattern = decimals > 0 ? "0." + std::string(decimals, '0') : "0";
            if (incomplete) pattern += fmt::format("\"{}\"", incomplete_mark);
            format_set_num_format(made, pattern.c_str());
            format_set_align(made, LXW_ALIGN_RIGHT);
        }
        return made;
    }

    static void put(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const std::string& text,
                    lxw_format* format) {
        worksheet_write_string(sheet, row, column, text.c_str(), format);
    }

    /// One line of heads, where any column has one; neighbours with the same text are one cell when
    /// `merged`. Returns the next free row.
    lxw_row_t write_head(lxw_row_t row, const char* label, bool merged,
                         const std::function<std::string(const GridColumn&)>& text) {
        const auto& columns = grid_.columns;
        if (std::ranges::all_of(columns, [&](const auto& c) { return text(c).empty(); })) {
            return row;
        }
        lxw_format* look = format(Look::Head, 0, true);
        if (has_labels()) put(table_, row, 0, label, look);
        for (std::size_t i = 0; i < columns.size();) {
            std::size_t next = i + 1;
            while (merged && next < columns.size() && text(columns[next]) == text(columns[i])) {
                ++next;
            }
            const auto from = static_cast<lxw_col_t>(i + has_labels());
            const auto to = static_cast<lxw_col_t>(next - 1 + has_labels());
            if (to > from) {
                worksheet_merge_range(table_, row, from, row, to, text(columns[i]).c_str(), look);
            } else {
                put(table_, row, from, text(columns[i]), look);
            }
            i = next;
        }
        return row + 1;
    }

    lxw_row_t write_heads() {
        put(table_, 0, 0, grid_.title, format(Look::Title, 0, true));
        worksheet_write_string(table_, 1, 0, grid_.subtitle.c_str(), nullptr);
        constexpr double label_width = 24.0, figure_width = 13.0, mm_of_a_letter = 1.9;
        if (has_labels()) worksheet_set_column(table_, 0, 0, label_width, nullptr);
        for (std::size_t i = 0; i < grid_.columns.size(); ++i) {
            const auto column = static_cast<lxw_col_t>(i + has_labels());
            const GridColumn& c = grid_.columns[i];
            const double width = c.words ? c.width_mm / mm_of_a_letter : figure_width;
            worksheet_set_column(table_, column, column, width, nullptr);
        }
        lxw_row_t row = 2;
        row = write_head(row, "栏次", false, [](const GridColumn& c) { return c.number; });
        row = write_head(row, "项目", true, [](const GridColumn& c) { return c.group; });
        row = write_head(row, grid_.label_head.c_str(), false,
                         [](const GridColumn& c) { return c.name; });
        row = write_head(row, "单位", false, [](const GridColumn& c) { return c.unit; });
        return write_head(row, "性质", false, [](const GridColumn& c) { return c.nature; });
    }

    void write_row(const GridRow& row, lxw_row_t at) {
        const bool bold = has_labels() && row.level == 0;
        if (has_labels()) {
            const std::string label = row.level == 0 ? row.label : "　" + row.label;
            put(table_, at, 0, label, format(Look::Label, 0, bold));
        }
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            write_cell(row.cells[i], grid_.columns[i], at, static_cast<lxw_col_t>(i + has_labels()),
                       bold);
        }
    }

    void write_cell(const GridCell& cell, const GridColumn& column, lxw_row_t row, lxw_col_t at,
                    bool bold) {
        lxw_format* look = column.words
                               ? format(Look::Words, 0, bold)
                               : format(Look::Number, column.decimals, bold, cell.incomplete);
        if (cell.detail && links_ < most_links) {
            // The link stays when the cell's text is replaced by its figure.
            const std::string target =
                fmt::format("internal:'{}'!A{}", details_name, *cell.detail + details_head + 1);
            worksheet_write_url_opt(table_, row, at, target.c_str(), look, cell.text.c_str(),
                                    nullptr);
            ++links_;
        }
        if (cell.number) {
            worksheet_write_number(table_, row, at, *cell.number, look);
        } else {
            put(table_, row, at, cell.text, look);
        }
    }

    void write_details() {
        constexpr double width = 15.0;
        const auto& heads = grid_.detail_columns;
        worksheet_set_column(details_, 0, static_cast<lxw_col_t>(heads.size() - 1), width, nullptr);
        for (std::size_t i = 0; i < heads.size(); ++i) {
            put(details_, 0, static_cast<lxw_col_t>(i), heads[i], format(Look::Head, 0, true));
        }
        worksheet_freeze_panes(details_, details_head, 0);
        for (std::size_t i = 0; i < grid_.details.size(); ++i) {
            const GridDetail& detail = grid_.details[i];
            const auto row = static_cast<lxw_row_t>(i + details_head);
            for (std::size_t k = 0; k < detail.cells.size(); ++k) {
                const auto at = static_cast<lxw_col_t>(k);
                const bool last = k + 1 == detail.cells.size();
                if (last && detail.number) {
                    worksheet_write_number(details_, row, at, *detail.number, nullptr);
                } else {
                    worksheet_write_string(details_, row, at, detail.cells[k].c_str(), nullptr);
                }
            }
        }
        worksheet_autofilter(details_, 0, 0, static_cast<lxw_row_t>(grid_.details.size()),
                             static_cast<lxw_col_t>(heads.size() - 1));
    }

    static constexpr std::size_t details_head = 1;  ///< Rows above the list.

    lxw_workbook* book_;
    const Grid& grid_;
    lxw_worksheet* table_ = nullptr;
    lxw_worksheet* details_ = nullptr;
    std::map<std::tuple<Look, int, bool, bool>, lxw_format*> formats_;
    std::size_t links_ = 0;
};

/// A file beside the workbook that is gone when that has its place: what people said has no
/// business in a folder for everybody.
class PassingFile {
public:
    explicit PassingFile(const fs::path& beside) : path_(beside) {
        path_ += "." + random_hex(8) + ".part";
    }
    PassingFile(const PassingFile&) = delete;
    PassingFile& operator=(const PassingFile&) = delete;
    ~PassingFile() {
        std::error_code ignored;
        fs::remove(path_, ignored);
    }
    const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

}  // namespace

Result<void> write_workbook(const Grid& grid, const fs::path& file) {
    if (grid.details.size() > most_rows) {
        return fail(ErrorKind::BadInput,
                    fmt::format("{} lines of records are more than a worksheet holds: make the "
                                "table for one county at a time, or as CSV",
                                grid.details.size()));
    }
    const PassingFile made(file);
    lxw_workbook* book = workbook_new(storage::utf8_path(made.path()).c_str());
    if (book == nullptr) {
        return fail(ErrorKind::Io, "the workbook cannot be begun in the system's temporary folder");
    }
    WorkbookWriter(book, grid).write();
    const lxw_error error = workbook_close(book);
    if (error != LXW_NO_ERROR) {
        return fail(ErrorKind::Io,
                    fmt::format("the workbook cannot be written: {}", lxw_strerror(error)));
    }
    constexpr std::uint64_t most_bytes = std::uint64_t{1} << 30;
    const auto bytes = storage::read_whole_file(made.path(), most_bytes);
    if (!bytes) return std::unexpected(bytes.error());
    return storage::replace_file(file, *bytes);
}

}  // namespace longju::report
