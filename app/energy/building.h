// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

/// The building as the engine sees it: surfaces, windows, air, gains and schedules of one heated
/// zone. A plain description that a validation case can write down completely; a farmhouse becomes
/// one in house_building.h. Numbers are in the units their names say; azimuth is from south,
/// positive to the west; tilt 0 faces up, 90 is vertical, 180 faces down.
namespace longju::energy {

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
};

/// Which line of the heat account a surface belongs to.
enum class Account { Walls, Windows, Doors, Ceiling, Floor, Inside };

/// A space beyond that is not heated: it is `b` of the way from the room to outdoors (ISO 13789
/// temperature reduction factor), and warmer by what the sun gives a glazed one.
struct BufferSpace {
    double b = 0.5;
    double sun_gain_k_per_w_m2 = 0.0;  ///< Kelvin per W/m² on the glazing of a sunspace.
    double greatest_sun_gain_k = 25.0;
    double glazing_tilt_deg = 90.0;
    double glazing_azimuth_deg = 0.0;
};

/// One opaque surface; `layers` run from outside to inside.
struct BuildingSurface {
    std::string name;
    Account account = Account::Walls;
    double area_m2 = 0.0;
    double tilt_deg = 90.0;
    double azimuth_deg = 0.0;
    std::vector<SlabLayer> layers;
    Beyond beyond = Beyond::Outdoors;
    double solar_absorptance = 0.6;     ///< Both faces.
    double emissivity = 0.9;            ///< Both faces.
    double fixed_c = 10.0;              ///< For `Fixed`.
    std::array<double, 12> ground_c{};  ///< For `Ground`, by month.
    double ground_r_m2k_per_w = 0.0;    ///< For `Ground`: between that temperature and the layers.
    BufferSpace buffer;                 ///< For `Buffer`.
    double outer_film_factor = 1.0;     ///< Multiplies the outside film of `Buffer` surfaces.
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
};

struct BuildingWindow {
    std::string name;
    double glass_m2 = 0.0;
    double frame_m2 = 0.0;
    double frame_u_w_per_m2k = 1.8;
    double tilt_deg = 90.0;
    double azimuth_deg = 0.0;
    Glazing glazing;
    double sun_share = 1.0;             ///< Of the sun that reaches it: curtains, dirt, shading.
    std::optional<BufferSpace> behind;  ///< The sunspace it stands behind.
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

/// One zone and what is done in it.
struct Building {
    std::string title;
    double volume_m3 = 0.0;
    double contents_j_per_m3k = 0.0;  ///< Heat store of furniture that follows the air.
    std::vector<BuildingSurface> surfaces;
    std::vector<BuildingWindow> windows;
    std::optional<Attic> attic;
    Films films = Films::Best;
    double air_change_per_h = 0.5;  ///< Of outdoor air, at outdoor density.
    std::array<double, 24> convective_gain_w{};
    std::array<double, 24> radiant_gain_w{};
    std::array<double, 24> heat_set_point_c{};  ///< Of the room air.
    std::optional<double> cool_set_point_c;     ///< Nothing: no cooling.
    double heat_limit_w = 1e9;
    double heat_convective_share = 1.0;
    bool heating = true;               ///< False: free floating.
    bool only_heating_season = false;  ///< Heat only in the season of `heating_season()`.
};

}  // namespace longju::energy
