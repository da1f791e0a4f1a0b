// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

/// The building as the engine sees it: zones, surfaces, windows, air, gains and schedules. A plain
/// description that a validation case can write down completely; a farmhouse becomes one in
/// house_building.h. Numbers are in the units their names say; azimuth is from south, positive to
/// the west; tilt 0 faces up, 90 is vertical, 180 faces down. Hours of the day are 0 to 23.
namespace longju::energy {

using ByHour = std::array<double, 24>;

/// One homogeneous layer. Density or specific heat 0 makes it a plain resistance.
struct SlabLayer {
    double thickness_m = 0.0;
    double conductivity_w_per_mk = 1.0;
    double density_kg_per_m3 = 0.0;
    double specific_heat_j_per_kgk = 0.0;
};

/// What lies beyond a surface.
enum class Beyond {
    Outdoors,
    Ground,     ///< A monthly temperature behind a resistance (ground.h).
    Adiabatic,  ///< Nothing passes; also for internal mass.
    Fixed,      ///< A constant temperature right at the outer face.
    Attic,      ///< The ventilated roof space of `Building::attic`.
    Buffer,     ///< An unheated space whose temperature lies between indoors and outdoors.
    Zone,       ///< The other zone: `zone` is where its inner face is.
};

/// Which line of the heat account a surface belongs to.
enum class Account { Walls, Windows, Doors, Ceiling, Floor, Inside };

/// Heat set free inside a surface: flue gas under the plate of a kang, in a fire wall, in a floor.
struct EmbeddedHeat {
    std::size_t after_layer = 0;  ///< At the inner boundary of this layer, counted from outside.
    ByHour w{};
};

/// One opaque surface; `layers` run from outside to inside.
struct BuildingSurface {
    std::string name;
    Account account = Account::Walls;
    std::size_t zone = 0;  ///< Of its inner face.
    double area_m2 = 0.0;
    double tilt_deg = 90.0;
    double azimuth_deg = 0.0;
    std::vector<SlabLayer> layers;
    Beyond beyond = Beyond::Outdoors;
    double solar_absorptance = 0.6;  ///< Outer face.
    double emissivity = 0.9;         ///< Outer face.
    double inside_absorptance = 0.6;
    double inside_emissivity = 0.9;
    double fixed_c = 10.0;              ///< For `Fixed`.
    std::array<double, 12> ground_c{};  ///< For `Ground`, by month.
    double ground_r_m2k_per_w = 0.0;    ///< For `Ground`: between that temperature and the layers.
    /// For `Buffer`: how far it is from the room (0) to outdoors (1), ISO 13789 b.
    double buffer_b = 0.5;
    double outside_film_factor = 1.0;  ///< Multiplies the outside film of `Buffer` surfaces.
    /// Instead of the films of the building, W/m²K; convection only.
    std::optional<double> inside_convective, outside_convective;
    std::optional<EmbeddedHeat> heat;
};

/// Glass of a window. The angle behaviour is Fresnel's per pane with the index and extinction that
/// give the normal values of one pane.
struct Glazing {
    int panes = 2;
    double pane_m = 0.003048;
    double pane_conductivity_w_per_mk = 1.0;
    double pane_transmittance = 0.834;  ///< Of one pane at normal incidence.
    double pane_reflectance = 0.075;
    double gap_m = 0.012;
    double emissivity = 0.84;  ///< Uncoated.
    int low_e_coatings = 0;    ///< Each in a gap of its own, from the inside outwards.
    double low_e_emissivity = 0.10;
    bool argon = false;
    std::optional<double> solar_factor;  ///< Measured SHGC: scales transmission and absorption.
    /// An outer pane of another kind, at normal incidence (a coated pane): transmittance and the
    /// reflectance of its outer and inner face.
    struct OuterPane {
        double transmittance = 0.834;
        double front_reflectance = 0.075;
        double back_reflectance = 0.075;

        auto operator<=>(const OuterPane&) const = default;
    };
    std::optional<OuterPane> outer_pane;

    auto operator<=>(const Glazing&) const = default;
};

/// Plates that throw a shadow on a window, measured from its edges as seen from outside.
struct Shading {
    struct Overhang {
        double depth_m = 0.0;
        double above_m = 0.0;                    ///< Over the head of the window.
        double left_m = 100.0, right_m = 100.0;  ///< How far it reaches beyond the sides.

        auto operator<=>(const Overhang&) const = default;
    };
    struct Fin {
        double depth_m = 0.0;
        double beside_m = 0.0;                    ///< Between the edge of the window and the fin.
        double above_m = 100.0, below_m = 100.0;  ///< How far it reaches beyond head and sill.

        auto operator<=>(const Fin&) const = default;
    };
    double width_m = 0.0;
    double height_m = 0.0;
    std::optional<Overhang> overhang;
    std::optional<Fin> left_fin, right_fin;

