// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "energy/conduction.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace longju::energy {

namespace {

constexpr double same_m = 1e-7;

/// Lines from the first to the last edge, with finer cells at the edges.
std::vector<double> grid_lines(std::vector<double> edges, double finest_m, double coarsest_m) {
    constexpr double growth = 1.5;
    std::ranges::sort(edges);
    std::vector<double> lines;
    for (const double edge : edges) {
        if (lines.empty()) lines.push_back(edge);
        const double from = lines.back();
        const double span = edge - from;
        if (span < same_m) continue;
        // Steps that grow from both ends towards the middle, then stretched to fit.
        std::vector<double> half;
        double sum = 0.0;
        for (double step = finest_m; sum < span / 2.0; step = std::min(step * growth, coarsest_m)) {
            half.push_back(step);
            sum += step;
        }
        const double stretch = span / 2.0 / sum;
        double at = from;
        for (const double step : half) lines.push_back(at += step * stretch);
        for (std::size_t i = half.size(); i-- > 1;) lines.push_back(at += half[i] * stretch);
        lines.push_back(edge);
    }
    return lines;
}

/// A symmetric band matrix with its right-hand side; only the lower half is kept.
class Band {
public:
    Band(std::size_t size, std::size_t width)
        : size_(size), width_(width), a_(size * (width + 1)), b_(size) {}

    double& at(std::size_t row, std::size_t column) {
        return a_[row * (width_ + 1) + width_ - (row - column)];
    }
    double& right(std::size_t row) { return b_[row]; }

    std::vector<double> solve() {
        factor();
        for (std::size_t i = 0; i < size_; ++i) {
            for (std::size_t j = first(i); j < i; ++j) b_[i] -= at(i, j) * b_[j];
            b_[i] /= at(i, i);
        }
        for (std::size_t i = size_; i-- > 0;) {
            b_[i] /= at(i, i);
            for (std::size_t j = first(i); j < i; ++j) b_[j] -= at(i, j) * b_[i];
        }
        return std::move(b_);
    }

private:
    std::size_t first(std::size_t row) const { return row > width_ ? row - width_ : 0; }

    void factor() {  // Cholesky.
        for (std::size_t i = 0; i < size_; ++i) {
            for (std::size_t j = first(i); j <= i; ++j) {
                const std::size_t from = std::max(first(i), first(j));
                const double* const row_i = &at(i, from);
                const double* const row_j = &at(j, from);
                double sum = at(i, j);
                for (std::size_t k = 0; k < j - from; ++k) sum -= row_i[k] * row_j[k];
                at(i, j) = i == j ? std::sqrt(sum) : sum / at(j, j);
            }
        }
    }

    std::size_t size_, width_;
    std::vector<double> a_, b_;
};

}  // namespace

void Section::solid(const Rectangle& place, double conductivity_w_per_mk, bool counted) {
    patches_.push_back({place, conductivity_w_per_mk, counted, std::nullopt});
}

void Section::air(const Rectangle& place, const AirSpace& space) {
    patches_.push_back({place, 0.0, true, space});
}

/// Cells are numbered along the shorter direction, so that the band is narrow.
class ConductionSolver {
public:
    explicit ConductionSolver(const Section& section) : section_(section) {
        std::vector<double> x;
        std::vector<double> y;
        for (const Section::Patch& p : section.patches_) {
            x.insert(x.end(), {p.place.left, p.place.right});
            y.insert(y.end(), {p.place.bottom, p.place.top});
        }
        x_ = grid_lines(std::move(x), section.finest_m_, section.coarsest_m_);
        y_ = grid_lines(std::move(y), section.finest_m_, section.coarsest_m_);
        paint();
    }

    Conduction run() {
        const std::size_t shorter = std::min(columns(), rows());
        Band band(columns() * rows(), shorter);
        each_face([&](std::size_t a, std::size_t b, const Face& face) { add(band, a, b, face); });
        for (std::size_t cell = 0; cell < paint_.size(); ++cell) {
            if (!is_solid(cell)) band.at(number(cell), number(cell)) = 1.0;
        }
        const std::vector<double> solved = band.solve();
        Conduction field;
        for (std::size_t i = 0; i < columns(); ++i) field.x_m_.push_back(middle(x_, i));
        for (std::size_t i = 0; i < rows(); ++i) field.y_m_.push_back(middle(y_, i));
        for (std::size_t cell = 0; cell < paint_.size(); ++cell) {
            const Section::Patch* patch = paint_[cell];
            const bool air = patch != nullptr && patch->air;
            field.patch_.push_back(patch);
            field.t_c_.push_back(air ? patch->air->t_c : solved[number(cell)]);
        }
        each_face([&](std::size_t a, std::size_t b, const Face& face) {
            if (is_air(a) && is_solid(b)) book(field, a, b, face);
            if (is_air(b) && is_solid(a)) book(field, b, a, face);
        });
        return field;
    }

private:
    /// Between two neighbouring cells, `a` left of or below `b`.
    struct Face {
        double width_m = 0.0;
        std::array<double, 2> half_m{};  ///< From the middles of `a` and `b` to the face.
        bool upright = true;             ///< Heat crosses it horizontally.
    };

    std::size_t columns() const { return x_.size() - 1; }
    std::size_t rows() const { return y_.size() - 1; }
    static double middle(const std::vector<double>& lines, std::size_t i) {
        return (lines[i] + lines[i + 1]) / 2.0;
    }
    static double size(const std::vector<double>& lines, std::size_t i) {
        return lines[i + 1] - lines[i];
    }
    bool is_air(std::size_t cell) const {
        return paint_[cell] != nullptr && paint_[cell]->air.has_value();
    }
    bool is_solid(std::size_t cell) const { return paint_[cell] != nullptr && !is_air(cell); }
    std::size_t number(std::size_t cell) const {
        const std::size_t row = cell / columns();
        const std::size_t column = cell % columns();
        return columns() <= rows() ? cell : column * rows() + row;
    }

