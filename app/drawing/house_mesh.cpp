// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "drawing/house_mesh.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "drawing/scene_palette.h"
#include "house/form.h"

namespace longju::drawing {

namespace {

using house::Side;

constexpr double proud_m = 0.02;  // Windows and plinth stand out so far from the wall.
constexpr double roof_thickness_m = house::roof_thickness.value / 1000.0;
constexpr std::uint32_t all_edges = 0xFFFFFFFFU;

class Maker {
public:
    Maker(const house::House& house, const house::Library& library)
        : house_(house), form_(house::form_of(house, library)), extent_(house::extent(house.plan)) {
        const house::Form& form = form_;
        const house::Style* style = library.find_style(house.style_id);
        mesh_.paint = {scene::wall, scene::roof, scene::plinth};
        if (style != nullptr) {
            const auto colour = [](int hex) { return rgb(static_cast<std::uint32_t>(hex)); };
            mesh_.paint = {colour(style->wall_rgb), colour(style->roof_rgb),
                           colour(style->plinth_rgb)};
        }
        offset_m_ = in_metres(house.plan.axis_to_outer_face).value;
        mesh_.width_m = in_metres(form.length).value;
        mesh_.depth_m = in_metres(form.depth).value;
        floor_m_ = in_metres(form.floor).value;
        storey_m_ = in_metres(form.storey).value;
        eaves_m_ = in_metres(form.eaves).value;
        slope_ = form.slope;
    }

    Mesh make() {
        for (const house::WallPiece& p : merged_pieces()) add_wall(p);
        for (const house::Opening& o : house_.plan.openings) add_opening(o);
        add_roof();
        add_chimney();
        if (house_.sunspace) add_sunspace(*house_.sunspace);
        add_pv();
        return std::move(mesh_);
    }

private:
    double x_m(double axis_mm) const { return (axis_mm - extent_.west.value) / 1000.0 + offset_m_; }
    double y_m(double axis_mm) const {
        return (axis_mm - extent_.south.value) / 1000.0 + offset_m_;
    }

    void add(Part part, Side side, std::vector<Point3> corners, std::uint32_t edges = all_edges) {
        mesh_.faces.push_back({part, side, std::move(corners), edges});
    }

    static bool horizontal(Side side) { return side == Side::South || side == Side::North; }

    struct Span {
        double from = 0.0, to = 0.0;
    };

    /// Rectangle on a face that looks to `side`: its reach along the face and upwards, the face at
    /// `at` (y for south and north, x for west and east) moved out by `out`.
    static std::vector<Point3> upright(Side side, Span along, Span up, double at, double out) {
        const auto [a, b] = along;
        const auto [low, high] = up;
        const double sign = side == Side::North || side == Side::East ? 1.0 : -1.0;
        const double plane = at + sign * out;
        if (horizontal(side)) {
            return {{a, plane, low}, {b, plane, low}, {b, plane, high}, {a, plane, high}};
        }
        return {{plane, a, low}, {plane, b, low}, {plane, b, high}, {plane, a, high}};
    }

    /// Outdoor pieces of one straight wall run as one, so that no line shows between rooms.
    std::vector<house::WallPiece> merged_pieces() const {
        std::vector<house::WallPiece> outer;
        for (const house::WallPiece& p : house::wall_pieces(house_.plan)) {
            if (p.neighbour_id.empty()) outer.push_back(p);
        }
        std::ranges::sort(outer, [](const auto& a, const auto& b) {
            return std::tuple(a.side, a.at.value, a.from.value) <
                   std::tuple(b.side, b.at.value, b.from.value);
        });
        std::vector<house::WallPiece> merged;
        for (const house::WallPiece& p : outer) {
            const bool goes_on = !merged.empty() && merged.back().side == p.side &&
                                 merged.back().at == p.at && merged.back().to == p.from;
            if (goes_on) {
                merged.back().to = p.to;
            } else {
                merged.push_back(p);
            }
        }
        return merged;
    }

    double face_m(const house::WallPiece& p) const {
        const double axis = horizontal(p.side) ? y_m(p.at.value) : x_m(p.at.value);
        const bool outward = p.side == Side::North || p.side == Side::East;
        return axis + (outward ? offset_m_ : -offset_m_);
    }

