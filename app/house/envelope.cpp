// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "house/envelope.h"

#include <algorithm>
#include <cmath>

namespace longju::house {

namespace {

constexpr double partition_thickness_m = 0.12;  // Half-brick partition, the usual inner wall.
constexpr double slab_thickness_m = 0.15;       // Between storeys: slab, screed and plaster.

double thickness_m(const std::string& assembly_id, const Library& library) {
    double sum_mm = 0.0;
    for (const Layer& layer : library.assembly(assembly_id).layers) sum_mm += layer.thickness.value;
    return sum_mm / 1000.0;
}

/// Measures one house; the members are what several steps need.
class Measurer {
public:
    Measurer(const House& house, const Library& library)
        : house_(house),
          library_(library),
          pieces_(wall_pieces(house.plan)),
          offset_m_(in_metres(house.plan.axis_to_outer_face).value),
          wall_m_(thickness_m(house.wall.assembly_id, library)),
          height_m_(wall_height_m()) {}

    Envelope measure() {
        for (const WallPiece& piece : pieces_) add_piece(piece);
        for (const Opening& opening : house_.plan.openings) add_opening(opening);
        take_sunspace_out();
        add_floors();
        add_building();
        return std::move(envelope_);
    }

private:
    double wall_height_m() const {
        const double clear_m = in_metres(house_.clear_height).value;
        const double ceiling_m = thickness_m(house_.ceiling.assembly_id, library_);
        return house_.storeys * clear_m + (house_.storeys - 1) * slab_thickness_m + ceiling_m;
    }

    bool heated(const std::string& room_id) const {
        const Room* room = find_room(house_.plan, room_id);
        return room != nullptr && room->heated;
    }

    bool inside(double x_mm, double y_mm) const {
        return std::ranges::any_of(house_.plan.rooms, [&](const Room& r) {
            return x_mm > r.x.value && x_mm < r.x.value + r.width.value && y_mm > r.y.value &&
                   y_mm < r.y.value + r.depth.value;
        });
    }

    /// How far the outer face reaches beyond an end of an outdoor piece: + at a convex corner, − at
    /// a re-entrant one, 0 where the wall goes on straight.
    double corner_m(const WallPiece& piece, bool at_end) const {
        constexpr double probe_mm = 1.0;
        const double along = at_end ? piece.to.value + probe_mm : piece.from.value - probe_mm;
        const bool horizontal = piece.side == Side::South || piece.side == Side::North;
        const bool outward_positive = piece.side == Side::North || piece.side == Side::East;
        const double out = piece.at.value + (outward_positive ? probe_mm : -probe_mm);
        const double in = piece.at.value - (outward_positive ? probe_mm : -probe_mm);
        const bool goes_on = horizontal ? inside(along, in) : inside(in, along);
        const bool turns_out = horizontal ? inside(along, out) : inside(out, along);
        if (turns_out) return -offset_m_;
        return goes_on ? 0.0 : offset_m_;
    }

    static double axis_length_m(const WallPiece& piece) {
        return in_metres(piece.to - piece.from).value;
    }

    double outer_length_m(const WallPiece& piece) const {
        return axis_length_m(piece) + corner_m(piece, false) + corner_m(piece, true);
    }

    Surface& surface(Element element, Borders borders, Side side) {
        for (Surface& s : envelope_.surfaces) {
            if (s.element == element && s.borders == borders && s.side == side) return s;
        }
        return envelope_.surfaces.emplace_back(Surface{element, borders, side, {}, {}});
    }

    void add_surface(Element element, Borders borders, Side side, double area_m2) {
        Surface& s = surface(element, borders, side);
        s.gross += SquareMetres{area_m2};
        s.net += SquareMetres{area_m2};
    }

