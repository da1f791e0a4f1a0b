// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/house_drawing.h"

#include <fmt/format.h>

#include <cmath>
#include <numbers>

#include "drawing/plan_frame.h"
#include "drawing/section.h"
#include "house/adjust.h"
#include "house/form.h"
#include "kiosk/edits.h"
#include "kiosk/hand.h"
#include "kiosk/house_picture.h"
#include "kiosk/mini_plan.h"
#include "kiosk/plan_hands.h"
#include "sheet/painter.h"

namespace longju::kiosk {
namespace {

constexpr double paper_dpi =
    144;  // Of logical pixels: 8 pt on paper are 16 px, kiosk.md section 3.
constexpr double px_per_paper_mm = paper_dpi / 25.4;

double paper_mm(float px) { return static_cast<double>(px) / px_per_paper_mm; }

struct Fit {
    int scale = 100;  ///< 1:scale, on paper of 144 dots an inch.
    drawing::PaperPoint at;
};

/// The largest scale at which a drawing of `size(scale)` fits, in the middle of `free`.
template <class Size>
Fit fit_into(const Rect& rect, const Rect& free, Size size) {
    constexpr int largest = 20, smallest = 400;
    Fit fit{.scale = largest, .at = {}};
    drawing::PlanSize needed = size(fit.scale);
    while (fit.scale < smallest &&
           (needed.width_mm > paper_mm(free.w) || needed.height_mm > paper_mm(free.h))) {
        needed = size(++fit.scale);
    }
    fit.at = {paper_mm(free.x - rect.x) + (paper_mm(free.w) - needed.width_mm) / 2,
              paper_mm(free.y - rect.y) + (paper_mm(free.h) - needed.height_mm) / 2};
    return fit;
}

/// `marks()` painted over `rect` by the painter of the papers, a moment later while they change.
template <class MakeMarks>
void draw_paper(Ui& ui, const std::string& id, const std::string& key, const Rect& rect,
                MakeMarks marks) {
    const sheet::FontSet* fonts = ui.paper();
    if (fonts == nullptr) {
        ui.text(rect.inset(16), ui.word("sheets.no_font"), type::body, Role::Soil, Align::Centre);
        return;
    }
    const double width_mm = paper_mm(rect.w), height_mm = paper_mm(rect.h);
    ui.picture_live(
        id, key, rect,
        [=, marks = std::move(marks)](int width, int height) {
            const sheet::Page page{.name = {},
                                   .title = {},
                                   .width_mm = width_mm,
                                   .height_mm = height_mm,
                                   .marks = marks()};
            const auto image = sheet::paint_page(page, *fonts, width / width_mm * 25.4);
            return image ? pixels_of(*image) : Pixels(width, height, {255, 255, 255, 255});
        },
        11);
}

std::string drawing_key(std::string_view kind, const house::House& house, const Fit& fit) {
    return fmt::format("{}.{}.{}.{:.2f}.{:.2f}", kind, picture_key(house), fit.scale, fit.at.x_mm,
                       fit.at.y_mm);
}

/// Where the house is while a part of it is moved: what is not moved stays under the finger.
const house::House& standing(const AppState& state, const house::House& house) {
    return state.view.drag ? state.view.drag->start : house;
}

/// As `house_plan` draws it; answers where it is.
PlanPlace draw_plan_picture(Ui& ui, const AppState& state, const house::House& after,
                            const Rect& rect, const Rect& free, bool chains) {
    const house::Library* library = &state.reference->library;
    const house::House& still = standing(state, inputs_of(state).house);
    // Large, the lines of the walls say what is how long.
    const drawing::PlanStyle plain{.overall_size = chains};
    Fit fit = fit_into(rect, free, [&](int scale) {
        drawing::PlanStyle style = plain;
        style.scale = scale;
        drawing::PlanSize size = drawing::plan_size(still, style);
        // Measures may put a sunspace before it.
        if (after.sunspace && !still.sunspace)
            size.height_mm += after.sunspace->depth.value / scale;
        return size;
    });
    drawing::PlanStyle style = plain;
    style.scale = fit.scale;
    const auto where = drawing::plan_frame(still, *library, style, fit.at);
    const auto moved = drawing::plan_frame(after, *library, style, fit.at);
    fit.at.x_mm += where.paper(0, 0).x_mm - moved.paper(0, 0).x_mm;
    fit.at.y_mm += where.paper(0, 0).y_mm - moved.paper(0, 0).y_mm;
    draw_paper(
        ui, "view.plan", drawing_key("plan", after, fit), rect,
        [after, library, style, at = fit.at] { return drawing::plan(after, *library, style, at); });
    const drawing::PaperPoint origin = where.paper(0, 0);
    return {.origin = {rect.x + static_cast<float>(origin.x_mm * px_per_paper_mm),
                       rect.y + static_cast<float>(origin.y_mm * px_per_paper_mm)},
            .px_per_mm = static_cast<float>(px_per_paper_mm / fit.scale)};
}

struct SectionPlace {
    Fit fit;
    Rect rect;

