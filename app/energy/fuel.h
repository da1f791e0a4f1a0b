// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/money.h"
#include "core/provenance.h"
#include "core/range.h"
#include "core/units.h"

namespace longju::energy {

/// 燃料 or electricity, per unit as it is bought.
struct Fuel {
    std::string id;
    std::string name_zh;
    std::string name_en;
    std::string unit_zh;                 ///< 吨, 度, 立方米.
    std::string unit_en;                 ///< t, kWh, m³.
    KilowattHours energy_per_unit;       ///< Lower heating value.
    Kilograms co2_per_unit;              ///< Fossil only; 0 for straw and wood.
    Kilograms coal_equivalent_per_unit;  ///< 折标煤, kgce.
    Kilograms so2_per_unit;              ///< From the household's own fire.
    Kilograms pm25_per_unit;             ///< Likewise, fine particles.
    double own_labour_h_per_unit = 0.0;  ///< To cut, carry and stack one's own; 0: nobody has any.
    Range<Money> price_per_unit;
    Provenance provenance;  ///< Of the physical figures.
    Provenance price_provenance;
    Provenance emission_provenance;
};

enum class HeaterKind { Stove, Boiler, HeatPump, DirectElectric, StorageElectric };

/// 热源 as installed. `efficiency` is useful heat in the rooms by energy bought, distribution
/// included; a heat pump has its COP points instead.
struct Heater {
    std::string id;
    std::string name_zh;
    std::string name_en;
    HeaterKind kind = HeaterKind::Stove;
    std::string fuel_id;
    Range<double> efficiency;  ///< Share of the lower heating value; 1 for a heat pump.
    struct CopPoint {
        Celsius outdoor;
        double cop = 1.0;
    };
    std::vector<CopPoint> cop;      ///< Of a heat pump, by outdoor temperature, coldest first.
    Kilowatts capacity{20.0};       ///< Greatest useful heat output.
    double convective_share = 0.5;  ///< Of the heat given to the rooms.
    Celsius lowest_outdoor{-60.0};  ///< Rating limit of a heat pump (low_temp_rating).
    /// 炕: useful heat of the cooking fires that go through each kang in a day; 0: the stove heats
    /// the room alone.
    KilowattHours kang_per_day;
    /// 火墙: useful heat of the morning and evening fires that a hollow wall takes up in a day.
    KilowattHours fire_wall_per_day;
    // Of a heat pump (energy/heat_pump.h):
    double capacity_lost_per_k = 0.0;   ///< Share of `capacity` lost per K below 7 °C outdoors.
    double capacity_least_share = 1.0;  ///< That is left in the greatest cold.
    Kilowatts backup;                   ///< Electric heat beside it.
    double defrost_loss = 0.0;          ///< Share of the COP that melting the frost takes.
    Provenance provenance;
};

/// Whether the heater's fire draws its air from the rooms: stoves and boilers for solid fuel (sold
/// by the tonne). Wall-hung gas boilers have a balanced flue.
bool burns_indoors(const Heater& heater, const Fuel& fuel);

/// Coal of any kind: solid fuel with fossil carbon. Straw and wood have none.
bool is_coal(const Fuel& fuel);

struct EnergyLibrary {
    std::vector<Fuel> fuels;
    std::vector<Heater> heaters;

    const Fuel* find_fuel(std::string_view id) const;
    const Heater* find_heater(std::string_view id) const;
    const Fuel& fuel(std::string_view id) const;      ///< Bug if missing.
    const Heater& heater(std::string_view id) const;  ///< Bug if missing.
};

}  // namespace longju::energy
