// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/house_picture.h"

#include <algorithm>

#include "core/hash.h"
#include "kiosk/sketches.h"
#include "visit/codec.h"

namespace longju::kiosk {
namespace {

struct PictureLook {
    drawing::SceneStyle style;
    float radius = 0;  ///< Of the picture's corners.
};

bool drawable(Ui& ui, const house::House& house, const house::Library& library, const Rect& rect) {
    if (house::computable(house::check(house, library))) return true;
    draw_little_house(ui.paint(), rect.inset(rect.w * 0.2F, rect.h * 0.3F));
    return false;
}

Pixels house_pixels(const house::House& house, const house::Library& library,
                    const drawing::SceneStyle& style, int width, int height) {
    return pixels_of(
        drawing::render(drawing::house_mesh(house, library), {}, style, width, height));
}

/// A house of the reference, which outlives every picture of it: it may come a moment later.
void draw_known_house(Ui& ui, const house::House& house, const house::Library& library,
                      const std::string& key, const Rect& rect, const PictureLook& look) {
    if (!drawable(ui, house, library, rect)) return;
    const auto make = [&house, &library, style = look.style](int width, int height) {
        return house_pixels(house, library, style, width, height);
    };
    ui.picture_later(key, rect, make, look.radius);
}

/// The design that shows most of what a house can have.
const house::Design* finest_design(const estimate::Reference& reference) {
    const auto& designs = reference.designs;
    const auto with_pv = std::ranges::find_if(
        designs, [](const house::Design& d) { return d.house.pv || d.house.sunspace; });
    if (with_pv != designs.end()) return &*with_pv;
    return designs.empty() ? nullptr : &designs.front();
}

/// A catalog of another day may draw the same id otherwise.
std::string data_key(const AppState& state) {
    constexpr std::size_t digits = 8;
    return "." + state.reference->data_hash.substr(0, digits);
}

}  // namespace

std::string picture_key(const house::House& house) {
    return sha256_hex(visit::json_of(house).dump()).substr(0, 24);
}

Pixels pixels_of(const drawing::Image& image) {
    Pixels pixels(image.width, image.height, {});
    std::size_t at = 0;
    for (const drawing::Colour& c : image.pixels) {
        pixels.rgba[at++] = c.r;
        pixels.rgba[at++] = c.g;
        pixels.rgba[at++] = c.b;
        pixels.rgba[at++] = c.a;
    }
    return pixels;
}

drawing::SceneStyle scene_style(const Ui& ui) {
    drawing::SceneStyle style;
    style.high_contrast = ui.high_contrast();
    style.line_px = std::max(1.0, 1.1 * static_cast<double>(ui.paint().scale()));
    return style;
}

void draw_home_house(Ui& ui, const AppState& state, const Rect& rect) {
    const house::Design* design = finest_design(*state.reference);
    if (design == nullptr) {
        draw_little_house(ui.paint(), rect.inset(30, 40));
        return;
    }
    drawing::SceneStyle style = scene_style(ui);
    style.surroundings = false;
    style.transparent = true;
    style.fill_share = 0.94;
    draw_known_house(ui, design->house, state.reference->library,
                     "home." + design->id + data_key(state) + (style.high_contrast ? ".hc" : ""),
                     rect, {style});
}

void draw_card_house(Ui& ui, const AppState& state, const Rect& rect) {
    const house::Design* design = finest_design(*state.reference);
    if (design == nullptr) return;
    drawing::SceneStyle style = scene_style(ui);
    style.surroundings = false;
    style.transparent = true;
    style.line_px = std::max(0.6, 0.7 * static_cast<double>(ui.paint().scale()));
    draw_known_house(ui, state.reference->designs.front().house, state.reference->library,
                     "card" + data_key(state) + (style.high_contrast ? ".hc" : ""), rect, {style});
}

void draw_house_picture(Ui& ui, const AppState& state, const house::House& house,
                        const Rect& rect) {
    const house::Library& library = state.reference->library;
    if (!drawable(ui, house, library, rect)) return;
    const drawing::SceneStyle style = scene_style(ui);
    ui.picture(
        "house." + picture_key(house) + (style.high_contrast ? ".hc" : ""), rect,
        [&](int width, int height) { return house_pixels(house, library, style, width, height); },
        10);
}

void draw_design_house(Ui& ui, const AppState& state, const house::Design& design,
                       const Rect& rect) {
    const drawing::SceneStyle style = scene_style(ui);
    draw_known_house(ui, design.house, state.reference->library,
                     "design." + design.id + data_key(state) + (style.high_contrast ? ".hc" : ""),
                     rect, {style, 10});
}

}  // namespace longju::kiosk
