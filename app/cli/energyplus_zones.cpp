// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/energyplus_zones.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "energy/room.h"

namespace longju::cli {

namespace {

using energy::Building;
using energy::ByHour;
using energy::Zone;

constexpr double never_heat_c = -60.0;
constexpr double never_cool_c = 150.0;

bool any(const ByHour& hours) { return std::ranges::max(hours) > 0.0; }

ByHour per_second(ByHour m3_per_h) {
    for (double& flow : m3_per_h) flow /= 3600.0;
    return m3_per_h;
}

void add_zone(EnergyPlusFile& file, const std::string& name, double volume_m3, double floor_m2) {
    file.text += fmt::format("Zone,{},0,0,0,0,1,1,autocalculate,{:.4f},{:.4f};\n", name, volume_m3,
                             std::max(floor_m2, 0.1));
}

void add_gain(EnergyPlusFile& file, const std::string& zone, const char* kind, const ByHour& w,
              double radiant) {
    if (!any(w)) return;
    file.text += energyplus_schedule(fmt::format("{} {} gain", zone, kind), w);
    file.text +=
        fmt::format("OtherEquipment,{0} {1},None,{0},{0} {1} gain,EquipmentLevel,1,,,0,{2},0;\n",
                    zone, kind, radiant);
}

void add_constant_air(EnergyPlusFile& file, const std::string& zone, double per_h) {
    if (per_h <= 0.0) return;
    file.text += fmt::format(
        "ZoneInfiltration:DesignFlowRate,{0} air,{0},Always,AirChanges/Hour,,,,{1},1,0,0,0;\n",
        zone, per_h);
}

/// The LBL model with the coefficients of ASHRAE Fundamentals 2017 ch. 16 tables 4 and 6.
void add_leaks(EnergyPlusFile& file, const std::string& name, const Zone& zone) {
    constexpr std::array<double, 3> stack = {0.000145, 0.000290, 0.000435};
    constexpr std::array<std::array<double, 5>, 3> wind = {
        {{0.000319, 0.000246, 0.000174, 0.000104, 0.000032},
         {0.000420, 0.000325, 0.000231, 0.000137, 0.000042},
         {0.000494, 0.000382, 0.000271, 0.000161, 0.000049}}};
    constexpr double flow_exponent = 0.65;
    constexpr double density = 1.2;
    constexpr double reference_pa = 4.0;
    const energy::Leakage& leaks = *zone.air.leakage;
    const double at_4pa_m3_per_s =
        leaks.n50_per_h * zone.volume_m3 / 3600.0 * std::pow(reference_pa / 50.0, flow_exponent);
    const double area_cm2 = 1e4 * at_4pa_m3_per_s / std::sqrt(2.0 * reference_pa / density);
    const auto storey = static_cast<std::size_t>(std::clamp(leaks.storeys, 1, 3) - 1);
    const auto shelter = static_cast<std::size_t>(std::clamp(leaks.shelter_class, 1, 5) - 1);
    file.text +=
        fmt::format("ZoneInfiltration:EffectiveLeakageArea,{0} leaks,{0},Always,{1:.4f},{2},{3};\n",
                    name, area_cm2, stack.at(storey), wind.at(storey).at(shelter));
    if (leaks.least_per_h > 0.0) {
        file.left_out.push_back(fmt::format(
            "{}: the least air change of {} an hour; only leaks count", name, leaks.least_per_h));
    }
}

/// The enhanced model. EnergyPlus takes the wind at the zone's centre, about 1.35 m up in open
/// country, (1.35 m / 10 m)^0.14 of the wind at 10 m; the handbook's multiplier refers to 10 m.
void add_aim2(EnergyPlusFile& file, const std::string& name, const Zone& zone) {
    constexpr double wind_at_centre = 0.7555;
    const energy::Leakage& leaks = *zone.air.leakage;
    const energy::Aim2 a = energy::aim2_coefficients(leaks);
    const double c_m3_per_s =
        leaks.n50_per_h * zone.volume_m3 / 3600.0 / std::pow(50.0, energy::Aim2::flow_exponent);
    file.text += fmt::format(
        "ZoneInfiltration:FlowCoefficient,{0} leaks,{0},Always,{1:.6f},{2},{3},{4},{5:.4f};\n",
        name, c_m3_per_s, a.stack, energy::Aim2::flow_exponent, a.wind,
        a.shelter * a.wind_multiplier / wind_at_centre);
}

void add_air(EnergyPlusFile& file, const std::string& name, const Zone& zone) {
    if (zone.air.leakage && zone.air.leakage->model == energy::Leakage::Model::Aim2) {
        add_aim2(file, name, zone);
    } else if (zone.air.leakage) {
        add_leaks(file, name, zone);
    } else {
        add_constant_air(file, name, zone.air.constant_per_h);
    }
    if (!any(zone.air.fan_m3_per_h)) return;
    file.text += energyplus_schedule(name + " fan hours", per_second(zone.air.fan_m3_per_h));
    file.text += fmt::format(
        "ZoneInfiltration:DesignFlowRate,{0} fan,{0},{0} fan hours,Flow/Zone,1,,,,1,0,0,0;\n",
        name);
}

void note_plant(EnergyPlusFile& file, const energy::Heating& h) {
    if (!h.on) return;
    if (h.only_in_season) {
        file.left_out.push_back("heating in the season only: heat is given all year");
    }
    if (h.convective_share < 1.0) {
        file.left_out.push_back(
            fmt::format("radiant share {:.2f} of the heater: all goes to the "
                        "air",
                        1.0 - h.convective_share));
    }
    if (h.lost_per_k > 0.0) file.left_out.push_back("heat output that falls with the cold");
}

void add_plant(EnergyPlusFile& file, const std::string& name, const Zone& zone) {
    const energy::Heating& h = zone.heating;
    if (!h.on && !zone.cool_set_point_c) return;
    ByHour heat = h.set_point_c;
    if (!h.on) heat.fill(never_heat_c);
    ByHour cool{};
    cool.fill(never_cool_c);
    if (zone.cool_set_point_c) {
        std::ranges::transform(*zone.cool_set_point_c, cool.begin(),
                               [](double c) { return std::min(c, never_cool_c); });
    }
    note_plant(file, h);
    file.text += energyplus_schedule("Heat above", heat) + energyplus_schedule("Cool below", cool);
    const bool limited = h.limit_w < 1e8;
    file.text += fmt::format(
        "ZoneControl:Thermostat,Thermostat,{0},Both,ThermostatSetpoint:DualSetpoint,Set points;\n"
        "ThermostatSetpoint:DualSetpoint,Set points,Heat above,Cool below;\n"
        "ZoneHVAC:EquipmentConnections,{0},Equipment,Inlet,,{0} air node,{0} return node;\n"
        "ZoneHVAC:EquipmentList,Equipment,SequentialLoad,ZoneHVAC:IdealLoadsAirSystem,Ideal,1,1,,;"
        "\n"
        "ZoneHVAC:IdealLoadsAirSystem,Ideal,,Inlet,,,90,2,0.0156,0.0077,{1},,{2},NoLimit,,,,,None,,"
        "None;\n",
        name, limited ? "LimitCapacity" : "NoLimit",
        limited ? fmt::format("{:.2f}", h.limit_w) : "");
    if (h.operative_share > 0.0) {
        file.text +=
            fmt::format("ZoneControl:Thermostat:OperativeTemperature,Thermostat,Constant,{:.4f};\n",
                        0.5 * h.operative_share);
    }
}

void add_contents(EnergyPlusFile& file, const std::string& name, const Zone& zone) {
    if (zone.contents_j_per_m3k <= 0.0) return;
    constexpr double air_j_per_m3k = 1.2 * 1006.0;
    file.text +=
        fmt::format("ZoneCapacitanceMultiplier:ResearchSpecial,{0} contents,{0},{1:.3f};\n", name,
                    1.0 + zone.contents_j_per_m3k / air_j_per_m3k);
}

void add_exchange(EnergyPlusFile& file, const Building& building) {
    if (building.zones.size() < 2 || !any(building.exchange.m3_per_h)) return;
    file.text += energyplus_schedule("Exchange hours", per_second(building.exchange.m3_per_h));
    // 0 means always; the second zone is the source that must be warmer.
    double warmer_k = 0.0;
    if (building.exchange.when_warmer_k) {
        warmer_k = std::max(0.01, *building.exchange.when_warmer_k);
        if (*building.exchange.when_warmer_k < 0.0) {
            file.otherwise.push_back("air is exchanged while the second zone is the warmer one");
        }
    }
    file.text += fmt::format("ZoneCrossMixing,Exchange,{},Exchange hours,Flow/Zone,1,,,,{},{};\n",
                             energyplus_zone(building, 0), energyplus_zone(building, 1), warmer_k);
}

}  // namespace

std::string energyplus_settings(bool boxes) {
    std::string text = fmt::format(
        "Version,25.2;\nTimestep,4;\nSimulationControl,No,No,No,No,Yes;\n"
        "Building,Longju,0,Country,0.04,0.004,{},60,6;\n"
        "GlobalGeometryRules,UpperLeftCorner,CounterClockWise,World;\n"
        "HeatBalanceAlgorithm,ConductionTransferFunction;\n"
        "ZoneAirHeatBalanceAlgorithm,ThirdOrderBackwardDifference;\n"
        "SurfaceConvectionAlgorithm:Inside,TARP;\nSurfaceConvectionAlgorithm:Outside,DOE-2;\n"
        "ShadowCalculation,PolygonClipping,Periodic,1;\n"
        "RunPeriod,Year,1,1,,12,31,,Sunday,No,No,No,No,No;\n"
        "Site:GroundReflectance,0.2,0.2,0.2,0.2,0.2,0.2,0.2,0.2,0.2,0.2,0.2,0.2;\n"
        "ScheduleTypeLimits,Any;\nSchedule:Constant,Always,Any,1;\n"
        "Schedule:Constant,Both,Any,4;\n"
        "OutputControl:Files,Yes,No,No,Yes,No,No,No,No,No,No;\n",
        boxes ? "FullInteriorAndExterior" : "FullExterior");
    for (const char* variable :
         {"Zone Mean Air Temperature", "Zone Air System Sensible Heating Energy",
          "Zone Air System Sensible Cooling Energy",
          "Enclosure Windows Total Transmitted Solar Radiation Energy",
          "Surface Outside Face Incident Solar Radiation Rate per Area"}) {
        text += fmt::format("Output:Variable,*,{},Hourly;\n", variable);
    }
    return text;
}

const char* energyplus_zone(const Building& building, std::size_t zone) {
    if (zone >= building.zones.size()) return "Attic";
    return zone == 0 ? "Rooms" : "Second";
}

std::string energyplus_schedule(const std::string& name, const ByHour& hours) {
    std::string text = fmt::format("Schedule:Compact,{},Any,Through: 12/31,For: AllDays", name);
    for (std::size_t h = 0; h < hours.size(); ++h) {
        if (h + 1 < hours.size() && hours.at(h + 1) == hours.at(h)) continue;
        text += fmt::format(",Until: {:02}:00,{:.6f}", h + 1, hours.at(h));
    }
    return text + ";\n";
}

void add_zones(EnergyPlusFile& file, const Building& building) {
    for (std::size_t z = 0; z < building.zones.size(); ++z) {
        const Zone& zone = building.zones[z];
        const std::string name = energyplus_zone(building, z);
        double floor_m2 = 0.0;
        for (const energy::BuildingSurface& s : building.surfaces) {
            if (s.zone == z && s.tilt_deg > 120.0) floor_m2 += s.area_m2;
        }
        add_zone(file, name, zone.volume_m3, floor_m2);
        add_gain(file, name, "convective", zone.convective_gain_w, 0.0);
        add_gain(file, name, "radiant", zone.radiant_gain_w, 1.0);
        add_air(file, name, zone);
        add_contents(file, name, zone);
        if (z == 0) add_plant(file, name, zone);
    }
    if (building.attic) {
        double ceiling_m2 = 0.0;
        for (const energy::BuildingSurface& s : building.surfaces) {
            if (s.beyond == energy::Beyond::Attic) ceiling_m2 += s.area_m2;
        }
        add_zone(file, "Attic", building.attic->volume_m3, ceiling_m2);
        add_constant_air(file, "Attic", building.attic->air_change_per_h);
    }
    add_exchange(file, building);
}

}  // namespace longju::cli
