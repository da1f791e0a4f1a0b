// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/text.h"
#include "sheet/notice_pages.h"
#include "sheet/wording.h"

namespace longju::sheet {

namespace {

using drawing::Anchor;
using drawing::Box;
using drawing::Dash;
using drawing::Fill;
using drawing::Pattern;

constexpr double frame_mm = 56.0;
constexpr double step_mm = 59.0;

std::string amount_text(const FuelFigure& f, bool range) {
    const int decimals = f.in_tonnes ? 1 : 0;
    std::string low = formatted(range ? f.amount.low : f.amount.typical, decimals);
    const std::string high = formatted(f.amount.high, decimals);
    if (range && low != high) low += "～" + high;
    std::erase(low, ',');
    return fmt::format("{} {}", low, f.unit);
}

class Charts {
public:
    Charts(Pen& pen, const NoticeFacts& f, double y) : pen_(pen), f_(f), y_(y) {}

    void draw() {
        for (int i = 0; i < 3; ++i) {
            pen_.box({.x_mm = left_mm + i * step_mm,
                      .y_mm = y_,
                      .width_mm = frame_mm,
                      .height_mm = charts_height_mm,
                      .pen_mm = 0.5});
        }
        fuel(left_mm);
        money(left_mm + step_mm);
        warmth(left_mm + 2 * step_mm);
    }

private:
    void title(double x, std::string_view words) {
        pen_.text(x + frame_mm / 2.0, y_ + 6.2, words, 14, true, Anchor::Middle);
    }

    /// Squares from the base upwards, five in a row; `part` of the last one is not drawn to size:
    /// a square stands when at least half of it is burnt.
    void squares(double x, double base, const FuelFigure& f, double each, bool after) {
        constexpr double side = 4.2;
        constexpr double gap = 0.6;
        const bool range = after || !f_.bill_known;
        const auto squares_of = [&](double amount) {
            return static_cast<int>(std::lround(amount / each));
        };
        const int solid = squares_of(range ? f.amount.low : f.amount.typical);
        const int all = squares_of(range ? f.amount.high : f.amount.typical);
        for (int i = 0; i < std::max(solid, all); ++i) {
            const int column = i % 5;
            const int row = i / 5 + 1;
            Box b{.x_mm = x + column * (side + gap),
                  .y_mm = base - row * (side + gap),
                  .width_mm = side,
                  .height_mm = side,
                  .pen_mm = 0.25};
            if (i >= solid) {
                b.dash = Dash::Dashed;
            } else if (!range) {
                b.fill = Fill::Black;
            } else {
                b.pattern = after ? Pattern::Diagonal : Pattern::Horizontal;
                b.spacing_mm = 0.9;
            }
            pen_.box(b);
        }
    }

    void fuel(double x) {
        title(x, "一冬烧多少");
        const double base = y_ + 43.5;
        if (f_.fuel_before.in_tonnes || f_.fuel_after.in_tonnes) {
            double most = 0.0;
            for (const FuelFigure* f : {&f_.fuel_before, &f_.fuel_after}) {
                if (f->in_tonnes) most = std::max(most, f->amount.high);
            }
            const double each = most > 6.0 ? 0.5 : 0.2;  // At most six rows of five.
            pen_.text(x + frame_mm / 2.0, y_ + 11.4,
                      fmt::format("一格 = {} 吨　虚格 = 可能用到", exact(each)), 9, false,
                      Anchor::Middle);
            if (f_.fuel_before.in_tonnes) squares(x + 3.0, base, f_.fuel_before, each, false);
            if (f_.fuel_after.in_tonnes && f_.any_measure)
                squares(x + 30.0, base, f_.fuel_after, each, true);
        }
        pen_.line(x + 2.0, base, x + frame_mm - 2.0, base, 0.5);
        fuel_words(x + 14.5, base, f_.fuel_before, false);
        if (f_.any_measure) fuel_words(x + 41.5, base, f_.fuel_after, true);
    }

    void fuel_words(double x, double base, const FuelFigure& f, bool after) {
        const char* source = f_.bill_known ? "（自述）" : "（估算）";
        pen_.text(x, base + 5.0, words(after) + std::string(after ? "（测算）" : source), 10.5,
                  false, Anchor::Middle);
        pen_.text(x, base + 10.6, f.name, fitting(f.name, 26.0), false, Anchor::Middle);
        // What is computed is a range; what was bought is one figure.
        const std::string amount = amount_text(f, after || !f_.bill_known);
        pen_.text(x, base + 16.4, amount, fitting(amount, 26.5), true, Anchor::Middle);
    }

    const char* words(bool after) const {
        if (!f_.any_measure) return "现在";
        if (f_.is_new) return after ? "加措施" : "照图盖";
        return after ? "改后" : "改前";
    }

    /// The largest size up to 13 pt at which `words` are not wider than `width`.
    static double fitting(const std::string& words, double width) {
        const double at_13 = text_width_mm(words, 13.0, true);
        return at_13 <= width ? 13.0 : 13.0 * width / at_13;
    }

