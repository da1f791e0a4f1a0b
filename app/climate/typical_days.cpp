// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <numeric>

#include "climate/portable_math.h"
#include "climate/typical.h"

namespace longju::climate {

using namespace portable;

namespace {

/// Day-to-day autocorrelation of the temperature anomaly and of the clearness: regional means of
/// 18 CSWD stations of Heilongjiang.
constexpr double anomaly_persistence = 0.62;
constexpr double clearness_persistence = 0.30;

/// Correlation of daily clearness with the temperature anomaly, same source: clear winter days are
/// cold, clear summer days warm. January first.
constexpr std::array<double, 12> clearness_warmth{-0.20, -0.24, -0.11, -0.03, 0.36,  0.44,
                                                  0.43,  0.26,  0.12,  -0.18, -0.30, -0.28};

/// Darkest and clearest day (Bendt, Collares-Pereira & Rabl, Solar Energy 27, 1981; the upper end
/// as the stations above show it).
constexpr double darkest = 0.05;
constexpr double clearest = 0.76;

/// Calls `visit(month, first_day, days)` for the twelve months.
template <class Visit>
void each_month(Visit visit) {
    std::size_t first = 0;
    for (std::size_t month = 0; month < days_of_month.size(); ++month) {
        const auto days = static_cast<std::size_t>(days_of_month[month]);
        visit(month, first, days);
        first += days;
    }
}

double mean_of(const std::vector<double>& values, std::size_t first, std::size_t count) {
    const auto from = values.begin() + static_cast<std::ptrdiff_t>(first);
    return std::accumulate(from, from + static_cast<std::ptrdiff_t>(count), 0.0) /
           static_cast<double>(count);
}

/// Values of a stationary first-order process with mean 0 and variance 1.
std::vector<double> persistent_noise(NormalNumbers& numbers, double persistence) {
    const double fresh = std::sqrt(1.0 - persistence * persistence);
    std::vector<double> noise(days_per_year);
    double value = numbers.next();
    for (double& day : noise) {
        day = value;
        value = persistence * value + fresh * numbers.next();
    }
    return noise;
}

/// Gives each month of `values` mean 0 and standard deviation 1 (n − 1).
void standardise(std::vector<double>& values) {
    each_month([&](std::size_t, std::size_t first, std::size_t days) {
        const double mean = mean_of(values, first, days);
        double squares = 0.0;
        for (std::size_t d = first; d < first + days; ++d) {
            values[d] -= mean;
            squares += values[d] * values[d];
        }
        const double sd = std::sqrt(squares / static_cast<double>(days - 1));
        for (std::size_t d = first; d < first + days; ++d) values[d] /= sd > 0.0 ? sd : 1.0;
    });
}

/// Mean of the bounded exponential distribution with exponent `gamma` (Bendt et al. eq. 6).
double bounded_mean(double gamma) {
    if (std::abs(gamma) < 1e-6) return 0.5 * (darkest + clearest);
    const double grown = exponential(gamma * (clearest - darkest));
    return (darkest - 1.0 / gamma - (clearest - 1.0 / gamma) * grown) / (1.0 - grown);
}

/// The exponent whose distribution has the month's mean; by bisection.
double exponent_for(double mean) {
    double low = -200.0;
    double high = 200.0;
    for (int i = 0; i < 60; ++i) {
        const double middle = 0.5 * (low + high);
        (bounded_mean(middle) < mean ? low : high) = middle;
    }
    return 0.5 * (low + high);
}

/// The clearness that a share of the month's days stays below (Bendt et al. eq. 4, inverted).
double quantile(double gamma, double share) {
    if (std::abs(gamma) < 1e-6) return darkest + share * (clearest - darkest);
    const double grown = exponential(gamma * (clearest - darkest));
    return darkest + logarithm(1.0 - share + share * grown) / gamma;
}

/// The month's days get the quantiles of its distribution in the order of `rank_by`, scaled so that
/// the irradiation of the month is that of its mean clearness.
void spread_clearness(double monthly, std::size_t first, std::size_t days,
                      const std::vector<double>& rank_by, const std::vector<double>& outside_wh_m2,
                      std::vector<double>& clearness) {
    std::vector<std::size_t> order(days);
    std::iota(order.begin(), order.end(), first);
    std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
        return rank_by[a] < rank_by[b] || (rank_by[a] == rank_by[b] && a < b);
    });

