// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <imgui.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/fonts.h"
#include "kiosk/icons.h"
#include "kiosk/rect.h"
#include "kiosk/theme.h"

namespace longju::kiosk {

enum class Weight { Regular, Bold };

/// Size in em (kiosk.md section 3) and weight of a text.
struct Type {
    float em = 18.0F;
    Weight weight = Weight::Regular;

    float line() const { return em * 1.34F; }
};

namespace type {
inline constexpr Type note{16};
inline constexpr Type note_bold{16, Weight::Bold};
inline constexpr Type label{17};
inline constexpr Type label_bold{17, Weight::Bold};
inline constexpr Type body{18};
inline constexpr Type body_bold{18, Weight::Bold};
inline constexpr Type lead{20, Weight::Bold};
inline constexpr Type title{24, Weight::Bold};
inline constexpr Type number{32, Weight::Bold};
inline constexpr Type number_large{36, Weight::Bold};
inline constexpr Type room{92, Weight::Bold};
inline constexpr Type hero{104, Weight::Bold};
}  // namespace type

/// As ImGui packs colours.
constexpr ImU32 packed(Colour c) {
    return ImU32{c.r} << IM_COL32_R_SHIFT | ImU32{c.g} << IM_COL32_G_SHIFT |
           ImU32{c.b} << IM_COL32_B_SHIFT | ImU32{c.a} << IM_COL32_A_SHIFT;
}

enum class Dash { Solid, Dashed, Dotted };

/// How a box is drawn: `fill` and, when `line` > 0, an edge that grows inward.
struct BoxStyle {
    Colour fill;
    Colour edge;
    float line = 1.0F;
    float radius = 12.0F;
    Dash dash = Dash::Solid;
};

/// Draws in logical pixels on an ImDrawList. Positions are rounded to window pixels, lines are at
/// least one of them wide. Knows nothing of widgets.
class Painter {
public:
    Painter(const Theme& theme, const Icons& icons, const Fonts& fonts, float scale)
        : theme_(&theme), icons_(&icons), fonts_(fonts), scale_(scale) {}

    void draw_on(ImDrawList& list) { list_ = &list; }
    ImDrawList& list() const { return *list_; }
    float scale() const { return scale_; }
    const Theme& theme() const { return *theme_; }
    Colour colour(Role role) const { return (*theme_)(role); }
    ImFont& font(Weight weight) const {
        return weight == Weight::Bold ? *fonts_.bold : *fonts_.regular;
    }

    /// A length in window pixels.
    float px(float length) const { return length * scale_; }

    void fill(const Rect& rect, Colour colour, float radius = 0) const;
    void box(const Rect& rect, const BoxStyle& style) const;
    /// Only the edge, following the inside of `rect`.
    void edge(const Rect& rect, Colour colour, float line, float radius, Dash dash) const;
    void gradient(const Rect& rect, Colour top, Colour bottom) const;
    void line(Point from, Point to, Colour colour, float width) const;
    void dashed_line(Point from, Point to, Colour colour, float width, float on, float off) const;
    void polyline(std::span<const Point> points, Colour colour, float width,
                  bool closed = false) const;
    /// Convex or not.
    void polygon(std::span<const Point> points, Colour colour) const;
    void disc(Point centre, float radius, Colour colour) const;
    void ring(Point centre, float radius, Colour colour, float width) const;
    /// 45° lines, 3 wide every 8, anchored to the window so that neighbours match.
    void hatch(const Rect& rect, Colour colour) const;
    void triangle_up(Point centre, float size, Colour colour) const;
    void triangle_down(Point centre, float size, Colour colour) const;

    void icon(std::string_view name, const Rect& square, Colour colour) const;

    float text_width(std::string_view text, const Type& type) const;
    /// Draws one line with its left edge at `x` and its digits centred on `centre_y`.
    void text(std::string_view text, float x, float centre_y, const Type& type,
              Colour colour) const;
    /// Breaks `text` into lines no wider than `width`: between Chinese characters, at blanks
    /// elsewhere, never before closing punctuation.
    std::vector<std::string_view> wrap(std::string_view text, const Type& type, float width) const;
    bool has_glyphs(std::string_view text, Weight weight) const {
        return kiosk::has_glyphs(font(weight), text);
    }

    void clip(const Rect& rect) const;
    void unclip() const { list_->PopClipRect(); }

private:
    ImVec2 at(Point p) const { return {p.x * scale_, p.y * scale_}; }
    float font_size(const Type& type) const;
    void dash_path(std::vector<Point> path, Colour colour, float width, float on, float off) const;

    const Theme* theme_;
    const Icons* icons_;
    Fonts fonts_;
    float scale_;
    ImDrawList* list_ = nullptr;
};

}  // namespace longju::kiosk