    void money(double x) {
        title(x, "一冬取暖花多少（元）");
        const double base = y_ + 43.5;
        constexpr double tallest = 24.0;
        const double full =
            std::max({f_.money_before.high.in_yuan(), f_.money_after.high.in_yuan(), 1.0});
        if (f_.bill_known) {
            constexpr double bar = 13.0;
            const double height = tallest * f_.money_before.typical.in_yuan() / full;
            pen_.box({.x_mm = x + 8.0,
                      .y_mm = base - height,
                      .width_mm = bar,
                      .height_mm = height,
                      .pen_mm = 0.35,
                      .fill = Fill::Black});
            pen_.text(x + 14.5, base - height - 1.4, hundreds(f_.money_before.typical), 13, true,
                      Anchor::Middle);
        } else {
            money_range(x + 14.5, base, f_.money_before, tallest / full, Pattern::Horizontal);
        }
        pen_.text(x + 14.5, base + 5.0, words(false), 12, false, Anchor::Middle);
        if (f_.any_measure) {
            money_range(x + 40.5, base, f_.money_after, tallest / full, Pattern::Diagonal);
            pen_.text(x + 40.5, base + 5.0, words(true), 12, false, Anchor::Middle);
        }
        pen_.line(x + 2.0, base, x + frame_mm - 2.0, base, 0.5);
        const bool less = f_.saved.typical >= Money{};
        const Range<Money> change =
            less ? f_.saved : Range<Money>{-f_.saved.high, -f_.saved.typical, -f_.saved.low};
        const std::string sum =
            fmt::format("{} {} 元", less ? "少花" : "多花", hundreds_range(change));
        if (f_.any_measure && hundreds(change.high) != "0") {
            pen_.text(x + frame_mm / 2.0, base + 13.6, sum, fitting(sum, 52.0), true,
                      Anchor::Middle);
        }
    }

    /// A bar to the low end, what may come on top dashed, the range above.
    void money_range(double middle, double base, const Range<Money>& range, double mm_per_yuan,
                     Pattern pattern) {
        constexpr double bar = 13.0;
        const double low = range.low.in_yuan() * mm_per_yuan;
        const double high = range.high.in_yuan() * mm_per_yuan;
        pen_.box({.x_mm = middle - bar / 2,
                  .y_mm = base - high,
                  .width_mm = bar,
                  .height_mm = high - low,
                  .pen_mm = 0.3,
                  .dash = Dash::Dashed});
        pen_.box({.x_mm = middle - bar / 2,
                  .y_mm = base - low,
                  .width_mm = bar,
                  .height_mm = low,
                  .pen_mm = 0.35,
                  .pattern = pattern,
                  .spacing_mm = 0.9});
        const std::string figures = hundreds_range(range);
        pen_.text(middle, base - high - 1.4, figures, fitting(figures, 24.0), true, Anchor::Middle);
    }

    void thermometer(double x, double degrees, bool after) {
        const double bulb_y = y_ + 41.0;
        const double zero_y = bulb_y - 6.0;  // 5 ℃ stands here.
        constexpr double per_degree = 1.55;
        const auto at = [&](double c) { return zero_y - (c - 5.0) * per_degree; };
        const double top = at(20.0) - 2.4;
        constexpr double half = 1.9;
        pen_.box({.x_mm = x - half,
                  .y_mm = top,
                  .width_mm = 2 * half,
                  .height_mm = bulb_y - top,
                  .pen_mm = 0.35,
                  .radius_mm = half});
        const double level = std::clamp(at(degrees), top + 1.0, bulb_y);
        const Fill fill = after ? Fill::Black : Fill::None;
        const Pattern pattern = after ? Pattern::None : Pattern::Horizontal;
        pen_.add(drawing::Arc{
            {x, bulb_y}, 3.6, 0.35, after ? Fill::Black : Fill::White, 0.0, 360.0, pattern});
        pen_.box({.x_mm = x - half,
                  .y_mm = level,
                  .width_mm = 2 * half,
                  .height_mm = bulb_y - 2.6 - level,
                  .pen_mm = after ? 0.0 : 0.2,
                  .fill = fill,
                  .pattern = pattern,
                  .spacing_mm = 0.8});
        for (const double c : {5.0, 10.0, 15.0, 20.0}) {
            pen_.line(x + half, at(c), x + half + 2.0, at(c), 0.25);
            pen_.text(x + half + 2.6, at(c) + 1.0, formatted(c, 0), 9);
        }
        const double low = at(degrees - 1.0);
        const double high = at(degrees + 1.0);
        pen_.line(x - 5.0, low, x - 5.0, high, 0.3);
        pen_.line(x - 6.0, low, x - 4.0, low, 0.3);
        pen_.line(x - 6.0, high, x - 4.0, high, 0.3);
        pen_.text(x, y_ + 49.4, words(after), 12, false, Anchor::Middle);
        pen_.text(x, y_ + 55.4, formatted(std::round(degrees), 0) + " ℃", 15, true, Anchor::Middle);
        pen_.text(x, y_ + 60.2,
                  formatted(std::round(degrees - 1.0), 0) + "～" +
                      formatted(std::round(degrees + 1.0), 0),
                  10, false, Anchor::Middle);
    }

    void warmth(double x) {
        title(x, "一月早晨 6 点屋里");
        thermometer(x + 14.5, f_.warm_before_c, false);
        if (f_.any_measure) thermometer(x + 41.0, f_.warm_after_c, true);
    }

    Pen& pen_;
    const NoticeFacts& f_;
    double y_;
};

}  // namespace

void draw_charts(Pen& pen, const NoticeFacts& facts, double y) { Charts(pen, facts, y).draw(); }

}  // namespace longju::sheet
