// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "energy/building.h"
#include "energy/films.h"
#include "energy/star.h"
#include "energy/weather.h"

/// The inside of a building: its faces with their films, and how light spreads over them. Internal
/// to the engine: condense.cpp joins it with the constructions.
namespace longju::energy {

/// A face towards a zone. Opaque ones come first, in the order of `Building::surfaces` with the
/// outer faces of walls between the zones after them; then glass, then frames.
struct InnerFace {
    enum class Kind { Opaque, Glass, Frame };
    Kind kind = Kind::Opaque;
    std::size_t of = 0;       ///< Index of the surface or window.
    bool outer_side = false;  ///< Of a wall between the zones: the face in the other zone.
    std::size_t zone = 0;
    Account account = Account::Walls;
    RadiantFace radiant;
    double absorptance = 0.6;
    bool floor = false;
    std::optional<double> given_convective;
    double conductance = 0.0;    ///< To what lies beyond, steady, W/m²K.
    double outdoor_share = 1.0;  ///< Of what lies beyond: 1 outdoors, 0 the room itself.
    double sky_k_per_k = 0.0;    ///< How much colder than outdoors it seems, per K of sky.
    double sun_k_per_w_m2 = 0.0;
    const Column* sun = nullptr;
    std::optional<double> fixed_c;  ///< Instead of outdoors: ground, fixed.
    std::size_t partner = Face::alone;
    std::array<double, 3> h_conv = {2.0, 2.0, 2.0};  ///< By `Sky`.
    double daily_store = 0.0;  ///< Heat taken up per K of daily swing, W/m²K.
    double h_rad = 5.0;
    double diffuse_share = 0.0;  ///< W/m² on it per W of diffuse light in its zone.
    double beam_share = 0.0;     ///< W/m² on it per W of beam in its zone, reflections included.

    double area_m2() const { return radiant.area_m2; }
};

/// Light through glass into a zone.
struct LightSource {
    const GlassSun* sun = nullptr;
    bool reflected_wall = false;  ///< Only what the common wall throws back, as diffuse light.
    std::size_t zone = 0;
    double area_m2 = 0.0;       ///< Glass, less curtains and dirt.
    bool has_shutter = false;   ///< Dark while shutters are closed.
    std::size_t face = 0;       ///< Of the glass, which absorbs some; or the wall it comes from.
    double inward_share = 0.0;  ///< Of `sun->inward` that this face gets, per m² of it.
};

/// Beam that falls on the outer face of a wall between the zones.
struct WallLight {
    const Column* sun = nullptr;
    double share = 0.0;  ///< W/m² absorbed per W/m² of the column.
};

struct Room {
    std::vector<InnerFace> faces;
    std::vector<LightSource> sources;
    std::vector<WallLight> wall_light;  ///< By surface.
    /// Shares of the second zone's light that pass on through the glass between the zones.
    double beam_to_first = 0.0;
    double diffuse_to_first = 0.0;
    double loss_w_per_k = 0.0;  ///< Of the first zone, steady, in a dark hour.
};

/// What happens on average, for films and for sizing.
struct SteadyConditions {
    double outdoor_c = 0.0;
    double sky_depression_k = 0.0;
    double inside_c = 20.0;  ///< Air of the heated zone.
    Sky sky = Sky::Dark;     ///< Whose films, and whose winter mean of the sun.
    bool sun = true;
    bool all_year = false;  ///< The sun's mean is that of the year, not of winter.
    /// Faces of the mean day: what they store keeps a bright or a dark hour near them.
    const std::vector<double>* mean_face_c = nullptr;
    bool gains = true;
};

/// Temperatures when nothing changes, and the heat that keeps the first zone at `inside_c`.
struct Steady {
    ByZone air_c{};
    double heat_w = 0.0;
    double loss_w_per_k = 0.0;  ///< How much `heat_w` rises with the air of the first zone.
    std::vector<double> face_c;
};

/// Finds the sources of light, and how it spreads.
void add_light(Room& room, const Building& building, Weather& weather);
void share_light(Room& room, const Building& building, Weather& weather);

OutsideConditions outside_conditions(const Weather& weather);

/// Faces with settled films.
Room room_of(const Building& building, Weather& weather);

/// Solves for one room after another set of conditions; keeps its memory between them. The room's
/// films may change between two calls.
class SteadyState {
public:
    SteadyState(const Room& room, const Building& building, const Weather& weather)
        : room_(room), building_(building), weather_(weather) {}

    /// What drives each face from beyond and from the sun, W/m²: the films do not matter.
    std::vector<double> drives(const SteadyConditions& now) const;
    /// `inside_c` is a least when there are gains: the sun may carry the zone above it.
    const Steady& solve(const SteadyConditions& now, const std::vector<double>& drives);

private:
    /// The balances of the air: `b`·T = `given`, with the radiant gains beside them.
    struct Balance {
        std::array<ByZone, most_zones> b{};
        ByZone given_w{};
        ByZone radiant_w{};
    };

    void set_faces(const SteadyConditions& now, const std::vector<double>& drives);
    Balance balance_of(const SteadyConditions& now) const;
    void solve_air(const SteadyConditions& now, const Balance& balance);

    const Room& room_;
    const Building& building_;
    const Weather& weather_;
    std::vector<Face> faces_;
    std::vector<double> drives_;
    Star star_;
    Steady steady_;
};

/// Convection depends on differences that depend on convection, so the mean bright and the mean
/// dark hour of winter are each solved a few times over, held near the mean day by what the faces
/// store.
void settle_convection(Room& room, const Building& building, const Weather& weather);

/// Heat loss at an outdoor temperature as heaters are sized, W: no sun, no gains, air at
/// `inside_c`, leaks at the mean wind (EN 12831-1).
double steady_loss_w(const Building& building, Weather& weather, double inside_c, double outside_c);

/// Leaks of a zone: flow = max(least, √(stack·|ΔT| + stack_2·ΔT² + wind·w)), m³/h, where w is
/// what the model takes of the wind (`wind_of`).
struct LeakFlow {
    double stack = 0.0;
    double stack_2 = 0.0;
    double wind = 0.0;
    double least_m3_per_h = 0.0;
};
LeakFlow leak_flow(const Zone& zone);

/// Coefficients of the enhanced model (AIM-2) for a house on a slab.
struct Aim2 {
    static constexpr double flow_exponent = 0.67;
    double stack = 0.054;           ///< (Pa/K)^n
    double wind = 0.156;            ///< (Pa s²/m²)^n
    double shelter = 0.7;           ///< Of the house among its neighbours.
    double wind_multiplier = 0.48;  ///< Wind at the eaves by the wind at 10 m.
};
Aim2 aim2_coefficients(const Leakage& leaks);

/// The square of the wind at 10 m, m²/s²; for AIM-2, whose leaks follow it by another power, that
/// power. Buildings that walk together have one.
Leakage::Model leak_model(const Building& building);
const Column& wind_of(Leakage::Model model, const Weather& weather);

/// Air change of a zone with outdoors, m³/h, for a difference of temperatures.
double air_flow_m3_per_h(const Zone& zone, double difference_k, double wind);

}  // namespace longju::energy
