// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "estimate/estimate.h"

/// How sure a scheme's money is: many houses like this one, drawn from what is not known of it
/// (Monte Carlo, ISO/IEC Guide 98-3/Suppl.1), and what matters most (a tornado).
namespace longju::estimate {

/// What is drawn, each from a triangular distribution over its low, typical and high value.
enum class Unknown {
    AirChange,     ///< Of the house before; the scheme's own limits stay.
    SetPoint,      ///< Day and night alike.
    HeatedShare,   ///< Of the rooms.
    Winter,        ///< Milder or harder than the typical year.
    Habit,         ///< What an unbilled household burns by what is computed.
    Realised,      ///< Share of the computed saving that is seen.
    HeaterBefore,  ///< Its efficiency; with a bill it cancels.
    HeaterAfter,
    FuelPrice,  ///< Of `Influence::fuel_id`.
    Works,      ///< What the scheme costs.
};

/// How far the description of a house may be off; engineering estimates: a tracer-gas survey of
/// farmhouses is not to be had, and nobody knows their rooms to the degree.
inline constexpr Range<double> air_change_spread{0.7, 1.0, 1.4};     ///< Times the stated one.
inline constexpr Range<double> set_point_spread_k{-1.5, 0.0, 1.5};   ///< Added to the stated one.
inline constexpr Range<double> heated_share_spread{-0.1, 0.0, 0.1};  ///< Added, kept in 0.1 to 1.

/// 10th, 50th and 90th of a hundred such houses.
template <class T>
struct Percentiles {
    T p10{}, p50{}, p90{};

    bool operator==(const Percentiles&) const = default;
};

/// One bar of the tornado: the yearly saving with this alone at its low and its high value.
struct Influence {
    Unknown what = Unknown::Winter;
    std::string fuel_id;  ///< Of `FuelPrice`, else empty.
    Money saved_at_low, saved_at_high;

    Money width() const {
        return saved_at_low < saved_at_high ? saved_at_high - saved_at_low
                                            : saved_at_low - saved_at_high;
    }
};

struct Spread {
    int samples = 0;
    Percentiles<Money> saved_per_year;
    Percentiles<Money> heating_after;
    Percentiles<Money> own;  ///< After the verified subsidy.
    Percentiles<Kilograms> co2_saved;
    Percentiles<Years> payback;      ///< Simple; 99 where nothing is saved.
    double saves_money = 0.0;        ///< Share of samples with a saving above 0.
    std::vector<Influence> tornado;  ///< The widest first; bars without width left out.
};

struct SpreadInputs {
    const EstimateInputs& inputs;
    const Estimate& estimate;  ///< Of these inputs.
    const Reference& reference;
    energy::Weather& weather;
    int samples = 600;
    std::uint64_t seed = 20221101;  ///< The same seed gives the same answer on every machine.
};

/// Every sample runs the house before and after through the hourly model (single precision), then
/// through the money. Pure like `estimate()`.
Spread spread(const SpreadInputs& in);

}  // namespace longju::estimate
