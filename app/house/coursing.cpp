// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "house/coursing.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <span>

#include "house/form.h"

namespace longju::house {

namespace {

constexpr double grid_mm = 150.0;  // Horizontal planning grid (domain facts 4.1).

/// The sizes a supplier offers, longest first, as the layout needs them.
struct Sizes {
    std::vector<double> straight_mm, jamb_mm;
    double long_leg_mm = 0.0, short_leg_mm = 0.0;
    double tee_mm = 0.0;  ///< 0: none is offered.
    double height_mm = 0.0;

    double longest_mm() const { return straight_mm.front(); }
    /// What a stretch may be filled with: beside an opening modules with a closed end, where there
    /// are such.
    const std::vector<double>& lengths_mm(bool jamb) const {
        return jamb && !jamb_mm.empty() ? jamb_mm : straight_mm;
    }
};

Sizes sizes_of(const std::vector<ModuleType>& types) {
    Sizes sizes;
    for (const ModuleType& t : types) {
        sizes.height_mm = t.height.value;
        if (t.kind == ModuleKind::Straight) sizes.straight_mm.push_back(t.length.value);
        if (t.kind == ModuleKind::Jamb) sizes.jamb_mm.push_back(t.length.value);
        if (t.kind == ModuleKind::Tee) sizes.tee_mm = t.length.value;
        if (t.kind == ModuleKind::Corner) {
            sizes.long_leg_mm = t.length.value;
            sizes.short_leg_mm = t.leg.value;
        }
    }
    std::ranges::sort(sizes.straight_mm, std::ranges::greater());
    std::ranges::sort(sizes.jamb_mm, std::ranges::greater());
    return sizes;
}

/// What stands in the way of a course: an opening, or a tee already laid.
struct Stop {
    double from_mm = 0.0, to_mm = 0.0;
    bool opening = false;
};

/// Part of a course to be filled, and whether openings begin at its ends.
struct Stretch {
    double from_mm = 0.0, to_mm = 0.0;
    bool jamb_before = false, jamb_after = false;
};

/// Lengths that fill a stretch of one course between what is fixed, by dynamic programming over
/// the planning grid; the last module takes what the grid leaves over.
class Filler {
public:
    Filler(const Sizes& sizes, std::span<const double> joints_below_mm)
        : sizes_(sizes), below_mm_(joints_below_mm) {}

    std::vector<double> fill(const Stretch& stretch) const {
        struct Best {
            double cost = std::numeric_limits<double>::infinity();
            std::size_t before = 0;
        };
        std::vector<double> places_mm;
        for (double at = stretch.from_mm; at < stretch.to_mm - 1.0; at += grid_mm) {
            places_mm.push_back(at);
        }
        places_mm.push_back(stretch.to_mm);
        std::vector<Best> best(places_mm.size());
        best.front().cost = 0.0;
        for (std::size_t end = 1; end < places_mm.size(); ++end) {
            for (std::size_t start = 0; start < end; ++start) {
                const double length_mm = places_mm[end] - places_mm[start];
                const bool joint = end + 1 < places_mm.size();
                const bool jamb =
                    (start == 0 && stretch.jamb_before) || (!joint && stretch.jamb_after);
                if (length_mm > sizes_.lengths_mm(jamb).front() + 0.5) continue;
                const double cost = best[start].cost +
                                    length_cost(length_mm, sizes_.lengths_mm(jamb)) +
                                    (joint ? joint_cost(places_mm[end]) : 0.0);
                if (cost < best[end].cost) best[end] = {cost, start};
            }
        }
        std::vector<double> lengths_mm;
        for (std::size_t at = places_mm.size() - 1; at > 0; at = best[at].before) {
            lengths_mm.push_back(places_mm[at] - places_mm[best[at].before]);
        }
        std::ranges::reverse(lengths_mm);
        return lengths_mm;
    }

private:
    /// In hundredths of a module: few pieces, hardly a cut, no slivers.
    double length_cost(double length_mm, const std::vector<double>& offered_mm) const {
        double cost = 100.0 + (sizes_.longest_mm() - length_mm) / 10.0;
        if (std::ranges::find(offered_mm, length_mm) == offered_mm.end()) cost += 120.0;
        if (length_mm < offered_mm.back()) cost += 400.0;
        return cost;
    }

