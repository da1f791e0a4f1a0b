// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "house/reshape.h"

#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

namespace longju::house {

namespace {

constexpr double grid_mm = plan_grid.value;
constexpr double narrowest_mm = 600.0;
constexpr double from_corner_mm = 150.0;

double on_grid(double mm) { return std::round(mm / grid_mm) * grid_mm; }

double side_of(const Room& room, Side side) {
    return (along_x(side) ? room.width : room.depth).value;
}

/// Where the axes go: ends fixed, those between in proportion on the grid, none closer to the last
/// than four steps.
std::map<double, double> moved_axes(const std::vector<double>& places, double from, double to,
                                    double wanted) {
    std::map<double, double> moved;
    double last = from - 4.0 * grid_mm;
    for (const double place : places) {
        const double share = (place - from) / (to - from);
        const double at = std::max(from + on_grid(share * wanted), last + 4.0 * grid_mm);
        moved[place] = at;
        last = at;
    }
    return moved;
}

template <class Low, class High>
std::vector<double> axes(const Plan& plan, Low low, High high) {
    std::vector<double> places;
    for (const Room& room : plan.rooms) {
        places.push_back(low(room));
        places.push_back(high(room));
    }
    std::ranges::sort(places);
    places.erase(std::unique(places.begin(), places.end()), places.end());
    return places;
}

/// An opening in its place of the wall it was in, `was` long, now `is` long.
void fit_opening(Opening& o, double was_mm, double is_mm) {
    const double middle = (o.offset.value + o.width.value / 2.0) * is_mm / was_mm;
    const double room_mm = is_mm - 2.0 * from_corner_mm;
    double width_mm = o.width.value;
    if (width_mm > room_mm) {
        width_mm = std::max(narrowest_mm, std::floor(room_mm / grid_mm) * grid_mm);
    }
    const double offset_mm = on_grid(middle - width_mm / 2.0);
    o.width = Millimetres{width_mm};
    o.offset = Millimetres{std::clamp(offset_mm, std::min(from_corner_mm, is_mm - width_mm),
                                      std::max(from_corner_mm, is_mm - width_mm - from_corner_mm))};
}

}  // namespace

House mirrored(House house) {
    const Extent e = extent(house.plan);
    const Millimetres both = e.west + e.east;
    if (house.sunspace) {
        if (const Room* room = find_room(house.plan, house.sunspace->room_id)) {
            Sunspace& s = *house.sunspace;
            s.offset = room->width - s.offset - s.width;
        }
    }
    for (Opening& o : house.plan.openings) {
        const Room* room = find_room(house.plan, o.room_id);
        if (room != nullptr && along_x(o.side)) o.offset = room->width - o.offset - o.width;
        if (o.side == Side::West) {
            o.side = Side::East;
        } else if (o.side == Side::East) {
            o.side = Side::West;
        }
    }
    for (Room& room : house.plan.rooms) {
        room.x = both - room.x - room.width;
        // 东屋 and 西屋 change their names with their places.
        for (const auto& [from, to] : {std::pair{"东", "西"}, std::pair{"西", "东"}}) {
            if (!room.name.starts_with(from)) continue;
            room.name.replace(0, std::string_view(from).size(), to);
            break;
        }
    }
    return house;
}

House stretched(House house, Millimetres width, Millimetres depth) {
    const Extent e = extent(house.plan);
    const auto x = moved_axes(axes(
                                  house.plan, [](const Room& r) { return r.x.value; },
                                  [](const Room& r) { return (r.x + r.width).value; }),
                              e.west.value, e.east.value, on_grid(width.value));
    const auto y = moved_axes(axes(
                                  house.plan, [](const Room& r) { return r.y.value; },
                                  [](const Room& r) { return (r.y + r.depth).value; }),
                              e.south.value, e.north.value, on_grid(depth.value));
    const Plan before = house.plan;
    for (Room& room : house.plan.rooms) {
        const double west = x.at(room.x.value), east = x.at((room.x + room.width).value);
        const double south = y.at(room.y.value), north = y.at((room.y + room.depth).value);
        room.x = Millimetres{west}, room.width = Millimetres{east - west};
        room.y = Millimetres{south}, room.depth = Millimetres{north - south};
    }
    for (Opening& o : house.plan.openings) {
        const Room* was = find_room(before, o.room_id);
        const Room* is = find_room(house.plan, o.room_id);
        if (was != nullptr) fit_opening(o, side_of(*was, o.side), side_of(*is, o.side));
    }
    if (house.sunspace) {
        if (const Room* room = find_room(house.plan, house.sunspace->room_id)) {
            Sunspace& s = *house.sunspace;
            s.width = std::min(s.width, room->width);
            s.offset = std::min(s.offset, room->width - s.width);
        }
    }
    return house;
}

House with_bay(House house, Millimetres width) {
    const Extent e = extent(house.plan);
    const auto touches_east = [&](const Room& r) { return r.x + r.width == e.east; };
    const Room* neighbour = nullptr;
    for (const Room& room : house.plan.rooms) {
        if (!touches_east(room)) continue;
        if (neighbour == nullptr || room.y < neighbour->y) neighbour = &room;
    }
    if (neighbour == nullptr) return house;
    const Room beside = *neighbour;
    Room added = beside;
    added.id = fmt::format("r{}", house.plan.rooms.size() + 1);
    while (find_room(house.plan, added.id) != nullptr) added.id += "x";
    added.use = RoomUse::Bedroom;
    added.name = "新屋";
    added.x = e.east;
    added.width = width;
    added.heated = true;
    added.has_kang = false;
    // What looked out of the neighbour to the east has a room before it now.
    std::erase_if(house.plan.openings,
                  [&](const Opening& o) { return o.room_id == beside.id && o.side == Side::East; });
    Opening window{.id = "C-1",
                   .kind = OpeningKind::Window,
                   .room_id = added.id,
                   .side = Side::South,
                   .width = Millimetres{1800.0},
                   .height = Millimetres{1500.0},
                   .sill = Millimetres{900.0}};
    std::string door_type = "door_inner";
    for (const Opening& o : house.plan.openings) {
        const bool outside = leads_outdoors(house.plan, o);
        if (o.kind == OpeningKind::Window && o.side == Side::South && outside) {
            window.type_id = o.type_id;
            if (o.room_id == beside.id) window.id = o.id, window.height = o.height;
        }
        if (o.kind == OpeningKind::Door && !outside) door_type = o.type_id;
    }
    window.offset = Millimetres{on_grid((width - window.width).value / 2.0)};
    bool behind = false;
    for (Room& room : house.plan.rooms) {
        if (!touches_east(room) || room.id == beside.id) continue;
        room.width += width;
        behind = behind || room.y == beside.y + beside.depth;
    }
    Opening door{.id = "M-3",
                 .kind = OpeningKind::Door,
                 .room_id = added.id,
                 .side = behind ? Side::North : Side::West,
                 .offset = Millimetres{300.0},
                 .width = Millimetres{900.0},
                 .height = Millimetres{2100.0},
                 .sill = Millimetres{0.0},
                 .type_id = door_type};
    house.plan.rooms.push_back(std::move(added));
    house.plan.openings.push_back(std::move(window));
    house.plan.openings.push_back(std::move(door));
    return house;
}

House with_windows(House house, Side side, double factor) {
    for (Opening& o : house.plan.openings) {
        const Room* room = find_room(house.plan, o.room_id);
        if (room == nullptr || o.kind != OpeningKind::Window || o.side != side) continue;
        const double middle_mm = (o.offset + o.width * 0.5).value;
        const double most_mm =
            std::floor((side_of(*room, side) - 2.0 * from_corner_mm) / grid_mm) * grid_mm;
        o.width = Millimetres{std::clamp(on_grid(o.width.value * factor), narrowest_mm,
                                         std::max(narrowest_mm, most_mm))};
        const double offset_mm = on_grid(middle_mm - o.width.value / 2.0);
        o.offset = Millimetres{std::clamp(
            offset_mm, from_corner_mm,
            std::max(from_corner_mm, side_of(*room, side) - o.width.value - from_corner_mm))};
    }
    return house;
}

House built_as(House house, const Structure& structure) {
    house.wall = {structure.wall_id, {}};
    house.plan.axis_to_outer_face = structure.axis_to_outer_face;
    return house;
}

House styled(House house, const Style& style) {
    house.style_id = style.id;
    house.roof.cover_zh = style.cover_zh;
    return house;
}

}  // namespace longju::house
