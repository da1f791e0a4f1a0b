// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "energy/house_building.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "energy/chain.h"
#include "energy/glazing.h"
#include "energy/ground.h"
#include "energy/kang.h"
#include "house/bridges.h"

namespace longju::energy {

namespace {

using house::Borders;
using house::Element;
using house::OpeningKind;
using house::Side;

constexpr double films_r = 0.15;         // GB 50176-2016: 0.11 + 0.04 m²K/W.
constexpr double rated_films_r = 0.17;   // ISO 6946: how doors and windows are rated.
constexpr double unheated_room_b = 0.6;  // ISO 13789 table 7: two outer walls with a door.
constexpr double porch_b = 0.6;          // Closed lobby before the door.
constexpr double porch_air_factor = 0.95;
constexpr double hygienic_per_h = 0.5;       // GB/T 50824-2013 3.2.
constexpr double n50_by_winter_mean = 25.0;  // What AIM-2 makes of 28 K and 3 m/s.
constexpr int isolated_house = 2;            // Shelter class of ASHRAE's enhanced model.
// Air that burns 1 kWh of coal: 7 m³/kg (lower heating value 26 MJ/kg), about twice that in a
// stove.
constexpr double fire_air_m3_per_kwh = 2.0;
constexpr double most_kw_per_m2 = 0.1;         // Of an old house in the greatest cold (estimate).
constexpr double gains_w_per_m2 = 3.8;         // JGJ 26-2010 4.3.10.
constexpr double unkept_difference_k = 6.0;    // Domain facts 5.3.
constexpr double dirt_and_curtain = 0.85;      // Domain facts 7.5: 0.9 × 0.95.
constexpr double contents_j_per_m3k = 3000.0;  // Furniture, linen, stores (estimate).
constexpr double dirt = 0.9;                   // Ibid.; a sunspace has no curtain.
constexpr double sunspace_air_per_h = 1.0;     // Estimate: single glass in light frames.
// Its door and vents are opened by day while it is warmer than the rooms. A slot of 0.02 m² on each
// metre, 1.5 m between in and out, 8 K: 0.6·A·√(g·h·ΔT/T) = 27 m³/h (stack flow; slot estimated).
constexpr double vent_m3_per_h_and_m = 27.0;
constexpr double vents_open_k = 3.0;
constexpr std::size_t vents_open_h = 9;
constexpr std::size_t vents_shut_h = 16;

double azimuth_deg(const house::House& house, Side side) {
    switch (side) {
        case Side::South:
            return house.azimuth.value;
        case Side::West:
            return house.azimuth.value + 90.0;
        case Side::North:
            return house.azimuth.value + 180.0;
        case Side::East:
            return house.azimuth.value - 90.0;
    }
    return 0.0;
}

/// The layers with their conductivities at the place of use, repeated bridges included.
std::vector<SlabLayer> slab_layers(const house::Construction& construction,
                                   const house::Library& library) {
    const auto layers = house::layers_of(construction, library);
    const auto conductivities = house::conductivities_of(construction, library);
    std::vector<SlabLayer> slabs;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const house::Material& m = library.material(layers[i].material_id);
        slabs.push_back({in_metres(layers[i].thickness).value, conductivities[i].value,
                         m.density.value, m.specific_heat.value});
    }
    // φ raises the mean U over films and layers; the films stay, so the layers take it all.
    const double bridge = house::repeated_bridges(construction, library);
    const double r = resistance_of(slabs);
    const double bridged_r = std::max(0.01, (r + films_r) / bridge - films_r);
    for (SlabLayer& s : slabs) s.conductivity_w_per_mk *= r / bridged_r;
    return slabs;
}

SlabLayer plain_resistance(double r_m2k_per_w) {
    constexpr double thickness_m = 0.04;
    return {thickness_m, thickness_m / std::max(r_m2k_per_w, 0.01), 0.0, 0.0};
}

Glazing glazing_of(const house::WindowType& type) {
    constexpr double reference_mm = 3.048;
    // Clear float loses 2.15 % of solar transmission for each further millimetre: 0.834 at 3 mm,
    // 0.80 at 5 mm, 0.78 at 6 mm (handbook values of clear glass).
    constexpr double per_mm = 0.9785;
    Glazing g;
    g.panes = type.panes;
    g.pane_m = in_metres(type.pane_thickness).value;
    g.pane_transmittance *= std::pow(per_mm, type.pane_thickness.value - reference_mm);
    g.gap_m = in_metres(type.gap).value;
    g.low_e_coatings = type.low_e_coatings;
    g.argon = type.argon;
    if (type.low_e_coatings > 0) g.solar_factor = type.rated_shgc;
    return g;
}

class Builder {
public:
    Builder(const house::House& house, const house::Envelope& envelope,
            const house::Library& library)
        : house_(house), envelope_(envelope), library_(library) {}

