// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/house_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "kiosk/edits.h"
#include "kiosk/house_picture.h"
#include "kiosk/house_sky.h"
#include "kiosk/leak.h"
#include "kiosk/widgets.h"

namespace longju::kiosk {
namespace {

constexpr double turn_per_px = 0.35;  // Degrees.

drawing::PartU part_u(const AppState& state, const estimate::Estimate* e, const house::House& house,
                      bool after) {
    const house::Library& library = state.reference->library;
    drawing::PartU u;
    u.wall = house::u_value(house.wall, house::Borders::Outdoors, library).value;
    u.roof = house::u_value(house.ceiling, house::Borders::Attic, library).value;
    if (e != nullptr) u.window = (after ? e->window_u_after : e->window_u_before).value;
    for (const house::Opening& opening : house.plan.openings) {
        if (opening.kind != house::OpeningKind::Door) continue;
        if (const auto* door = library.find_door(opening.type_id)) u.door = door->u.value;
        break;
    }
    return u;
}

/// Both houses as they are drawn, at one scale.
struct Pair {
    const house::House& before;
    const house::House& after;
    drawing::SceneStyle style_before;
    drawing::SceneStyle style_after;
    drawing::Camera camera;
    std::string key_before, key_after;  ///< Of all that the pictures show of the houses.
};

Pair pair_of(const Ui& ui, const AppState& state, const house::House& after) {
    const house::House& before = inputs_of(state).house;
    const estimate::Estimate* e = shown_estimate(state);
    drawing::SceneStyle style = scene_style(ui);
    style.colouring = state.view.heat ? drawing::Colouring::HeatLoss : drawing::Colouring::Material;
    style.snow = state.view.snow;
    style.sun = sun_of(state, before);
    Pair pair{.before = before,
              .after = after,
              .style_before = style,
              .style_after = style,
              .camera = {static_cast<double>(state.view.yaw_degrees),
                         static_cast<double>(state.view.pitch_degrees)},
              .key_before = picture_key(before),
              .key_after = picture_key(after)};
    pair.style_before.u = part_u(state, e, before, false);
    pair.style_after.u = part_u(state, e, after, true);
    return pair;
}

std::string key_of(const Pair& pair, bool after) {
    const drawing::SceneStyle& style = after ? pair.style_after : pair.style_before;
    const drawing::Sun sun = style.sun.value_or(drawing::Sun{999, 0});
    return fmt::format("view.{}.{}.{:.0f}.{:.0f}.{}.{}.{:.2f}.{:.2f}.{}.{:.1f}.{:.1f}",
                       after ? pair.key_after : pair.key_before, pair.key_after,
                       pair.camera.yaw_deg, pair.camera.pitch_deg,
                       static_cast<int>(style.colouring), style.high_contrast, style.u.window,
                       style.u.wall, style.snow, sun.azimuth_deg, sun.altitude_deg);
}

/// Made beside the frames: a large house takes longer than one of them.
void draw_side(Ui& ui, const AppState& state, const Pair& pair, const Rect& rect, bool after) {
    const auto make = [before = pair.before, as = pair.after, camera = pair.camera, after,
                       style = after ? pair.style_after : pair.style_before,
                       library = &state.reference->library](int width, int height) {
        const drawing::Mesh frame = drawing::house_mesh(as, *library);
        const drawing::Mesh mesh = after ? frame : drawing::house_mesh(before, *library);
        return pixels_of(drawing::render(mesh, frame, camera, style, width, height));
    };
    ui.picture_live(after ? "view.after" : "view.before", key_of(pair, after), rect, make, 11);
}

void draw_label(Ui& ui, Point middle_top, std::string_view text, bool gold, Align align) {
    const float width = ui.width_of(text, type::body_bold) + 34;
    float x = middle_top.x;
    if (align == Align::Right) x -= width;
    const Rect plate{x, middle_top.y, width, 36};
    ui.paint().box(plate,
                   {ui.colour(gold ? Role::Corn : Role::Paper), ui.colour(Role::Soil), 1.5F, 9});
    ui.text(plate, text, type::body_bold, Role::Soil, Align::Centre);
}

void draw_wipe(Ui& ui, const AppState& state, const Rect& rect) {
    const float x = rect.x + rect.w * state.view.wipe;
    ui.paint().fill({x - 3, rect.y + 1, 6, rect.h - 2}, ui.colour(Role::Paper));
    ui.paint().fill({x - 1, rect.y + 1, 2, rect.h - 2}, ui.colour(Role::Soil));
    const float y = rect.y + 66;
    draw_label(ui, {x - 12, y}, ui.word("view.before"), false, Align::Right);
    draw_label(ui, {x + 12, y}, ui.word("view.after"), true, Align::Left);
    const Point knob{x, rect.y + rect.h * 0.75F};
    const Press press = ui.press("configure.wipe", {knob.x - 26, knob.y - 26, 52, 52},
                                 {.drags = true, .radius = 26});
    ui.paint().disc(knob, 25, ui.colour(Role::Soil));
    ui.paint().disc(knob, 23, ui.colour(press.held ? Role::CornDown : Role::Corn));
    for (const float side : {-1.0F, 1.0F}) {
        const std::array<Point, 3> chevron{Point{knob.x + side * 5, knob.y - 6},
                                           Point{knob.x + side * 12, knob.y},
                                           Point{knob.x + side * 5, knob.y + 6}};
        ui.paint().polyline(chevron, ui.colour(Role::Soil), 2.5F);
    }
    float at = state.view.wipe;
    if (press.held) at = (press.pointer.x - rect.x) / rect.w;
    if (press.focused && ui.input().pressed(Key::Left)) at -= 0.05F;
    if (press.focused && ui.input().pressed(Key::Right)) at += 0.05F;
    at = std::clamp(at, 0.06F, 0.94F);
    if (at != state.view.wipe) emit_view(ui, state, [at](View& view) { view.wipe = at; });
}

/// The four hatches of the high-contrast look, from blank to crossed.
void draw_hatch_cell(const Painter& paint, const Rect& cell, int level) {
    const Colour ink = paint.colour(Role::Soil);
    paint.box(cell, {paint.colour(Role::Paper), ink, 1, 0});
    if (level == 1) {
        for (float x = cell.x + 5; x < cell.right() - 2; x += 7) {
            paint.disc({x, cell.y + 6}, 1.4F, ink);
            paint.disc({x + 3, cell.y + 13}, 1.4F, ink);
        }
    }
    if (level < 2) return;
    paint.clip(cell.inset(1));
    for (float x = cell.x - cell.h; x < cell.right(); x += 7) {
        paint.line({x, cell.bottom()}, {x + cell.h, cell.y}, ink, 1);
        if (level == 3) paint.line({x, cell.y}, {x + cell.h, cell.bottom()}, ink, 1);
    }
    paint.unclip();
}

void draw_scale(Ui& ui, const Rect& bar) {
    if (ui.high_contrast()) {
        constexpr std::array<std::string_view, 3> limits{"0.3", "0.8", "1.4"};
        for (int i = 0; i < 4; ++i) draw_hatch_cell(ui.paint(), column(bar, i, 4, 0), i);
        for (std::size_t i = 0; i < limits.size(); ++i) {
            const float x = bar.x + bar.w * static_cast<float>(i + 1) / 4;
            ui.text({x - 24, bar.bottom() + 1, 48, 22}, limits[i], type::note, Role::Soil,
                    Align::Centre);
        }
        return;
    }
    for (int i = 0; i < 7; ++i) {
        const Rect cell = column(bar, i, 7, 0);
        const Role role = static_cast<Role>(static_cast<int>(Role::Heat1) + i);
        ui.paint().box({cell.x, cell.y, cell.w + 1, cell.h},
                       {ui.colour(role), ui.colour(Role::Soil), 1, 0});
    }
    constexpr std::array<std::string_view, 4> ticks{"0.2", "0.5", "1.2", "2.4"};
    constexpr std::array<float, 4> places{0.07F, 0.36F, 0.64F, 0.93F};
    for (std::size_t i = 0; i < ticks.size(); ++i) {
        const float x = bar.x + bar.w * places[i];
        ui.text({x - 24, bar.bottom() + 1, 48, 22}, ticks[i], type::note, Role::Soil,
                Align::Centre);
    }
}

void draw_ramp(Ui& ui, const Rect& rect) {
    const Rect plate{rect.right() - 316, rect.bottom() - 72, 304, 60};
    ui.paint().box(plate, {ui.colour(Role::Paper), ui.colour(Role::Birch3), 1, 10});
    Rect inside = plate.inset(12, 8);
    const std::string_view less = ui.word("view.less");
    const std::string_view more = ui.word("view.more");
    ui.text(inside.cut_left(ui.width_of(less, type::note) + 2, 8), less, type::note, Role::Soil);
    ui.text(inside.cut_right(ui.width_of(more, type::note) + 2, 8), more, type::note, Role::Soil,
            Align::Right);
    draw_scale(ui, inside.cut_top(20));
}

std::string callout_text(const Ui& ui, const AppState& state, double before, double after,
                         double scale) {
    std::string from = fmt::format("{:.2f}", before);
    std::string to = fmt::format("{:.2f}", after);
    if (state.settings.depth == Depth::Farmer) {
        from = ui.word(leak(WattsPerM2K{before}, scale).key);
        to = ui.word(leak(WattsPerM2K{after}, scale).key);
    }
    return from == to ? from : from + " → " + to;
}

void draw_callout(Ui& ui, Point target, const Rect& plate, std::string_view name,
                  std::string_view value) {
    const Point end{std::clamp(target.x, plate.x + 14, plate.right() - 14),
                    target.y < plate.y ? plate.y : plate.bottom()};
    ui.paint().line(target, end, ui.colour(Role::Paper), 5);
    ui.paint().line(target, end, ui.colour(Role::Soil), 1.5F);
    ui.paint().disc(target, 7, ui.colour(Role::Soil));
    ui.paint().disc(target, 5, ui.colour(Role::Paper));
    ui.paint().box(plate, {ui.colour(Role::Paper), ui.colour(Role::Soil), 1.5F, 9});
    ui.text({plate.x + 12, plate.y + 4, plate.w - 24, 24}, name, type::note, Role::Soil);
    ui.text({plate.x + 12, plate.y + 27, plate.w - 24, 26}, value, type::body_bold, Role::Soil);
}

/// Middle of the first face of that part and side, in pixels of the view.
std::optional<Point> middle_of(const drawing::Mesh& mesh, drawing::Part part, house::Side side,
                               const Pair& pair, const Rect& rect) {
    for (const drawing::Face& face : mesh.faces) {
        if (face.part != part || face.side != side || face.corners.empty()) continue;
        drawing::Point3 middle;
        const auto count = static_cast<double>(face.corners.size());
        for (const drawing::Point3& corner : face.corners) {
            middle.x += corner.x / count;
            middle.y += corner.y / count;
            middle.z += corner.z / count;
        }
        const drawing::Pixel p =
            drawing::project(middle, mesh, pair.camera, pair.style_after, static_cast<int>(rect.w),
                             static_cast<int>(rect.h));
        return Point{rect.x + static_cast<float>(p.x), rect.y + static_cast<float>(p.y)};
    }
    return std::nullopt;
}

void draw_callouts(Ui& ui, const AppState& state, const Pair& pair, const Rect& rect) {
    if (!state.view.heat || rect.w < 640 || rect.h < 400) return;
    const drawing::Mesh mesh = drawing::house_mesh(pair.after, state.reference->library);
    if (const auto window = middle_of(mesh, drawing::Part::Window, house::Side::South, pair, rect);
        window && rect.inset(20).contains(*window)) {
        draw_callout(ui, *window, {rect.x + 14, rect.bottom() - 74, 190, 60},
                     ui.word("view.window"),
                     callout_text(ui, state, pair.style_before.u.window, pair.style_after.u.window,
                                  glazing_scale));
    }
    if (const auto wall = middle_of(mesh, drawing::Part::Wall, house::Side::East, pair, rect);
        wall && rect.inset(20).contains(*wall)) {
        draw_callout(ui, *wall, {rect.right() - 202, rect.bottom() - 150, 190, 60},
                     ui.word("view.wall"),
                     callout_text(ui, state, pair.style_before.u.wall, pair.style_after.u.wall, 1));
    }
}

/// What a part of the house is made better with.
measure::Group group_of(drawing::Part part) {
    using drawing::Part;
    using measure::Group;
    switch (part) {
        case Part::Wall:
        case Part::Gable:
            return Group::Wall;
        case Part::Plinth:
        case Part::Step:
            return Group::Floor;
        case Part::Window:
        case Part::Frame:
            return Group::Window;
        case Part::Door:
            return Group::Door;
        case Part::RoofSouth:
        case Part::RoofNorth:
        case Part::RoofEnd:
        case Part::Fascia:
            return Group::Ceiling;
        case Part::Chimney:
            return Group::Heating;
        case Part::SunspaceGlass:
        case Part::SunspaceBase:
            return Group::Sunspace;
        case Part::PvModule:
            return Group::Pv;
    }
    return Group::Wall;
}

/// What was pressed on the house opens in the list of measures.
void open_part(Ui& ui, const AppState& state, const Pair& pair, const Rect& rect, Point at) {
    const bool left = state.view.compare && at.x < rect.x + rect.w * state.view.wipe;
    const house::House& house = left ? pair.before : pair.after;
    const drawing::Mesh mesh = drawing::house_mesh(house, state.reference->library);
    const drawing::Face* face =
        drawing::face_at(mesh, pair.camera, pair.style_after, static_cast<int>(rect.w),
                         static_cast<int>(rect.h), {at.x - rect.x, at.y - rect.y});
    if (face == nullptr) return;
    const auto& measures = state.reference->measures.measures;
    const auto found = std::ranges::find_if(measures, [&](const measure::Measure& measure) {
        return measure.group == group_of(face->part) &&
               (pair.before.existing ? measure.for_existing : measure.for_new);
    });
    if (found == measures.end()) return;
    emit_view(ui, state, [&](View& view) {
        view.open_measure = found->id;
        view.grabbed.reset();
        view.turned = false;
    });
}

void turn(Ui& ui, const AppState& state, const Pair& pair, const Rect& rect) {
    const Press press = ui.press("configure.house", rect, {.drags = true, .radius = 12});
    if (press.clicked && !state.view.turned) return open_part(ui, state, pair, rect, press.pointer);
    View view = state.view;
    if (press.held) {
        constexpr float slop = 8;  // A press that trembles turns nothing.
        const Point moved = press.pointer - view.grabbed.value_or(press.pointer);
        view.turned = view.turned || std::abs(moved.x) + std::abs(moved.y) > slop;
        if (view.turned) {
            view.yaw_degrees += moved.x * static_cast<float>(turn_per_px);
            view.pitch_degrees += moved.y * static_cast<float>(turn_per_px);
        }
        if (view.turned || !view.grabbed) view.grabbed = press.pointer;
    } else {
        view.grabbed.reset();
        view.turned = false;
    }
    if (press.focused && ui.input().pressed(Key::Left)) view.yaw_degrees -= 8;
    if (press.focused && ui.input().pressed(Key::Right)) view.yaw_degrees += 8;
    view.pitch_degrees = std::clamp(view.pitch_degrees, 10.0F, 60.0F);
    if (!(view == state.view)) ui.emit(SetView{std::move(view)});
}

}  // namespace

void draw_house_model(Ui& ui, const AppState& state, const house::House& after, const Rect& rect) {
    const Pair pair = pair_of(ui, state, after);
    turn(ui, state, pair, rect);
    const bool divided = state.view.compare;
    if (divided) {
        const float split = rect.w * state.view.wipe;
        ui.clip({rect.x, rect.y, split, rect.h});
        draw_side(ui, state, pair, rect, false);
        ui.unclip();
        ui.clip({rect.x + split, rect.y, rect.w - split, rect.h});
        draw_side(ui, state, pair, rect, true);
        ui.unclip();
    } else {
        draw_side(ui, state, pair, rect, true);
    }
    draw_callouts(ui, state, pair, rect);
    if (state.view.heat && rect.w > 500) draw_ramp(ui, rect);
    if (divided) draw_wipe(ui, state, rect);
}

void draw_small_model(Ui& ui, const AppState& state, const house::House& after, const Rect& rect) {
    draw_side(ui, state, pair_of(ui, state, after), rect, true);
}

}  // namespace longju::kiosk
