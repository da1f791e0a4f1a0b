// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "sheet/type.h"

#include <array>
#include <cstdint>

#include "core/text.h"
#include "drawing/mark.h"

namespace longju::sheet {

namespace {

// Advance widths of U+0020 to U+007E, 1/1000 em, read off the fonts' hmtx tables (version 2.004).
constexpr std::array<std::uint16_t, 95> regular = {
    224, 323, 474, 555, 555, 921, 680, 278, 338, 338, 467, 555, 278, 347, 278, 392, 555, 555, 555,
    555, 555, 555, 555, 555, 555, 555, 278, 278, 555, 555, 555, 474, 946, 608, 657, 638, 688, 589,
    552, 689, 728, 293, 535, 646, 543, 812, 723, 742, 633, 742, 635, 596, 599, 721, 575, 878, 573,
    531, 603, 338, 392, 338, 555, 559, 606, 563, 618, 510, 620, 554, 325, 564, 607, 275, 275, 552,
    284, 926, 610, 606, 620, 620, 388, 468, 377, 607, 521, 802, 498, 521, 475, 338, 270, 338, 555};
constexpr std::array<std::uint16_t, 95> bold_widths = {
    227, 370, 574, 590, 590, 963, 740, 325, 378, 378, 507, 590, 325, 370,  325, 387, 590, 590, 590,
    590, 590, 590, 590, 590, 590, 590, 325, 325, 590, 590, 590, 514, 1007, 641, 681, 656, 714, 615,
    585, 717, 757, 330, 568, 686, 578, 853, 749, 770, 667, 770, 682, 624,  625, 748, 619, 915, 627,
    580, 613, 378, 387, 378, 590, 567, 626, 591, 644, 527, 644, 581, 372,  597, 640, 304, 306, 604,
    315, 964, 641, 626, 644, 644, 436, 495, 421, 637, 576, 863, 562, 574,  511, 378, 296, 378, 590};

double em_share(char32_t point, bool bold) {
    if (point >= 0x20 && point <= 0x7E) {
        const auto& widths = bold ? bold_widths : regular;
        return widths.at(point - 0x20) / 1000.0;
    }
    switch (point) {
        case 0xB0:
            return bold ? 0.404 : 0.370;
        case 0xB2:
        case 0xB3:
            return bold ? 0.424 : 0.411;
        case 0x2212:
            return bold ? 0.590 : 0.555;
        case 0x2013:
            return bold ? 0.544 : 0.536;
        case 0x2014:
            return bold ? 0.908 : 0.894;
        default:
            return 1.0;
    }
}

bool closing(char32_t p) {
    constexpr std::u32string_view signs = U"，。；：！？、）】》”’％℃";
    return signs.find(p) != std::u32string_view::npos;
}

/// Signs that hold on to the figure before or after them.
bool sticks(char32_t p) {
    return (p >= U'0' && p <= U'9') || (p >= U'A' && p <= U'Z') || (p >= U'a' && p <= U'z') ||
           p == U'.' || p == U',' || p == U'-' || p == U'～' || p == U'−' || p == U'%' ||
           p == U'/' || p == U'（';
}

/// A letter, figure or sign that stands in words of Latin script.
bool latin(char32_t p) { return p > U' ' && p <= U'~'; }

bool unit(char32_t p) {
    constexpr std::u32string_view units = U"万元吨度℃年天块台平";
    return units.find(p) != std::u32string_view::npos;
}

struct Glyph {
    char32_t point;
    bool bold;
};

/// Whether a line may end between two neighbours.
bool may_break(const std::vector<Glyph>& glyphs, std::size_t before) {
    const char32_t left = glyphs[before - 1].point;
    const char32_t right = glyphs[before].point;
    if (closing(right)) return false;
    if (sticks(left) && sticks(right)) return false;
    if (latin(left) && latin(right)) return false;
    // A figure and its unit, with or without the space between them.
    if (sticks(left) && (right == U' ' || unit(right))) return false;
    if (left == U' ' && before >= 2 && sticks(glyphs[before - 2].point) && unit(right))
        return false;
    return left != U'（' && left != U'《' && left != U'“';
}

RichLine runs_of(const std::vector<Glyph>& glyphs, std::size_t from, std::size_t to) {
    RichLine line;
    while (from < to && glyphs[from].point == U' ') ++from;
    while (to > from && glyphs[to - 1].point == U' ') --to;
    for (std::size_t i = from; i < to; ++i) {
        if (line.empty() || line.back().bold != glyphs[i].bold)
            line.push_back({"", glyphs[i].bold});
        line.back().text += utf8(std::u32string(1, glyphs[i].point));
    }
    return line;
}

}  // namespace

double text_width_mm(std::string_view text, double size_pt, bool bold) {
    double em = 0.0;
    for (const char32_t p : code_points(text)) em += em_share(p, bold);
    return em * size_pt * drawing::mm_per_pt;
}

std::vector<RichLine> broken(std::string_view marked, double size_pt, double width_mm) {
    std::vector<Glyph> glyphs;
    bool bold = false;
    for (const char32_t p : code_points(marked)) {
        if (p == U'*') {
            bold = !bold;
        } else {
            glyphs.push_back({p, bold});
        }
    }
    const double em_mm = size_pt * drawing::mm_per_pt;
    std::vector<RichLine> lines;
    std::size_t start = 0;
    std::size_t last_break = 0;
    double used_mm = 0.0;
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        if (i > start && may_break(glyphs, i)) last_break = i;
        used_mm += em_share(glyphs[i].point, glyphs[i].bold) * em_mm;
        if (used_mm <= width_mm || i == start) continue;
        const std::size_t end = last_break > start ? last_break : i;
        lines.push_back(runs_of(glyphs, start, end));
        start = end;
        used_mm = 0.0;
        for (std::size_t k = start; k <= i; ++k) {
            used_mm += em_share(glyphs[k].point, glyphs[k].bold) * em_mm;
        }
    }
    if (start < glyphs.size()) lines.push_back(runs_of(glyphs, start, glyphs.size()));
    return lines;
}

double width_mm(const RichLine& line, double size_pt) {
    double sum = 0.0;
    for (const Run& run : line) sum += text_width_mm(run.text, size_pt, run.bold);
    return sum;
}

}  // namespace longju::sheet