    Point ridge(const house::House& house, const house::Library& library) const {
        const house::Form form = house::form_of(house, library);
        const bool mono = house.roof.form == house::RoofForm::Mono;
        const drawing::PaperPoint p = drawing::section_point(
            house, library, fit.scale, fit.at, form.depth * (mono ? 1.0 : 0.5), form.ridge);
        return {rect.x + static_cast<float>(p.x_mm * px_per_paper_mm),
                rect.y + static_cast<float>(p.y_mm * px_per_paper_mm)};
    }
};

/// Down to the ground: what is below is on the papers.
SectionPlace draw_section_picture(Ui& ui, const AppState& state, const house::House& after,
                                  const Rect& rect, const Rect& free) {
    const house::Library* library = &state.reference->library;
    constexpr double shown_below_mm = 9.0;
    const auto size_of = [&](const house::House& house, int scale) {
        drawing::PlanSize size = drawing::section_size(house, *library, scale);
        size.width_mm -= drawing::section_left_mm;
        size.height_mm -= drawing::section_below_mm - shown_below_mm;
        return size;
    };
    const house::House& still = standing(state, after);
    Fit fit = fit_into(rect, free, [&](int scale) { return size_of(still, scale); });
    fit.at.x_mm -= drawing::section_left_mm;
    // The ground stays where it is when the ridge moves.
    fit.at.y_mm += size_of(still, fit.scale).height_mm - size_of(after, fit.scale).height_mm;
    draw_paper(ui, "view.section", drawing_key("section", after, fit), rect, [after, library, fit] {
        return drawing::section(after, *library, fit.scale, fit.at, drawing::SectionNotes::Levels);
    });
    return {fit, rect};
}

house::House with_ridge_up(house::House house, const house::Library& library, double up_mm) {
    const house::Form form = house::form_of(house, library);
    const bool mono = house.roof.form == house::RoofForm::Mono;
    const double run_mm = form.depth.value * (mono ? 1.0 : 0.5);
    const double rise_mm = run_mm * form.slope + up_mm;
    const double pitch_deg = std::atan2(rise_mm, run_mm) * 180.0 / std::numbers::pi;
    return house::with_pitch(std::move(house), Degrees{pitch_deg});
}

}  // namespace

void draw_house_plan(Ui& ui, const AppState& state, const house::House& after,
                     const DrawingPlace& place) {
    Rect free = place.free;
    // Room for the hands; a sunspace keeps those before it in the view.
    free.cut_top(hand_margin);
    free.cut_right(hand_margin);
    free.cut_left(hand_margin);
    free.cut_bottom(after.sunspace ? 8 : hand_margin);
    const PlanPlace plan = draw_plan_picture(ui, state, after, place.paper, free, false);
    draw_plan_hands(ui, state, place.free, plan);
    draw_window_shares(ui, state, place.side);
}

void draw_house_section(Ui& ui, const AppState& state, const house::House& after,
                        const DrawingPlace& view) {
    Rect free = view.free;
    free.cut_top(hand_size + 10);
    const SectionPlace place = draw_section_picture(ui, state, after, view.paper, free);
    const house::House& house = inputs_of(state).house;
    if (house.roof.form == house::RoofForm::Flat) return;
    const house::Library& library = state.reference->library;
    const Point ridge = place.ridge(after, library);
    const Rect knob{ridge.x - hand_size / 2, ridge.y - hand_size - 6, hand_size, hand_size};
    const Press press =
        hold(ui, state,
             {.id = "configure.ridge",
              .rect = knob,
              .field = "house.roof.pitch_deg",
              .mm_per_px = place.fit.scale / px_per_paper_mm,
              .moved =
                  [&](house::House start, double, double up_mm) {
                      // A key moves it by a degree.
                      if (!state.view.drag && up_mm != 0) {
                          const double by = up_mm > 0 ? 1.0 : -1.0;
                          return house::with_pitch(start, Degrees{start.roof.pitch.value + by});
                      }
                      return with_ridge_up(std::move(start), library, up_mm);
                  },
              .what =
                  [](const house::House& moved) {
                      return phrase("edit.pitch", fmt::format("{:.0f}", moved.roof.pitch.value));
                  }});
    draw_hand(ui, knob, HandShape::UpDown, press.held);
    draw_hand_plate(ui, {knob.right() + 8, knob.centre().y},
                    ui.words()("view.pitch", {fmt::format("{:.0f}", house.roof.pitch.value)}));
}

void draw_small_plan(Ui& ui, const AppState& state, const house::House& after, const Rect& rect) {
    draw_plan_picture(ui, state, after, rect, rect.inset(12), true);
}

void draw_small_section(Ui& ui, const AppState& state, const house::House& after,
                        const Rect& rect) {
    draw_section_picture(ui, state, after, rect, rect.inset(12));
}

}  // namespace longju::kiosk
