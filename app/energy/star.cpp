// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "energy/star.h"

#include <cmath>

namespace longju::energy {

namespace {

using Square = std::array<ByZone, most_zones>;

/// Inverse; a zone without faces (zero row) stays zero.
Square inverse(const Square& m) {
    if (m[1][1] == 0.0) return {{{m[0][0] == 0.0 ? 0.0 : 1.0 / m[0][0], 0.0}, {0.0, 0.0}}};
    const double determinant = m[0][0] * m[1][1] - m[0][1] * m[1][0];
    return {{{m[1][1] / determinant, -m[0][1] / determinant},
             {-m[1][0] / determinant, m[0][0] / determinant}}};
}

Square product(const Square& a, const Square& b) {
    Square c{};
    for (std::size_t i = 0; i < most_zones; ++i) {
        for (std::size_t k = 0; k < most_zones; ++k) {
            c[i][k] = a[i][0] * b[0][k] + a[i][1] * b[1][k];
        }
    }
    return c;
}

void invert_faces(std::span<const Face> faces, Star& star) {
    star.own.clear();
    star.cross.clear();
    for (const Face& f : faces) {
        const bool pair = f.partner != Face::alone;
        const double other = pair ? faces[f.partner].d : 1.0;
        const double determinant = f.d * other - f.link * f.link;
        star.own.push_back(other / determinant);
        star.cross.push_back(pair ? f.link / determinant : 0.0);
    }
}

}  // namespace

Star solve_star(std::span<const Face> faces) {
    Star star;
    solve_star(faces, star);
    return star;
}

void solve_star(std::span<const Face> faces, Star& star) {
    invert_faces(faces, star);
    Square loss{};      // Of the radiant node to all else: −∂/∂T_radiant.
    Square from_air{};  // ∂/∂T_air of what the radiant node receives.
    Square balance{};   // ∂/∂T_air of what the air loses.
    Square mixed{};     // ∂/∂T_radiant of what the air receives.
    star.into_radiant.assign(faces.size(), {});
    star.into_air.assign(faces.size(), {});
    // Each face answers to its own driving terms, and to those of its partner in the other zone.
    const auto answer = [&](std::size_t p, std::size_t q, double weight) {
        const Face& face = faces[p];
        const Face& cause = faces[q];
        const double rad = face.area_m2 * face.h_rad * weight;
        const double conv = face.area_m2 * face.h_conv * weight;
        loss[face.zone][cause.zone] -= rad * cause.h_rad;
        from_air[face.zone][cause.zone] += rad * cause.h_conv;
        mixed[face.zone][cause.zone] += conv * cause.h_rad;
        balance[face.zone][cause.zone] -= conv * cause.h_conv;
        star.into_radiant[q][face.zone] += rad;
        star.into_air[q][face.zone] += conv;
    };
    for (std::size_t i = 0; i < faces.size(); ++i) {
        const Face& f = faces[i];
        loss[f.zone][f.zone] += f.area_m2 * f.h_rad;
        balance[f.zone][f.zone] += f.area_m2 * f.h_conv;
        answer(i, i, star.own[i]);
        if (f.partner != Face::alone) answer(i, f.partner, star.cross[i]);
    }
    star.lift = inverse(loss);
    star.from_air = product(star.lift, from_air);
    star.pass = product(mixed, star.lift);
    const Square returned = product(mixed, star.from_air);
    for (std::size_t z = 0; z < most_zones; ++z) {
        for (std::size_t y = 0; y < most_zones; ++y) {
            star.balance[z][y] = balance[z][y] - returned[z][y];
        }
    }
    star.radiant_weight.resize(faces.size());
    star.air_weight.resize(faces.size());
    for (std::size_t k = 0; k < faces.size(); ++k) {
        const ByZone& radiant = star.into_radiant[k];
        for (std::size_t z = 0; z < most_zones; ++z) {
            star.radiant_weight[k][z] = star.lift[z][0] * radiant[0] + star.lift[z][1] * radiant[1];
            star.air_weight[k][z] =
                star.into_air[k][z] + star.pass[z][0] * radiant[0] + star.pass[z][1] * radiant[1];
        }
    }
}

}  // namespace longju::energy
