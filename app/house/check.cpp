// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "house/check.h"

#include <algorithm>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "core/text.h"

namespace longju::house {

namespace {

/// Collects the problems of one house; one function per part of it.
class Checker {
public:
    Checker(const House& house, const Library& library) : house_(house), library_(library) {}

    std::vector<Problem> run() {
        check_rooms();
        for (std::size_t i = 0; i < house_.plan.openings.size(); ++i) check_opening(i);
        check_constructions();
        check_sizes();
        check_sunspace();
        check_use();
        check_missing();
        std::ranges::stable_sort(problems_, [](const Problem& a, const Problem& b) {
            return std::tie(a.severity, a.field) < std::tie(b.severity, b.field);
        });
        return std::move(problems_);
    }

private:
    void add(Severity severity, std::string field, std::string zh, std::string en) {
        problems_.push_back({std::move(field), severity, std::move(zh), std::move(en)});
    }

    void impossible(std::string field, std::string zh, std::string en) {
        add(Severity::Impossible, std::move(field), std::move(zh), std::move(en));
    }

    /// Impossible outside [low, high], unusual outside [usual_low, usual_high].
    struct Bounds {
        double low, high, usual_low, usual_high;
    };
    void check_number(const std::string& field, double value, Bounds b, const char* unit) {
        if (!(value >= b.low && value <= b.high)) {
            impossible(field,
                       fmt::format("{} {} 不可能，应在 {}～{} 之间", exact(value), unit,
                                   exact(b.low), exact(b.high)),
                       fmt::format("{} {} is impossible; it must be {} to {}", exact(value), unit,
                                   exact(b.low), exact(b.high)));
        } else if (value < b.usual_low || value > b.usual_high) {
            add(Severity::Unusual, field,
                fmt::format("{} {} 少见，一般是 {}～{}，请再量一遍", exact(value), unit,
                            exact(b.usual_low), exact(b.usual_high)),
                fmt::format("{} {} is unusual (usually {} to {}); measure again", exact(value),
                            unit, exact(b.usual_low), exact(b.usual_high)));
        }
    }

    void check_rooms() {
        const auto& rooms = house_.plan.rooms;
        if (rooms.empty()) {
            impossible("house.plan.rooms", "没有房间，至少画一间",
                       "has no room; draw at least one");
            return;
        }
        std::set<std::string> ids;
        for (std::size_t i = 0; i < rooms.size(); ++i) {
            const std::string field = fmt::format("house.plan.rooms[{}]", i);
            if (rooms[i].id.empty() || !ids.insert(rooms[i].id).second) {
                impossible(field + ".id", "房间编号空着或重复", "the room id is empty or repeated");
            }
            // A corridor may run along the whole house.
            const double usual = rooms[i].use == RoomUse::Hall ? 15000 : 9000;
            const Bounds bounds{600, 15000, 900, usual};
            check_number(field + ".width_mm", rooms[i].width.value, bounds, "mm");
            check_number(field + ".depth_mm", rooms[i].depth.value, bounds, "mm");
            for (std::size_t j = 0; j < i; ++j) check_overlap(i, j);
        }
        if (std::ranges::none_of(rooms, &Room::heated)) {
            impossible("house.plan.rooms", "没有一间是采暖的", "no room is heated");
        }
        check_connected();
    }

    static double overlap_mm(Millimetres a, Millimetres a_size, Millimetres b, Millimetres b_size) {
        return std::min(a.value + a_size.value, b.value + b_size.value) -
               std::max(a.value, b.value);
    }

    void check_overlap(std::size_t i, std::size_t j) {
        const Room& a = house_.plan.rooms[i];
        const Room& b = house_.plan.rooms[j];
        if (overlap_mm(a.x, a.width, b.x, b.width) <= 0.0) return;
        if (overlap_mm(a.y, a.depth, b.y, b.depth) <= 0.0) return;
        impossible(fmt::format("house.plan.rooms[{}]", i),
                   fmt::format("{} 和 {} 叠在一起", a.name, b.name),
                   fmt::format("rooms {} and {} overlap", a.id, b.id));
    }

