// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <cmath>
#include <numbers>

/// Elementary functions from nothing but IEEE additions, products, quotients and roots. The C
/// library's differ in the last bit between systems and even between processors; a climate year
/// must not. Good to about 2 ulp; arguments in the ranges named.
namespace longju::climate::portable {

inline constexpr double pi = std::numbers::pi;

inline constexpr double radians(double degrees) { return degrees * (pi / 180.0); }

/// c[0] + c[1] x + c[2] x² + …
template <std::size_t N>
constexpr double polynomial(const std::array<double, N>& c, double x) {
    double sum = c[N - 1];
    for (std::size_t i = N - 1; i > 0; --i) sum = sum * x + c[i - 1];
    return sum;
}

struct SineCosine {
    double sine;
    double cosine;
};

/// Both at once; |x| < 10⁵. Two-part reduction to ±π/4, then the Taylor series.
inline SineCosine sine_cosine(double x) {
    constexpr double half_pi_high = 1.5707963267341256;     // The first 33 bits of π/2.
    constexpr double half_pi_low = 6.0771005065061922e-11;  // The rest.
    constexpr std::array<double, 8> sine_terms{
        1.0,          -1.0 / 6,        1.0 / 120,        -1.0 / 5040,
        1.0 / 362880, -1.0 / 39916800, 1.0 / 6227020800, -1.0 / 1307674368000};
    constexpr std::array<double, 9> cosine_terms{1.0,
                                                 -1.0 / 2,
                                                 1.0 / 24,
                                                 -1.0 / 720,
                                                 1.0 / 40320,
                                                 -1.0 / 3628800,
                                                 1.0 / 479001600,
                                                 -1.0 / 87178291200,
                                                 1.0 / 20922789888000};
    const double turns = std::floor(x * (2.0 / pi) + 0.5);
    const double r = (x - turns * half_pi_high) - turns * half_pi_low;
    const double s = r * polynomial(sine_terms, r * r);
    const double c = polynomial(cosine_terms, r * r);
    switch (static_cast<long long>(turns) & 3) {
        case 0:
            return {s, c};
        case 1:
            return {c, -s};
        case 2:
            return {-s, -c};
    }
    return {-c, s};
}

inline double sine(double x) { return sine_cosine(x).sine; }
inline double cosine(double x) { return sine_cosine(x).cosine; }

/// eˣ for |x| < 700.
inline double exponential(double x) {
    constexpr double ln2_high = 0.69314718036912382;    // The first 33 bits of ln 2.
    constexpr double ln2_low = 1.9082149292705877e-10;  // The rest.
    constexpr std::array<double, 14> terms{1.0,
                                           1.0,
                                           1.0 / 2,
                                           1.0 / 6,
                                           1.0 / 24,
                                           1.0 / 120,
                                           1.0 / 720,
                                           1.0 / 5040,
                                           1.0 / 40320,
                                           1.0 / 362880,
                                           1.0 / 3628800,
                                           1.0 / 39916800,
                                           1.0 / 479001600,
                                           1.0 / 6227020800};
    const double powers = std::floor(x / std::numbers::ln2 + 0.5);
    const double r = (x - powers * ln2_high) - powers * ln2_low;
    return std::ldexp(polynomial(terms, r), static_cast<int>(powers));
}

/// ln x for x > 0, by the series of the inverse hyperbolic tangent.
inline double logarithm(double x) {
    constexpr std::array<double, 12> terms{2.0,      2.0 / 3,  2.0 / 5,  2.0 / 7,
                                           2.0 / 9,  2.0 / 11, 2.0 / 13, 2.0 / 15,
                                           2.0 / 17, 2.0 / 19, 2.0 / 21, 2.0 / 23};
    int powers = 0;
    double m = std::frexp(x, &powers);
    if (m < std::numbers::sqrt2 / 2) {
        m *= 2.0;
        --powers;
    }
    const double s = (m - 1.0) / (m + 1.0);
    return s * polynomial(terms, s * s) + powers * std::numbers::ln2;
}

/// x^y for x > 0, |y ln x| < 700.
inline double power(double x, double y) { return exponential(y * logarithm(x)); }

/// arctan x.
inline double arctangent(double x) {
    constexpr std::array<double, 13> terms{1.0,       -1.0 / 3,  1.0 / 5,   -1.0 / 7, 1.0 / 9,
                                           -1.0 / 11, 1.0 / 13,  -1.0 / 15, 1.0 / 17, -1.0 / 19,
                                           1.0 / 21,  -1.0 / 23, 1.0 / 25};
    if (x < 0.0) return -arctangent(-x);
    if (x > 1.0) return pi / 2 - arctangent(1.0 / x);

    // Halving the angle twice brings the argument below tan(π/16) = 0.199.
    const double half = x / (1.0 + std::sqrt(1.0 + x * x));
    const double quarter = half / (1.0 + std::sqrt(1.0 + half * half));
    return 4.0 * quarter * polynomial(terms, quarter * quarter);
}

/// Angle of the point (x, y) from the x axis, −π to π; 0 for the origin.
inline double angle_of(double y, double x) {
    if (x == 0.0 && y == 0.0) return 0.0;
    if (std::abs(x) >= std::abs(y)) {
        const double angle = arctangent(y / x);
        if (x > 0.0) return angle;
        return y < 0.0 ? angle - pi : angle + pi;
    }
    return y > 0.0 ? pi / 2 - arctangent(x / y) : -pi / 2 - arctangent(x / y);
}

/// arcsin x, x limited to ±1.
inline double arcsine(double x) {
    if (x >= 1.0) return pi / 2;
    if (x <= -1.0) return -pi / 2;
    return angle_of(x, std::sqrt((1.0 - x) * (1.0 + x)));
}

inline double arccosine(double x) { return pi / 2 - arcsine(x); }

}  // namespace longju::climate::portable
