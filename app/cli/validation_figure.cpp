// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/validation_figure.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include <fmt/format.h>

namespace longju::cli {

namespace {

using drawing::Anchor;
using drawing::PaperPoint;

constexpr double width_mm = 262.0;
constexpr double height_mm = 150.0;
constexpr double top_mm = 36.0;
constexpr double bottom_mm = 136.0;

std::optional<double> figure_of(const std::string& cell) {
    double value = 0.0;
    const auto end = cell.data() + cell.size();
    return std::from_chars(cell.data(), end, value).ptr == end && !cell.empty()
               ? std::optional(value)
               : std::nullopt;
}

/// Heating or cooling, a row for each case, relative to the mean of the six programs.
class RangePanel {
public:
    RangePanel(sheet::Page& page, double left_mm, double right_mm)
        : marks_(page.marks), left_mm_(left_mm), right_mm_(right_mm) {}

    void draw(const Validation& validation, const std::string& quantity, const std::string& title) {
        std::vector<const Judged*> rows;
        for (const Judged& j : validation.std140) {
            // A share of a load next to nothing says nothing.
            constexpr double least_mwh = 0.2;
            if (j.quantity == quantity && j.mean >= least_mwh) rows.push_back(&j);
        }
        marks_.push_back(drawing::Text{{left_mm_, 29.0}, title, 10.0, true});
        axis();
        const double step_mm = (bottom_mm - top_mm) / static_cast<double>(rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            row(*rows[i], top_mm + (static_cast<double>(i) + 0.5) * step_mm);
        }
    }

private:
    static constexpr double least = 0.80, most = 1.20;

    double x(double share) const {
        const double part = std::clamp((share - least) / (most - least), 0.0, 1.0);
        return left_mm_ + name_mm + part * (right_mm_ - left_mm_ - name_mm);
    }

    void axis() {
        for (const int percent : {-20, -10, 0, 10, 20}) {
            const double at = x(1.0 + percent / 100.0);
            marks_.push_back(
                drawing::Line{{at, top_mm},
                              {at, bottom_mm},
                              percent == 0 ? 0.3 : 0.1,
                              percent == 0 ? drawing::Dash::Solid : drawing::Dash::Dashed});
            marks_.push_back(drawing::Text{{at, bottom_mm + 4.5},
                                           percent == 0 ? "mean" : fmt::format("{:+} %", percent),
                                           7.0,
                                           false,
                                           Anchor::Middle});
        }
    }

    void row(const Judged& j, double y) {
        marks_.push_back(drawing::Text{
            {left_mm_ + name_mm - 2.0, y + 0.9}, j.test_case, 7.5, false, Anchor::Right});
        const double from = x(j.low / j.mean);
        marks_.push_back(drawing::Box{from, y - 1.2, x(j.high / j.mean) - from, 2.4, 0.15, 0.4,
                                      drawing::Fill::White, drawing::Pattern::Diagonal,
                                      drawing::Dash::Solid, 0.9});
        if (const auto simple = figure_of(j.others.back())) cross(x(*simple / j.mean), y);
        if (const auto theirs = figure_of(j.others.front())) {
            marks_.push_back(
                drawing::Arc{{x(*theirs / j.mean), y}, 0.9, 0.25, drawing::Fill::White});
        }
        marks_.push_back(drawing::Arc{{x(j.ours / j.mean), y}, 0.9, 0.0, drawing::Fill::Black});
    }

    void cross(double at, double y) {
        constexpr double arm = 0.8;
        marks_.push_back(drawing::Line{{at - arm, y - arm}, {at + arm, y + arm}, 0.2});
        marks_.push_back(drawing::Line{{at - arm, y + arm}, {at + arm, y - arm}, 0.2});
    }

