// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/raster.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace longju::kiosk {
namespace {

struct Rgba {
    float r, g, b, a;
};

Rgba unpacked(ImU32 c) {
    const auto byte = [c](unsigned shift) { return static_cast<float>((c >> shift) & 0xFFU); };
    return {byte(IM_COL32_R_SHIFT), byte(IM_COL32_G_SHIFT), byte(IM_COL32_B_SHIFT),
            byte(IM_COL32_A_SHIFT)};
}

using Box = PixelBox;

class Canvas {
public:
    Canvas(Pixels& out, const ImTextureData& texture) : out_(&out), texture_(&texture) {}

    void triangle(const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c, const Box& clip);
    /// Two triangles that make an axis-aligned rectangle, the common case, without edge tests.
    bool rectangle(std::span<const ImDrawVert* const, 6> v, const Box& clip);

private:
    void fill(const Box& box, const Rgba& colour);
    bool copy_image(const ImDrawVert& a, const ImDrawVert& c, const Box& box);
    Rgba sample(float u, float v) const;
    void blend(int x, int y, const Rgba& colour, const Rgba& texel);
    std::uint8_t* pixel(int x, int y) {
        return &out_->rgba[(static_cast<std::size_t>(y) * static_cast<std::size_t>(out_->width) +
                            static_cast<std::size_t>(x)) *
                           4];
    }

