// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

/// 报表: the county's tables from its visits. Nothing here is typed in where a record knows it, and
/// what no record knows is unknown, never zero.
namespace longju::report {

/// What one record contributes to the columns of the annual table. Households are 0 or 1, areas
/// 0.01 m², power W, masses kg, energy kWh, money fen: whole numbers, so that sums are exact.
enum class Figure {
    Dilapidated,       ///< 危房改造: grade C or D of a household of the six groups.
    DilapidatedAtlas,  ///< … built by an official design of the 《龙江民居示范图集》.
    DilapidatedRetrofit,  ///< … with at least one measure of the envelope.
    Retrofit,      ///< 农房节能改造: a standing house, at least one measure of the envelope.
    RetrofitArea,  ///< Its floor area.
    WallArea,      ///< Insulated walls of standing houses; so are the three below.
    RoofArea,
    WindowArea,
    Doors,          ///< Pieces.
    Module,         ///< Walls of EPS cavity modules.
    ModuleArea,     ///< Of those walls, openings out.
    GreenMaterial,  ///< 绿色建材 with its certificate; no record holds one.
    Sunspace,
    SunspaceArea,  ///< Floor of the sunspace.
    PvRoof,        ///< Connected to the grid only: with the paper 并网验收单.
    PvRoofWatts,
    PvYard,
    PvYardWatts,
    PvShed,
    PvShedWatts,
    SolarWater,
    SolarCooker,  ///< No record holds one.
    HeatBiomass,  ///< One main heat source a house, put in by the scheme.
    HeatPump,
    HeatStorage,
    HeatElectric,  ///< Other electric heat.
    HeatGas,
    HeatNetwork,  ///< No record holds one; so are those down to `Moved`.
    HeatGeothermal,
    ElectricCooking,
    HeatPumpWater,
    Charging,
    Sewage,
    IdleHouse,
    Moved,
    CoalSaved,    ///< kg of standard coal a year, at today's habits, typical.
    PowerSaved,   ///< kWh a year of heating; negative where more is used than before.
    Co2Saved,     ///< kg a year.
    CoalRebound,  ///< kg of standard coal a year not saved because the rooms get warmer.
    CostTotal,    ///< Estimated cost of the works, typical.
    CostCentral,  ///< Subsidy by clauses that can be counted; so are the two below.
    CostProvince,
    CostLocal,  ///< City and county.
    CostOwn,    ///< Cost less those.
    CostLoan,   ///< No record holds one.
};
inline constexpr std::size_t figure_count = static_cast<std::size_t>(Figure::CostLoan) + 1;

/// Nothing: not known of this record.
using Figures = std::array<std::optional<std::int64_t>, figure_count>;

/// The word of a figure in files and databases: `retrofit_area`.
std::string_view word(Figure figure);

}  // namespace longju::report