    auto operator<=>(const Shading&) const = default;
};

struct BuildingWindow {
    std::string name;
    std::size_t zone = 0;  ///< It gives its light to.
    double glass_m2 = 0.0;
    double frame_m2 = 0.0;
    double frame_u_w_per_m2k = 1.8;
    double tilt_deg = 90.0;
    double azimuth_deg = 0.0;
    Glazing glazing;
    double sun_share = 1.0;  ///< Of the sun that reaches it: curtains, dirt.
    std::optional<Shading> shading;
    double sill_m = 0.0;               ///< Above the floor of a sunspace, which splits its beam.
    double height_m = 2.0;             ///< Sill to head, there.
    Beyond beyond = Beyond::Outdoors;  ///< Or `Zone` (behind a sunspace), or `Buffer`.
    double buffer_b = 0.5;
    double shutter_m2k_per_w = 0.0;  ///< Added outside the glass while shutters are closed.
    std::optional<double> inside_convective, outside_convective;
};

/// Roof space above an insulated ceiling: one light node between the ceiling and the sky.
struct Attic {
    double roof_m2 = 0.0;           ///< Sloping area.
    double roof_u_w_per_m2k = 3.5;  ///< Of the roof skin, air to air.
    double solar_absorptance = 0.7;
    double tilt_deg = 27.0;
    double azimuth_deg = 0.0;  ///< Of the slope that faces south; the other faces away.
    double volume_m3 = 0.0;
    double air_change_per_h = 3.0;  ///< Ventilated through eaves and gables.
    double gable_u_area_w_per_k = 0.0;
};

/// Film coefficients. They decide more of the accuracy than the number of nodes does, so they are
/// named sets: `Best` from wind and temperature differences, `Code` the constants of ISO 52016-1.
enum class Films { Best, Code };

/// Leaks of the envelope from the air change at 50 Pa, driven by the difference of temperatures and
/// the wind.
struct Leakage {
    enum class Model {
        Lbl,   ///< Sherman & Grimsrud; ASHRAE Handbook of Fundamentals 2017 ch. 16, basic model.
        Aim2,  ///< Walker & Wilson 1998; ibid., enhanced model. Knows the flue of a stove.
    };
    Model model = Model::Lbl;
    double n50_per_h = 0.0;
    int storeys = 1;         ///< 1 to 3.
    int shelter_class = 3;   ///< 1 (none), 2 (an isolated rural house) to 5 (very heavy).
    bool flue = false;       ///< AIM-2: a chimney draws.
    double least_per_h = 0;  ///< Air change that is kept up: hygiene, and safety from the stove.
};

/// Air change with outdoors, at outdoor density.
struct AirChange {
    double constant_per_h = 0.5;
    ByHour fan_m3_per_h{};           ///< On top of it.
    std::optional<Leakage> leakage;  ///< Instead of `constant_per_h`.
};

struct Heating {
    bool on = true;  ///< False: free floating.
    ByHour set_point_c{};
    double limit_w = 1e9;
    double convective_share = 1.0;  ///< The rest is radiant.
    double operative_share = 0.0;   ///< 0: the air is controlled; 1: the mean of air and radiant.
    bool only_in_season = false;    ///< Only in the season of `heating_season()`.
    /// Output of a heat pump falls with the cold: share of `limit_w` at 7 °C that is lost per K
    /// below, not under `least_share`.
    double lost_per_k = 0.0;
    double least_share = 1.0;
};

/// A space of one air temperature.
struct Zone {
    std::string name;
    double volume_m3 = 0.0;
    double contents_j_per_m3k = 0.0;  ///< Heat store of furniture that follows the air.
    AirChange air;
    ByHour convective_gain_w{};
    ByHour radiant_gain_w{};
    Heating heating;                         ///< Of zone 0; a second zone floats.
    std::optional<ByHour> cool_set_point_c;  ///< Nothing: no cooling. Zone 0 only.
    /// Of a sunspace: from its glazing to the common wall. The beam falls on its floor and the
    /// common wall by the profile angle of the sun; nothing: on the floor first.
    std::optional<double> sunspace_depth_m;
};

/// Air exchanged between the two zones: vents, a door, or a fan from the sunspace.
struct Exchange {
    ByHour m3_per_h{};
    /// While the second zone is at least this much warmer than the first; nothing: always.
    std::optional<double> when_warmer_k;
};

struct Building {
    std::string title;
    std::vector<Zone> zones = std::vector<Zone>(1);  ///< The heated rooms, and at most one more.
    std::vector<BuildingSurface> surfaces;
    std::vector<BuildingWindow> windows;
    std::optional<Attic> attic;
    Exchange exchange;
    std::array<bool, 24> shutters_closed{};
    double bridges_w_per_k = 0.0;  ///< Σ ψ·l of zone 0: linear thermal bridges to outdoors.
    Films films = Films::Best;
};

}  // namespace longju::energy
