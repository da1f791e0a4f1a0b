// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "climate/station.h"
#include "cost/quote.h"
#include "energy/fuel.h"
#include "estimate/card.h"
#include "estimate/place.h"
#include "estimate/typical.h"
#include "house/house.h"
#include "house/limits.h"
#include "measure/measure.h"

#include "subsidy/rule.h"

namespace longju::estimate {

/// Everything the catalog says, read once and never changed while the program runs.
struct Reference {
    std::string version;    ///< Of the catalog, as printed: `2026.11`.
    std::string data_hash;  ///< SHA-256 of the sources; names the data a result was made with.
    std::string rules_version;
    house::Library library;
    std::vector<house::Design> designs;
    energy::EnergyLibrary energy;
    measure::MeasureList measures;
    cost::PriceBook prices;
    std::vector<subsidy::Rule> rules;
    std::vector<house::Limit> limits;
    std::vector<climate::Station> stations;
    std::vector<Division> divisions;
    std::vector<Township> townships;
    std::vector<TypicalHouse> typical_houses;
    std::vector<Card> cards;  ///< In the order of the catalog.

    const house::Design* find_design(std::string_view id) const;
    const climate::Station* find_station(std::string_view id) const;
    const Division* find_division(std::string_view code) const;
    /// The station of a place: its own choice, else its division's; nullptr when neither is known.
    const climate::Station* station_for(const Place& place) const;
};

}  // namespace longju::estimate
