// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include "core/text.h"
#include "kiosk/ui.h"

namespace longju::kiosk {
namespace {

constexpr float smallest_em = 16;       // kiosk.md section 3: nothing is smaller.
constexpr float most_shrinking = 0.8F;  // Beyond this two lines read better.
constexpr float tolerance = 0.75F;      // Glyph advances are rounded to window pixels.

}  // namespace

void Ui::note_label(const Rect& rect, std::string_view text, const Type& type, bool clipped) {
    records_.push_back({.kind = Record::Kind::Label,
                        .rect = rect,
                        .visible = intersection(rect, clip_rect()),
                        .text = std::string(text),
                        .clipped = clipped,
                        .missing_glyph = !paint().has_glyphs(text, type.weight),
                        .layer = layer_,
                        .scroll = scroll_stack_.empty() ? std::string() : scroll_stack_.back()});
}

void Ui::draw_lines(const Rect& rect, const std::vector<std::string_view>& lines, const Type& type,
                    Colour colour, Align align) {
    const auto count = static_cast<float>(lines.size());
    const float line =
        count > 1 ? std::clamp(rect.h / count, type.em * 1.18F, type.line()) : type.line();
    const float height = line * count;
    float y = rect.y + (rect.h - height) / 2 + line / 2;
    for (const std::string_view text : lines) {
        const float width = width_of(text, type);
        float x = rect.x;
        if (align == Align::Centre) x += (rect.w - width) / 2;
        if (align == Align::Right) x += rect.w - width;
        paint().text(text, x, y, type, colour);
        y += line;
    }
}

float Ui::text(const Rect& rect, std::string_view text, const Type& type, Role role, Align align) {
    return this->text(rect, text, type, colour(role), align);
}

float Ui::text(const Rect& rect, std::string_view text, const Type& type, Colour colour,
               Align align) {
    if (text.empty()) return 0;
    Type fitted = type;
    float width = width_of(text, fitted);
    const float floor_em = std::min(type.em, std::max(smallest_em, type.em * most_shrinking));
    if (width > rect.w + tolerance) {
        fitted.em = std::clamp(type.em * rect.w / width - 0.25F, floor_em, type.em);
        width = width_of(text, fitted);
    }
    std::vector<std::string_view> lines{text};
    bool clipped = false;
    if (width > rect.w + tolerance) {
        fitted.em = floor_em;
        lines = paint().wrap(text, fitted, rect.w);
        const float needed = static_cast<float>(lines.size()) * fitted.line();
        if (needed > rect.h + fitted.line() * 0.25F) {
            fitted.em = std::min(type.em, smallest_em);
            lines = paint().wrap(text, fitted, rect.w);
            const float least = static_cast<float>(lines.size()) * fitted.em * 1.18F;
            clipped = least > rect.h + 1;
        }
        for (const std::string_view line : lines) {
            clipped = clipped || width_of(line, fitted) > rect.w + 2;
        }
    }
    note_label(rect, text, fitted, clipped);
    if (clipped) clip(rect);
    draw_lines(rect, lines, fitted, colour, align);
    if (clipped) unclip();
    return lines.empty() ? 0 : width_of(lines.front(), fitted);
}

std::string Ui::without_middle(std::string_view text, const Type& type, float width) const {
    if (width_of(text, type) <= width) return std::string(text);
    const std::u32string points = code_points(text);
    std::string shorter;
    for (std::size_t kept = points.size() / 2; kept > 0; --kept) {
        const std::u32string_view all(points);
        shorter = utf8(all.substr(0, kept)) + "…" + utf8(all.substr(all.size() - kept));
        if (width_of(shorter, type) <= width) break;
    }
    return shorter;
}

float Ui::paragraph_height(std::string_view text, const Type& type, float width) const {
    return static_cast<float>(paint().wrap(text, type, width).size()) * type.line();
}

float Ui::paragraph(const Rect& rect, std::string_view text, const Type& type, Role role) {
    const auto lines = paint().wrap(text, type, rect.w);
    const float height = static_cast<float>(lines.size()) * type.line();
    note_label({rect.x, rect.y, rect.w, height}, text, type, false);
    draw_lines({rect.x, rect.y, rect.w, height}, lines, type, colour(role), Align::Left);
    return height;
}

}  // namespace longju::kiosk
