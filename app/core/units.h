// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <compare>

/// Physical quantities as types. A `Quantity` is one double in the unit its name says; it converts
/// to nothing by itself, so metres never reach a parameter that wants square metres. Members and
/// parameters at layer boundaries use these types; inside a function a bare double carries the
/// unit as a suffix (`u_w_per_m2k`). `.value` is the way in and out.
namespace longju {

template <class Unit>
struct Quantity {
    double value = 0.0;

    constexpr Quantity() = default;
    constexpr explicit Quantity(double in_unit) : value(in_unit) {}

    constexpr auto operator<=>(const Quantity&) const = default;
    constexpr Quantity operator-() const { return Quantity{-value}; }
    constexpr Quantity& operator+=(Quantity other) { return value += other.value, *this; }
    constexpr Quantity& operator-=(Quantity other) { return value -= other.value, *this; }
    friend constexpr Quantity operator+(Quantity a, Quantity b) { return a += b; }
    friend constexpr Quantity operator-(Quantity a, Quantity b) { return a -= b; }
    friend constexpr Quantity operator*(Quantity a, double factor) {
        return Quantity{a.value * factor};
    }
    friend constexpr Quantity operator*(double factor, Quantity a) { return a * factor; }
    friend constexpr Quantity operator/(Quantity a, double divisor) {
        return Quantity{a.value / divisor};
    }
    friend constexpr double operator/(Quantity a, Quantity b) { return a.value / b.value; }
};

using Millimetres = Quantity<struct MillimetreUnit>;
using Metres = Quantity<struct MetreUnit>;
using SquareMetres = Quantity<struct SquareMetreUnit>;
using CubicMetres = Quantity<struct CubicMetreUnit>;
using Degrees = Quantity<struct DegreeUnit>;  ///< Angle.
using Hours = Quantity<struct HourUnit>;
using Years = Quantity<struct YearUnit>;

using Celsius = Quantity<struct CelsiusUnit>;  ///< A temperature.
using Kelvins = Quantity<struct KelvinUnit>;   ///< A temperature difference.
using Watts = Quantity<struct WattUnit>;
using WattsPerK = Quantity<struct WattPerKUnit>;
using WattsPerM2K = Quantity<struct WattPerM2KUnit>;    ///< Thermal transmittance U, 传热系数.
using WattsPerMK = Quantity<struct WattPerMKUnit>;      ///< Conductivity λ, 导热系数.
using SquareMetreKPerW = Quantity<struct M2KPerWUnit>;  ///< Thermal resistance R, 热阻.
using KilogramsPerM3 = Quantity<struct KilogramPerM3Unit>;  ///< Density.
using JoulesPerKgK = Quantity<struct JoulePerKgKUnit>;      ///< Specific heat.
using PerHour = Quantity<struct PerHourUnit>;               ///< Air change rate, 换气次数.

using Kilowatts = Quantity<struct KilowattUnit>;
using KilowattHours = Quantity<struct KilowattHourUnit>;
using Kilograms = Quantity<struct KilogramUnit>;  ///< Also of CO2 and standard coal.

constexpr SquareMetres area(Metres a, Metres b) { return SquareMetres{a.value * b.value}; }
constexpr CubicMetres volume(SquareMetres a, Metres h) { return CubicMetres{a.value * h.value}; }
constexpr Metres in_metres(Millimetres length) { return Metres{length.value / 1000.0}; }
constexpr Millimetres in_millimetres(Metres length) { return Millimetres{length.value * 1000.0}; }
constexpr WattsPerK conductance(WattsPerM2K u, SquareMetres a) {
    return WattsPerK{u.value * a.value};
}

}  // namespace longju
