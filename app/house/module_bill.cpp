// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <cmath>
#include <span>

#include "house/coursing.h"

namespace longju::house {

namespace {

/// Modules of `length` that give all the cut pieces, the longest first into the first that has
/// room.
int stock_for(std::vector<double> pieces_mm, double length_mm) {
    std::ranges::sort(pieces_mm, std::ranges::greater());
    std::vector<double> left_mm;
    for (const double piece : pieces_mm) {
        auto room = std::ranges::find_if(left_mm, [&](double l) { return l >= piece - 0.5; });
        if (room == left_mm.end()) room = left_mm.insert(left_mm.end(), length_mm);
        *room -= piece;
    }
    return static_cast<int>(left_mm.size());
}

/// Net face of a piece: what openings take out of a notched one is off.
double net_m2(const ModulePiece& piece, double height_mm, std::span<const Hole> holes) {
    const double low_mm = piece.course * height_mm;
    double mm2 = piece.length.value * height_mm;
    for (const Hole& h : holes) {
        const double wide = std::min(h.along.to.value, piece.to().value) -
                            std::max(h.along.from.value, piece.from.value);
        const double high =
            std::min(h.high.value, low_mm + height_mm) - std::max(h.low.value, low_mm);
        mm2 -= std::max(wide, 0.0) * std::max(high, 0.0);
    }
    return mm2 / 1e6;
}

/// Bars a metre, kg (8, 10 and 12 mm round).
constexpr double bar_8_kg = 0.395, bar_10_kg = 0.617, bar_12_kg = 0.888;

/// The longest module of a kind; the number of types when there is none.
std::size_t longest_of(ModuleKind kind, const std::vector<ModuleType>& types) {
    std::size_t found = types.size();
    for (std::size_t i = 0; i < types.size(); ++i) {
        if (types[i].kind != kind) continue;
        if (found == types.size() || types[i].length > types[found].length) found = i;
    }
    return found;
}

/// Pieces by the type they are, or are cut from.
class Counter {
public:
    explicit Counter(const std::vector<ModuleType>& types)
        : types_(types), whole_(types.size(), 0), cut_mm_(types.size()) {}

    void count(const ModulePiece& piece) {
        // A corner module has a leg in two walls: it is counted where the walk begins.
        if (piece.kind == ModuleKind::Corner && piece.from.value > 0.0) return;
        const std::size_t longest = longest_of(piece.kind, types_);
        if (piece.kind == ModuleKind::Corner) {
            if (longest < types_.size()) ++whole_[longest];
            return;
        }
        for (std::size_t i = 0; i < types_.size(); ++i) {
            if (types_[i].kind != piece.kind || types_[i].length != piece.length) continue;
            ++whole_[i];
            return;
        }
        if (longest < types_.size()) cut_mm_[longest].push_back(piece.length.value);
    }

    std::vector<ModuleBill::Line> lines() const {
        std::vector<ModuleBill::Line> lines;
        for (std::size_t i = 0; i < types_.size(); ++i) {
            const int stock = stock_for(cut_mm_[i], types_[i].length.value);
            if (whole_[i] + stock > 0) lines.push_back({types_[i].id, whole_[i], stock});
        }
        return lines;
    }

private:
    const std::vector<ModuleType>& types_;
    std::vector<int> whole_;
    std::vector<std::vector<double>> cut_mm_;
};

Millimetres core_of(const House& house, const Library& library) {
    Millimetres core;
    for (const Layer& l : library.assembly(house.wall.assembly_id).layers) {
        const Hatch hatch = library.material(l.material_id).hatch;
        const bool concrete = hatch == Hatch::Concrete || hatch == Hatch::ReinforcedConcrete;
        if (concrete) core += l.thickness;
    }
    return core;
}

}  // namespace

ModuleBill module_bill(const Coursing& coursing, const House& house, const Library& library) {
    ModuleBill bill;
    if (coursing.walls.empty()) return bill;
    Counter counter(library.modules);
    Metres run, jambs, laid;
    for (const CoursedWall& wall : coursing.walls) {
        const std::vector<Hole> holes = holes_in(wall.wall, house, library);
        run += in_metres(wall.wall.length());
        for (const Hole& h : holes) {
            jambs += in_metres(h.high - h.low) * 2.0;
            bill.jamb_ends +=
                2 * static_cast<int>(std::ceil((h.high - h.low) / coursing.module_height));
        }
        for (const ModulePiece& p : wall.pieces) {
            bill.wall += SquareMetres{net_m2(p, coursing.module_height.value, holes)};
            laid += in_metres(p.length);
            if (p.cut || p.notched) ++bill.cut_pieces;
            if (p.kind == ModuleKind::Jamb) --bill.jamb_ends;
            counter.count(p);
        }
    }
    bill.lines = counter.lines();
    for (const ModuleBill::Line& line : bill.lines) {
        const auto type = std::ranges::find(library.modules, line.type_id, &ModuleType::id);
        bill.bought += area(in_metres(type->length + type->leg), in_metres(type->height)) *
                       static_cast<double>(line.pieces());
    }
    bill.concrete = volume(bill.wall, in_metres(core_of(house, library)));
    constexpr double spacing_m = 0.3;
    const Metres corners =
        in_metres(coursing.height()) * static_cast<double>(coursing.walls.size());
    bill.bars = Kilograms{2.0 * bill.wall.value / spacing_m * bar_8_kg +
                          4.0 * (corners + jambs).value * bar_10_kg + 4.0 * run.value * bar_12_kg};
    bill.ties = static_cast<int>(std::ceil(laid.value / spacing_m));
    return bill;
}

}  // namespace longju::house