    Building build(const HouseUse& use, const Weather& weather) {
        Zone& rooms = b_.zones.front();
        rooms.volume_m3 = envelope_.heated_volume.value;
        rooms.contents_j_per_m3k = contents_j_per_m3k;
        if (house_.sunspace) add_sunspace(weather);
        for (const house::Surface& s : envelope_.surfaces) add_surface(s, weather);
        for (const house::EnvelopeOpening& o : envelope_.openings) add_opening(o);
        add_inner_mass();
        add_use(use);
        b_.bridges_w_per_k = house::bridge_w_per_k(house::bridges(house_, envelope_, library_));
        return std::move(b_);
    }

private:
    /// Front, sides and top of glass over bare ground, next to the rooms: the second zone.
    void add_sunspace(const Weather& weather) {
        const house::Sunspace& s = *house_.sunspace;
        const double w_m = in_metres(s.width).value;
        const double d_m = in_metres(s.depth).value;
        const double h_m = in_metres(s.height).value;
        Zone zone;
        zone.name = "sunspace";
        zone.volume_m3 = w_m * d_m * h_m;
        zone.air.constant_per_h = sunspace_air_per_h;
        zone.sunspace_depth_m = d_m;
        b_.zones.push_back(zone);
        constexpr double top_tilt_deg = 15.0;
        const double front_deg = azimuth_deg(house_, Side::South);
        add_sunspace_glass("front", w_m * h_m, 90.0, front_deg, h_m);
        add_sunspace_glass("east side", d_m * h_m, 90.0, front_deg - 90.0, h_m);
        add_sunspace_glass("west side", d_m * h_m, 90.0, front_deg + 90.0, h_m);
        add_sunspace_glass("top", w_m * d_m, top_tilt_deg, front_deg, d_m);

        BuildingSurface floor;
        floor.name = "sunspace floor";
        floor.account = Account::Floor;
        floor.zone = 1;
        floor.area_m2 = w_m * d_m;
        floor.tilt_deg = 180.0;
        GroundSlab slab;
        slab.area_m2 = floor.area_m2;
        slab.perimeter_m = w_m + 2.0 * d_m;
        slab.wall_m = 0.12;
        const SlabLayer concrete{0.06, 1.51, 2300.0, 920.0};  // GB 50176-2016 B.1.
        slab.floor_r_m2k_per_w = concrete.thickness_m / concrete.conductivity_w_per_mk;
        const GroundBoundary ground = ground_boundary(slab, weather.outdoor_c().month_mean);
        floor.beyond = Beyond::Ground;
        floor.ground_c = ground.t_c;
        floor.ground_r_m2k_per_w = ground.r_m2k_per_w;
        floor.layers = {{soil_layer_m, slab.soil_w_per_mk, 1800.0, 1670.0}, concrete};
        b_.surfaces.push_back(std::move(floor));

        for (std::size_t h = vents_open_h; h < vents_shut_h; ++h) {
            b_.exchange.m3_per_h.at(h) = vent_m3_per_h_and_m * w_m;
        }
        b_.exchange.when_warmer_k = vents_open_k;
    }

    void add_sunspace_glass(const char* name, double area_m2, double tilt_deg, double azimuth,
                            double height_m) {
        const house::WindowType& type = library_.window(house_.sunspace->glazing_id);
        BuildingWindow w;
        w.name = name;
        w.zone = 1;
        w.glass_m2 = area_m2 * (1.0 - type.frame_share);
        w.frame_m2 = area_m2 * type.frame_share;
        w.frame_u_w_per_m2k = type.frame_u.value;
        w.tilt_deg = tilt_deg;
        w.azimuth_deg = azimuth;
        w.glazing = glazing_of(type);
        w.sun_share = dirt;
        w.height_m = height_m;
        b_.windows.push_back(std::move(w));
    }

    void add_surface(const house::Surface& s, const Weather& weather) {
        if (s.net.value <= 0.0) return;
        BuildingSurface out;
        out.area_m2 = s.net.value;
        out.azimuth_deg = azimuth_deg(house_, s.side);
        switch (s.element) {
            case Element::Wall:
                set_wall(s, out);
                break;
            case Element::Partition:
                out.name = "partition";
                out.account = Account::Walls;
                out.layers = {{0.12, 0.81, 1800.0, 1050.0}};  // Half-brick, GB 50176 B.1.
                out.beyond = Beyond::Buffer;
                out.buffer_b = unheated_room_b;
                break;
            case Element::Ceiling:
            case Element::Roof:
                set_ceiling(s, out);
                break;
            case Element::Floor:
                set_floor(out, weather);
                break;
        }
        b_.surfaces.push_back(std::move(out));
    }