    void add_piece(const WallPiece& piece) {
        const bool warm = heated(piece.room_id);
        if (!piece.neighbour_id.empty()) {
            const double area_m2 = axis_length_m(piece) * height_m_;
            const bool warm_beyond = heated(piece.neighbour_id);
            // A partition is met from both sides: half of its face each time.
            if (warm && warm_beyond) envelope_.partition_area += SquareMetres{area_m2 / 2.0};
            if (warm && !warm_beyond) {
                add_surface(Element::Partition, Borders::UnheatedRoom, piece.side, area_m2);
            }
            return;
        }
        const double length_m = outer_length_m(piece);
        const double axis_m = axis_length_m(piece);
        auto& facade = envelope_.facades.at(static_cast<std::size_t>(piece.side));
        facade.wall += SquareMetres{length_m * height_m_};
        perimeter_m_ += length_m;
        // Each end's corner square is shared with the piece around the corner.
        const double strip_m2 = (axis_m + length_m) / 2.0 * offset_m_;
        strips_m2_ += strip_m2;
        if (!warm) return;
        add_surface(Element::Wall, Borders::Outdoors, piece.side, length_m * height_m_);
        envelope_.ground_perimeter += Metres{length_m};
        // A corner is met from both its walls: half of its height each time.
        for (const bool at_end : {false, true}) {
            const double beyond_m = corner_m(piece, at_end);
            if (beyond_m > 0.0) envelope_.outer_corners += Metres{height_m_ / 2.0};
            if (beyond_m < 0.0) envelope_.inner_corners += Metres{height_m_ / 2.0};
        }
        heated_gross_m2_ += strip_m2;
    }

    /// The piece an opening lies in, by its middle.
    const WallPiece* piece_of(const Opening& opening) const {
        const Room* room = find_room(house_.plan, opening.room_id);
        if (room == nullptr) return nullptr;
        const bool horizontal = opening.side == Side::South || opening.side == Side::North;
        const double start_mm = horizontal ? room->x.value : room->y.value;
        const double middle_mm = start_mm + opening.offset.value + opening.width.value / 2.0;
        const auto found = std::ranges::find_if(pieces_, [&](const WallPiece& p) {
            return p.room_id == opening.room_id && p.side == opening.side &&
                   middle_mm >= p.from.value && middle_mm <= p.to.value;
        });
        return found == pieces_.end() ? nullptr : &*found;
    }

    bool before_sunspace(const Opening& opening) const {
        if (!house_.sunspace || opening.side != Side::South) return false;
        if (opening.room_id != house_.sunspace->room_id) return false;
        const double middle_mm = opening.offset.value + opening.width.value / 2.0;
        return middle_mm >= house_.sunspace->offset.value &&
               middle_mm <= house_.sunspace->offset.value + house_.sunspace->width.value;
    }

    void add_opening(const Opening& opening) {
        const WallPiece* piece = piece_of(opening);
        if (piece == nullptr) return;
        const bool outdoors = piece->neighbour_id.empty();
        const SquareMetres one = area(in_metres(opening.width), in_metres(opening.height));
        // Doors stand on the ground floor only; windows repeat on every storey.
        const int count = opening.kind == OpeningKind::Window ? house_.storeys : 1;
        const SquareMetres total = one * count;
        if (outdoors) {
            auto& facade = envelope_.facades.at(static_cast<std::size_t>(opening.side));
            (opening.kind == OpeningKind::Window ? facade.windows : facade.doors) += total;
        }
        if (!heated(opening.room_id)) return;
        if (!outdoors && heated(piece->neighbour_id)) return;
        const Borders borders = outdoors ? Borders::Outdoors : Borders::UnheatedRoom;
        surface(outdoors ? Element::Wall : Element::Partition, borders, opening.side).net -= total;
        envelope_.openings.push_back({opening.kind, opening.id, opening.type_id, opening.side,
                                      before_sunspace(opening) ? Borders::Sunspace : borders, total,
                                      in_metres(opening.sill), in_metres(opening.height),
                                      in_metres(opening.width)});
    }

