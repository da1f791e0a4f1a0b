// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>

#include <fmt/format.h>

#include "house/check.h"
#include "house/outline.h"

namespace longju::house {

namespace {

/// The piece of wall an opening stands in, or nullptr when it stands across the end of one.
const WallPiece* piece_of(const std::vector<WallPiece>& pieces, const Plan& plan,
                          const Opening& opening) {
    const Room& room = *find_room(plan, opening.room_id);
    const bool along_x = opening.side == Side::South || opening.side == Side::North;
    const Millimetres from = (along_x ? room.x : room.y) + opening.offset;
    const Millimetres to = from + opening.width;
    const auto found = std::ranges::find_if(pieces, [&](const WallPiece& p) {
        return p.room_id == opening.room_id && p.side == opening.side && p.from <= from &&
               p.to >= to;
    });
    return found == pieces.end() ? nullptr : &*found;
}

/// The quarter circle a door's leaf sweeps: hinged at the low end, opening into its room, as plans
/// draw it.
struct Swing {
    double hinge_x_mm = 0.0, hinge_y_mm = 0.0, radius_mm = 0.0;
    bool along_x = true;  ///< The shut leaf lies along x.
    double inward = 1.0;  ///< Of the axis across the wall.

    bool sweeps(double x_mm, double y_mm) const {
        const double dx = x_mm - hinge_x_mm, dy = y_mm - hinge_y_mm;
        const double along = along_x ? dx : dy;
        const double across = (along_x ? dy : dx) * inward;
        constexpr double touch_mm = 1.0;
        return along > touch_mm && across > touch_mm &&
               std::hypot(dx, dy) < radius_mm - 2.0 * touch_mm;
    }
    /// Whether it sweeps over a place of the other one: along its leaf's edge and halfway in.
    bool meets(const Swing& other) const {
        constexpr int steps = 12;
        for (int i = 0; i <= steps; ++i) {
            const double turn = std::numbers::pi / 2.0 * i / steps;
            for (const double part : {0.97, 0.66, 0.33}) {
                const double along = other.radius_mm * part * std::cos(turn);
                const double across = other.radius_mm * part * std::sin(turn) * other.inward;
                if (sweeps(other.hinge_x_mm + (other.along_x ? along : across),
                           other.hinge_y_mm + (other.along_x ? across : along))) {
                    return true;
                }
            }
        }
        return false;
    }
};

Swing swing_of(const Room& room, const Opening& door) {
    Swing swing{.hinge_x_mm = room.x.value,
                .hinge_y_mm = room.y.value,
                .radius_mm = door.width.value,
                .along_x = door.side == Side::South || door.side == Side::North,
                .inward = door.side == Side::South || door.side == Side::West ? 1.0 : -1.0};
    (swing.along_x ? swing.hinge_x_mm : swing.hinge_y_mm) += door.offset.value;
    if (door.side == Side::North) swing.hinge_y_mm += room.depth.value;
    if (door.side == Side::East) swing.hinge_x_mm += room.width.value;
    return swing;
}

/// A kang needs so much wall in common with the room where its fire is, for the mouth and the flue.
constexpr double kang_wall_mm = 900.0;

bool lived_in(RoomUse use) {
    return use == RoomUse::Living || use == RoomUse::Bedroom || use == RoomUse::Kitchen;
}

class DrawingChecker {
public:
    explicit DrawingChecker(const Plan& plan) : plan_(plan), pieces_(wall_pieces(plan)) {}

    std::vector<Problem> run() {
        check_outline();
        for (std::size_t i = 0; i < plan_.openings.size(); ++i) walk_opening(i);
        check_swings();
        reach_rooms();
        for (std::size_t i = 0; i < plan_.rooms.size(); ++i) check_room(i);
        return std::move(problems_);
    }

private:
    void refuse(std::string field, std::string zh, std::string en) {
        problems_.push_back({std::move(field), Severity::Impossible, std::move(zh), std::move(en)});
    }

    /// A plan with a hole has outer walls that the walk around it does not meet.
    void check_outline() {
        double walked_mm = 0.0;
        for (const OuterWall& wall : outer_walls(plan_)) walked_mm += wall.length().value;
        double outer_mm = 0.0;
        for (const WallPiece& p : pieces_) {
            if (p.neighbour_id.empty()) outer_mm += (p.to - p.from).value;
        }
        if (outer_mm > walked_mm + 1.0) {
            refuse("house.plan.rooms", "房间围不严，中间有空",
                   "the rooms leave a gap between them");
        }
    }

