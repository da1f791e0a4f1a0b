// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <deque>

#include "sheet/notice_facts.h"
#include "sheet/pen.h"

/// The pages of paper A. Internal to notice.cpp.
namespace longju::sheet {

// A4, look of the papers: punch holes on the left.
inline constexpr double left_mm = 22.0;
inline constexpr double right_mm = 196.0;
inline constexpr double content_mm = right_mm - left_mm;
inline constexpr double footer_rule_mm = 284.6;

/// Title, one sentence, ① to ③. Returns the base line for what comes next.
double draw_first_page(Page& page, const NoticeInputs& in, const NoticeFacts& facts);

/// ④ from the heading's base line `y`, at most down to `bottom`; sentences stand whole or are
/// counted. Returns where the boxes end.
double draw_subsidies(Pen& pen, const NoticeFacts& facts, double y, double bottom);
/// Height below the heading's base line at which each box still says something.
double least_subsidies_mm(const NoticeFacts& facts);

/// The page's header and ⑤ to 签字, on as many pages as that needs; ④ before it unless it already
/// stands on the first page.
void draw_further_pages(std::deque<Page>& pages, const NoticeInputs& in, const NoticeFacts& facts,
                        bool with_subsidies);

/// Rule, versions and page number.
void draw_footer(Page& page, const NoticeFacts& facts, std::size_t number, std::size_t pages);

/// ⑥ and ⑦: squares of fuel, bars of money, thermometers; three frames from `y` down.
void draw_charts(Pen& pen, const NoticeFacts& facts, double y);
inline constexpr double charts_height_mm = 63.0;

}  // namespace longju::sheet