    /// Every room must be reached from the first through shared walls.
    void check_connected() {
        std::set<std::string> reached = {house_.plan.rooms.front().id};
        const auto pieces = wall_pieces(house_.plan);
        for (std::size_t before = 0; before != reached.size();) {
            before = reached.size();
            for (const WallPiece& p : pieces) {
                if (!p.neighbour_id.empty() && reached.contains(p.room_id)) {
                    reached.insert(p.neighbour_id);
                }
            }
        }
        for (std::size_t i = 0; i < house_.plan.rooms.size(); ++i) {
            const Room& room = house_.plan.rooms[i];
            if (reached.contains(room.id)) continue;
            impossible(fmt::format("house.plan.rooms[{}]", i),
                       fmt::format("{} 没有和别的房间挨着", room.name),
                       fmt::format("room {} touches no other room", room.id));
        }
    }

    void check_opening(std::size_t i) {
        const Opening& o = house_.plan.openings[i];
        const std::string field = fmt::format("house.plan.openings[{}]", i);
        const Room* room = find_room(house_.plan, o.room_id);
        if (room == nullptr) {
            impossible(field + ".room_id", fmt::format("没有房间 {}", o.room_id),
                       fmt::format("there is no room {}", o.room_id));
            return;
        }
        const bool horizontal = o.side == Side::South || o.side == Side::North;
        const double side_mm = horizontal ? room->width.value : room->depth.value;
        if (o.offset.value < 0.0 || o.offset.value + o.width.value > side_mm) {
            impossible(
                field + ".offset_mm",
                fmt::format("{} 超出 {} 的墙（墙长 {} mm）", o.id, room->name, exact(side_mm)),
                fmt::format("{} reaches beyond the wall of room {} ({} mm long)", o.id, room->id,
                            exact(side_mm)));
        }
        check_number(field + ".width_mm", o.width.value, {300, 6000, 500, 3600}, "mm");
        check_number(field + ".height_mm", o.height.value, {300, 3500, 500, 2700}, "mm");
        if (o.sill.value < 0.0 || o.sill.value + o.height.value > house_.clear_height.value) {
            impossible(field + ".height_mm", fmt::format("{} 比屋里还高", o.id),
                       fmt::format("{} is higher than the room", o.id));
        }
        const bool known = o.kind == OpeningKind::Window
                               ? library_.find_window(o.type_id) != nullptr
                               : library_.find_door(o.type_id) != nullptr;
        if (!known) refuse_id(field + ".type_id", o.type_id);
        check_opening_overlap(i);
    }

    void check_opening_overlap(std::size_t i) {
        const Opening& a = house_.plan.openings[i];
        for (std::size_t j = 0; j < i; ++j) {
            const Opening& b = house_.plan.openings[j];
            if (a.room_id != b.room_id || a.side != b.side) continue;
            if (overlap_mm(a.offset, a.width, b.offset, b.width) <= 0.0) continue;
            impossible(fmt::format("house.plan.openings[{}].offset_mm", i),
                       fmt::format("{} 和 {} 叠在一起", a.id, b.id),
                       fmt::format("{} and {} overlap", a.id, b.id));
        }
    }

    void refuse_id(const std::string& field, const std::string& id) {
        impossible(field, id.empty() ? "还没选" : fmt::format("数据包里没有 {}", id),
                   id.empty() ? "is not chosen" : fmt::format("the catalog has no {}", id));
    }

    void check_construction(const std::string& field, const Construction& c,
                            std::initializer_list<Element> allowed) {
        const Assembly* assembly = library_.find_assembly(c.assembly_id);
        if (assembly == nullptr) return refuse_id(field + ".assembly_id", c.assembly_id);
        if (std::ranges::find(allowed, assembly->element) == allowed.end()) {
            impossible(field + ".assembly_id", fmt::format("{} 不能用在这里", assembly->name_zh),
                       fmt::format("{} is for another element", assembly->id));
        }
        for (std::size_t i = 0; i < c.added.size(); ++i) {
            check_layer(fmt::format("{}.added[{}]", field, i), c.added[i].layer);
        }
    }

    void check_layer(const std::string& field, const Layer& layer) {
        if (library_.find_material(layer.material_id) == nullptr) {
            refuse_id(field + ".material_id", layer.material_id);
        }
        check_number(field + ".thickness_mm", layer.thickness.value, {1, 1000, 5, 400}, "mm");
    }

    void check_constructions() {
        check_construction("house.wall", house_.wall, {Element::Wall});
        check_construction("house.ceiling", house_.ceiling, {Element::Ceiling, Element::Roof});
        check_construction("house.floor", house_.floor, {Element::Floor});
        if (house_.edge_insulation) check_layer("house.edge_insulation", *house_.edge_insulation);
    }