    /// Moves the wall and the openings behind the sunspace from outdoors to the sunspace.
    void take_sunspace_out() {
        if (!house_.sunspace || !heated(house_.sunspace->room_id)) return;
        const double height_m = std::min(in_metres(house_.sunspace->height).value, height_m_);
        const SquareMetres behind{in_metres(house_.sunspace->width).value * height_m};
        SquareMetres openings;
        for (const EnvelopeOpening& o : envelope_.openings) {
            if (o.borders == Borders::Sunspace) openings += o.area;
        }
        add_surface(Element::Wall, Borders::Sunspace, Side::South, behind.value);
        surface(Element::Wall, Borders::Sunspace, Side::South).net -= openings;
        Surface& south = surface(Element::Wall, Borders::Outdoors, Side::South);
        south.gross -= behind;
        south.net += openings - behind;
    }

    /// Clear size of a room along one direction: axis distance less the walls' inner halves.
    double clear_m(const Room& room, Side low, Side high, double axis_m) const {
        double clear = axis_m;
        for (const Side side : {low, high}) {
            double outdoor_m = 0.0;
            double total_m = 0.0;
            for (const WallPiece& p : pieces_) {
                if (p.room_id != room.id || p.side != side) continue;
                total_m += axis_length_m(p);
                if (p.neighbour_id.empty()) outdoor_m += axis_length_m(p);
            }
            const bool outer = outdoor_m > total_m / 2.0;
            clear -= outer ? wall_m_ - offset_m_ : partition_thickness_m / 2.0;
        }
        return clear;
    }

    void add_floors() {
        double axis_m2 = 0.0;
        for (const Room& room : house_.plan.rooms) {
            const double width_m = in_metres(room.width).value;
            const double depth_m = in_metres(room.depth).value;
            axis_m2 += width_m * depth_m;
            if (!room.heated) continue;
            heated_gross_m2_ += width_m * depth_m;
            const double floor_m2 = clear_m(room, Side::West, Side::East, width_m) *
                                    clear_m(room, Side::South, Side::North, depth_m);
            envelope_.heated_floor += SquareMetres{floor_m2 * house_.storeys};
        }
        envelope_.footprint = SquareMetres{axis_m2 + strips_m2_};
        envelope_.floor_area = envelope_.footprint * house_.storeys;
        envelope_.heated_volume = volume(envelope_.heated_floor, in_metres(house_.clear_height));
        const Borders above =
            house_.roof.form == RoofForm::Flat ? Borders::Outdoors : Borders::Attic;
        add_surface(Element::Ceiling, above, Side::South, heated_gross_m2_);
        add_surface(Element::Floor, Borders::Ground, Side::South, heated_gross_m2_);
    }

    void add_building() {
        envelope_.building_volume = volume(envelope_.footprint, Metres{height_m_});
        envelope_.building_surface = envelope_.footprint + SquareMetres{perimeter_m_ * height_m_};
        envelope_.shape_factor = envelope_.building_surface.value / envelope_.building_volume.value;
    }

    const House& house_;
    const Library& library_;
    std::vector<WallPiece> pieces_;
    double offset_m_;
    double wall_m_;
    double height_m_;
    double perimeter_m_ = 0.0;
    double strips_m2_ = 0.0;
    double heated_gross_m2_ = 0.0;
    Envelope envelope_;
};

}  // namespace

SquareMetres Envelope::net_area(Element element, Borders borders) const {
    SquareMetres sum;
    for (const Surface& s : surfaces) {
        if (s.element == element && s.borders == borders) sum += s.net;
    }
    return sum;
}

SquareMetres Envelope::window_area() const {
    SquareMetres sum;
    for (const EnvelopeOpening& o : openings) {
        if (o.kind == OpeningKind::Window) sum += o.area;
    }
    return sum;
}

SquareMetres Envelope::door_area() const {
    SquareMetres sum;
    for (const EnvelopeOpening& o : openings) {
        if (o.kind == OpeningKind::Door && o.borders != Borders::UnheatedRoom) sum += o.area;
    }
    return sum;
}

Envelope envelope(const House& house, const Library& library) {
    return Measurer(house, library).measure();
}

}  // namespace longju::house
