// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <cmath>

#include "kiosk/painter.h"

namespace longju::kiosk {
namespace {

// ImGui's size is ascent and descent: 1.16 and 0.288 em in Noto Sans CJK.
constexpr float size_by_em = 1.448F;
// From the top of the line to the middle of a digit: ascent less half the cap height of 0.733.
constexpr float middle_by_em = 1.16F - 0.733F / 2;

/// Bytes of the UTF-8 character at the front.
std::size_t length_of_character(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    return std::min(length, text.size());
}

bool may_stand_first(std::string_view character) {
    constexpr std::array<std::string_view, 13> closing{"，", "。", "、", "；", "：", "）", "”",
                                                       "》", "？", "·",  "%",  "/",  "℃"};
    return std::ranges::find(closing, character) == closing.end();
}

bool breaks_after(std::string_view character) {
    constexpr std::array<std::string_view, 3> opening{"（", "“", "《"};
    if (character == " ") return true;
    return character.size() > 2 && std::ranges::find(opening, character) == opening.end();
}

}  // namespace

float Painter::font_size(const Type& type) const {
    return std::max(1.0F, std::round(type.em * size_by_em * scale_));
}

float Painter::text_width(std::string_view text, const Type& type) const {
    if (text.empty()) return 0;
    const ImVec2 size =
        font(type.weight)
            .CalcTextSizeA(font_size(type), 1e6F, 0.0F, text.data(), text.data() + text.size());
    return size.x / scale_;
}

void Painter::text(std::string_view text, float x, float centre_y, const Type& type,
                   Colour colour) const {
    if (text.empty()) return;
    const float size = font_size(type);
    const float top = std::round(px(centre_y) - size / size_by_em * middle_by_em);
    list_->AddText(&font(type.weight), size, {std::round(px(x)), top}, packed(colour), text.data(),
                   text.data() + text.size());
}

std::vector<std::string_view> Painter::wrap(std::string_view text, const Type& type,
                                            float width) const {
    std::vector<std::string_view> lines;
    std::size_t start = 0;
    std::size_t last_break = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t length = length_of_character(text.substr(at));
        const std::string_view character = text.substr(at, length);
        // A break before this character is fine after a Chinese one, or when this one is Chinese.
        const bool chinese = length > 2;
        if (at > start && chinese && may_stand_first(character) &&
            !text.substr(start, at - start).ends_with("（")) {
            last_break = at;
        }
        const bool fits = text_width(text.substr(start, at + length - start), type) <= width;
        if (!fits && character != " " && at > start) {
            const std::size_t cut = last_break > start ? last_break : at;
            lines.push_back(text.substr(start, cut - start));
            start = cut;
            while (start < text.size() && text[start] == ' ') ++start;
            at = std::max(at, start);
            last_break = start;
            continue;
        }
        at += length;
        const bool next_closes = at < text.size() && !may_stand_first(text.substr(
                                                         at, length_of_character(text.substr(at))));
        if (breaks_after(character) && !next_closes) last_break = at;
    }
    if (start < text.size()) lines.push_back(text.substr(start));
    for (auto& line : lines) {
        while (line.ends_with(' ')) line.remove_suffix(1);
    }
    return lines;
}

}  // namespace longju::kiosk
