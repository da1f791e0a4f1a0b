// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <cstdint>

#include "drawing/image.h"

/// Colours of drawn houses. They stand in pictures only, never on controls, and the controls'
/// colours (assets/theme.tsv) never stand in pictures.
namespace longju::drawing::scene {

inline constexpr Colour soil = rgb(0x211C17);
inline constexpr Colour wall = rgb(0xEFE7D8);
inline constexpr Colour roof = rgb(0x8A4636);
inline constexpr Colour plinth = rgb(0x8F877A);
inline constexpr Colour step = rgb(0xCFC8BC);
inline constexpr Colour door = rgb(0x6E4A2E);
inline constexpr Colour glass = rgb(0xC4D8E0);
inline constexpr Colour sunspace_glass = rgb(0xCFE3EA);
inline constexpr Colour frame = rgb(0xFFFFFF);
inline constexpr Colour chimney = rgb(0xA4543F);
inline constexpr Colour pv = rgb(0x1E3550);
inline constexpr Colour pv_line = rgb(0x52708F);
inline constexpr Colour shadow = {0xC9, 0xD3, 0xD8, 191};
inline constexpr Colour furrow = rgb(0xE0E4E2);
inline constexpr Colour sky_top = rgb(0xDCE7EC);
inline constexpr Colour sky_low = rgb(0xF3F4F1);
inline constexpr Colour white = rgb(0xFFFFFF);
inline constexpr Colour snow = rgb(0xF4F7F8);

// How bright a face stands by where it looks: light from the south-west above.
inline constexpr double south_face = 1.00;
inline constexpr double east_face = 0.86;
inline constexpr double north_face = 0.75;
inline constexpr double far_roof = 0.75;
inline constexpr double fascia = 0.62;

/// Blue to rust by U in W/m²K; the pale middle lies just above 0.50, the rural wall limit of
/// GB/T 50824-2013, so that blue meets it.
struct HeatStep {
    double u_w_per_m2k = 0.0;
    Colour colour;
};
inline constexpr std::array<HeatStep, 7> heat_ramp = {{{0.15, rgb(0x1A4E74)},
                                                       {0.30, rgb(0x5C90B2)},
                                                       {0.50, rgb(0xA9C7D6)},
                                                       {0.80, rgb(0xEDE3CF)},
                                                       {1.20, rgb(0xF0B583)},
                                                       {1.60, rgb(0xD36A36)},
                                                       {2.40, rgb(0x97290F)}}};

/// The ramp's colour, blended linearly between its steps, constant beyond them.
Colour heat_colour(double u_w_per_m2k);

Colour shaded(Colour colour, double factor);
Colour blended(Colour from, Colour to, double part);

}  // namespace longju::drawing::scene
