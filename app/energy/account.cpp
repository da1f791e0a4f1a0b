// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "energy/account.h"

namespace longju::energy {

namespace {

constexpr double kwh = 1e-3;

double& line(HeatAccount& a, Account account) {
    return a.lost_kwh.at(static_cast<std::size_t>(account));
}

/// What a face took: by convection, by radiation and as light.
void book_face(const InnerFace& f, double h_conv, double face, double light, const HourSums& sums,
               HeatAccount& a) {
    a.solar_kwh += f.area_m2() * light * kwh;
    line(a, f.account) +=
        f.area_m2() * (h_conv * (sums.air[0] - face) + f.h_rad * (sums.radiant[0] - face) + light) *
        kwh;
}

void add_panes(const Condensed& c, std::size_t set, const HourSums& sums, HeatAccount& a) {
    std::vector<double> inward(c.room.faces.size(), 0.0);
    for (std::size_t i = 0; i < c.room.sources.size(); ++i) {
        const LightSource& s = c.room.sources[i];
        if (s.reflected_wall || (is_closed(set) && s.has_shutter)) continue;
        inward[s.face] += s.inward_share * sums.inward[i];
    }
    const std::vector<Face>& faces = c.faces.at(set);
    const Star& star = c.star.at(set);
    const auto drive = [&](std::size_t i, double beyond) {
        const Face& f = faces[i];
        return inward[i] + beyond + f.h_conv * sums.air.at(f.zone) +
               f.h_rad * sums.radiant.at(f.zone);
    };
    for (const PaneFace& p : c.panes) {
        const InnerFace& f = c.room.faces[p.face];
        if (f.zone != 0) continue;
        double face = 0.0;
        if (f.partner == Face::alone) {
            const double seen = f.outdoor_share * sums.outdoor +
                                (1.0 - f.outdoor_share) * sums.room_before -
                                f.sky_k_per_k * sums.sky;
            face = star.own[p.face] * drive(p.face, p.conductance.at(is_closed(set)) * seen);
        } else {
            face =
                star.own[p.face] * drive(p.face, 0.0) + star.cross[p.face] * drive(f.partner, 0.0);
        }
        book_face(f, faces[p.face].h_conv, face, inward[p.face], sums, a);
    }
}

}  // namespace

double HeatAccount::residual_kwh() const {
    double out = air_kwh + stored_in_air_kwh + cool_kwh;
    for (const double lost : lost_kwh) out += lost;
    return heat_kwh + solar_kwh + internal_kwh - out;
}

void add_hours(const Condensed& c, std::size_t set, const HourSums& sums, HeatAccount& a) {
    for (std::size_t i = 0; i < c.chains.size(); ++i) {
        const InnerFace& f = c.room.faces[c.chains[i].face];
        if (f.zone != 0) continue;
        const double light = f.beam_share * sums.beam + f.diffuse_share * sums.diffuse;
        book_face(f, c.faces.at(set)[c.chains[i].face].h_conv, sums.face[i], light, sums, a);
    }
    add_panes(c, set, sums, a);
    line(a, Account::Walls) += sums.bridged * kwh;
    a.air_kwh += (sums.vented + sums.exchanged) * kwh;
    a.stored_in_air_kwh += sums.stored * kwh;
    a.heat_kwh += sums.heat * kwh;
    a.cool_kwh += sums.cool * kwh;
    a.internal_kwh += sums.gained * kwh;
}

}  // namespace longju::energy
