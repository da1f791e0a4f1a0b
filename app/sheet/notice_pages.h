// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "sheet/notice_facts.h"
#include "sheet/pen.h"

/// The two pages of paper A. Internal to notice.cpp.
namespace longju::sheet {

// A4, look of the papers: punch holes on the left.
inline constexpr double left_mm = 22.0;
inline constexpr double right_mm = 196.0;
inline constexpr double content_mm = right_mm - left_mm;
inline constexpr double footer_rule_mm = 284.6;

Page notice_page1(const NoticeInputs& in, const NoticeFacts& facts);
Page notice_page2(const NoticeInputs& in, const NoticeFacts& facts);

/// Rule, versions and page number.
void draw_footer(Pen& pen, const NoticeFacts& facts, int page);

/// ⑥ and ⑦: squares of fuel, bars of money, thermometers; three frames from `y` down.
void draw_charts(Pen& pen, const NoticeFacts& facts, double y);
inline constexpr double charts_height_mm = 63.0;

}  // namespace longju::sheet
