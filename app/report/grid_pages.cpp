// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "report/grid_pages.h"

#include <algorithm>
#include <array>
#include <deque>

#include <fmt/format.h>

#include "sheet/pen.h"

namespace longju::report {

namespace {

using drawing::Anchor;
using sheet::Pen;

constexpr double left_mm = 25.0, margin_mm = 10.0;  // Bound at the left.
constexpr double figures_pt = 9.0, heads_pt = 8.5, notes_pt = 8.5;
constexpr double cell_mm = 1.2;
constexpr double head_line_mm = 4.0;

double leading_mm(double size_pt) { return size_pt * 0.47; }

/// Neighbouring columns that stand side by side on paper.
struct Band {
    std::size_t first = 0, end = 0;
};

std::vector<Band> bands_of(const Grid& grid) {
    std::vector<Band> bands;
    std::size_t first = 0;
    for (std::size_t i = 0; i < grid.columns.size(); ++i) {
        if (!grid.columns[i].band_ends && i + 1 < grid.columns.size()) continue;
        bands.push_back({first, i + 1});
        first = i + 1;
    }
    return bands;
}

/// What would switch bold on is written full width.
std::string unmarked(std::string words) {
    for (std::size_t at = 0; (at = words.find('*', at)) != std::string::npos;) {
        words.replace(at, 1, "＊");
    }
    return words;
}

class GridPagesWriter {
public:
    explicit GridPagesWriter(const Grid& grid)
        : grid_(grid),
          page_width_mm_(grid.a3 ? 420.0 : 297.0),
          page_height_mm_(grid.a3 ? 297.0 : 210.0) {}

    sheet::Sheet write() {
        turn();
        for (const Band& band : bands_of(grid_)) write_band(band);
        write_notes();
        if (grid_.to_fill) write_remarks();
        write_signatures();
        return finish();
    }

private:
    double right_mm() const { return page_width_mm_ - margin_mm; }
    double bottom_mm() const { return page_height_mm_ - 14.0; }
    Pen pen() { return Pen(pages_.back()); }
    bool has_labels() const { return !grid_.label_head.empty(); }

    void turn() {
        const bool first = pages_.empty();
        pages_.push_back({.width_mm = page_width_mm_, .height_mm = page_height_mm_});
        Pen p = pen();
        const double middle = (left_mm + right_mm()) / 2.0;
        if (first) {
            p.text(middle, 18.0, grid_.title, 18, true, Anchor::Middle);
            p.text(middle, 25.0, grid_.subtitle, 10.5, false, Anchor::Middle);
            y_ = 29.0;
            return;
        }
        p.text(left_mm, 14.0, grid_.title + "　" + grid_.subtitle, 10.5);
        y_ = 17.0;
    }

    void need(double height_mm) {
        if (y_ + height_mm > bottom_mm()) turn();
    }

    /// The widths of a band: as given for words, else shared out evenly.
    std::vector<double> widths_mm(const Band& band) const {
        const auto count = static_cast<double>(band.end - band.first);
        const double label = has_labels() ? grid_.label_width_mm : 0.0;
        constexpr double widest_mm = 30.0;
        const double even = std::min((right_mm() - left_mm - label) / count, widest_mm);
        std::vector<double> widths;
        if (has_labels()) widths.push_back(label);
        for (std::size_t i = band.first; i < band.end; ++i) {
            widths.push_back(grid_.columns[i].words ? grid_.columns[i].width_mm : even);
        }
        return widths;
    }

    static double sum(const std::vector<double>& widths) {
        double total = 0.0;
        for (const double width : widths) total += width;
        return total;
    }

    /// A box of the table.
    struct Place {
        double x = 0.0, y = 0.0, width = 0.0, height = 0.0;
    };
    struct Look {
        double size_pt = figures_pt;
        Anchor anchor = Anchor::Left;
        bool bold = false;
    };

    /// Text in a box of the table, in as many lines as it needs.
    void cell(const Place& at, const std::string& words, const Look& look) {
        Pen p = pen();
        p.box({.x_mm = at.x,
               .y_mm = at.y,
               .width_mm = at.width,
               .height_mm = at.height,
               .pen_mm = 0.18});
        const auto lines = sheet::broken(unmarked(words), look.size_pt, at.width - 2.0 * cell_mm);
        const double leading = leading_mm(look.size_pt);
        const double block = static_cast<double>(lines.size()) * leading;
        double base = at.y + (at.height - block) / 2.0 + leading * 0.76;
        for (const sheet::RichLine& line : lines) {
            std::string text;
            for (const sheet::Run& run : line) text += run.text;
            double x = at.x + cell_mm;
            if (look.anchor == Anchor::Middle) x = at.x + at.width / 2.0;
            if (look.anchor == Anchor::Right) x = at.x + at.width - cell_mm;
            p.text(x, base, text, look.size_pt, look.bold, look.anchor);
            base += leading;
        }
    }

