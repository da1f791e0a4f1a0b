// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "house/plan.h"

#include <algorithm>
#include <array>

namespace longju::house {

namespace {

constexpr std::array<Side, 4> sides = {Side::South, Side::West, Side::North, Side::East};

/// One side of a room as an interval on an axis line.
struct Edge {
    double from_mm = 0.0;
    double to_mm = 0.0;
    double at_mm = 0.0;
};

Edge edge_of(const Room& room, Side side) {
    const double west = room.x.value;
    const double east = room.x.value + room.width.value;
    const double south = room.y.value;
    const double north = room.y.value + room.depth.value;
    switch (side) {
        case Side::South:
            return {west, east, south};
        case Side::North:
            return {west, east, north};
        case Side::West:
            return {south, north, west};
        case Side::East:
            return {south, north, east};
    }
    return {};
}

Side opposite(Side side) {
    switch (side) {
        case Side::South:
            return Side::North;
        case Side::North:
            return Side::South;
        case Side::West:
            return Side::East;
        case Side::East:
            return Side::West;
    }
    return side;
}

void add_pieces_of_side(const Plan& plan, const Room& room, Side side,
                        std::vector<WallPiece>& pieces) {
    struct Neighbour {
        double from_mm, to_mm;
        const Room* room;
    };
    const Edge edge = edge_of(room, side);
    std::vector<Neighbour> neighbours;
    for (const Room& other : plan.rooms) {
        if (&other == &room) continue;
        const Edge facing = edge_of(other, opposite(side));
        const double from = std::max(edge.from_mm, facing.from_mm);
        const double to = std::min(edge.to_mm, facing.to_mm);
        if (facing.at_mm == edge.at_mm && to > from) neighbours.push_back({from, to, &other});
    }
    std::ranges::sort(neighbours, {}, &Neighbour::from_mm);

    const auto add = [&](double from, double to, const std::string& neighbour) {
        if (to > from) {
            pieces.push_back({room.id, neighbour, side, Millimetres{from}, Millimetres{to},
                              Millimetres{edge.at_mm}});
        }
    };
    double reached = edge.from_mm;
    for (const Neighbour& n : neighbours) {
        add(reached, n.from_mm, "");
        add(std::max(reached, n.from_mm), n.to_mm, n.room->id);
        reached = std::max(reached, n.to_mm);
    }
    add(reached, edge.to_mm, "");
}

}  // namespace

std::vector<WallPiece> wall_pieces(const Plan& plan) {
    std::vector<WallPiece> pieces;
    for (const Room& room : plan.rooms) {
        for (const Side side : sides) add_pieces_of_side(plan, room, side, pieces);
    }
    return pieces;
}

bool leads_outdoors(const Plan& plan, const Opening& opening) {
    const Room* room = find_room(plan, opening.room_id);
    if (room == nullptr) return false;
    const bool along_x = opening.side == Side::South || opening.side == Side::North;
    const double middle_mm =
        (along_x ? room->x : room->y).value + opening.offset.value + opening.width.value / 2.0;
    std::vector<WallPiece> pieces;
    add_pieces_of_side(plan, *room, opening.side, pieces);
    return std::ranges::any_of(pieces, [&](const WallPiece& p) {
        return p.neighbour_id.empty() && middle_mm >= p.from.value && middle_mm <= p.to.value;
    });
}

Extent extent(const Plan& plan) {
    if (plan.rooms.empty()) return {};
    const Room& first = plan.rooms.front();
    Extent e{first.x, first.y, first.x + first.width, first.y + first.depth};
    for (const Room& room : plan.rooms) {
        e.west = std::min(e.west, room.x);
        e.south = std::min(e.south, room.y);
        e.east = std::max(e.east, room.x + room.width);
        e.north = std::max(e.north, room.y + room.depth);
    }
    return e;
}

const Room* find_room(const Plan& plan, const std::string& id) {
    const auto found = std::ranges::find(plan.rooms, id, &Room::id);
    return found == plan.rooms.end() ? nullptr : &*found;
}

}  // namespace longju::house
