// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "house/adjust.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace longju::house {

namespace {

double stepped(double mm) { return std::round(mm / hand_step.value) * hand_step.value; }

/// From one place to another along a wall, millimetres of the plan.
struct Span {
    double from = 0.0, to = 0.0;
    double length() const { return to - from; }
};

double side_start(const Room& room, Side side) { return (along_x(side) ? room.x : room.y).value; }

Span span_of(const Room& room, const Opening& o) {
    const double from = side_start(room, o.side) + o.offset.value;
    return {from, from + o.width.value};
}

/// The piece of wall that an opening is in.
std::optional<Span> piece_of(const Plan& plan, const Opening& o, const Span& is) {
    const double middle = (is.from + is.to) / 2.0;
    for (const WallPiece& piece : wall_pieces(plan)) {
        if (piece.room_id != o.room_id || piece.side != o.side) continue;
        if (middle > piece.from.value && middle < piece.to.value) {
            return Span{piece.from.value, piece.to.value};
        }
    }
    return std::nullopt;
}

/// How far an opening may go: to the piers at the ends of its wall and at its neighbours.
Span room_for(const Plan& plan, std::size_t index, const Span& is) {
    const Opening& o = plan.openings[index];
    const Span piece = piece_of(plan, o, is).value_or(is);
    Span free{std::min(is.from, piece.from + narrowest_pier.value),
              std::max(is.to, piece.to - narrowest_pier.value)};
    for (std::size_t i = 0; i < plan.openings.size(); ++i) {
        const Opening& other = plan.openings[i];
        if (i == index || other.room_id != o.room_id || other.side != o.side) continue;
        const Span taken = span_of(*find_room(plan, other.room_id), other);
        if (taken.to <= is.from) {
            const double pier = std::min(narrowest_pier.value, is.from - taken.to);
            free.from = std::max(free.from, taken.to + pier);
        }
        if (taken.from >= is.to) {
            const double pier = std::min(narrowest_pier.value, taken.from - is.to);
            free.to = std::min(free.to, taken.from - pier);
        }
    }
    return free;
}

/// The survey as it would be asked of the house as it is now.
void tell_survey(House& house) {
    if (!house.survey) return;
    const Extent e = extent(house.plan);
    const Millimetres outer = house.plan.axis_to_outer_face * 2.0;
    house.survey->length = e.width() + outer;
    house.survey->width = e.depth() + outer;
    const auto common_width = [&](Side side, Millimetres& width) {
        std::optional<Millimetres> common;
        for (const Opening& o : house.plan.openings) {
            if (o.kind != OpeningKind::Window || o.side != side) continue;
            if (common && *common != o.width) return;
            common = o.width;
        }
        if (common) width = *common;
    };
    common_width(Side::South, house.survey->south_window_width);
    common_width(Side::North, house.survey->north_window_width);
}

Millimetres& low(Room& room, bool upright) { return upright ? room.x : room.y; }
Millimetres& extent_of(Room& room, bool upright) { return upright ? room.width : room.depth; }
Millimetres low(const Room& room, bool upright) { return upright ? room.x : room.y; }
Millimetres high(const Room& room, bool upright) {
    return upright ? room.x + room.width : room.y + room.depth;
}

/// Where beside a room something stands that a wall must not run over: openings in its sides, from
/// either side of a partition, and the sunspace before it.
std::vector<Span> standing_at(const House& house, const Room& room, bool upright) {
    std::vector<Span> taken;
    const auto add = [&](const Span& span) {
        const bool here =
            span.from >= low(room, upright).value && span.to <= high(room, upright).value;
        if (here) taken.push_back(span);
    };
    for (const Opening& o : house.plan.openings) {
        const Room* owner = find_room(house.plan, o.room_id);
        if (owner == nullptr || along_x(o.side) != upright) continue;
        const bool far_side = o.side == Side::North || o.side == Side::East;
        const Millimetres wall = far_side ? high(*owner, !upright) : low(*owner, !upright);
        if (wall == low(room, !upright) || wall == high(room, !upright)) add(span_of(*owner, o));
    }
    if (upright && house.sunspace && house.sunspace->room_id == room.id) {
        const double from = (room.x + house.sunspace->offset).value;
        add({from, from + house.sunspace->width.value});
    }
    return taken;
}

/// How far a line may go before a room gets too narrow or a pier too thin.
Span reach_of(const House& house, AxisLine line) {
    constexpr double far = 1e6;
    const double at = line.at.value;
    Span reach{at - far, at + far};
    for (const Room& room : house.plan.rooms) {
        const double from = low(room, line.upright).value;
        const double to = high(room, line.upright).value;
        const bool after = from == at, before = to == at;
        if (!after && !before) continue;
        const double least = std::min(narrowest_room.value, to - from);
        if (after) reach.from = std::max(reach.from, to - widest_room.value);
        if (before) reach.to = std::min(reach.to, from + widest_room.value);
        if (after) reach.to = std::min(reach.to, to - least);
        if (before) reach.from = std::max(reach.from, from + least);
        for (const Span& taken : standing_at(house, room, line.upright)) {
            const double pier =
                std::min(narrowest_pier.value, after ? taken.from - at : at - taken.to);
            if (after) reach.to = std::min(reach.to, std::max(at, taken.from - pier));
            if (before) reach.from = std::max(reach.from, std::min(at, taken.to + pier));
        }
    }
    return reach;
}

}  // namespace