    void set_wall(const house::Surface& s, BuildingSurface& out) {
        out.name = "wall";
        out.account = Account::Walls;
        out.layers = slab_layers(house_.wall, library_);
        if (s.borders == Borders::Sunspace && house_.sunspace) out.beyond = Beyond::Zone;
    }

    void set_ceiling(const house::Surface& s, BuildingSurface& out) {
        out.name = "ceiling";
        out.account = Account::Ceiling;
        out.tilt_deg = 0.0;
        out.layers = slab_layers(house_.ceiling, library_);
        if (s.borders != Borders::Attic) return;
        const double pitch_rad = house_.roof.pitch.value * std::numbers::pi / 180.0;
        const double half_depth_m =
            std::sqrt(envelope_.footprint.value) / 2.0;  // Only sets the attic's air volume.
        out.beyond = Beyond::Attic;
        b_.attic = Attic{.roof_m2 = s.net.value / std::cos(pitch_rad),
                         .roof_u_w_per_m2k = 3.4,  // Tiles or sheet on boards, facts 5.1.
                         .tilt_deg = house_.roof.pitch.value,
                         .azimuth_deg = house_.azimuth.value,
                         .volume_m3 = s.net.value * half_depth_m * std::tan(pitch_rad) / 2.0};
    }

    void set_floor(BuildingSurface& out, const Weather& weather) {
        out.name = "floor";
        out.account = Account::Floor;
        out.tilt_deg = 180.0;
        const std::vector<SlabLayer> floor = slab_layers(house_.floor, library_);
        GroundSlab slab;
        slab.area_m2 = out.area_m2;
        slab.perimeter_m = envelope_.ground_perimeter.value;
        slab.floor_r_m2k_per_w = resistance_of(floor);
        for (const house::Layer& l : house::layers_of(house_.wall, library_))
            wall_m_ += in_metres(l.thickness).value;
        slab.wall_m = wall_m_;
        if (house_.edge_insulation) {
            const house::Material& m = library_.material(house_.edge_insulation->material_id);
            slab.edge_r_m2k_per_w = in_metres(house_.edge_insulation->thickness).value /
                                    (m.conductivity.value * m.correction_outside);
            slab.edge_depth_m = in_metres(house_.edge_insulation_depth).value;
        }
        const GroundBoundary ground = ground_boundary(slab, weather.outdoor_c().month_mean);
        out.beyond = Beyond::Ground;
        out.ground_c = ground.t_c;
        out.ground_r_m2k_per_w = ground.r_m2k_per_w;
        // ISO 13370 table 7: clay or silt, 3.0 MJ/m³K.
        out.layers = {{soil_layer_m, slab.soil_w_per_mk, 1800.0, 1670.0}};
        out.layers.insert(out.layers.end(), floor.begin(), floor.end());
    }

    void add_opening(const house::EnvelopeOpening& o) {
        if (o.kind == OpeningKind::Door) return add_door(o);
        const house::WindowType& type = library_.window(o.type_id);
        BuildingWindow w;
        w.name = o.opening_id;
        w.glass_m2 = o.area.value * (1.0 - type.frame_share);
        w.frame_m2 = o.area.value * type.frame_share;
        w.frame_u_w_per_m2k = type.frame_u.value;
        w.azimuth_deg = azimuth_deg(house_, o.side);
        w.glazing = glazing_of(type);
        w.sun_share = dirt_and_curtain;
        if (o.borders == Borders::Sunspace && house_.sunspace) w.beyond = Beyond::Zone;
        if (o.borders == Borders::UnheatedRoom) {
            w.beyond = Beyond::Buffer;
            w.buffer_b = unheated_room_b;
            w.sun_share = 0.0;
        }
        b_.windows.push_back(std::move(w));
    }

    void add_door(const house::EnvelopeOpening& o) {
        BuildingSurface door;
        door.name = o.opening_id;
        door.account = Account::Doors;
        door.area_m2 = o.area.value;
        door.azimuth_deg = azimuth_deg(house_, o.side);
        door.layers = {plain_resistance(1.0 / library_.door(o.type_id).u.value - rated_films_r)};
        if (o.borders == Borders::Sunspace && house_.sunspace) {
            door.beyond = Beyond::Zone;
        } else if (o.borders == Borders::UnheatedRoom || house_.porch) {
            door.beyond = Beyond::Buffer;
            door.buffer_b = o.borders == Borders::UnheatedRoom ? unheated_room_b : porch_b;
        }
        b_.surfaces.push_back(std::move(door));
    }

