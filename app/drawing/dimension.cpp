// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "drawing/dimension.h"

#include <cmath>
#include <string_view>

#include <fmt/format.h>

namespace longju::drawing {

namespace {

constexpr double tick_mm = 1.0;     // Half of a tick's reach in each direction.
constexpr double over_mm = 0.8;     // A figure above its line.
constexpr double under_mm = 3.3;    // Base line of a figure below its line.
constexpr double beyond_mm = 2.0;   // Extension lines pass the chain.
constexpr double off_mm = 2.5;      // They begin off the thing.
constexpr double digit_em = 0.556;  // Tabular figures of Noto Sans CJK.

double width_mm(const std::string& figure) {
    return static_cast<double>(figure.size()) * digit_em * dimension_pt * mm_per_pt;
}

/// Draws in chain coordinates: `along` and `across` the line, away from the reader below 0.
class ChainDrawer {
public:
    explicit ChainDrawer(const Chain& chain) : chain_(chain) {}

    Marks draw() {
        if (chain_.at_mm.size() < 2) return {};
        line(chain_.at_mm.front(), 0.0, chain_.at_mm.back(), 0.0, 0.18);
        for (const double at : chain_.at_mm) {
            tick(at);
            extension(at);
        }
        for (std::size_t i = 0; i + 1 < chain_.at_mm.size(); ++i) figure(i);
        return std::move(marks_);
    }

private:
    /// `aside` is above a level chain and to the left of an upright one.
    PaperPoint paper(double along, double aside) const {
        if (chain_.upright) return {chain_.across_mm - aside, along};
        return {along, chain_.across_mm - aside};
    }
    void line(double along0, double aside0, double along1, double aside1, double pen) {
        marks_.emplace_back(Line{paper(along0, aside0), paper(along1, aside1), pen});
    }

    void tick(double at) {
        const PaperPoint p = paper(at, 0.0);
        marks_.emplace_back(
            Line{{p.x_mm - tick_mm, p.y_mm + tick_mm}, {p.x_mm + tick_mm, p.y_mm - tick_mm}, 0.5});
    }

    void extension(double at) {
        const double aside = chain_.across_mm - chain_.thing_mm;  // Of the thing.
        if (std::abs(aside) <= off_mm) return;
        const double to_thing = aside > 0.0 ? 1.0 : -1.0;
        line(at, aside - to_thing * off_mm, at, -to_thing * beyond_mm, 0.13);
    }

    void figure(std::size_t i) {
        const double from = chain_.at_mm[i];
        const double to = chain_.at_mm[i + 1];
        const double real = std::abs(chain_.real_mm[i + 1] - chain_.real_mm[i]);
        const std::string words = fmt::format("{:.0f}", real);
        const double wide = width_mm(words);
        const double middle = (from + to) / 2.0;
        if (to - from >= wide + 0.6) {
            crowded_ = 0;
            return write(middle, over_mm, words);
        }
        const bool first = i == 0;
        const bool last = i + 2 == chain_.at_mm.size();
        if (first && !last) return write(from - wide / 2.0 - 0.8, over_mm, words);
        if (last && !first) return write(to + wide / 2.0 + 0.8, over_mm, words);
        // Neighbours change sides of the line.
        write(middle, crowded_++ % 2 == 0 ? -under_mm : over_mm + 3.2, words);
    }

    void write(double along, double aside, const std::string& words) {
        const PaperPoint p = paper(along, aside);
        marks_.emplace_back(Text{.at = p,
                                 .text = words,
                                 .size_pt = dimension_pt,
                                 .anchor = Anchor::Middle,
                                 .on_white = true,
                                 .upright = chain_.upright});
    }

    const Chain& chain_;
    int crowded_ = 0;  // Figures in a row that did not fit.
    Marks marks_;
};

}  // namespace

Marks chain(const Chain& chain) { return ChainDrawer(chain).draw(); }

Marks level_mark(PaperPoint at, double level_mm) {
    constexpr double high_mm = 2.1;
    constexpr double long_mm = 13.0;
    std::string words = fmt::format("{:.3f}", level_mm / 1000.0);
    if (std::abs(level_mm) < 0.5) words = "±0.000";
    if (words.front() == '-') words.replace(0, 1, "−");
    Marks marks;
    marks.emplace_back(Shape{.points = {at,
                                        {at.x_mm - high_mm, at.y_mm - high_mm},
                                        {at.x_mm + high_mm, at.y_mm - high_mm}},
                             .pen_mm = 0.18,
                             .fill = Fill::White});
    marks.emplace_back(Line{{at.x_mm - high_mm, at.y_mm - high_mm},
                            {at.x_mm - high_mm + long_mm, at.y_mm - high_mm},
                            0.18});
    marks.emplace_back(Text{.at = {at.x_mm - high_mm + long_mm, at.y_mm - high_mm - 0.7},
                            .text = words,
                            .size_pt = dimension_pt,
                            .anchor = Anchor::Right});
    return marks;
}

Marks axis_mark(PaperPoint centre, PaperPoint from, const std::string& name) {
    const double dx = centre.x_mm - from.x_mm;
    const double dy = centre.y_mm - from.y_mm;
    const double far = std::hypot(dx, dy);
    Marks marks;
    if (far > axis_radius_mm) {
        const double part = (far - axis_radius_mm) / far;
        marks.emplace_back(
            Line{from, {from.x_mm + dx * part, from.y_mm + dy * part}, 0.13, Dash::Chain});
    }
    marks.emplace_back(Arc{centre, axis_radius_mm, 0.25, Fill::White});
    marks.emplace_back(Text{.at = {centre.x_mm, centre.y_mm + 1.35},
                            .text = name,
                            .size_pt = 10.5,
                            .anchor = Anchor::Middle});
    return marks;
}

std::string axis_number(std::size_t index) { return std::to_string(index + 1); }

std::string axis_letter(std::size_t index) {
    constexpr std::string_view letters = "ABCDEFGHJKLMNPQRSTUVWXY";
    std::string name(1, letters[index % letters.size()]);
    if (index >= letters.size()) name += std::to_string(index / letters.size());
    return name;
}

}  // namespace longju::drawing
