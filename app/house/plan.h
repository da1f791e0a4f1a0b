// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <vector>

#include "core/units.h"

/// The floor plan: rectangular rooms on axis lines, with openings in their sides.
///
/// Coordinates are millimetres, x to the east and y to the north **of the house** (the house's own
/// south side faces `House::azimuth`). A room is the rectangle between axis lines; rooms touch and
/// do not overlap; their union is the storey (rectangle, L or U). A side of a room is an outer wall
/// where no other room lies beyond it and a partition where one does. The outer face of an outer
/// wall lies `Plan::axis_to_outer_face` outside the axis line.
namespace longju::house {

/// A side of the house or of a room, by where it faces in the house's own frame.
enum class Side { South, West, North, East };
/// Whether a wall on that side runs from west to east.
constexpr bool along_x(Side side) { return side == Side::South || side == Side::North; }

enum class RoomUse {
    Living,    ///< 堂屋、客厅
    Bedroom,   ///< 卧室、屋
    Kitchen,   ///< 厨房、外屋
    Bathroom,  ///< 卫生间
    Hall,      ///< 门厅、过道
    Porch,     ///< 门斗
    Storage,   ///< 仓房
    Boiler,    ///< 锅炉间
};

struct Room {
    std::string id;  ///< Unique in the plan: `r1`.
    RoomUse use = RoomUse::Bedroom;
    std::string name;   ///< As printed: 东屋.
    Millimetres x;      ///< West axis.
    Millimetres y;      ///< South axis.
    Millimetres width;  ///< East–west, axis to axis.
    Millimetres depth;  ///< South–north, axis to axis.
    bool heated = true;
    bool has_kang = false;

    bool operator==(const Room&) const = default;
};

enum class OpeningKind { Window, Door };

/// 窗 or 门 in one side of a room. In an outer wall it belongs to the envelope, in a partition it
/// only appears on drawings.
struct Opening {
    std::string id;  ///< As on drawings: `C-1`, `M-1`; not unique (equal openings share it).
    OpeningKind kind = OpeningKind::Window;
    std::string room_id;
    Side side = Side::South;
    Millimetres offset;  ///< From the room's west (for S, N) or south (for W, E) axis to the jamb.
    Millimetres width;
    Millimetres height;
    Millimetres sill{900.0};  ///< Above the floor; 0 for a door.
    std::string type_id;      ///< A `WindowType` or `DoorType`.

    bool operator==(const Opening&) const = default;
};

struct Plan {
    std::vector<Room> rooms;
    std::vector<Opening> openings;
    Millimetres axis_to_outer_face{250.0};  ///< 250 for a 370 brick wall, half a module wall.

    bool operator==(const Plan&) const = default;
};

/// A straight piece of wall between two axis points, seen from one room.
struct WallPiece {
    std::string room_id;
    std::string neighbour_id;  ///< Empty when outdoors lies beyond.
    Side side = Side::South;
    Millimetres from;  ///< Start along the side, in plan coordinates (x for S, N; y for W, E).
    Millimetres to;    ///< End, > `from`.
    Millimetres at;    ///< The axis the piece lies on (y for S, N; x for W, E).
};

/// Every side of every room cut where the neighbour changes, in the order of rooms and sides.
/// Partitions appear twice, once from each side.
std::vector<WallPiece> wall_pieces(const Plan& plan);

/// Whether an opening leads outdoors (by its middle); false for one in a partition.
bool leads_outdoors(const Plan& plan, const Opening& opening);

/// Bounding rectangle of the rooms, axis to axis.
struct Extent {
    Millimetres west, south, east, north;
    Millimetres width() const { return east - west; }
    Millimetres depth() const { return north - south; }
};
Extent extent(const Plan& plan);

/// The room with that id, or nullptr.
const Room* find_room(const Plan& plan, const std::string& id);

}  // namespace longju::house
