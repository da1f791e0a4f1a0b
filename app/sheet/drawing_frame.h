// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <vector>

#include "sheet/notice_facts.h"
#include "sheet/pen.h"

/// One A3 sheet of paper B: the frame and title strip of GB/T 50001, titles of views, tables.
namespace longju::sheet {

/// What differs from sheet to sheet.
struct DrawingTitle {
    int number = 1;
    int of = 3;
    std::string name;                      ///< 图名.
    std::string scale;                     ///< 1:100, or 见各图.
    std::vector<std::string> notes;        ///< 说明.
    std::vector<std::string> hold_points;  ///< 停检点; may be empty.
};

/// The field views stand in, mm.
inline constexpr double field_left = 25.0, field_top = 5.0, field_bottom = 292.0;
inline constexpr double strip_left = 354.5;
/// What a view's title takes below it.
inline constexpr double view_title_mm = 16.0;

class DrawingFrame {
public:
    DrawingFrame(const NoticeInputs& in, const NoticeFacts& facts, const DrawingTitle& title);

    Pen& pen() { return pen_; }

    /// Name underlined, scale beside it; centred below a view that ends at `bottom`.
    void view_title(double middle, double bottom, const std::string& name, int scale);
    /// The title of a detail: its number in a circle, name, scale; centred, on the base line
    /// `base`.
    void detail_title(double middle, double base, int number, const std::string& name, int scale);

    struct Cell {
        std::string words;
        drawing::Anchor anchor = drawing::Anchor::Left;
    };
    /// A small table, the first row its head; returns where it ends.
    double table(double x, double y, const std::vector<double>& widths,
                 const std::vector<std::vector<Cell>>& rows);

    Page take() { return std::move(page_); }

private:
    void strip(const NoticeInputs& in, const NoticeFacts& f, const DrawingTitle& title);
    void notes(const NoticeInputs& in, const DrawingTitle& title);

    Page page_;
    Pen pen_;
};

/// The sheets of paper B.
Page plan_sheet(const NoticeInputs& in, const NoticeFacts& facts);
Page elevation_sheet(const NoticeInputs& in, const NoticeFacts& facts);
Page section_sheet(const NoticeInputs& in, const NoticeFacts& facts);

}  // namespace longju::sheet
