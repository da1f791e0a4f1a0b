// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <span>
#include <vector>

#include "estimate/fuel_price.h"
#include "estimate/uncertainty.h"
#include "estimate/year_result.h"

/// One comparison as a function of its assumptions; what ranges, samples and the tornado walk over.
namespace longju::estimate {

/// Places of the assumptions in `Levels`; the price of each fuel follows from `Prices` on.
enum Assumption : std::size_t { Winter, Household, Realised, HeaterBefore, HeaterAfter, Prices };

/// Places in `Figures`; then amount and cost of each fuel before, and of each one after.
enum Figure : std::size_t {
    Cost,
    CostAfter,
    Saved,
    Co2,
    Co2After,
    Co2Saved,
    Coal,
    CoalAfter,
    CoalSaved,
    FuelFigures
};

/// How the computed years are read.
struct Reading {
    bool billed = false;      ///< A bill says what was bought; else the heater's efficiency counts.
    double scale = 1.0;       ///< Of the computed year: what the bill's fit leaves.
    Range<double> household;  ///< Of the computed year: what is not known of the household.
    Range<double> realised;   ///< Share of the computed saving that is seen.
    std::vector<MixPart> mix;  ///< What the house burns before.
};

/// At today's habits: scaled to the bill where there is one, part of the saving taken back.
Reading habit_reading(const ComparisonInputs& in, const Calibration& calibration);
/// At the comfort standard: as computed, in the main heater's fuel.
Reading comfort_reading(const ComparisonInputs& in);

/// A fuel of a mix with the place of its price among the assumptions.
struct PricedPart {
    MixPart part;
    std::size_t price = 0;
    double beside_heating = 0.0;  ///< Units a year that do not go by the heat.
};

/// Heat of another description of the houses by that of the computed ones.
struct HeatRatios {
    double before = 1.0, after = 1.0;
};

/// `in` outlives it.
class Scenarios {
public:
    Scenarios(const ComparisonInputs& in, Reading reading);

    std::size_t assumptions() const { return Prices + prices_.size(); }
    const std::vector<PricedPart>& before() const { return before_; }
    const std::vector<PricedPart>& after() const { return after_; }
    /// Of the assumption `Prices` + i.
    const FuelPrice& price(std::size_t i) const { return prices_.at(i); }
    bool same_heater() const { return same_heater_; }
    const Reading& reading() const { return reading_; }

    Figures figures(const Levels& levels, const HeatRatios& ratios = {}) const;

private:
    struct Energies {
        double before = 0.0;
        double after = 0.0;
    };
    struct Sums {
        double cost_fen = 0.0, co2_kg = 0.0, coal_kg = 0.0;
    };

    void move_cooking();
    std::size_t place_of(const FuelPrice& price);
    Energies energies_kwh(const Levels& levels, const HeatRatios& ratios) const;
    Sums add_fuels(std::span<const PricedPart> mix, double energy_kwh, const Levels& levels,
                   Figures& figures) const;

    const ComparisonInputs& in_;
    Reading reading_;
    bool same_heater_;
    std::vector<PricedPart> before_, after_;
    std::vector<FuelPrice> prices_;
};

}  // namespace longju::estimate