    /// A joint nearer than a third of a module to one below weakens the bond.
    double joint_cost(double at_mm) const {
        const double third_mm = sizes_.longest_mm() / 3.0;
        double cost = 0.0;
        for (const double below : below_mm_) {
            const double away_mm = std::abs(below - at_mm);
            if (away_mm >= third_mm - 0.5) continue;
            cost = std::max(cost, away_mm < 1.0 ? 700.0 : third_mm - away_mm);
        }
        return cost;
    }

    const Sizes& sizes_;
    std::span<const double> below_mm_;
};

/// Lays one wall, course after course.
class WallLayer {
public:
    struct Task {
        OuterWall wall;
        std::vector<Hole> holes;
        std::vector<Millimetres> inner_walls;
        int courses = 0;
    };

    WallLayer(const Sizes& sizes, Task task)
        : sizes_(sizes),
          holes_(std::move(task.holes)),
          inner_walls_(std::move(task.inner_walls)),
          courses_(task.courses),
          laid_{task.wall, {}} {}

    CoursedWall lay() {
        for (course_ = 0; course_ < courses_; ++course_) lay_course();
        return std::move(laid_);
    }

private:
    double low_mm() const { return course_ * sizes_.height_mm; }
    double high_mm() const { return low_mm() + sizes_.height_mm; }

    void lay_course() {
        const double end_mm = laid_.wall.length().value;
        const bool even = course_ % 2 == 0;
        // A wall shorter than both legs is shared out between its corners.
        const double share = std::min(1.0, end_mm / (sizes_.long_leg_mm + sizes_.short_leg_mm));
        const double first_mm = share * (even ? sizes_.long_leg_mm : sizes_.short_leg_mm);
        const double last_mm = share * (even ? sizes_.short_leg_mm : sizes_.long_leg_mm);
        const std::size_t row = laid_.pieces.size();
        corner(0.0, first_mm, share < 1.0);
        Stretch free{.from_mm = first_mm};
        for (const Stop& stop : stops(first_mm, end_mm - last_mm)) {
            free.to_mm = std::min(stop.from_mm, end_mm - last_mm);
            free.jamb_after = stop.opening;
            lay_stretch(free);
            if (!stop.opening) {
                add(ModuleKind::Tee, stop.from_mm, stop.to_mm - stop.from_mm, false);
            }
            free.from_mm = std::max(free.from_mm, stop.to_mm);
            free.jamb_before = stop.opening;
        }
        free.to_mm = end_mm - last_mm;
        free.jamb_after = false;
        lay_stretch(free);
        corner(end_mm - last_mm, end_mm, share < 1.0);
        joints_mm_.clear();
        for (std::size_t i = row; i < laid_.pieces.size(); ++i) {
            joints_mm_.push_back(laid_.pieces[i].from.value);
            joints_mm_.push_back(laid_.pieces[i].to().value);
        }
    }

    /// What interrupts this course between its corners, in order.
    std::vector<Stop> stops(double first_mm, double last_mm) const {
        std::vector<Stop> found;
        for (const Hole& hole : holes_) {
            const bool through = hole.low.value <= low_mm() && hole.high.value >= high_mm();
            if (through) found.push_back({hole.along.from.value, hole.along.to.value, true});
        }
        // A tee bonds the inner wall in every second course; between them the outer wall runs on.
        const bool with_tees = sizes_.tee_mm > 0.0 && course_ % 2 == 0;
        double free_from_mm = first_mm;
        for (const Millimetres axis : inner_walls_) {
            const double from_mm = axis.value - sizes_.tee_mm / 2.0;
            const double to_mm = axis.value + sizes_.tee_mm / 2.0;
            const bool fits = from_mm >= free_from_mm && to_mm <= last_mm &&
                              kind_at(from_mm, to_mm) == ModuleKind::Straight &&
                              !meets_hole(from_mm, to_mm);
            if (!with_tees || !fits) continue;
            found.push_back({from_mm, to_mm, false});
            free_from_mm = to_mm;
        }
        std::ranges::sort(found, {}, &Stop::from_mm);
        return found;
    }

