// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/result.h"

namespace longju::kiosk {

struct Colour {
    std::uint8_t r = 0;
    std::uint8_t g = 0;
    std::uint8_t b = 0;
    std::uint8_t a = 255;

    bool operator==(const Colour&) const = default;
};

/// The roles of `assets/theme.tsv`, in its order. A screen names a role, never a colour.
enum class Role {
    Snow,
    Paper,
    Birch1,
    Birch2,
    Birch3,
    Soil,
    SoilUp,
    Soil2,
    RailText,
    Furrow,
    Corn,
    CornDown,
    CornSoft,
    Pine,
    PineSoft,
    Brick,
    BrickSoft,
    Ice,
    IceSoft,
    Preview,
    SkyTop,
    SkyLow,
    Shade,
    Dim,
    Under,
    Cold,
    Warm,
    Heat1,
    Heat2,
    Heat3,
    Heat4,
    Heat5,
    Heat6,
    Heat7,
    Ground,
    FieldLine,
    SunShadow,
    Wall,
    RoofRed,
    RoofRed2,
    RoofGrey,
    RoofGreen,
    RoofBrown,
    Plinth,
    PlinthSide,
    Step,
    Door,
    Glass,
    SunGlass,
    Chimney,
    ChimneySide,
    BrickWall,
    Adobe,
    StrawMud,
    Render,
    Kang,
    PvCell,
    PvLine,
    Mortar,
    Eps,
    Concrete,
    Wool,
    Timber,
    Loose,
    Metal,
    Count
};

enum class Look { Light, HighContrast };

/// The colours of one look.
class Theme {
public:
    /// Refuses unknown roles, missing roles and colours that are not RRGGBB or RRGGBBAA.
    static Result<Theme> parse(std::string_view tsv, const std::string& file, Look look);
    /// The embedded table; a bug if it does not parse (a test reads it).
    static Theme embedded_for(Look look);

    Colour operator()(Role role) const { return colours_[static_cast<std::size_t>(role)]; }
    Look look() const { return look_; }

    /// Heat ramp of kiosk.md section 2 by U in W/m²K, blended between its seven steps.
    Colour heat(double u_w_per_m2k) const;

private:
    std::array<Colour, static_cast<std::size_t>(Role::Count)> colours_{};
    Look look_ = Look::Light;
};

/// `c` darkened (or, above 1, lightened) as the faces of a house are: channels times `factor`.
Colour shaded(Colour c, float factor);
Colour with_alpha(Colour c, float share);
Colour blended(Colour a, Colour b, float share_of_b);

}  // namespace longju::kiosk