    void check_sizes() {
        if (!house_.style_id.empty() && library_.find_style(house_.style_id) == nullptr) {
            refuse_id("house.style_id", house_.style_id);
        }
        check_number("house.clear_height_mm", house_.clear_height.value, {2000, 5000, 2400, 3000},
                     "mm");
        check_number("house.storeys", house_.storeys, {1, 3, 1, 2}, "层");
        check_number("house.azimuth_deg", house_.azimuth.value, {-180, 180, -45, 45}, "°");
        check_number("house.plan.axis_to_outer_face_mm", house_.plan.axis_to_outer_face.value,
                     {0, 800, 60, 500}, "mm");
        check_number("house.floor_level_mm", house_.floor_level.value, {0, 2000, 100, 800}, "mm");
        check_number("house.edge_insulation_depth_mm", house_.edge_insulation_depth.value,
                     {0, 3000, 0, 2000}, "mm");
        check_number("house.roof.overhang_mm", house_.roof.overhang.value, {0, 2000, 0, 1000},
                     "mm");
        if (house_.roof.form != RoofForm::Flat) {
            check_number("house.roof.pitch_deg", house_.roof.pitch.value, {5, 60, 15, 45}, "°");
        }
        if (house_.pv) {
            check_number("house.pv.modules", house_.pv->modules, {1, 200, 1, 60}, "块");
            check_number("house.pv.tilt_deg", house_.pv->tilt.value, {0, 90, 15, 60}, "°");
        }
        if (house_.solar_water) {
            check_number("house.solar_water.collector_m2", house_.solar_water->collector.value,
                         {0.5, 20, 1, 6}, "m²");
        }
    }

    void check_sunspace() {
        if (!house_.sunspace) return;
        const Sunspace& s = *house_.sunspace;
        const Room* room = find_room(house_.plan, s.room_id);
        if (room == nullptr) {
            impossible("house.sunspace.room_id", fmt::format("没有房间 {}", s.room_id),
                       fmt::format("there is no room {}", s.room_id));
            return;
        }
        if (s.offset.value < 0.0 || s.offset.value + s.width.value > room->width.value) {
            impossible("house.sunspace.width_mm", fmt::format("阳光间比 {} 还宽", room->name),
                       fmt::format("the sunspace is wider than room {}", room->id));
        }
        if (library_.find_window(s.glazing_id) == nullptr) {
            refuse_id("house.sunspace.glazing_id", s.glazing_id);
        }
        // GB/T 50824-2013 5.5 recommends a depth of at most 1.5 m (domain facts 1.5).
        check_number("house.sunspace.depth_mm", s.depth.value, {600, 4000, 900, 1500}, "mm");
    }

    void check_use() {
        check_number("house.air_change_per_h", house_.air_change.value, {0.1, 6, 0.3, 2},
                     "次/小时");
        const Habit& habit = house_.habit;
        check_number("house.habit.day_set_point_c", habit.day_set_point.value, {0, 28, 10, 22},
                     "℃");
        check_number("house.habit.night_set_point_c", habit.night_set_point.value, {0, 28, 5, 20},
                     "℃");
        check_number("house.habit.heated_share", habit.heated_share, {0.1, 1, 0.3, 1}, "");
        if (habit.day_from_h < 0 || habit.day_to_h > 24 || habit.day_from_h >= habit.day_to_h) {
            impossible("house.habit.day_to_h", "白天的起止时间不对",
                       "the day must begin before it ends, within 0 to 24");
        }
        if (house_.heater_id.empty()) refuse_id("house.heater_id", "");
        if (house_.built_year) {
            check_number("house.built_year", *house_.built_year, {1850, 2100, 1950, 2040}, "年");
        }
    }

    void check_missing() {
        if (!house_.existing) return;
        if (!house_.built_year) {
            add(Severity::Missing, "house.built_year", "哪年盖的还没填",
                "the year it was built is not entered");
        }
        if (!house_.appraisal) {
            add(Severity::Missing, "house.appraisal", "还没有房屋安全鉴定等级",
                "no danger grade has been entered");
        }
    }

    const House& house_;
    const Library& library_;
    std::vector<Problem> problems_;
};

}  // namespace

std::vector<Problem> check(const House& house, const Library& library) {
    return Checker(house, library).run();
}

bool computable(const std::vector<Problem>& problems) {
    return std::ranges::none_of(
        problems, [](const Problem& p) { return p.severity == Severity::Impossible; });
}

}  // namespace longju::house
