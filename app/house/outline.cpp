// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "house/outline.h"

#include <algorithm>
#include <tuple>

namespace longju::house {

namespace {

struct Corner {
    double x_mm = 0.0, y_mm = 0.0;

    bool operator==(const Corner&) const = default;
};

/// Whether the walk goes towards larger coordinates.
bool onward(Side side) { return side == Side::South || side == Side::East; }

Corner corner_of(const OuterWall& wall, bool end) {
    const double along = (onward(wall.side) == end ? wall.to : wall.from).value;
    return along_x(wall.side) ? Corner{along, wall.at.value} : Corner{wall.at.value, along};
}

/// The side that follows at a convex corner.
Side next_around(Side side) {
    switch (side) {
        case Side::South:
            return Side::East;
        case Side::East:
            return Side::North;
        case Side::North:
            return Side::West;
        case Side::West:
            return Side::South;
    }
    return side;
}

/// The outdoor pieces of the rooms, those of one straight wall run as one.
std::vector<OuterWall> straight_walls(const Plan& plan) {
    std::vector<WallPiece> outer;
    for (const WallPiece& p : wall_pieces(plan)) {
        if (p.neighbour_id.empty()) outer.push_back(p);
    }
    std::ranges::sort(
        outer, {}, [](const WallPiece& p) { return std::tuple(p.side, p.at.value, p.from.value); });
    std::vector<OuterWall> walls;
    for (const WallPiece& p : outer) {
        const bool goes_on = !walls.empty() && walls.back().side == p.side &&
                             walls.back().at == p.at && walls.back().to == p.from;
        if (goes_on) {
            walls.back().to = p.to;
        } else {
            walls.push_back({p.side, p.at, p.from, p.to, true});
        }
    }
    return walls;
}

}  // namespace

std::vector<OuterWall> outer_walls(const Plan& plan) {
    const std::vector<OuterWall> walls = straight_walls(plan);
    if (walls.empty()) return {};
    // South walls stand first and by their axis: the first one is the southernmost.
    std::vector<OuterWall> walk = {walls.front()};
    while (walk.size() < walls.size()) {
        const Corner corner = corner_of(walk.back(), true);
        // Where two corners touch, the walk turns to the left hand first: it stays with the house.
        const Side left = next_around(walk.back().side);
        const auto begins_here = [&](const OuterWall& w) { return corner_of(w, false) == corner; };
        auto next = std::ranges::find_if(
            walls, [&](const OuterWall& w) { return begins_here(w) && w.side == left; });
        walk.back().convex_end = next != walls.end();
        if (next == walls.end()) next = std::ranges::find_if(walls, begins_here);
        if (next == walls.end() || corner == corner_of(walk.front(), false)) break;
        walk.push_back(*next);
    }
    return walk;
}

std::vector<Millimetres> inner_walls_at(const OuterWall& wall, const Plan& plan) {
    std::vector<Millimetres> places;
    for (const WallPiece& p : wall_pieces(plan)) {
        const bool meets = along_x(p.side) != along_x(wall.side) && !p.neighbour_id.empty() &&
                           (p.from == wall.at || p.to == wall.at);
        if (!meets || p.at <= wall.from || p.at >= wall.to) continue;
        places.push_back(onward(wall.side) ? p.at - wall.from : wall.to - p.at);
    }
    std::ranges::sort(places);
    // A partition is a piece of the rooms on both of its sides.
    const auto [first, last] = std::ranges::unique(places);
    places.erase(first, last);
    return places;
}

std::optional<Reach> reach_in(const OuterWall& wall, const Plan& plan, const Opening& opening) {
    const Room* room = find_room(plan, opening.room_id);
    if (room == nullptr || opening.side != wall.side) return std::nullopt;
    const bool flat = along_x(wall.side);
    Millimetres at = flat ? room->y : room->x;
    if (wall.side == Side::North) at += room->depth;
    if (wall.side == Side::East) at += room->width;
    const Millimetres start = (flat ? room->x : room->y) + opening.offset;
    const Millimetres end = start + opening.width;
    if (at != wall.at || start < wall.from || end > wall.to) return std::nullopt;
    if (onward(wall.side)) return Reach{start - wall.from, end - wall.from};
    return Reach{wall.to - end, wall.to - start};
}

}  // namespace longju::house
