// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "sheet/halves.h"

#include <algorithm>

#include <fmt/format.h>

namespace longju::sheet {

namespace {

constexpr double a4_width_mm = 210.0, a4_height_mm = 297.0;
// The frame of an A3 page stands between 25 and 415 mm (GB/T 50001: margin a = 25 mm, c = 5 mm).
constexpr double cut_mm = 215.0;
constexpr Part left_part{.from_mm = 20.0, .width_mm = cut_mm - 20.0, .at_mm = 10.0};
constexpr Part right_part{.from_mm = cut_mm, .width_mm = 201.0, .at_mm = 5.0};

Page half_of(const Page& page, const Part& part, const char* which) {
    return {.name = page.name + which,
            .title = {},
            .width_mm = a4_width_mm,
            .height_mm = a4_height_mm,
            .marks = page.marks,
            .part = part,
            .margin = {}};
}

/// How the halves go together, beside the frame of the left one.
drawing::Text advice(const std::string& name) {
    return {.at = {12.5, a4_height_mm - 8.0},
            .text = fmt::format("{} 左半：按实际大小打印，沿右边的边线裁齐，和右半对齐粘成一张 A3",
                                name),
            .size_pt = 8.0,
            .upright = true};
}

}  // namespace

bool needs_a3(const Page& page) { return std::max(page.width_mm, page.height_mm) > a4_height_mm; }

Sheet on_a4(const Sheet& sheet) {
    Sheet result{.title = sheet.title, .subject = sheet.subject, .date = sheet.date, .pages = {}};
    for (const Page& page : sheet.pages) {
        if (!needs_a3(page)) {
            result.pages.push_back(page);
            continue;
        }
        Page left = half_of(page, left_part, "左");
        left.title = page.title;
        left.margin.emplace_back(advice(page.name));
        result.pages.push_back(std::move(left));
        result.pages.push_back(half_of(page, right_part, "右"));
    }
    return result;
}

}  // namespace longju::sheet