    static double lines_mm(const std::string& words, double size_pt, double width) {
        const auto lines = sheet::broken(unmarked(words), size_pt, width - 2.0 * cell_mm).size();
        return static_cast<double>(std::max<std::size_t>(lines, 1)) * leading_mm(size_pt);
    }

    std::string name_of(const GridColumn& column) const {
        return column.unit.empty() ? column.name : column.name + "（" + column.unit + "）";
    }

    double name_height_mm(const Band& band, const std::vector<double>& widths) const {
        double height = 0.0;
        for (std::size_t i = band.first; i < band.end; ++i) {
            const double width = widths[i - band.first + has_labels()];
            height = std::max(height, lines_mm(name_of(grid_.columns[i]), heads_pt, width));
        }
        return height + 2.4;
    }

    bool any(const Band& band, std::string GridColumn::*text) const {
        for (std::size_t i = band.first; i < band.end; ++i) {
            if (!(grid_.columns[i].*text).empty()) return true;
        }
        return false;
    }

    /// Groups over names over numbers and natures.
    double heads_height_mm(const Band& band, const std::vector<double>& widths) const {
        double height = name_height_mm(band, widths);
        if (any(band, &GridColumn::group)) height += 2.0 * head_line_mm;
        if (any(band, &GridColumn::number)) height += head_line_mm;
        if (any(band, &GridColumn::nature)) height += head_line_mm;
        return height;
    }

    void write_line(const Band& band, const std::vector<double>& widths, double height,
                    std::string GridColumn::*text) {
        double x = left_mm + (has_labels() ? widths.front() : 0.0);
        for (std::size_t i = band.first; i < band.end; ++i) {
            const double width = widths[i - band.first + has_labels()];
            const std::string& words = grid_.columns[i].*text;
            cell({x, y_, width, height}, words, {heads_pt - 1.0, Anchor::Middle, false});
            x += width;
        }
        y_ += height;
    }

    void write_groups(const Band& band, const std::vector<double>& widths) {
        double x = left_mm + (has_labels() ? widths.front() : 0.0);
        for (std::size_t i = band.first; i < band.end;) {
            std::size_t next = i;
            double width = 0.0;
            while (next < band.end && grid_.columns[next].group == grid_.columns[i].group) {
                width += widths[next - band.first + has_labels()];
                ++next;
            }
            cell({x, y_, width, 2.0 * head_line_mm}, grid_.columns[i].group,
                 {heads_pt, Anchor::Middle, true});
            x += width;
            i = next;
        }
        y_ += 2.0 * head_line_mm;
    }

    void write_heads(const Band& band, const std::vector<double>& widths) {
        if (has_labels()) {
            cell({left_mm, y_, widths.front(), heads_height_mm(band, widths)}, grid_.label_head,
                 {heads_pt, Anchor::Middle, true});
        }
        if (any(band, &GridColumn::group)) write_groups(band, widths);
        const double height = name_height_mm(band, widths);
        double x = left_mm + (has_labels() ? widths.front() : 0.0);
        for (std::size_t i = band.first; i < band.end; ++i) {
            const double width = widths[i - band.first + has_labels()];
            cell({x, y_, width, height}, name_of(grid_.columns[i]),
                 {heads_pt, Anchor::Middle, true});
            x += width;
        }
        y_ += height;
        if (any(band, &GridColumn::number)) {
            write_line(band, widths, head_line_mm, &GridColumn::number);
        }
        if (any(band, &GridColumn::nature)) {
            write_line(band, widths, head_line_mm, &GridColumn::nature);
        }
        pen().line(left_mm, y_, left_mm + sum(widths), y_, 0.5);
    }

    static std::string words_of(const GridCell& cell) {
        return cell.incomplete ? cell.text + incomplete_mark : cell.text;
    }

    double row_height_mm(const GridRow& row, const Band& band,
                         const std::vector<double>& widths) const {
        double height = lines_mm(row.label, figures_pt, grid_.label_width_mm);
        for (std::size_t i = band.first; i < band.end; ++i) {
            const double width = widths[i - band.first + has_labels()];
            height = std::max(height, lines_mm(words_of(row.cells[i]), figures_pt, width));
        }
        return height + 2.4;
    }

