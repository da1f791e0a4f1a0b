// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace longju::sheet {

/// Width of one line in Noto Sans CJK SC, mm. Han and full-width signs are one em; Latin widths are
/// the font's own, so a layout needs no font to be at hand.
double text_width_mm(std::string_view text, double size_pt, bool bold);

/// A run of one weight within a line.
struct Run {
    std::string text;
    bool bold = false;
};
using RichLine = std::vector<Run>;

/// Breaks text into lines of at most `width_mm`. `*` switches bold on and off. No line begins with
/// closing punctuation; figures, Latin words and ranges (`4.4～8.2 万元`) are not broken.
std::vector<RichLine> broken(std::string_view marked, double size_pt, double width_mm);

double width_mm(const RichLine& line, double size_pt);

}  // namespace longju::sheet