    static constexpr double name_mm = 11.0;
    drawing::Marks& marks_;
    double left_mm_, right_mm_;
};

/// Ours over EnergyPlus, both in MWh a year, with lines 5 % off.
void draw_farm(sheet::Page& page, const std::vector<FarmRun>& farm, double left_mm) {
    constexpr double most_mwh = 40.0;
    const double side_mm = bottom_mm - top_mm;
    const double right_mm = left_mm + 72.0;
    const auto x = [&](double mwh) { return left_mm + mwh / most_mwh * (right_mm - left_mm); };
    const auto y = [&](double mwh) { return bottom_mm - mwh / most_mwh * side_mm; };
    page.marks.push_back(
        drawing::Text{{left_mm, 29.0}, "A farmhouse in Harbin, 26 ways, MWh a year", 10.0, true});
    page.marks.push_back(drawing::Box{left_mm, top_mm, right_mm - left_mm, side_mm, 0.15, 0.0});
    for (const int mwh : {10, 20, 30, 40}) {
        page.marks.push_back(drawing::Text{
            {x(mwh), bottom_mm + 4.5}, fmt::format("{}", mwh), 7.0, false, Anchor::Middle});
        page.marks.push_back(drawing::Text{
            {left_mm - 1.5, y(mwh) + 0.9}, fmt::format("{}", mwh), 7.0, false, Anchor::Right});
    }
    page.marks.push_back(drawing::Line{{x(0), y(0)}, {x(most_mwh), y(most_mwh)}, 0.25});
    for (const double off : {0.95, 1.05}) {
        const double end = most_mwh / std::max(off, 1.0);
        page.marks.push_back(
            drawing::Line{{x(0), y(0)}, {x(end), y(end * off)}, 0.1, drawing::Dash::Dashed});
    }
    page.marks.push_back(drawing::Text{
        {right_mm, bottom_mm + 9.5}, "EnergyPlus 8.1; dashed: 5 % off", 7.0, false, Anchor::Right});
    page.marks.push_back(drawing::Text{{left_mm + 2.0, top_mm + 4.5}, "Longju", 7.0});
    for (const FarmRun& run : farm) {
        page.marks.push_back(drawing::Arc{{x(run.theirs_kwh / 1000.0), y(run.ours_kwh / 1000.0)},
                                          0.9,
                                          0.0,
                                          drawing::Fill::Black});
    }
}

void draw_key(sheet::Page& page) {
    constexpr double y = 20.0;
    page.marks.push_back(drawing::Arc{{13.0, y}, 0.9, 0.0, drawing::Fill::Black});
    page.marks.push_back(drawing::Text{{15.5, y + 1.1}, "Longju", 8.5});
    page.marks.push_back(drawing::Box{34.0, y - 1.2, 9.0, 2.4, 0.15, 0.4, drawing::Fill::White,
                                      drawing::Pattern::Diagonal, drawing::Dash::Solid, 0.9});
    page.marks.push_back(drawing::Text{{44.5, y + 1.1}, "lowest to highest of six programs", 8.5});
    page.marks.push_back(drawing::Arc{{99.0, y}, 0.9, 0.25, drawing::Fill::White});
    page.marks.push_back(drawing::Text{{101.5, y + 1.1}, "EnergyPlus 9.0", 8.5});
    page.marks.push_back(drawing::Line{{129.2, y - 0.8}, {130.8, y + 0.8}, 0.2});
    page.marks.push_back(drawing::Line{{129.2, y + 0.8}, {130.8, y - 0.8}, 0.2});
    page.marks.push_back(
        drawing::Text{{132.5, y + 1.1}, "5R1C, the simple hourly method of ISO 13790", 8.5});
}

}  // namespace

sheet::Sheet validation_figure(const Validation& validation) {
    sheet::Sheet figure{.title = "Longju beside other programs", .date = "2020-01-01"};
    sheet::Page& page = figure.pages.emplace_back();
    page.width_mm = width_mm;
    page.height_mm = height_mm;
    page.marks.push_back(
        drawing::Text{{10.0, 12.0},
                      "The energy engine beside other programs  能耗模型与其他程序对照",
                      14.0,
                      true});
    draw_key(page);
    page.marks.push_back(
        drawing::Text{{10.0, bottom_mm + 9.5}, "Marks more than 20 % off stand at the edge.", 7.0});
    RangePanel(page, 10.0, 88.0).draw(validation, "heating", "Standard 140, heating of the year");
    RangePanel(page, 94.0, 172.0).draw(validation, "cooling", "Standard 140, cooling of the year");
    draw_farm(page, validation.farm, 183.0);
    return figure;
}

}  // namespace longju::cli