    /// The leg of a corner module; an opening too near to the corner cuts into it.
    void corner(double from_mm, double to_mm, bool cut) {
        for (const Hole& hole : holes_) {
            if (hole.low.value > low_mm() || hole.high.value < high_mm()) continue;
            const double a = hole.along.from.value;
            const double b = hole.along.to.value;
            if (b <= from_mm || a >= to_mm) continue;
            cut = true;
            if (from_mm > 0.0) from_mm = b;
            if (from_mm <= 0.0) to_mm = a;
        }
        add(ModuleKind::Corner, from_mm, to_mm - from_mm, cut);
    }

    void lay_stretch(const Stretch& stretch) {
        if (stretch.to_mm - stretch.from_mm < 1.0) return;
        double at_mm = stretch.from_mm;
        for (const double length_mm : Filler(sizes_, joints_mm_).fill(stretch)) {
            const double to_mm = at_mm + length_mm;
            const bool jamb = (stretch.jamb_before && at_mm < stretch.from_mm + 0.5) ||
                              (stretch.jamb_after && to_mm > stretch.to_mm - 0.5);
            ModuleKind kind = kind_at(at_mm, to_mm);
            const bool closed = jamb && kind == ModuleKind::Straight && !sizes_.jamb_mm.empty();
            if (closed) kind = ModuleKind::Jamb;
            const std::vector<double>& offered_mm = sizes_.lengths_mm(closed);
            add(kind, at_mm, length_mm,
                std::ranges::find(offered_mm, length_mm) == offered_mm.end());
            at_mm = to_mm;
        }
    }

    /// The top course is a channel for the ring beam, what bears on an opening's jambs one for the
    /// lintel.
    ModuleKind kind_at(double from_mm, double to_mm) const {
        if (course_ == courses_ - 1) return ModuleKind::Top;
        const double bearing_mm = sizes_.longest_mm() / 3.0;
        for (const Hole& hole : holes_) {
            const bool above = hole.high.value > low_mm() - sizes_.height_mm + 0.5 &&
                               hole.high.value <= low_mm() + 0.5;
            const bool reaches = from_mm < hole.along.to.value + bearing_mm - 0.5 &&
                                 to_mm > hole.along.from.value - bearing_mm + 0.5;
            if (above && reaches) return ModuleKind::Lintel;
        }
        return ModuleKind::Straight;
    }

    /// Whether an opening takes a part of this course between the two.
    bool meets_hole(double from_mm, double to_mm) const {
        return std::ranges::any_of(holes_, [&](const Hole& h) {
            const bool across =
                h.along.from.value < to_mm - 0.5 && h.along.to.value > from_mm + 0.5;
            return across && h.low.value < high_mm() - 0.5 && h.high.value > low_mm() + 0.5;
        });
    }

    void add(ModuleKind kind, double from_mm, double length_mm, bool cut) {
        laid_.pieces.push_back({kind, course_, Millimetres{from_mm}, Millimetres{length_mm}, cut,
                                meets_hole(from_mm, from_mm + length_mm)});
    }

