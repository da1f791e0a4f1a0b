// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/theme.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "core/assert.h"
#include "core/embedded.h"

namespace longju::kiosk {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Role::Count)> role_names{
    "snow",       "paper",        "birch1",      "birch2",   "birch3",    "soil",      "soil_up",
    "soil2",      "rail_text",    "furrow",      "corn",     "corn_down", "corn_soft", "pine",
    "pine_soft",  "brick",        "brick_soft",  "ice",      "ice_soft",  "preview",   "sky_top",
    "sky_low",    "shade",        "dim",         "under",    "cold",      "warm",      "heat1",
    "heat2",      "heat3",        "heat4",       "heat5",    "heat6",     "heat7",     "ground",
    "field_line", "sun_shadow",   "wall",        "roof_red", "roof_red2", "roof_grey", "roof_green",
    "roof_brown", "plinth",       "plinth_side", "step",     "door",      "glass",     "sun_glass",
    "chimney",    "chimney_side", "brick_wall",  "adobe",    "straw_mud", "render",    "kang",
    "pv_cell",    "pv_line",      "mortar",      "eps",      "concrete",  "wool",      "timber",
    "loose",      "metal"};

std::string_view take_cell(std::string_view& row) {
    const auto tab = std::min(row.find('\t'), row.size());
    const std::string_view cell = row.substr(0, tab);
    row.remove_prefix(std::min(tab + 1, row.size()));
    return cell;
}

std::optional<Colour> colour_from(std::string_view hex) {
    if (hex.size() != 6 && hex.size() != 8) return std::nullopt;
    std::uint32_t value = 0;
    const auto end = hex.data() + hex.size();
    if (std::from_chars(hex.data(), end, value, 16).ptr != end) return std::nullopt;
    if (hex.size() == 6) value = (value << 8U) | 0xFFU;
    const auto byte = [value](unsigned shift) {
        return static_cast<std::uint8_t>((value >> shift) & 0xFFU);
    };
    return Colour{byte(24), byte(16), byte(8), byte(0)};
}

std::uint8_t channel(float value) {
    return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0F, 255.0F)));
}

}  // namespace

Result<Theme> Theme::parse(std::string_view tsv, const std::string& file, Look look) {
    Theme theme;
    theme.look_ = look;
    std::array<bool, static_cast<std::size_t>(Role::Count)> seen{};
    int line = 0;
    while (!tsv.empty()) {
        ++line;
        const auto end = std::min(tsv.find('\n'), tsv.size());
        std::string_view row = tsv.substr(0, end);
        tsv.remove_prefix(std::min(end + 1, tsv.size()));
        if (row.empty() || row.front() == '#') continue;
        const std::string name(take_cell(row));
        const auto found = std::ranges::find(role_names, name);
        if (found == role_names.end()) return fail_at(file, line, name, "is no role of the theme");
        const std::string_view light = take_cell(row);
        const std::string_view contrast = take_cell(row);
        const auto colour = colour_from(look == Look::Light ? light : contrast);
        if (!colour) return fail_at(file, line, name, "is not RRGGBB or RRGGBBAA");
        const auto index = static_cast<std::size_t>(found - role_names.begin());
        theme.colours_[index] = *colour;
        seen[index] = true;
    }
    for (std::size_t i = 0; i < seen.size(); ++i) {
        if (!seen[i]) return fail_at(file, 0, std::string(role_names[i]), "has no line; add it");
    }
    return theme;
}

Theme Theme::embedded_for(Look look) {
    auto theme = parse(embedded("assets/theme.tsv"), "assets/theme.tsv", look);
    LONGJU_ASSERT(theme.has_value(), "the embedded theme must parse");
    return *theme;
}

Colour Theme::heat(double u_w_per_m2k) const {
    // Steps of the ramp: the pale middle lies just above the rural wall limit of 0.50.
    constexpr std::array<double, 7> steps{0.15, 0.30, 0.50, 0.80, 1.20, 1.60, 2.40};
    const auto at = [this](std::size_t i) {
        return (*this)(static_cast<Role>(static_cast<std::size_t>(Role::Heat1) + i));
    };
    if (u_w_per_m2k <= steps.front()) return at(0);
    for (std::size_t i = 1; i < steps.size(); ++i) {
        if (u_w_per_m2k > steps[i]) continue;
        const double share = (u_w_per_m2k - steps[i - 1]) / (steps[i] - steps[i - 1]);
        return blended(at(i - 1), at(i), static_cast<float>(share));
    }
    return at(steps.size() - 1);
}

Colour shaded(Colour c, float factor) {
    const auto scaled = [factor](std::uint8_t v) {
        return channel(static_cast<float>(v) * factor);
    };
    return {scaled(c.r), scaled(c.g), scaled(c.b), c.a};
}

Colour with_alpha(Colour c, float share) {
    c.a = channel(static_cast<float>(c.a) * share);
    return c;
}

Colour blended(Colour a, Colour b, float share_of_b) {
    const auto mix = [share_of_b](std::uint8_t x, std::uint8_t y) {
        const auto from = static_cast<float>(x);
        return channel(from + (static_cast<float>(y) - from) * share_of_b);
    };
    return {mix(a.r, b.r), mix(a.g, b.g), mix(a.b, b.b), mix(a.a, b.a)};
}

}  // namespace longju::kiosk