    void walk_opening(std::size_t i) {
        const Opening& o = plan_.openings[i];
        const Room& room = *find_room(plan_, o.room_id);
        const WallPiece* piece = piece_of(pieces_, plan_, o);
        if (piece == nullptr) {
            return refuse(
                fmt::format("house.plan.openings[{}].offset_mm", i),
                fmt::format("{} 跨在 {} 和两个房间之间的墙上", o.id, room.name),
                fmt::format("{} of room {} lies across the end of a partition", o.id, room.id));
        }
        if (o.kind == OpeningKind::Window) {
            if (piece->neighbour_id.empty()) lit_.insert(o.room_id);
            return;
        }
        const std::string& beyond = piece->neighbour_id;  // Empty for outdoors.
        doors_.emplace_back(o.room_id, beyond);
        with_door_.insert(o.room_id);
        if (!beyond.empty()) with_door_.insert(beyond);
    }

    /// Doors that open into one room must not meet.
    void check_swings() {
        const auto& all = plan_.openings;
        for (std::size_t i = 0; i < all.size(); ++i) {
            for (std::size_t k = 0; k < i; ++k) {
                const bool doors =
                    all[i].kind == OpeningKind::Door && all[k].kind == OpeningKind::Door;
                if (!doors || all[i].room_id != all[k].room_id) continue;
                const Room& room = *find_room(plan_, all[i].room_id);
                const Swing a = swing_of(room, all[i]), b = swing_of(room, all[k]);
                if (!a.meets(b) && !b.meets(a)) continue;
                refuse(fmt::format("house.plan.openings[{}].room_id", i),
                       fmt::format("{} 里的 {} 和 {} 开门时相碰", room.name, all[k].id, all[i].id),
                       fmt::format("{} and {} meet when they open into room {}; let one open into "
                                   "the room beyond",
                                   all[k].id, all[i].id, room.id));
            }
        }
    }

    /// Whether the room shares a wall with one where a kang can be fired and its smoke led off.
    bool can_be_fired(const Room& room) const {
        return std::ranges::any_of(pieces_, [&](const WallPiece& p) {
            if (p.room_id != room.id || p.neighbour_id.empty()) return false;
            const RoomUse use = find_room(plan_, p.neighbour_id)->use;
            return (use == RoomUse::Kitchen || use == RoomUse::Boiler) &&
                   (p.to - p.from).value >= kang_wall_mm;
        });
    }

    void reach_rooms() {
        reached_.insert("");
        for (std::size_t before = 0; before != reached_.size();) {
            before = reached_.size();
            for (const auto& [a, b] : doors_) {
                if (reached_.contains(a)) reached_.insert(b);
                if (reached_.contains(b)) reached_.insert(a);
            }
        }
    }

    void check_room(std::size_t i) {
        const Room& room = plan_.rooms[i];
        const std::string field = fmt::format("house.plan.rooms[{}]", i);
        if (!with_door_.contains(room.id)) {
            refuse(field, fmt::format("{} 没有门", room.name),
                   fmt::format("room {} has no door", room.id));
        } else if (!reached_.contains(room.id)) {
            refuse(field, fmt::format("从外面走不进 {}", room.name),
                   fmt::format("no way leads from outdoors into room {}", room.id));
        }
        if (room.has_kang && !can_be_fired(room)) {
            refuse(field + ".has_kang", fmt::format("{} 的炕没有挨着厨房或锅炉间的墙", room.name),
                   fmt::format("the kang of room {} has no wall to a kitchen or boiler room to be "
                               "fired from",
                               room.id));
        }
        if (lived_in(room.use) && !lit_.contains(room.id)) {
            refuse(field, fmt::format("{} 没有朝外的窗", room.name),
                   fmt::format("room {} has no window to outdoors", room.id));
        }
    }

    const Plan& plan_;
    std::vector<WallPiece> pieces_;
    std::vector<std::pair<std::string, std::string>> doors_;
    std::set<std::string> with_door_, lit_, reached_;
    std::vector<Problem> problems_;
};

}  // namespace

std::vector<Problem> check_drawing(const House& house) { return DrawingChecker(house.plan).run(); }

}  // namespace longju::house
