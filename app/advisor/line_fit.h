// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <cstddef>

namespace longju::advisor {

/// A weighted sum of `N` known things, by least squares.
template <std::size_t N>
class LineFit {
public:
    using Things = std::array<double, N>;

    void add(const Things& things, double value) {
        for (std::size_t i = 0; i < N; ++i) {
            for (std::size_t j = 0; j < N; ++j) normal_[i][j] += things[i] * things[j];
            normal_[i][N] += things[i] * value;
        }
    }

    /// The weights; things that the others tell already weigh nothing.
    Things weights() const {
        auto rows = normal_;
        // A thousandth of a millionth keeps a thing that never changes from dividing by zero.
        for (std::size_t i = 0; i < N; ++i) rows[i][i] += 1e-9 * (rows[i][i] + 1e-9);
        for (std::size_t i = 0; i < N; ++i) {
            for (std::size_t k = i + 1; k < N; ++k) {
                const double factor = rows[k][i] / rows[i][i];
                for (std::size_t j = i; j <= N; ++j) rows[k][j] -= factor * rows[i][j];
            }
        }
        Things weights{};
        for (std::size_t i = N; i-- > 0;) {
            double rest = rows[i][N];
            for (std::size_t j = i + 1; j < N; ++j) rest -= rows[i][j] * weights[j];
            weights[i] = rest / rows[i][i];
        }
        return weights;
    }

    static double at(const Things& weights, const Things& things) {
        double sum = 0.0;
        for (std::size_t i = 0; i < N; ++i) sum += weights[i] * things[i];
        return sum;
    }

private:
    std::array<std::array<double, N + 1>, N> normal_{};
};

}  // namespace longju::advisor
