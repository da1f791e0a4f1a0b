// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "drawing/mark.h"

namespace longju::sheet {

/// A strip of a wider drawing: what lies from `from_mm` on, `width_mm` wide, comes to `at_mm`.
struct Part {
    double from_mm = 0.0, width_mm = 0.0, at_mm = 0.0;
};

/// One printed page: marks in millimetres.
struct Page {
    std::string name;   ///< Letter of the paper and number: A1.
    std::string title;  ///< Of the paper, on its first page; an entry of the PDF's outline.
    double width_mm = 210.0;
    double height_mm = 297.0;
    drawing::Marks marks;
    std::optional<Part> part = {};  ///< Only this part of the marks is on the page.
    drawing::Marks margin = {};     ///< Beside that part, in the page's own millimetres.
};

/// 图纸: pages as data. The PDF, the preview and the golden text come from this and nothing else.
struct Sheet {
    std::string title;    ///< 农房改造方案告知单
    std::string subject;  ///< Record code.
    std::string date;  ///< ISO; the PDF's creation date, so that the same input is the same bytes.
    std::vector<Page> pages;
};

/// The sheet as lines of text, page by page, each text with its place and size: what a golden file
/// holds and a person can review.
std::string text_form(const Sheet& sheet);

}  // namespace longju::sheet