    Pixels* out_;
    const ImTextureData* texture_;
};

Rgba Canvas::sample(float u, float v) const {
    const int w = texture_->Width;
    const int h = texture_->Height;
    const float x = u * static_cast<float>(w) - 0.5F;
    const float y = v * static_cast<float>(h) - 0.5F;
    const float fx = std::floor(x);
    const float fy = std::floor(y);
    const auto texel = [&](int tx, int ty) {
        const int cx = std::clamp(tx, 0, w - 1);
        const int cy = std::clamp(ty, 0, h - 1);
        const unsigned char* p =
            texture_->Pixels + static_cast<std::ptrdiff_t>(cx + cy * w) * texture_->BytesPerPixel;
        if (texture_->BytesPerPixel == 1) {
            return Rgba{255, 255, 255, static_cast<float>(p[0])};
        }
        return Rgba{static_cast<float>(p[0]), static_cast<float>(p[1]), static_cast<float>(p[2]),
                    static_cast<float>(p[3])};
    };
    const int ix = static_cast<int>(fx);
    const int iy = static_cast<int>(fy);
    const float sx = x - fx;
    const float sy = y - fy;
    constexpr float exact = 1.0F / 512;  // A sample on a texel needs no neighbours.
    if ((sx < exact || sx > 1 - exact) && (sy < exact || sy > 1 - exact)) {
        return texel(ix + (sx > 0.5F ? 1 : 0), iy + (sy > 0.5F ? 1 : 0));
    }
    const Rgba t00 = texel(ix, iy), t10 = texel(ix + 1, iy);
    const Rgba t01 = texel(ix, iy + 1), t11 = texel(ix + 1, iy + 1);
    const auto mix = [&](float Rgba::*c) {
        const float top = t00.*c + (t10.*c - t00.*c) * sx;
        const float low = t01.*c + (t11.*c - t01.*c) * sx;
        return top + (low - top) * sy;
    };
    return {mix(&Rgba::r), mix(&Rgba::g), mix(&Rgba::b), mix(&Rgba::a)};
}

void Canvas::blend(int x, int y, const Rgba& colour, const Rgba& texel) {
    const float alpha = colour.a * texel.a / (255.0F * 255.0F);
    if (alpha <= 0) return;
    std::uint8_t* p = pixel(x, y);
    const auto over = [alpha](std::uint8_t below, float c, float t) {
        const float from = static_cast<float>(below);
        return static_cast<std::uint8_t>(std::lround(from + (c * t / 255.0F - from) * alpha));
    };
    p[0] = over(p[0], colour.r, texel.r);
    p[1] = over(p[1], colour.g, texel.g);
    p[2] = over(p[2], colour.b, texel.b);
}

float cross(const ImVec2& a, const ImVec2& b, float px, float py) {
    return (b.x - a.x) * (py - a.y) - (b.y - a.y) * (px - a.x);
}

/// Narrows `from` to `to` to the pixels of a row that may lie on the inner side of an edge.
void narrow(const ImVec2& a, const ImVec2& b, float py, int& from, int& to) {
    const float rise = b.y - a.y;
    if (rise == 0) return;
    constexpr float slack = 1.5F;  // Whether a pixel is inside is decided exactly later.
    const float x = a.x + (b.x - a.x) * (py - a.y) / rise;
    if (rise < 0) {
        if (x - slack > static_cast<float>(from)) from = static_cast<int>(x - slack);
    } else if (x + slack < static_cast<float>(to)) {
        to = static_cast<int>(std::max(x + slack, -1.0F));
    }
}

/// Top-left rule: a pixel centre on an edge belongs to exactly one of two neighbours.
bool owns_edge(const ImVec2& a, const ImVec2& b) { return (a.y == b.y && b.x > a.x) || b.y < a.y; }

Box bounds(const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c, const Box& clip) {
    const auto low = [](float x, float y, float z) {
        return static_cast<int>(std::floor(std::min({x, y, z})));
    };
    const auto high = [](float x, float y, float z) {
        return static_cast<int>(std::ceil(std::max({x, y, z})));
    };
    return {std::max(clip.x0, low(a.pos.x, b.pos.x, c.pos.x)),
            std::max(clip.y0, low(a.pos.y, b.pos.y, c.pos.y)),
            std::min(clip.x1, high(a.pos.x, b.pos.x, c.pos.x) + 1),
            std::min(clip.y1, high(a.pos.y, b.pos.y, c.pos.y) + 1)};
}

void Canvas::triangle(const ImDrawVert& v0, const ImDrawVert& v1, const ImDrawVert& v2,
                      const Box& clip) {
    float area = cross(v0.pos, v1.pos, v2.pos.x, v2.pos.y);
    if (area == 0) return;
    const ImDrawVert& a = v0;
    const ImDrawVert& b = area > 0 ? v1 : v2;
    const ImDrawVert& c = area > 0 ? v2 : v1;
    area = std::abs(area);
    const Rgba ca = unpacked(a.col), cb = unpacked(b.col), cc = unpacked(c.col);
    const bool one_colour = a.col == b.col && a.col == c.col;
    const bool one_texel =
        a.uv.x == b.uv.x && a.uv.x == c.uv.x && a.uv.y == b.uv.y && a.uv.y == c.uv.y;
    const Rgba texel = one_texel ? sample(a.uv.x, a.uv.y) : Rgba{};
    const std::array<bool, 3> owned{owns_edge(b.pos, c.pos), owns_edge(c.pos, a.pos),
                                    owns_edge(a.pos, b.pos)};
    const Box box = bounds(a, b, c, clip);
    for (int y = box.y0; y < box.y1; ++y) {
        const float py = static_cast<float>(y) + 0.5F;
        int from = box.x0, to = box.x1;
        narrow(b.pos, c.pos, py, from, to);
        narrow(c.pos, a.pos, py, from, to);
        narrow(a.pos, b.pos, py, from, to);
        for (int x = from; x < to; ++x) {
            const float px = static_cast<float>(x) + 0.5F;
            const float w0 = cross(b.pos, c.pos, px, py);
            const float w1 = cross(c.pos, a.pos, px, py);
            const float w2 = cross(a.pos, b.pos, px, py);
            if (w0 < 0 || w1 < 0 || w2 < 0) continue;
            if ((w0 == 0 && !owned[0]) || (w1 == 0 && !owned[1]) || (w2 == 0 && !owned[2])) {
                continue;
            }
            const float s0 = w0 / area, s1 = w1 / area, s2 = w2 / area;
            const auto mix = [&](float Rgba::*m) { return ca.*m * s0 + cb.*m * s1 + cc.*m * s2; };
            const Rgba colour =
                one_colour ? ca : Rgba{mix(&Rgba::r), mix(&Rgba::g), mix(&Rgba::b), mix(&Rgba::a)};
            blend(x, y, colour,
                  one_texel ? texel
                            : sample(a.uv.x * s0 + b.uv.x * s1 + c.uv.x * s2,
                                     a.uv.y * s0 + b.uv.y * s1 + c.uv.y * s2));
        }
    }
}

void Canvas::fill(const Box& box, const Rgba& colour) {
    const std::array<std::uint8_t, 3> rgb{static_cast<std::uint8_t>(colour.r),
                                          static_cast<std::uint8_t>(colour.g),
                                          static_cast<std::uint8_t>(colour.b)};
    for (int y = box.y0; y < box.y1; ++y) {
        std::uint8_t* p = pixel(box.x0, y);
        for (int x = box.x0; x < box.x1; ++x, p += 4) std::ranges::copy(rgb, p);
    }
}

/// A picture shown pixel by pixel and in its own colours; false when it is not that.
bool Canvas::copy_image(const ImDrawVert& a, const ImDrawVert& c, const Box& box) {
    if (texture_->BytesPerPixel != 4 || a.col != IM_COL32_WHITE) return false;
    const auto whole = [](float f) { return std::abs(f - std::round(f)) < 1.0F / 512; };
    const float left = a.uv.x * static_cast<float>(texture_->Width) - a.pos.x;
    const float top = a.uv.y * static_cast<float>(texture_->Height) - a.pos.y;
    const float right = c.uv.x * static_cast<float>(texture_->Width) - c.pos.x;
    const float bottom = c.uv.y * static_cast<float>(texture_->Height) - c.pos.y;
    if (!whole(left) || !whole(top) || std::abs(left - right) > 1.0F / 512 ||
        std::abs(top - bottom) > 1.0F / 512) {
        return false;
    }
    const int dx = static_cast<int>(std::lround(left)), dy = static_cast<int>(std::lround(top));
    if (box.x0 + dx < 0 || box.y0 + dy < 0 || box.x1 + dx > texture_->Width ||
        box.y1 + dy > texture_->Height) {
        return false;
    }
    constexpr Rgba white{255, 255, 255, 255};
    for (int y = box.y0; y < box.y1; ++y) {
        const unsigned char* from =
            texture_->Pixels +
            static_cast<std::ptrdiff_t>(box.x0 + dx + (y + dy) * texture_->Width) * 4;
        std::uint8_t* to = pixel(box.x0, y);
        for (int x = box.x0; x < box.x1; ++x, from += 4, to += 4) {
            if (from[3] == 255) {
                std::copy_n(from, 3, to);
            } else if (from[3] != 0) {
                blend(x, y, white,
                      {static_cast<float>(from[0]), static_cast<float>(from[1]),
                       static_cast<float>(from[2]), static_cast<float>(from[3])});
            }
        }
    }
    return true;
}

bool Canvas::rectangle(std::span<const ImDrawVert* const, 6> v, const Box& clip) {
    // PrimRect and PrimRectUV emit (0,1,2)(0,2,3) from the top left, clockwise.
    const ImDrawVert &a = *v[0], &b = *v[1], &c = *v[2], &d = *v[5];
    if (v[3] != v[0] || v[4] != v[2]) return false;
    if (a.pos.y != b.pos.y || b.pos.x != c.pos.x || c.pos.y != d.pos.y || d.pos.x != a.pos.x) {
        return false;
    }
    if (a.pos.x > c.pos.x || a.pos.y > c.pos.y) return false;
    if (a.col != b.col || a.col != c.col || a.col != d.col) return false;
    if (a.uv.y != b.uv.y || b.uv.x != c.uv.x || c.uv.y != d.uv.y || d.uv.x != a.uv.x) return false;

    const auto edge = [](float f) { return static_cast<int>(std::ceil(f - 0.5F)); };
    const Box box{std::max(clip.x0, edge(a.pos.x)), std::max(clip.y0, edge(a.pos.y)),
                  std::min(clip.x1, edge(c.pos.x)), std::min(clip.y1, edge(c.pos.y))};
    if (box.empty()) return true;
    const bool one_texel = a.uv.x == c.uv.x && a.uv.y == c.uv.y;
    const Rgba texel = one_texel ? sample(a.uv.x, a.uv.y) : Rgba{};
    const Rgba colour = unpacked(a.col);
    const bool plain = one_texel && colour.a == 255 && texel.r == 255 && texel.g == 255 &&
                       texel.b == 255 && texel.a == 255;
    if (plain) return fill(box, colour), true;
    if (!one_texel && copy_image(a, c, box)) return true;
    const float du = one_texel ? 0 : (c.uv.x - a.uv.x) / (c.pos.x - a.pos.x);
    const float dv = one_texel ? 0 : (c.uv.y - a.uv.y) / (c.pos.y - a.pos.y);
    for (int y = box.y0; y < box.y1; ++y) {
        for (int x = box.x0; x < box.x1; ++x) {
            const float px = static_cast<float>(x) + 0.5F - a.pos.x;
            const float py = static_cast<float>(y) + 0.5F - a.pos.y;
            blend(x, y, colour, one_texel ? texel : sample(a.uv.x + px * du, a.uv.y + py * dv));
        }
    }
    return true;
}

void raster_command(const ImDrawList& list, const ImDrawCmd& command, const Box& within,
                    Pixels& out) {
    const ImTextureData* texture = command.TexRef._TexData;
    if (texture == nullptr || texture->Pixels == nullptr) return;
    const Box clip{std::max(within.x0, static_cast<int>(command.ClipRect.x)),
                   std::max(within.y0, static_cast<int>(command.ClipRect.y)),
                   std::min(within.x1, static_cast<int>(command.ClipRect.z)),
                   std::min(within.y1, static_cast<int>(command.ClipRect.w))};
    if (clip.empty()) return;
    Canvas canvas(out, *texture);
    const auto vertex = [&](unsigned i) {
        const auto index = static_cast<int>(command.IdxOffset + i);
        return &list.VtxBuffer[static_cast<int>(command.VtxOffset) + list.IdxBuffer[index]];
    };
    for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
        if (i + 5 < command.ElemCount) {
            const std::array<const ImDrawVert*, 6> six{vertex(i),     vertex(i + 1), vertex(i + 2),
                                                       vertex(i + 3), vertex(i + 4), vertex(i + 5)};
            if (canvas.rectangle(six, clip)) {
                i += 3;
                continue;
            }
        }
        canvas.triangle(*vertex(i), *vertex(i + 1), *vertex(i + 2), clip);
    }
}

}  // namespace

