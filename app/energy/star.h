// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

/// The inside of one or two zones as a linear system: faces, a mean radiant temperature and an air
/// temperature in each zone (ISO 52016-1 topology), solved once for constant coefficients.
namespace longju::energy {

inline constexpr std::size_t most_zones = 2;
using ByZone = std::array<double, most_zones>;

/// An inner face whose construction has been eliminated: per m²,
/// `d`·T = S + h_conv·T_air + h_rad·T_radiant [+ link·T_partner].
struct Face {
    std::size_t zone = 0;
    double area_m2 = 0.0;
    double h_conv = 0.0;
    double h_rad = 0.0;
    double d = 1.0;  ///< Pivot of the construction + h_conv + h_rad.
    /// A wall between the zones has a face on each side; `link` couples them.
    static constexpr std::size_t alone = static_cast<std::size_t>(-1);
    std::size_t partner = alone;
    double link = 0.0;
};

/// With `Q` the radiant gain of a zone in W and `S` the driving flux of every face in W/m²:
///   T_radiant[z] = Σ_y from_air[z][y]·T_air[y] + Σ_k radiant_weight[k][z]·S_k + Σ_y
///   lift[z][y]·Q[y] heat the air of z loses to the faces =
///       Σ_y balance[z][y]·T_air[y] − Σ_k air_weight[k][z]·S_k − Σ_y pass[z][y]·Q[y]
///   air_weight[k] = into_air[k] + pass·into_radiant[k],  radiant_weight[k] = lift·into_radiant[k]
///   T_k = own[k]·F_k + cross[k]·F_partner,  F = S + h_conv·T_air + h_rad·T_radiant
struct Star {
    std::array<ByZone, most_zones> from_air{}, lift{}, balance{}, pass{};
    std::vector<ByZone> radiant_weight, air_weight;  ///< By face.
    std::vector<ByZone> into_radiant, into_air;      ///< The same before the radiant nodes answer.
    std::vector<double> own, cross;                  ///< By face.
};

Star solve_star(std::span<const Face> faces);

/// The same into a `Star` whose memory is used again.
void solve_star(std::span<const Face> faces, Star& star);

}  // namespace longju::energy