    void add_wall(const house::WallPiece& p) {
        const double start = horizontal(p.side) ? x_m(p.from.value) : y_m(p.from.value);
        const double end = horizontal(p.side) ? x_m(p.to.value) : y_m(p.to.value);
        const double a = start - offset_m_;
        const double b = end + offset_m_;
        const double at = face_m(p);
        // Under a gable the wall goes on upwards: no line at the eaves' height.
        const bool gable = house_.roof.form == house::RoofForm::Gable && !horizontal(p.side);
        constexpr std::uint32_t all_but_top = 0b1011;
        add(Part::Wall, p.side, upright(p.side, {a, b}, {0.0, eaves_m_}, at, 0.0),
            gable ? all_but_top : all_edges);
        add(Part::Plinth, p.side,
            upright(p.side, {a - proud_m, b + proud_m}, {0.0, floor_m_}, at, proud_m));
    }

    void add_opening(const house::Opening& o) {
        const house::Room* room = house::find_room(house_.plan, o.room_id);
        if (room == nullptr) return;
        const double start_mm = horizontal(o.side) ? room->x.value : room->y.value;
        const double from_mm = start_mm + o.offset.value;
        const auto pieces = house::wall_pieces(house_.plan);
        const auto piece = std::ranges::find_if(pieces, [&](const house::WallPiece& p) {
            const double middle = from_mm + o.width.value / 2.0;
            return p.room_id == o.room_id && p.side == o.side && p.neighbour_id.empty() &&
                   middle >= p.from.value && middle <= p.to.value;
        });
        if (piece == pieces.end()) return;
        const double a = horizontal(o.side) ? x_m(from_mm) : y_m(from_mm);
        const double b = a + in_metres(o.width).value;
        const bool window = o.kind == house::OpeningKind::Window;
        for (int storey = 0; storey < (window ? house_.storeys : 1); ++storey) {
            const double low = floor_m_ + storey * storey_m_ + in_metres(o.sill).value;
            const double high = low + in_metres(o.height).value;
            if (window) add_window(o.side, a, b, low, high, face_m(*piece));
            if (!window) add_door(o.side, a, b, low, high, face_m(*piece));
        }
    }

    void stroke(Part part, const Point3& from, const Point3& to, Side side = Side::South) {
        mesh_.strokes.push_back({part, from, to, side});
    }

    void add_window(Side side, double a, double b, double low, double high, double at) {
        add(Part::Window, side, upright(side, {a, b}, {low, high}, at, proud_m));
        const int sashes = b - a > 1.3 ? 3 : 2;
        for (int i = 1; i < sashes; ++i) {
            const double x = a + (b - a) * i / sashes;
            const auto bar = upright(side, {x, x}, {low, high}, at, 2 * proud_m);
            stroke(Part::Frame, bar[0], bar[3], side);
        }
        const auto sill = upright(side, {a - 0.08, b + 0.08}, {low, low}, at, 2 * proud_m);
        stroke(Part::Window, sill[0], sill[1], side);
    }

    void add_door(Side side, double a, double b, double low, double high, double at) {
        add(Part::Door, side, upright(side, {a, b}, {low, high}, at, proud_m));
        if (horizontal(side) && side == Side::South) {
            const double front = at - 0.9;
            add(Part::Step, side,
                {{a - 0.3, front, 0},
                 {b + 0.3, front, 0},
                 {b + 0.3, front, floor_m_},
                 {a - 0.3, front, floor_m_}});
            add(Part::Step, Side::North,
                {{a - 0.3, front, floor_m_},
                 {b + 0.3, front, floor_m_},
                 {b + 0.3, at, floor_m_},
                 {a - 0.3, at, floor_m_}});
            add(Part::Step, Side::East,
                {{b + 0.3, front, 0},
                 {b + 0.3, at, 0},
                 {b + 0.3, at, floor_m_},
                 {b + 0.3, front, floor_m_}});
        }
    }

    void add_roof() {
        const double o = in_metres(house_.roof.overhang).value;
        switch (house_.roof.form) {
            case house::RoofForm::Flat:
                return add_flat(o);
            case house::RoofForm::Mono:
                return add_mono(o);
            case house::RoofForm::Gable:
                return add_gable(o, 0.0);
            case house::RoofForm::Hip:
                return add_gable(o, mesh_.depth_m / 2.0);
        }
    }

    void add_flat(double o) {
        const double w = mesh_.width_m + o;
        const double d = mesh_.depth_m + o;
        const double z = eaves_m_ + roof_thickness_m;
        add(Part::RoofSouth, Side::South, {{-o, -o, z}, {w, -o, z}, {w, d, z}, {-o, d, z}});
        add(Part::Fascia, Side::South,
            {{-o, -o, eaves_m_}, {w, -o, eaves_m_}, {w, -o, z}, {-o, -o, z}});
        add(Part::Fascia, Side::East, {{w, -o, eaves_m_}, {w, d, eaves_m_}, {w, d, z}, {w, -o, z}});
        mesh_.ridge_m = z;
        mesh_.roof_outline = {{-o, -o, z}, {w, -o, z}, {w, d, z}, {-o, d, z}};
    }

