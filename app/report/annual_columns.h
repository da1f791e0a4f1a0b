// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "report/figure.h"

namespace longju::report {

/// Which records a column is about, by the days of their procedure and the year of the table.
enum class Stage {
    Started,   ///< 开工 in the year.
    Accepted,  ///< 验收 in the year: what counts.
    UnderWay   ///< 在建: begun by the end of the year, not accepted by then.
};

/// What kind of figure a column holds, as printed.
enum class Nature {
    Count,     ///< 户数、处数
    TakenOff,  ///< 设计量: measured from the drawing of the house, not on site.
    Computed,  ///< 测算值: what the method and its factors say. The program holds no 计量值.
    ByHand     ///< 手填: no record knows it.
};

/// One column of 《农房绿色低碳建设年度汇总表》.
struct Column {
    std::string_view id;  ///< `4b`: the number of the county's form and a letter.
    std::string_view group_zh;
    std::string_view name_zh;
    std::string_view unit_zh;
    int scale = 0;     ///< The figure is in 10^-scale of the unit.
    int decimals = 0;  ///< As printed.
    Stage stage = Stage::Accepted;
    Nature nature = Nature::Count;
    std::optional<Figure> figure;  ///< Nothing: no record knows it.
    /// Columns of one bundle add up to each other or tell of the same households: what is hidden of
    /// one is hidden of all. 0: by itself.
    int bundle = 0;
};

/// In the order of the form.
std::span<const Column> annual_columns();
/// nullptr for an id that is none.
const Column* find_column(std::string_view id);

std::string_view nature_zh(Nature nature);

}  // namespace longju::report