    void write_row(const GridRow& row, const Band& band, const std::vector<double>& widths) {
        const double height = row_height_mm(row, band, widths);
        const bool bold = has_labels() && row.level == 0;
        double x = left_mm;
        if (has_labels()) {
            const std::string label = row.level == 0 ? row.label : "　" + row.label;
            cell({x, y_, widths.front(), height}, label, {figures_pt, Anchor::Left, bold});
            x += widths.front();
        }
        for (std::size_t i = band.first; i < band.end; ++i) {
            const double width = widths[i - band.first + has_labels()];
            const Anchor anchor = grid_.columns[i].words ? Anchor::Left : Anchor::Right;
            cell({x, y_, width, height}, words_of(row.cells[i]), {figures_pt, anchor, bold});
            x += width;
        }
        y_ += height;
    }

    void write_band(const Band& band) {
        const auto widths = widths_mm(band);
        const double heads = heads_height_mm(band, widths);
        const double first =
            grid_.rows.empty() ? 0.0 : row_height_mm(grid_.rows.front(), band, widths);
        need(heads + first);
        write_heads(band, widths);
        for (const GridRow& row : grid_.rows) {
            if (y_ + row_height_mm(row, band, widths) > bottom_mm()) {
                turn();
                write_heads(band, widths);
            }
            write_row(row, band, widths);
        }
        y_ += 4.0;
    }

    void write_notes() {
        const double width = right_mm() - left_mm;
        const double leading = leading_mm(notes_pt) * 1.1;
        for (const std::string& note : grid_.notes) {
            const auto lines = sheet::broken(unmarked(note), notes_pt, width).size();
            need(static_cast<double>(lines) * leading);
            pen().paragraph(left_mm, y_ + leading * 0.8, unmarked(note),
                            {notes_pt, width, leading});
            y_ += static_cast<double>(lines) * leading + 0.6;
        }
    }

    void write_remarks() {
        constexpr double height_mm = 18.0;
        need(height_mm + 2.0);
        pen().box({.x_mm = left_mm,
                   .y_mm = y_ + 1.0,
                   .width_mm = right_mm() - left_mm,
                   .height_mm = height_mm,
                   .pen_mm = 0.25});
        pen().text(left_mm + 2.0, y_ + 6.0, "18 问题与建议：", figures_pt);
        y_ += height_mm + 2.0;
    }

    /// Empty white for the seal: nothing is printed where it goes.
    void write_signatures() {
        constexpr double height_mm = 44.0, seal_mm = 40.0;
        need(height_mm);
        static constexpr std::array labels{"填表人：", "审核人：", "单位负责人："};
        const double width = (right_mm() - left_mm - seal_mm - 6.0) / 4.0;
        double x = left_mm;
        for (const char* label : labels) {
            pen().text(x, y_ + 20.0, label, 11);
            pen().line(x + 24.0, y_ + 21.0, x + width - 6.0, y_ + 21.0, 0.25);
            x += width;
        }
        pen().text(x, y_ + 20.0, "日期：　　　年　　月　　日", 11);
        pen().box({.x_mm = right_mm() - seal_mm,
                   .y_mm = y_ + 2.0,
                   .width_mm = seal_mm,
                   .height_mm = seal_mm,
                   .pen_mm = 0.13,
                   .dash = drawing::Dash::Dashed});
        pen().text(right_mm() - seal_mm / 2.0, y_ + seal_mm, "（公章）", 8, false, Anchor::Middle);
        y_ += height_mm;
    }

    sheet::Sheet finish() {
        sheet::Sheet sheet{.title = grid_.title, .subject = grid_.subject, .date = grid_.date};
        std::size_t number = 0;
        for (sheet::Page& page : pages_) {
            ++number;
            page.name = fmt::format("R{}", number);
            if (number == 1) page.title = grid_.title;
            Pen foot(page);
            const double base = page_height_mm_ - 7.0;
            foot.text(left_mm, base, grid_.date.empty() ? "" : "制表日期 " + grid_.date, 8);
            foot.text(right_mm(), base, fmt::format("第 {} 页　共 {} 页", number, pages_.size()), 8,
                      false, Anchor::Right);
            sheet.pages.push_back(std::move(page));
        }
        return sheet;
    }

    const Grid& grid_;
    double page_width_mm_, page_height_mm_;
    std::deque<sheet::Page> pages_;  // Pens hold on to the page they write on.
    double y_ = 0.0;
};

}  // namespace

sheet::Sheet pages_of(const Grid& grid) { return GridPagesWriter(grid).write(); }

}  // namespace longju::report