    const Sizes& sizes_;
    std::vector<Hole> holes_;
    std::vector<Millimetres> inner_walls_;
    int courses_;
    int course_ = 0;
    std::vector<double> joints_mm_;  // Of the course below.
    CoursedWall laid_;
};

int cuts(const Coursing& coursing) {
    int count = 0;
    for (const CoursedWall& wall : coursing.walls) {
        count += static_cast<int>(std::ranges::count_if(
            wall.pieces, [](const ModulePiece& p) { return p.cut || p.notched; }));
    }
    return count;
}

}  // namespace

std::vector<Hole> holes_in(const OuterWall& wall, const House& house, const Library& library) {
    const Form form = form_of(house, library);
    std::vector<Hole> holes;
    for (const Opening& o : house.plan.openings) {
        const std::optional<Reach> reach = reach_in(wall, house.plan, o);
        if (!reach) continue;
        const bool window = o.kind == OpeningKind::Window;
        for (int storey = 0; storey < (window ? house.storeys : 1); ++storey) {
            const double low_mm = storey * form.storey.value + (window ? o.sill.value : 0.0);
            holes.push_back({*reach, Millimetres{low_mm}, Millimetres{low_mm} + o.height});
        }
    }
    return holes;
}

bool is_module_wall(const Construction& wall, const Library& library) {
    const Assembly* assembly = library.find_assembly(wall.assembly_id);
    if (assembly == nullptr) return false;
    int state = 0;  // 1 after EPS, 2 after the concrete behind it, 3 after EPS again.
    for (const Layer& layer : assembly->layers) {
        const Hatch hatch = library.material(layer.material_id).hatch;
        const bool concrete = hatch == Hatch::Concrete || hatch == Hatch::ReinforcedConcrete;
        if (hatch == Hatch::Eps && state % 2 == 0) ++state;
        if (concrete && state == 1) ++state;
    }
    return state == 3;
}

Coursing coursing(const House& house, const Library& library) {
    const Sizes sizes = sizes_of(library.modules);
    const bool usable = !sizes.straight_mm.empty() && sizes.long_leg_mm > 0.0;
    if (!usable || !is_module_wall(house.wall, library)) return {};
    const Form form = form_of(house, library);
    Coursing result;
    result.module_height = Millimetres{sizes.height_mm};
    const double rooms_mm = (form.ceiling - form.floor).value;
    result.courses = static_cast<int>(std::ceil(rooms_mm / sizes.height_mm - 1e-6)) + 1;
    for (const OuterWall& wall : outer_walls(house.plan)) {
        result.walls.push_back(WallLayer(sizes, {.wall = wall,
                                                 .holes = holes_in(wall, house, library),
                                                 .inner_walls = inner_walls_at(wall, house.plan),
                                                 .courses = result.courses})
                                   .lay());
    }
    return result;
}

House with_moved(House house, const std::vector<MovedOpening>& moves) {
    for (const MovedOpening& m : moves) house.plan.openings.at(m.opening).offset += m.by;
    return house;
}

namespace {

/// Whether the opening may stand `by` farther along: inside its room's wall, a grid step from the
/// corners and from other openings.
bool may_stand(const House& house, std::size_t index, double by_mm) {
    const Opening& o = house.plan.openings[index];
    const Room& room = *find_room(house.plan, o.room_id);
    const bool flat = o.side == Side::South || o.side == Side::North;
    const double from_mm = o.offset.value + by_mm;
    const double to_mm = from_mm + o.width.value;
    const double wall_mm = (flat ? room.width : room.depth).value;
    if (from_mm < grid_mm || to_mm > wall_mm - grid_mm) return false;
    for (std::size_t i = 0; i < house.plan.openings.size(); ++i) {
        const Opening& other = house.plan.openings[i];
        if (i == index || other.room_id != o.room_id || other.side != o.side) continue;
        const double other_to_mm = (other.offset + other.width).value;
        if (from_mm < other_to_mm + grid_mm && to_mm > other.offset.value - grid_mm) return false;
    }
    return true;
}

}  // namespace

std::vector<MovedOpening> least_cutting(const House& house, const Library& library,
                                        Millimetres tolerance) {
    constexpr double step_mm = 50.0;
    std::vector<MovedOpening> moves;
    House best = house;
    int fewest = cuts(coursing(best, library));
    for (std::size_t i = 0; i < house.plan.openings.size(); ++i) {
        if (!leads_outdoors(house.plan, house.plan.openings[i])) continue;
        double best_mm = 0.0;
        const House standing = best;
        // Small moves first, so that of equal ones the smallest stays.
        for (double by = step_mm; by <= tolerance.value + 0.5; by += step_mm) {
            for (const double by_mm : {by, -by}) {
                if (!may_stand(standing, i, by_mm)) continue;
                const House tried = with_moved(standing, {{i, Millimetres{by_mm}}});
                const int count = cuts(coursing(tried, library));
                if (count >= fewest) continue;
                fewest = count;
                best_mm = by_mm;
                best = tried;
            }
        }
        if (best_mm != 0.0) moves.push_back({i, Millimetres{best_mm}});
    }
    return moves;
}

}  // namespace longju::house