    void add_mono(double o) {
        const double w = mesh_.width_m + o;
        const double d = mesh_.depth_m + o;
        const double low = eaves_m_ - o * slope_ + roof_thickness_m;
        const double high = eaves_m_ + (mesh_.depth_m + o) * slope_ + roof_thickness_m;
        add(Part::RoofSouth, Side::South,
            {{-o, -o, low}, {w, -o, low}, {w, d, high}, {-o, d, high}});
        add(Part::Fascia, Side::South,
            {{-o, -o, low - roof_thickness_m},
             {w, -o, low - roof_thickness_m},
             {w, -o, low},
             {-o, -o, low}});
        const double top = eaves_m_ + mesh_.depth_m * slope_;
        for (const double x : {0.0, mesh_.width_m}) {
            add(Part::Gable, x > 0 ? Side::East : Side::West,
                {{x, 0, eaves_m_}, {x, mesh_.depth_m, eaves_m_}, {x, mesh_.depth_m, top}});
        }
        add(Part::Wall, Side::North,
            {{0, mesh_.depth_m, eaves_m_},
             {mesh_.width_m, mesh_.depth_m, eaves_m_},
             {mesh_.width_m, mesh_.depth_m, top},
             {0, mesh_.depth_m, top}});
        mesh_.ridge_m = high;
        mesh_.roof_outline = {{-o, -o, low}, {w, -o, low}, {w, d, high}, {-o, d, high}};
    }

    /// Ridge from west to east; `hip` > 0 draws the ends in by so much.
    void add_gable(double o, double hip) {
        const double w = mesh_.width_m;
        const double d = mesh_.depth_m;
        const double t = roof_thickness_m;
        const double middle = d / 2.0;
        const double ridge = eaves_m_ + middle * slope_;
        const double low = eaves_m_ - o * slope_;
        const double in = hip > 0 ? std::min(hip, w / 2.0 - 0.2) : -o;
        const Point3 rw{in, middle, ridge + t};
        const Point3 re{w - in, middle, ridge + t};
        add(Part::RoofSouth, Side::South, {{-o, -o, low + t}, {w + o, -o, low + t}, re, rw});
        add(Part::RoofNorth, Side::North, {{w + o, d + o, low + t}, {-o, d + o, low + t}, rw, re});
        add(Part::Fascia, Side::South,
            {{-o, -o, low}, {w + o, -o, low}, {w + o, -o, low + t}, {-o, -o, low + t}});
        if (hip > 0) {
            add(Part::RoofEnd, Side::East, {{w + o, -o, low + t}, {w + o, d + o, low + t}, re});
            add(Part::RoofEnd, Side::West, {{-o, d + o, low + t}, {-o, -o, low + t}, rw});
        } else {
            for (const double x : {-o, w + o}) {
                const Side side = x > 0 ? Side::East : Side::West;
                add(Part::Fascia, side,
                    {{x, -o, low}, {x, middle, ridge}, {x, middle, ridge + t}, {x, -o, low + t}});
                add(Part::Fascia, side,
                    {{x, d + o, low},
                     {x, middle, ridge},
                     {x, middle, ridge + t},
                     {x, d + o, low + t}});
            }
            constexpr std::uint32_t slopes_only = 0b110;
            for (const double x : {0.0, w}) {
                add(Part::Gable, x > 0 ? Side::East : Side::West,
                    {{x, 0, eaves_m_}, {x, d, eaves_m_}, {x, middle, ridge}}, slopes_only);
            }
        }
        mesh_.ridge_m = ridge + t;
        mesh_.roof_outline = {
            {-o, -o, low}, {w + o, -o, low}, {w + o, d + o, low}, {-o, d + o, low}, rw, re};
        add_roof_seams(o, low + t, ridge + t, in);
    }

    /// Standing seams of the sheet, on the south slope only: it is the one that is seen.
    void add_roof_seams(double o, double low, double ridge, double in) {
        constexpr double spacing_m = 0.9;
        for (double x = -o + spacing_m; x < mesh_.width_m + o - 0.2; x += spacing_m) {
            if (in > 0 && (x < in || x > mesh_.width_m - in)) continue;
            stroke(Part::RoofSouth, {x, -o, low}, {x, mesh_.depth_m / 2.0, ridge});
        }
    }