    const double gamma = exponent_for(std::clamp(monthly, darkest + 0.03, clearest - 0.03));
    double outside = 0.0;
    double inside = 0.0;
    for (std::size_t i = 0; i < days; ++i) {
        const double share = (static_cast<double>(i) + 0.5) / static_cast<double>(days);
        clearness[order[i]] = quantile(gamma, share);
        outside += outside_wh_m2[order[i]];
        inside += clearness[order[i]] * outside_wh_m2[order[i]];
    }
    for (std::size_t d = first; d < first + days; ++d) {
        clearness[d] *= monthly * outside / inside;
    }
}

}  // namespace

double NormalNumbers::next_share() {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return (static_cast<double>(state_ >> 12) + 0.5) * 0x1p-52;
}

double NormalNumbers::next() {
    if (has_spare_) return has_spare_ = false, spare_;

    const double radius = std::sqrt(-2.0 * logarithm(next_share()));
    const SineCosine angle = sine_cosine(2.0 * pi * next_share());
    spare_ = radius * angle.sine;
    has_spare_ = true;
    return radius * angle.cosine;
}

std::vector<double> seasonal_curve(const std::array<double, 12>& monthly_means) {
    std::array<double, 12> middles{};
    each_month([&](std::size_t month, std::size_t first, std::size_t days) {
        middles[month] = static_cast<double>(first) + 0.5 * static_cast<double>(days);
    });
    const auto middle = [&](int month) {
        const int turn = month < 0 ? -1 : month / 12;
        return middles[static_cast<std::size_t>(month - 12 * turn)] + turn * days_per_year;
    };
    std::array<double, 12> nodes = monthly_means;
    const auto node = [&](int month) { return nodes[static_cast<std::size_t>((month + 12) % 12)]; };
    const auto slope = [&](int month) {
        return (node(month + 1) - node(month - 1)) / (middle(month + 1) - middle(month - 1));
    };

    std::vector<double> curve(days_per_year);
    constexpr int passes = 40;  // Each cuts the error of the means by about five.
    for (int pass = 0; pass < passes; ++pass) {
        for (int day = 0, month = -1; day < days_per_year; ++day) {
            const double at = day + 0.5;
            if (at >= middle(month + 1)) ++month;
            const double step = middle(month + 1) - middle(month);
            const double u = (at - middle(month)) / step;
            const double v = 1.0 - u;
            // Hermite's cubic.
            curve[static_cast<std::size_t>(day)] =
                v * v * ((1.0 + 2.0 * u) * node(month) + u * step * slope(month)) +
                u * u * ((1.0 + 2.0 * v) * node(month + 1) - v * step * slope(month + 1));
        }
        double worst = 0.0;
        each_month([&](std::size_t month, std::size_t first, std::size_t days) {
            const double error = monthly_means[month] - mean_of(curve, first, days);
            nodes[month] += error;
            worst = std::max(worst, std::abs(error));
        });
        if (worst < 1e-12) break;
    }
    return curve;
}

DailyWeather daily_weather(const Normals& normals, const std::vector<double>& outside_wh_m2,
                           std::uint64_t seed) {
    NormalNumbers numbers(seed);
    std::vector<double> anomaly = persistent_noise(numbers, anomaly_persistence);
    standardise(anomaly);
    const std::vector<double> noise = persistent_noise(numbers, clearness_persistence);

    DailyWeather days{.t_mean_c = seasonal_curve(normals.t_mean_c),
                      .clearness = std::vector<double>(days_per_year)};
    std::vector<double> rank_by(days_per_year);
    each_month([&](std::size_t month, std::size_t first, std::size_t count) {
        const double warmth = clearness_warmth[month];
        const double fresh = std::sqrt(1.0 - warmth * warmth);
        for (std::size_t d = first; d < first + count; ++d) {
            days.t_mean_c[d] += normals.t_anomaly_sd_c[month] * anomaly[d];
            rank_by[d] = warmth * anomaly[d] + fresh * noise[d];
        }
        spread_clearness(normals.clearness[month], first, count, rank_by, outside_wh_m2,
                         days.clearness);
    });
    days.sunniness = days.clearness;
    standardise(days.sunniness);
    return days;
}

}  // namespace longju::climate
