// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "house/bridges.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

namespace longju::house {

namespace {

/// What the catalog sorts junctions by, of a house.
struct State {
    WallInsulation insulation = WallInsulation::None;
    double wall_u = 0.0;
    double wall_m = 0.0;  // Thickness of the wall as it stood: lengths and areas are by its face.
    double ceiling_u = 0.0;
    double floor_u = 0.0;
    bool flat_roof = false;
    bool head_insulated = false;
    bool edge_insulated = false;

    double other_u(JunctionKind kind) const {
        if (kind == JunctionKind::Eaves) return ceiling_u;
        return kind == JunctionKind::Plinth ? floor_u : 0.0;
    }
};

double ceiling_u(const Construction& ceiling, bool flat, const Library& library) {
    return u_value(ceiling, flat ? Borders::Outdoors : Borders::Attic, library).value;
}

Millimetres thickness(const std::string& assembly_id, const Library& library) {
    Millimetres sum;
    for (const Layer& layer : library.assembly(assembly_id).layers) sum += layer.thickness;
    return sum;
}

/// What ψ by outside dimensions owes to the thickness of the wall, by metre of thickness: the
/// plain elements count the corner's square or the wall's head in full. Without it ψ hardly
/// depends on the thickness, so it is taken off before rows are compared and put on again.
double psi_by_thickness(JunctionKind kind, double wall_u, double other_u) {
    if (kind == JunctionKind::Eaves) return -other_u;
    if (kind == JunctionKind::OuterCorner) return -2.0 * wall_u;
    return kind == JunctionKind::InnerCorner ? 2.0 * wall_u : 0.0;
}

State state_of(const House& house, const Library& library) {
    const bool flat = house.roof.form == RoofForm::Flat;
    return {wall_insulation(house.wall, library),
            u_value(house.wall, Borders::Outdoors, library).value,
            in_metres(thickness(house.wall.assembly_id, library)).value,
            ceiling_u(house.ceiling, flat, library),
            u_value(house.floor, Borders::Ground, library).value,
            flat,
            !house.existing || !house.ceiling.added.empty(),
            house.edge_insulation && house.edge_insulation->thickness.value > 0.0};
}

bool fits(const Junction& row, JunctionKind kind, const State& state) {
    if (row.kind != kind || row.insulation != state.insulation) return false;
    const bool edge = row.edge.value > 0.0;
    if (kind == JunctionKind::Plinth) return edge == state.edge_insulated;
    if (kind != JunctionKind::Eaves) return true;
    // A flat roof lies on its walls already.
    return row.flat_roof == state.flat_roof && edge == (state.head_insulated && !state.flat_roof);
}

/// ψ and f_Rsi at some U.
struct Point {
    double u = 0.0;
    double psi = 0.0;
    double f_rsi = 0.0;
};

/// Between the two points next to `u`; the nearer end outside them.
Point between(std::vector<Point> points, double u) {
    std::ranges::sort(points, {}, &Point::u);
    const auto above = std::ranges::lower_bound(points, u, {}, &Point::u);
    if (above == points.begin()) return points.front();
    if (above == points.end()) return points.back();
    const Point& a = *(above - 1);
    const Point& b = *above;
    const double share = (u - a.u) / (b.u - a.u);
    return {u, std::lerp(a.psi, b.psi, share), std::lerp(a.f_rsi, b.f_rsi, share)};
}

/// ψ and f_Rsi for the state; nothing when the catalog has no such junction.
std::optional<Point> looked_up(JunctionKind kind, const State& state, const Library& library) {
    std::map<double, std::vector<Point>> by_other;  // Along the walls, for each ceiling or floor.
    for (const Junction& row : library.junctions) {
        if (!fits(row, kind, state)) continue;
        const double by_faces = psi_by_thickness(kind, row.wall_u.value, row.other_u.value) *
                                in_metres(row.wall_thickness).value;
        by_other[row.other_u.value].push_back(
            {row.wall_u.value, row.psi.value - by_faces, row.f_rsi});
    }
    std::vector<Point> along_other;
    for (const auto& [other_u, points] : by_other) {
        along_other.push_back(between(points, state.wall_u));
        along_other.back().u = other_u;
    }
    if (along_other.empty()) return std::nullopt;
    Point point = between(std::move(along_other), state.other_u(kind));
    point.psi += psi_by_thickness(kind, state.wall_u, state.other_u(kind)) * state.wall_m;
    return point;
}

}  // namespace

Junction sorted_in(Junction row, const Library& library) {
    const Construction wall{row.wall_id, {}};
    row.insulation = wall_insulation(wall, library);
    row.wall_u = u_value(wall, Borders::Outdoors, library);
    row.wall_thickness = thickness(row.wall_id, library);
    if (row.other_id.empty()) return row;
    const Construction other{row.other_id, {}};
    row.flat_roof = library.assembly(row.other_id).element == Element::Roof;
    row.other_u = row.kind == JunctionKind::Plinth
                      ? u_value(other, Borders::Ground, library)
                      : WattsPerM2K{ceiling_u(other, row.flat_roof, library)};
    return row;
}

WallInsulation wall_insulation(const Construction& wall, const Library& library) {
    constexpr double insulation_w_per_mk = 0.1;
    constexpr double deciding_m2k_per_w = 0.3;
    const std::vector<Layer> layers = layers_of(wall, library);
    const auto insulates = [&](const Layer& layer) {
        return library.material(layer.material_id).conductivity.value <= insulation_w_per_mk;
    };
    const auto structure = std::ranges::max_element(layers, {}, [&](const Layer& layer) {
        return insulates(layer) ? 0.0 : layer.thickness.value;
    });
    double outside_r = 0.0;
    double inside_r = 0.0;
    for (auto layer = layers.begin(); layer != layers.end(); ++layer) {
        if (!insulates(*layer)) continue;
        const double conductivity = library.material(layer->material_id).conductivity.value;
        (layer < structure ? outside_r : inside_r) +=
            in_metres(layer->thickness).value / conductivity;
    }
    const bool outside = outside_r >= deciding_m2k_per_w;
    const bool inside = inside_r >= deciding_m2k_per_w;
    if (outside) return inside ? WallInsulation::Both : WallInsulation::Outside;
    return inside ? WallInsulation::Inside : WallInsulation::None;
}

std::vector<Bridge> bridges(const House& house, const Envelope& envelope, const Library& library) {
    const State state = state_of(house, library);
    std::vector<Bridge> found;
    const auto add = [&](JunctionKind kind, double length_m) {
        if (length_m <= 0.0) return;
        if (const auto point = looked_up(kind, state, library)) {
            found.push_back({kind, Metres{length_m}, WattsPerMK{point->psi}, point->f_rsi});
        }
    };
    const double perimeter_m = envelope.ground_perimeter.value;
    add(JunctionKind::OuterCorner, envelope.outer_corners.value);
    add(JunctionKind::InnerCorner, envelope.inner_corners.value);
    add(JunctionKind::StoreyFloor, perimeter_m * (house.storeys - 1));
    add(JunctionKind::Eaves, perimeter_m);
    add(JunctionKind::Plinth, perimeter_m);
    double jambs_m = 0.0;
    double lintels_m = 0.0;
    for (const EnvelopeOpening& o : envelope.openings) {
        if (o.borders != Borders::Outdoors) continue;
        const double count = o.area.value / (o.width.value * o.height.value);
        const double sill_m = o.kind == OpeningKind::Window ? o.width.value : 0.0;
        jambs_m += count * (2.0 * o.height.value + sill_m);
        lintels_m += count * o.width.value;
    }
    add(JunctionKind::Jamb, jambs_m);
    add(JunctionKind::Lintel, lintels_m);
    return found;
}

double bridge_w_per_k(const std::vector<Bridge>& bridges) {
    double sum = 0.0;
    for (const Bridge& bridge : bridges) sum += bridge.w_per_k();
    return sum;
}

const Bridge* coldest(const std::vector<Bridge>& bridges) {
    const auto found = std::ranges::min_element(bridges, {}, &Bridge::f_rsi);
    return found == bridges.end() ? nullptr : &*found;
}

WattsPerM2K mean_wall_u(const House& house, const Envelope& envelope, const Library& library) {
    const double wall_m2 = envelope.net_area(Element::Wall, Borders::Outdoors).value;
    const double plain = u_value(house.wall, Borders::Outdoors, library).value;
    if (wall_m2 <= 0.0) return WattsPerM2K{plain};
    double sum = 0.0;
    for (const Bridge& bridge : bridges(house, envelope, library)) {
        if (bridge.kind != JunctionKind::Plinth) sum += bridge.w_per_k();
    }
    return WattsPerM2K{plain + sum / wall_m2};
}

}  // namespace longju::house