    void add_chimney() {
        const auto hearth = house::hearth(house_);
        if (!hearth) return;
        constexpr double half = house::chimney_width.value / 2000.0;
        const double x = x_m(hearth->chimney.x.value);
        const double y = y_m(hearth->chimney.y.value);
        const double top = mesh_.ridge_m + in_metres(house::chimney_over_ridge).value;
        const Millimetres from_south{y * 1000.0};
        const double foot =
            in_metres(form_.roof_above(house_.roof.form, from_south)).value - half * slope_;
        add(Part::Chimney, Side::South,
            upright(Side::South, {x - half, x + half}, {foot, top}, y - half, 0));
        add(Part::Chimney, Side::East,
            upright(Side::East, {y - half, y + half}, {foot, top}, x + half, 0));
        add(Part::Chimney, Side::North,
            {{x - half - .06, y - half - .06, top},
             {x + half + .06, y - half - .06, top},
             {x + half + .06, y + half + .06, top},
             {x - half - .06, y + half + .06, top}});
    }

    void add_sunspace(const house::Sunspace& s) {
        const house::Room* room = house::find_room(house_.plan, s.room_id);
        if (room == nullptr) return;
        const double a = x_m(room->x.value + s.offset.value);
        const double b = a + in_metres(s.width).value;
        const double back = y_m(room->y.value) - offset_m_;
        const double front = back - in_metres(s.depth).value;
        const double h = in_metres(s.height).value;
        const double low = floor_m_ + h * 0.82;
        const double high = floor_m_ + h;
        const double base = floor_m_ + 0.1;
        add(Part::SunspaceBase, Side::South, upright(Side::South, {a, b}, {0, base}, front, 0));
        add(Part::SunspaceBase, Side::East, upright(Side::East, {front, back}, {0, base}, b, 0));
        add(Part::SunspaceGlass, Side::South, upright(Side::South, {a, b}, {base, low}, front, 0));
        add(Part::SunspaceGlass, Side::East,
            {{b, front, base}, {b, back, base}, {b, back, high}, {b, front, low}});
        add(Part::SunspaceGlass, Side::North,
            {{a, front, low}, {b, front, low}, {b, back, high}, {a, back, high}});
        const int bays = std::max(2, static_cast<int>(std::lround((b - a) / 0.85)));
        for (int i = 1; i < bays; ++i) {
            const double x = a + (b - a) * i / bays;
            stroke(Part::SunspaceGlass, {x, front, base}, {x, front, low});
            stroke(Part::SunspaceGlass, {x, front, low}, {x, back, high});
        }
    }

    void add_pv() {
        if (!house_.pv) return;
        const double height_m = in_metres(house_.pv->panel.height).value;
        const double width_m = in_metres(house_.pv->panel.width).value;
        const double o = in_metres(house_.roof.overhang).value;
        const double pitch_rad = std::atan(slope_);
        const house::RoofForm form = house_.roof.form;
        const bool whole = form == house::RoofForm::Mono || form == house::RoofForm::Flat;
        const double run_m = whole ? mesh_.depth_m + 2 * o : mesh_.depth_m / 2.0 + o;
        const double up_m = run_m / std::cos(pitch_rad);
        const double eaves = eaves_m_ - o * slope_ + roof_thickness_m;
        const auto on_roof = [&](double x, double s) {
            constexpr double above_m = 0.08;
            return Point3{x, -o + s * std::cos(pitch_rad) - above_m * std::sin(pitch_rad),
                          eaves + s * std::sin(pitch_rad) + above_m * std::cos(pitch_rad)};
        };
        for (const house::PvPlace& place : house::pv_places(house_)) {
            const double x = in_metres(place.from_west).value - o;
            const double s = up_m - in_metres(place.from_ridge).value - height_m;
            add(Part::PvModule, Side::South,
                {on_roof(x, s), on_roof(x + width_m, s), on_roof(x + width_m, s + height_m),
                 on_roof(x, s + height_m)},
                0);
            stroke(Part::PvModule, on_roof(x, s + height_m / 2),
                   on_roof(x + width_m, s + height_m / 2));
            stroke(Part::PvModule, on_roof(x + width_m / 2, s),
                   on_roof(x + width_m / 2, s + height_m));
        }
    }

    const house::House& house_;
    house::Form form_;
    house::Extent extent_;
    double offset_m_ = 0.0;
    double floor_m_ = 0.0;
    double storey_m_ = 0.0;
    double eaves_m_ = 0.0;
    double slope_ = 0.0;
    Mesh mesh_;
};

}  // namespace

Mesh house_mesh(const house::House& house, const house::Library& library) {
    return Maker(house, library).make();
}

}  // namespace longju::drawing
