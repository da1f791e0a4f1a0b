// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "energy/building.h"

namespace longju::energy {

/// Share of a vertical window that the sun reaches past its overhang and fins, 0 to 1. Along the
/// outward normal the way to the sun rises by `up` and runs by `aside` to the right (seen from
/// outside) per metre. Exact in height, by 24 columns across.
double sunlit(const Shading& shading, double up, double aside);

/// What is left of an even sky and an even ground for a vertical window, 0 to 1: `sunlit` over each
/// quarter sphere, weighted by the cosine of incidence. The plates are taken as black.
struct DiffuseView {
    double sky = 1.0;
    double ground = 1.0;
};
DiffuseView diffuse_view(const Shading& shading);

}  // namespace longju::energy