    void paint() {
        paint_.assign(columns() * rows(), nullptr);
        for (std::size_t row = 0; row < rows(); ++row) {
            for (std::size_t column = 0; column < columns(); ++column) {
                const double x = middle(x_, column);
                const double y = middle(y_, row);
                for (const Section::Patch& p : section_.patches_) {
                    const bool inside = x > p.place.left && x < p.place.right &&
                                        y > p.place.bottom && y < p.place.top;
                    if (inside) paint_[row * columns() + column] = &p;
                }
            }
        }
    }

    template <class Do>
    void each_face(Do act) const {
        for (std::size_t row = 0; row < rows(); ++row) {
            for (std::size_t column = 0; column < columns(); ++column) {
                const std::size_t cell = row * columns() + column;
                const double dx = size(x_, column);
                const double dy = size(y_, row);
                if (column + 1 < columns()) {
                    const double next = size(x_, column + 1);
                    act(cell, cell + 1, Face{dy, {dx / 2.0, next / 2.0}, true});
                }
                if (row + 1 < rows()) {
                    const double next = size(y_, row + 1);
                    act(cell, cell + columns(), Face{dx, {dy / 2.0, next / 2.0}, false});
                }
            }
        }
    }

    double half_r(std::size_t cell, double half_m) const {
        return half_m / paint_[cell]->conductivity_w_per_mk;
    }

    /// Resistance of the surface between air and solid; `air_first`: the air is left or below.
    double film_r(std::size_t air, const Face& face, bool air_first) const {
        const AirSpace& space = *paint_[air]->air;
        if (face.upright) return space.beside_r;
        return air_first ? space.above_r : space.below_r;
    }

    void add(Band& band, std::size_t a, std::size_t b, const Face& face) const {
        if (is_solid(a) && is_solid(b)) {
            const double r = half_r(a, face.half_m[0]) + half_r(b, face.half_m[1]);
            const double g = face.width_m / r;
            const auto [low, high] = std::minmax({number(a), number(b)});
            band.at(low, low) += g;
            band.at(high, high) += g;
            band.at(high, low) -= g;
        }
        for (const bool air_first : {true, false}) {
            const std::size_t air = air_first ? a : b;
            const std::size_t cell = air_first ? b : a;
            if (!is_air(air) || !is_solid(cell)) continue;
            const double r =
                film_r(air, face, air_first) + half_r(cell, face.half_m.at(air_first ? 1 : 0));
            band.at(number(cell), number(cell)) += face.width_m / r;
            band.right(number(cell)) += face.width_m / r * paint_[air]->air->t_c;
        }
    }

    void book(Conduction& field, std::size_t air, std::size_t cell, const Face& face) const {
        const bool air_first = air < cell;
        const double film = film_r(air, face, air_first);
        const double r = film + half_r(cell, face.half_m.at(air_first ? 1 : 0));
        const double air_c = paint_[air]->air->t_c;
        const double flux = (air_c - field.t_c_[cell]) / r;
        field.surfaces_.push_back(
            {air_c, air_c - flux * film, flux * face.width_m, paint_[cell]->counted});
    }

    const Section& section_;
    std::vector<double> x_, y_;  ///< Lines of the grid.
    std::vector<const Section::Patch*> paint_;
};

double Conduction::heat_from_w_per_m(double t_c) const {
    double sum = 0.0;
    for (const SurfaceCell& s : surfaces_) {
        if (s.air_c == t_c) sum += s.heat_w_per_m;
    }
    return sum;
}

double Conduction::coldest_c(double t_c) const {
    double coldest = std::numeric_limits<double>::infinity();
    for (const SurfaceCell& s : surfaces_) {
        if (s.air_c == t_c && s.counted) coldest = std::min(coldest, s.surface_c);
    }
    return coldest;
}

double Conduction::at_c(double x_m, double y_m) const {
    struct Place {
        std::size_t low;  ///< The last middle before the point, or the first one.
        double share;     ///< Of the way to the next middle; beyond the last one the line goes on.
    };
    const auto place = [](const std::vector<double>& middles, double at) -> Place {
        const auto next = std::upper_bound(middles.begin() + 1, middles.end() - 1, at);
        const auto low = static_cast<std::size_t>(next - middles.begin()) - 1;
        return {low, (at - middles[low]) / (middles[low + 1] - middles[low])};
    };
    const Place x = place(x_m_, x_m);
    const Place y = place(y_m_, y_m);
    const std::size_t wide = x_m_.size();
    const std::size_t cell = y.low * wide + x.low;
    const bool one_patch = patch_[cell] == patch_[cell + 1] &&
                           patch_[cell] == patch_[cell + wide] &&
                           patch_[cell] == patch_[cell + wide + 1];
    if (!one_patch) {
        return t_c_[cell + (x.share > 0.5 ? 1 : 0) + (y.share > 0.5 ? wide : 0)];
    }
    const double below = std::lerp(t_c_[cell], t_c_[cell + 1], x.share);
    const double above = std::lerp(t_c_[cell + wide], t_c_[cell + wide + 1], x.share);
    return std::lerp(below, above, y.share);
}

Conduction conduct(const Section& section) { return ConductionSolver(section).run(); }

}  // namespace longju::energy
