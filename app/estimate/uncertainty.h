// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "core/range.h"

/// How every printed range is formed.
///
/// A result is a function of a few assumptions, each with a low, typical and high value. Each
/// assumption is moved to its low and to its high with all others typical, and the moves of the
/// result are added as the root of the sum of their squares, upward and downward apart (GUM 5.1.2
/// without covariances, ISO/IEC Guide 98-3). An assumption that acts on both sides of a comparison
/// (the winter, the price of a fuel that stays, the efficiency of a heater that stays) moves both
/// at once, so it does not widen their difference.
namespace longju::estimate {

/// Where an assumption stands in its range: −1 at the low end, 0 typical, 1 at the high end, on
/// straight lines between.
using Level = double;
inline constexpr Level low_end = -1.0, typical_level = 0.0, high_end = 1.0;

/// One level per assumption.
using Levels = std::vector<Level>;

/// Exactly the range's own values at its ends and its middle.
double at(const Range<double>& range, Level level);

/// The figures of one scenario; always the same number in the same order.
using Figures = std::vector<double>;

/// Ranges of all figures over `assumptions` independent assumptions.
std::vector<Range<double>> ranges(std::size_t assumptions,
                                  const std::function<Figures(const Levels&)>& figures);

/// Share of the computed heat saving that households really see when they go on living as before:
/// part is taken back as warmth, part is lost in the work. A field study of weatherization found
/// 57 to 69 % (NEAT, 49 homes), its strongest single cause a second fuel, which the calibration
/// counts; hence 60 to 80 % (engineering estimate).
inline constexpr Range<double> realised_share{0.6, 0.7, 0.8};

/// Heat demand of another winter by that of the typical year; engineering estimate.
inline constexpr Range<double> winter_spread{0.93, 1.0, 1.07};

/// What a household without a known bill burns, by what the model computes for its stated habit.
/// Below 1: measured use of old houses lies about 30 % below the computed one (Sunikka-Blank and
/// Galvin 2012), the more so the worse the house; parts of the house are kept colder than said.
inline constexpr Range<double> uncalibrated_spread{0.6, 0.8, 1.0};

/// The model itself at fixed temperatures: models of this kind lie within 5 % of EnergyPlus on
/// average and within 13 % at most over variants of a Harbin farmhouse; surveyed dimensions and
/// materials come on top (engineering estimate).
inline constexpr Range<double> model_spread{0.9, 1.0, 1.1};

}  // namespace longju::estimate
