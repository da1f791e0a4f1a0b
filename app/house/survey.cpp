// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <cmath>

#include "house/house.h"

namespace longju::house {

namespace {

constexpr double door_width_mm = 900.0;
constexpr double door_height_mm = 2100.0;
constexpr double inner_half_mm = 120.0;  // Axis to inner face of a 240 or thicker brick wall.
constexpr double back_share = 0.38;      // Depth of the back rooms by the whole depth.
constexpr double back_window_height_mm = 1200.0;

double wall_thickness_mm(const Survey& survey, const Library& library) {
    const Assembly* wall = library.find_assembly(survey.wall_id);
    double sum_mm = 0.0;
    if (wall != nullptr) {
        for (const Layer& layer : wall->layers) sum_mm += layer.thickness.value;
    }
    return sum_mm > 0.0 ? sum_mm : 370.0;
}

/// Axis lines are whole millimetres so that rooms meet exactly.
double line_mm(double length_mm, int part, int parts) {
    return std::round(length_mm * part / parts);
}

std::string front_name(int bay, int bays) {
    if (bay == bays / 2) return "堂屋";
    if (bay == 0) return "西屋";
    return bay == bays - 1 ? "东屋" : "里屋";
}

void add_rooms(const Survey& survey, double length_mm, double depth_mm, Plan& plan) {
    const double front_y_mm = survey.back_rooms ? std::round(depth_mm * back_share) : 0.0;
    const double front_depth_mm = depth_mm - front_y_mm;
    for (int bay = 0; bay < survey.bays; ++bay) {
        const double x_mm = line_mm(length_mm, bay, survey.bays);
        const double width_mm = line_mm(length_mm, bay + 1, survey.bays) - x_mm;
        const bool middle = bay == survey.bays / 2;
        plan.rooms.push_back({.id = "f" + std::to_string(bay + 1),
                              .use = middle ? RoomUse::Living : RoomUse::Bedroom,
                              .name = front_name(bay, survey.bays),
                              .x = Millimetres{x_mm},
                              .y = Millimetres{0.0},
                              .width = Millimetres{width_mm},
                              .depth = Millimetres{front_depth_mm},
                              .heated = true,
                              .has_kang = !middle});
        if (!survey.back_rooms) continue;
        plan.rooms.push_back({.id = "b" + std::to_string(bay + 1),
                              .use = middle ? RoomUse::Kitchen : RoomUse::Bedroom,
                              .name = middle ? "厨房" : "北屋",
                              .x = Millimetres{x_mm},
                              .y = Millimetres{front_depth_mm},
                              .width = Millimetres{width_mm},
                              .depth = Millimetres{front_y_mm},
                              .heated = true,
                              .has_kang = false});
    }
}

/// Puts `items` side by side into a room's side with equal piers between them.
void add_openings(const Room& room, Side side, std::vector<Opening> items, Plan& plan) {
    double taken_mm = 0.0;
    for (const Opening& item : items) taken_mm += item.width.value;
    const double pier_mm =
        std::floor((room.width.value - taken_mm) / (static_cast<double>(items.size()) + 1.0));
    double at_mm = pier_mm;
    for (Opening& item : items) {
        item.room_id = room.id;
        item.side = side;
        item.offset = Millimetres{at_mm};
        at_mm += item.width.value + pier_mm;
        plan.openings.push_back(std::move(item));
    }
}

Opening window(std::string id, Millimetres width, double height_mm, const std::string& type) {
    return {.id = std::move(id),
            .kind = OpeningKind::Window,
            .room_id = {},
            .side = Side::South,
            .offset = {},
            .width = width,
            .height = Millimetres{height_mm},
            .sill = Millimetres{900.0},
            .type_id = type};
}

/// Shares `windows` out over the rooms of one row, the ends first: they are the bedrooms.
std::vector<int> shared_out(int windows, int rooms) {
    std::vector<int> counts(static_cast<std::size_t>(rooms), 0);
    for (int i = 0; i < windows; ++i) {
        const int turn = i % rooms;
        const int room = turn % 2 == 0 ? turn / 2 : rooms - 1 - turn / 2;
        ++counts[static_cast<std::size_t>(room)];
    }
    return counts;
}

void add_row(const Survey& survey, Side side, const std::string& prefix, Plan& plan) {
    const bool south = side == Side::South;
    const auto counts =
        shared_out(south ? survey.south_windows : survey.north_windows, survey.bays);
    for (int bay = 0; bay < survey.bays; ++bay) {
        const Room* room = find_room(plan, prefix + std::to_string(bay + 1));
        std::vector<Opening> items;
        if (south && bay == survey.bays / 2) {
            items.push_back({.id = "M-1",
                             .kind = OpeningKind::Door,
                             .room_id = {},
                             .side = side,
                             .offset = {},
                             .width = Millimetres{door_width_mm},
                             .height = Millimetres{door_height_mm},
                             .sill = Millimetres{0.0},
                             .type_id = survey.door_id});
        }
        for (int i = 0; i < counts[static_cast<std::size_t>(bay)]; ++i) {
            items.push_back(
                south ? window("C-1", survey.south_window_width, survey.window_height.value,
                               survey.window_id)
                      : window("C-2", survey.north_window_width,
                               std::min(survey.window_height.value, back_window_height_mm),
                               survey.window_id));
        }
        add_openings(*room, side, std::move(items), plan);
    }
}

/// Whether both draw the same rooms and openings.
bool same_shape(const Survey& a, const Survey& b) {
    Survey as_a = b;
    as_a.window_id = a.window_id;
    as_a.door_id = a.door_id;
    as_a.wall_id = a.wall_id;
    as_a.ceiling_id = a.ceiling_id;
    as_a.floor_id = a.floor_id;
    as_a.porch = a.porch;
    return as_a == a;
}

/// The types the survey says for openings in outer walls.
void put_types(const Survey& survey, Plan& plan) {
    for (Opening& o : plan.openings) {
        const bool window = o.kind == OpeningKind::Window;
        if (leads_outdoors(plan, o)) o.type_id = window ? survey.window_id : survey.door_id;
    }
}

}  // namespace

House with_survey(House house, const Survey& survey, const Library& library) {
    const double wall_mm = wall_thickness_mm(survey, library);
    const Millimetres outer{wall_mm >= 2 * inner_half_mm ? wall_mm - inner_half_mm : wall_mm / 2.0};
    const bool drawn = house.survey && house.design_id.empty() && !house.plan.rooms.empty() &&
                       house.plan.axis_to_outer_face == outer && same_shape(*house.survey, survey);
    house.design_id.clear();
    house.survey = survey;
    house.porch = survey.porch;
    house.wall = {survey.wall_id, {}};
    house.ceiling = {survey.ceiling_id, {}};
    house.floor = {survey.floor_id, {}};
    // What was moved by hand stays where nothing else was asked.
    if (drawn) {
        put_types(survey, house.plan);
        return house;
    }
    house.plan = {};
    house.plan.axis_to_outer_face = outer;
    add_rooms(survey, std::round(survey.length.value - 2 * outer.value),
              std::round(survey.width.value - 2 * outer.value), house.plan);
    add_row(survey, Side::South, "f", house.plan);
    add_row(survey, Side::North, survey.back_rooms ? "b" : "f", house.plan);
    return house;
}

bool redrawn_by_hand(const House& house, const Library& library) {
    return house.survey && house.plan != house_from_survey(*house.survey, library).plan;
}

House house_from_survey(const Survey& survey, const Library& library) {
    return with_survey({}, survey, library);
}

}  // namespace longju::house
