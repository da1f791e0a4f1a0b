// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>

#include "sheet/page.h"
#include "sheet/type.h"

namespace longju::sheet {

/// The confidence labels: a small box after a heading or a figure. Look and word say the same.
enum class Label {
    Verified,   ///< 已核实: solid black, white letters.
    Stated,     ///< 户主自述, 实测: thin rounded box.
    Estimated,  ///< 估算, 测算: thin rounded box.
    Pending,    ///< 待县级确认, 待核: dashed box, bold.
    Scenario,   ///< 情景, 历史参考: double thin box.
};

inline constexpr double money_box_mm = 56.0;

/// Writes on a page. All lengths mm, sizes pt.
class Pen {
public:
    explicit Pen(Page& page) : marks_(page.marks) {}

    void text(double x, double y, std::string_view text, double size, bool bold = false,
              drawing::Anchor anchor = drawing::Anchor::Left);
    /// One line with `*bold*` parts; returns where it ends.
    double rich(double x, double y, std::string_view marked, double size);
    /// How a paragraph is set; `most` lines, what does not fit is left out with "…".
    struct Setting {
        double size_pt = 14.0;
        double width_mm = 100.0;
        double leading_mm = 7.2;
        int most = 99;
    };
    /// Several lines; returns the base line below the last.
    double paragraph(double x, double y, std::string_view marked, const Setting& setting);
    void line(double x1, double y1, double x2, double y2, double pen,
              drawing::Dash dash = drawing::Dash::Solid);
    void box(const drawing::Box& box) { marks_.emplace_back(box); }
    void add(drawing::Mark mark) { marks_.emplace_back(std::move(mark)); }
    void add(drawing::Marks marks);
    /// Returns the x after the label; `y` is the base line of the text it stands beside.
    double label(double x, double y, std::string_view word, Label kind, double size = 9.0);
    /// One of the three boxes of money, `money_box_mm` wide, its head in the look of its label.
    void money_box(double x, double y, double height, std::string_view head, Label kind);
    /// Numbered heading: figure in a disc, 15 pt bold. Returns where the words end.
    double heading(double x, double y, int number, std::string_view words);

private:
    drawing::Marks& marks_;
};

}  // namespace longju::sheet