House with_opening_moved(House house, std::size_t index, Jamb jamb, Millimetres by) {
    if (index >= house.plan.openings.size()) return house;
    Opening& o = house.plan.openings[index];
    const Room* room = find_room(house.plan, o.room_id);
    if (room == nullptr) return house;
    Span is = span_of(*room, o);
    const Span free = room_for(house.plan, index, is);
    const double least = std::min(narrowest_opening.value, is.length());
    const auto most = [&](double free_mm) {
        return std::max(least, std::min(widest_opening.value, free_mm));
    };
    switch (jamb) {
        case Jamb::Both: {
            const double moved =
                std::clamp(stepped(by.value), free.from - is.from, free.to - is.to);
            is = {is.from + moved, is.to + moved};
            break;
        }
        case Jamb::Low: {
            const double wide = stepped(is.length() - by.value);
            is.from = is.to - std::clamp(wide, least, most(is.to - free.from));
            break;
        }
        case Jamb::High: {
            const double wide = stepped(is.length() + by.value);
            is.to = is.from + std::clamp(wide, least, most(free.to - is.from));
            break;
        }
    }
    o.offset = Millimetres{is.from - side_start(*room, o.side)};
    o.width = Millimetres{is.length()};
    tell_survey(house);
    return house;
}

std::vector<AxisLine> axis_lines(const Plan& plan) {
    std::vector<AxisLine> lines;
    for (const bool upright : {true, false}) {
        std::vector<Millimetres> places;
        for (const Room& room : plan.rooms) {
            places.push_back(low(room, upright));
            places.push_back(high(room, upright));
        }
        std::ranges::sort(places);
        const auto same = std::ranges::unique(places);
        places.erase(same.begin(), same.end());
        for (const Millimetres at : places) lines.push_back({upright, at});
    }
    return lines;
}

House with_axis_moved(House house, AxisLine line, Millimetres by) {
    const Span reach = reach_of(house, line);
    const double to =
        std::clamp(line.at.value + stepped(by.value), std::min(reach.from, line.at.value),
                   std::max(reach.to, line.at.value));
    const Millimetres moved{to - line.at.value};
    for (Room& room : house.plan.rooms) {
        if (high(std::as_const(room), line.upright) == line.at) {
            extent_of(room, line.upright) += moved;
        } else if (low(std::as_const(room), line.upright) == line.at) {
            low(room, line.upright) += moved;
            extent_of(room, line.upright) = extent_of(room, line.upright) - moved;
            // Offsets count from this wall; what they place does not move.
            for (Opening& o : house.plan.openings) {
                if (o.room_id == room.id && along_x(o.side) == line.upright) {
                    o.offset = o.offset - moved;
                }
            }
            if (line.upright && house.sunspace && house.sunspace->room_id == room.id) {
                house.sunspace->offset = house.sunspace->offset - moved;
            }
        }
    }
    tell_survey(house);
    return house;
}

House with_pitch(House house, Degrees pitch) {
    constexpr double flattest = 10.0, steepest = 45.0;
    if (house.roof.form == RoofForm::Flat) return house;
    house.roof.pitch = Degrees{std::clamp(std::round(pitch.value), flattest, steepest)};
    if (house.pv && house.pv->site == PvSite::Roof) house.pv->tilt = house.roof.pitch;
    return house;
}

}  // namespace longju::house