Pixels::Pixels(int w, int h, Colour ground) : width(w), height(h) {
    rgba.resize(static_cast<std::size_t>(w) * static_cast<std::size_t>(h) * 4);
    for (std::size_t i = 0; i < rgba.size(); i += 4) {
        rgba[i] = ground.r;
        rgba[i + 1] = ground.g;
        rgba[i + 2] = ground.b;
        rgba[i + 3] = 255;
    }
}

void raster_draw_data(const ImDrawData& data, Pixels& out) {
    raster_draw_data(data, {0, 0, out.width, out.height}, out);
}

void raster_draw_data(const ImDrawData& data, const PixelBox& within, Pixels& out) {
    for (const ImDrawList* list : data.CmdLists) {
        for (const ImDrawCmd& command : list->CmdBuffer) {
            raster_command(*list, command, within, out);
        }
    }
}

void answer_textures(ImDrawData& data) {
    if (data.Textures == nullptr) return;
    int id = 0;
    for (ImTextureData* texture : *data.Textures) {
        ++id;
        if (texture->Status == ImTextureStatus_WantCreate) {
            texture->SetTexID(static_cast<ImTextureID>(id));
            texture->SetStatus(ImTextureStatus_OK);
        } else if (texture->Status == ImTextureStatus_WantUpdates) {
            texture->SetStatus(ImTextureStatus_OK);
        } else if (texture->Status == ImTextureStatus_WantDestroy) {
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_Destroyed);
        }
    }
}

void forget_textures() {
    for (ImTextureData* texture : ImGui::GetIO().Fonts->TexList) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_Destroyed);
    }
}

}  // namespace longju::kiosk
