// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "report/annual_grid.h"

#include <array>
#include <cmath>

#include <fmt/format.h>

#include "estimate/uncertainty.h"

namespace longju::report {

namespace {

/// The columns after which the table is folded on paper.
constexpr std::array folds{std::string_view("5d"), std::string_view("9f"), std::string_view("13"),
                           std::string_view("17b")};

GridColumn grid_column(const Column& column) {
    GridColumn c{.number = std::string(column.id),
                 .group = std::string(column.group_zh),
                 .name = std::string(column.name_zh),
                 .unit = std::string(column.unit_zh),
                 .nature = std::string(nature_zh(column.nature)),
                 .decimals = column.decimals};
    for (const std::string_view id : folds) c.band_ends = c.band_ends || id == column.id;
    return c;
}

std::string day(const std::optional<Date>& date) { return date ? iso(*date) : unknown_mark; }

/// Rows of a grid with the list of records behind their cells.
class AnnualWriter {
public:
    AnnualWriter(const AnnualTable& table, const Entries& entries, Listing listing, Grid& grid)
        : table_(table), entries_(entries), listing_(listing), grid_(grid) {}

    void row(const Row& row, const std::string& label, int level, bool with_entries) {
        GridRow out{.label = label, .level = level};
        const auto columns = annual_columns();
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const auto entry = entries_.figures.find(columns[i].id);
            const bool entered = with_entries && entry != entries_.figures.end();
            GridCell cell = cell_of(columns[i], row.cells[i]);
            if (entered && !columns[i].figure) {
                cell.number = entry->second;
                cell.text = fmt::format("{:.{}f}", entry->second, columns[i].decimals);
            }
            details(row.cells[i], columns[i], label, cell);
            out.cells.push_back(std::move(cell));
        }
        grid_.rows.push_back(std::move(out));
    }

private:
    static GridCell cell_of(const Column& column, const Cell& cell) {
        if (cell.hidden) return {.text = hidden_mark};
        if (!cell.amount) return {.text = unknown_mark, .incomplete = cell.incomplete};
        return {.text = figure_text(column, *cell.amount),
                .number = figure_in_unit(column, *cell.amount),
                .incomplete = cell.incomplete};
    }

    void details(const Cell& cell, const Column& column, const std::string& label, GridCell& out) {
        if (listing_ == Listing::TableOnly) return;
        if (cell.parts.empty() && cell.open.empty()) return;
        out.detail = grid_.details.size();
        for (const Part& part : cell.parts) {
            detail(column, label, table_.records[part.record]);
            grid_.details.back().number = figure_in_unit(column, part.amount);
        }
        for (const std::size_t open : cell.open) detail(column, label, table_.records[open]);
    }

    void detail(const Column& column, const std::string& label, const Record& record) {
        grid_.details.push_back(
            {.cells = {label, std::string(column.id),
                       fmt::format("{} {}", column.group_zh, column.name_zh),
                       std::string(column.unit_zh), record.code, record.township, record.village,
                       day(record.started), day(record.accepted), record.visit_id, "没有记"}});
    }

    const AnnualTable& table_;
    const Entries& entries_;
    Listing listing_;
    Grid& grid_;
};

void add_notes(const AnnualTable& table, const Entries& entries, Grid& grid) {
    auto& notes = grid.notes;
    notes.push_back(
        fmt::format("口径：除开工、在建两栏外，只算竣工验收日期在 {} "
                    "年的记录；一户一年只计一次；{} 表示没有记录能说明，不是零；{} "
                    "表示另有记录没有记这一项，没有算进去。",
                    table.year, unknown_mark, incomplete_mark));
    notes.emplace_back(
        "第1栏：鉴定为C、D级且户类属六类对象的算危房改造；竣工与验收合记一个日期，竣工栏不填。第2栏"
        "只认省图集正式户型。第3、"
        "4栏：外墙、顶棚、地面、门窗有一项即算，贴密封条不算。第5、6栏为设计量，按房屋平面计算，不"
        "是现场计量。");
    notes.emplace_back(
        "第9栏：有并网验收单的才算。第11栏：一户一个主要热源，按本次改造新装的算。第7、10b、11f、11"
        "g、12、13、14、17栏系统不"
        "记，由填表人手填。");
    notes.push_back(
        fmt::format("第15栏为测算值，不是计量值：同一气象站典型年、同一现状，按现有用热习惯，全年逐"
                    "时计算；账单有记的先校准；只认计算节能量"
                    "的{:.0f}%，其余按室温提高计，另列15d。光伏发电不计入。",
                    100.0 * estimate::realised_share.typical));
    notes.emplace_back(
        "第16栏为测算值：造价按价格库中值；示例价格、示例条款不计；补助只计县里已确认的条款；没有确"
        "认的，各级和自筹都不填。合计"
        "按分相加，显示四位小数，尾差不调。");
    const Versions& v = table.versions;
    notes.push_back(fmt::format("数据版本：图集数据 {}，条款 {}，价格 {}，数据包 {}。", v.catalog,
                                v.rules, v.prices, v.data_hash.substr(0, 16)));
    const LeftOut& out = table.left_out;
    notes.push_back(fmt::format(
        "没有计入：撤销 {} 条，重复 {} 条，练习 {} 条；有几个版本待定、按显示版本计的 {} 条。",
        out.withdrawn, out.doubles, out.samples, out.undecided));
    if (table.outside) {
        notes.push_back(fmt::format(
            "{}：不足三户的格不对外；能由合计推出它的格、同组的栏一并隐去。", hidden_mark));
    }
    notes.push_back("记录集校验码（SHA-256）：" + table.set_hash);
    if (!entries.remarks.empty()) notes.push_back("18 问题与建议：" + entries.remarks);
}

}  // namespace

double figure_in_unit(const Column& column, std::int64_t amount) {
    return static_cast<double>(amount) / std::pow(10.0, column.scale);
}

std::string figure_text(const Column& column, std::int64_t amount) {
    const std::string text =
        fmt::format("{:.{}f}", figure_in_unit(column, std::abs(amount)), column.decimals);
    return amount < 0 ? "−" + text : text;
}

Grid annual_grid(const AnnualTable& table, const Entries& entries, Listing listing) {
    Grid grid{.title = "农房绿色低碳建设年度汇总表",
              .subtitle = fmt::format("{} 年", table.year),
              .label_head = "县（市、区）、乡镇",
              .detail_columns = {"行", "栏次", "指标", "单位", "记录码", "乡镇", "村", "开工日期",
                                 "验收日期", "记录编号", "本条数值"},
              .sheet_name = "年度汇总表",
              .date = entries.date,
              .subject = table.set_hash,
              .to_fill = entries.remarks.empty()};
    const bool one = table.counties.size() == 1;
    if (one) grid.subtitle = table.counties.front().row.key.name_zh + " · " + grid.subtitle;
    if (table.outside) grid.subtitle += " · 对外";
    for (const Column& column : annual_columns()) grid.columns.push_back(grid_column(column));
    AnnualWriter writer(table, entries, listing, grid);
    for (const County& county : table.counties) {
        writer.row(county.row, county.row.key.name_zh, 0, one);
        for (const Row& township : county.townships) {
            writer.row(township, township.key.name_zh, 1, false);
        }
    }
    if (!one) writer.row(table.total, table.total.key.name_zh, 0, true);
    add_notes(table, entries, grid);
    return grid;
}

}  // namespace longju::report
