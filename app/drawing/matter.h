// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <vector>

#include "drawing/mark.h"
#include "house/house.h"

/// What a cut element looks like: its layers across the thickness, each with its hatch.
namespace longju::drawing {

/// One layer, by its distances from the outer face of the element as it stood: layers that were
/// put on outside lie below 0.
struct Band {
    Millimetres from, to;
    const house::Material* material = nullptr;
    bool added = false;

    Millimetres thickness() const { return to - from; }
    /// Without what stands in brackets.
    std::string short_name() const;
};

/// From outside (attic, ground) to the room.
std::vector<Band> bands(const house::Construction& construction, const house::Library& library);

/// How a material is filled on paper.
struct Ground {
    Fill fill = Fill::White;
    Pattern pattern = Pattern::None;
    double spacing_mm = 1.3;
};

/// GB/T 50001 hatches at the drawing's scale. `thick_mm` is the layer's thickness on paper: a thin
/// layer of concrete is black, thin ones of other materials stay white.
Ground ground_of(house::Hatch hatch, double thick_mm, int scale);

}  // namespace longju::drawing
