// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>

#include "house/form.h"

namespace longju::house {

namespace {

constexpr double wall_half_mm = 60.0;     // Half-brick partition.
constexpr double stove_long_mm = 1000.0;  // 灶 along its wall; a boiler is 800.
constexpr double stove_deep_mm = 600.0;
constexpr double gap_mm = 100.0;

/// How well a piece of wall suits: kang rooms before others, kitchens before boiler rooms.
int merit(const Plan& plan, const WallPiece& piece) {
    const Room* room = find_room(plan, piece.room_id);
    const Room* beyond = find_room(plan, piece.neighbour_id);
    if (room == nullptr || beyond == nullptr) return 0;
    if (room->use != RoomUse::Kitchen && room->use != RoomUse::Boiler) return 0;
    return 1 + (room->use == RoomUse::Kitchen ? 1 : 0) + (beyond->has_kang ? 2 : 0);
}

/// Whether a door stands in `piece` nearer than the stove is long to its start or end.
bool door_near(const Plan& plan, const WallPiece& piece, bool end, double reach_mm) {
    return std::ranges::any_of(plan.openings, [&](const Opening& o) {
        const Room* room = find_room(plan, o.room_id);
        if (room == nullptr || o.kind != OpeningKind::Door ||
            along_x(o.side) != along_x(piece.side)) {
            return false;
        }
        const bool flat = along_x(o.side);
        Millimetres at = flat ? room->y : room->x;
        if (o.side == Side::North) at += room->depth;
        if (o.side == Side::East) at += room->width;
        if (at != piece.at) return false;
        const double from = ((flat ? room->x : room->y) + o.offset).value;
        const double to = from + o.width.value;
        const double low = end ? piece.to.value - reach_mm : piece.from.value;
        const double high = end ? piece.to.value : piece.from.value + reach_mm;
        return from < high && to > low;
    });
}

/// A place `along` the piece and `off` its axis into the room.
PlanPoint place(const WallPiece& piece, double along_mm, double off_mm) {
    // The room lies north of its south wall, east of its west wall.
    const bool onward = piece.side == Side::South || piece.side == Side::West;
    const double across_mm = piece.at.value + (onward ? off_mm : -off_mm);
    return along_x(piece.side) ? PlanPoint{Millimetres{along_mm}, Millimetres{across_mm}}
                               : PlanPoint{Millimetres{across_mm}, Millimetres{along_mm}};
}

}  // namespace

std::optional<Hearth> hearth(const House& house) {
    const Plan& plan = house.plan;
    constexpr double reach_mm = wall_half_mm + chimney_width.value + gap_mm + stove_long_mm;
    const WallPiece* best = nullptr;
    bool best_end = false;
    int best_merit = 0;
    const std::vector<WallPiece> pieces = wall_pieces(plan);
    for (const WallPiece& piece : pieces) {
        const int suits = merit(plan, piece);
        if (suits <= best_merit || (piece.to - piece.from).value < reach_mm) continue;
        for (const bool end : {true, false}) {
            if (door_near(plan, piece, end, reach_mm)) continue;
            best = &piece, best_end = end, best_merit = suits;
            break;
        }
    }
    if (best == nullptr) return std::nullopt;
    Hearth found;
    found.room_id = best->room_id;
    found.boiler = find_room(plan, best->room_id)->use == RoomUse::Boiler;
    found.along_x = along_x(best->side);
    const double sign = best_end ? -1.0 : 1.0;
    const double start_mm = (best_end ? best->to : best->from).value + sign * wall_half_mm;
    const double half_mm = chimney_width.value / 2.0;
    found.chimney = place(*best, start_mm + sign * half_mm, wall_half_mm + half_mm);
    found.stove =
        place(*best, start_mm + sign * (chimney_width.value + gap_mm + stove_long_mm / 2.0),
              wall_half_mm + stove_deep_mm / 2.0);
    return found;
}

}  // namespace longju::house
