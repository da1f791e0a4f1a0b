// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/amounts.h"

#include <cmath>

#include "core/text.h"

namespace longju::kiosk {
namespace {

double rounded_yuan(Money amount, Depth depth) {
    const double value = amount.in_yuan();
    double step = 1;
    if (std::abs(value) >= 1000) step = depth == Depth::Farmer ? 100 : 10;
    if (std::abs(value) < 1000 && depth == Depth::Farmer) step = 10;
    return std::round(value / step) * step;
}

std::string joined(const std::string& low, const std::string& high) {
    return low == high ? low : low + "–" + high;
}

}  // namespace

std::string yuan(Money amount, Depth depth) { return formatted(rounded_yuan(amount, depth), 0); }

std::string yuan_range(const Range<Money>& range, Depth depth) {
    return joined(yuan(range.low, depth), yuan(range.high, depth));
}

std::string tonnes(Kilograms mass) { return formatted(mass.value / 1000, 1); }

std::string tonnes_range(const Range<Kilograms>& range) {
    return joined(tonnes(range.low), tonnes(range.high));
}

std::string whole_degrees(Celsius temperature) { return formatted(temperature.value, 0); }

std::string percent(double share) { return formatted(share * 100, 0) + "%"; }

}  // namespace longju::kiosk
