// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
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

bool lived_in(RoomUse use) {
    return use == RoomUse::Living || use == RoomUse::Bedroom || use == RoomUse::Kitchen;
}

class DrawingChecker {
public:
    explicit DrawingChecker(const Plan& plan) : plan_(plan), pieces_(wall_pieces(plan)) {}

    std::vector<Problem> run() {
        check_outline();
        for (std::size_t i = 0; i < plan_.openings.size(); ++i) walk_opening(i);
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