    /// Partitions and floors between storeys store heat on both faces, each to its middle.
    void add_inner_mass() {
        BuildingSurface mass;
        mass.account = Account::Inside;
        mass.beyond = Beyond::Adiabatic;
        if (envelope_.partition_area.value > 0.0) {
            mass.name = "partitions";
            mass.area_m2 = 2.0 * envelope_.partition_area.value;
            mass.layers = {{0.06, 0.81, 1800.0, 1050.0}};  // Half of a half-brick, GB 50176 B.1.
            b_.surfaces.push_back(mass);
        }
        if (house_.storeys > 1) {
            mass.name = "storey floors";
            mass.area_m2 = 2.0 * (house_.storeys - 1) * envelope_.footprint.value;
            mass.layers = {{0.06, 1.74, 2500.0, 920.0}};  // Half of a concrete slab, GB 50176 B.1.
            b_.surfaces.push_back(mass);
        }
    }

    void add_use(const HouseUse& use) {
        Zone& rooms = b_.zones.front();
        const double gains_w = gains_w_per_m2 * envelope_.heated_floor.value;
        rooms.convective_gain_w.fill(gains_w / 2.0);
        rooms.radiant_gain_w.fill(gains_w / 2.0);
        rooms.heating.only_in_season = true;
        set_use(rooms, house_, envelope_, use);
        if (use.heater == nullptr) return;
        if (auto kangs = kangs_of(house_, *use.heater)) b_.surfaces.push_back(std::move(*kangs));
        if (auto wall = fire_wall_of(*use.heater)) b_.surfaces.push_back(std::move(*wall));
    }

    const house::House& house_;
    const house::Envelope& envelope_;
    const house::Library& library_;
    double wall_m_ = 0.0;
    Building b_;
};

Leakage leakage(const house::House& house, const house::Envelope& envelope, const HouseUse& use) {
    const double sheltered = house.porch ? porch_air_factor : 1.0;
    const double volume_m3 = std::max(1.0, envelope.heated_volume.value);
    double least_per_h = hygienic_per_h;
    if (use.fire_indoors) {
        const double needed_kw = most_kw_per_m2 * envelope.heated_floor.value;
        const double fuel_kw =
            std::min(use.heater->capacity.value, needed_kw) / use.heater->efficiency.typical;
        least_per_h = std::max(least_per_h, fire_air_m3_per_kwh * fuel_kw / volume_m3);
    }
    return {.model = Leakage::Model::Aim2,
            .n50_per_h = n50_by_winter_mean * house.air_change.value * sheltered,
            .storeys = house.storeys,
            .shelter_class = isolated_house,
            .flue = use.fire_indoors,
            .least_per_h = least_per_h};
}

/// A heat pump's output falls with the cold, its electric backup's does not: one line for both.
void limit(Heating& heating, const Heater& heater) {
    const bool pump = heater.kind == HeaterKind::HeatPump;
    const double machine_kw = heater.capacity.value;
    const double backup_kw = pump ? heater.backup.value : 0.0;
    const double machine_share = machine_kw / (machine_kw + backup_kw);
    heating.limit_w = (machine_kw + backup_kw) * 1000.0;
    heating.lost_per_k = pump ? heater.capacity_lost_per_k * machine_share : 0.0;
    heating.least_share =
        pump ? heater.capacity_least_share * machine_share + (1.0 - machine_share) : 1.0;
}

}  // namespace

void set_use(Zone& rooms, const house::House& house, const house::Envelope& envelope,
             const HouseUse& use) {
    rooms.air.leakage = leakage(house, envelope, use);
    const double colder_k = unkept_k(use.habit);
    for (int h = 0; h < 24; ++h) {
        const bool day = h >= use.habit.day_from_h && h < use.habit.day_to_h;
        const Celsius set = day ? use.habit.day_set_point : use.habit.night_set_point;
        rooms.heating.set_point_c.at(static_cast<std::size_t>(h)) = set.value - colder_k;
    }
    if (use.heater == nullptr) return;
    limit(rooms.heating, *use.heater);
    rooms.heating.convective_share = use.heater->convective_share;
}

HouseUse use_of(const house::Habit& habit, std::string_view heater_id,
                const EnergyLibrary& library) {
    const Heater& heater = library.heater(heater_id);
    return {habit, &heater, burns_indoors(heater, library.fuel(heater.fuel_id))};
}

double unkept_k(const house::Habit& habit) {
    return unkept_difference_k * (1.0 - habit.heated_share);
}

Building building_of(const house::House& house, const house::Envelope& envelope,
                     const house::Library& library, const HouseUse& use, const Weather& weather) {
    return Builder(house, envelope, library).build(use, weather);
}

}  // namespace longju::energy
