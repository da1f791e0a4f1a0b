// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <map>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "climate/plane.h"
#include "climate/year.h"
#include "energy/building.h"

namespace longju::energy {

/// Hours with and without sun to speak of. A room behaves differently in them: by day the floor in
/// the sun stirs the air, at night the cold faces do.
enum class Sky { Bright, Dark, Mean };
constexpr std::size_t index(Sky sky) { return static_cast<std::size_t>(sky); }

/// One quantity for each hour of the year. Single precision: weather is not known better, and the
/// engine reads many columns at once.
struct Column {
    std::vector<float> hours;
    /// By `Sky`, over hours colder than 12 °C; bright and dark ones weighted by what drives heat
    /// then: the sun's radiation, and how much colder it is.
    std::array<double, 3> winter_mean{};
    /// The same over all the year; only for bright hours and the mean.
    std::array<double, 3> year_mean{};

    double mean(Sky sky, bool all_year) const {
        return all_year ? year_mean.at(index(sky)) : winter_mean.at(index(sky));
    }
    double year_sum = 0.0;
    std::array<double, 12> month_mean{};

    const float* data() const { return hours.data(); }
};

/// Glass in its place, and for a sunspace's front what stands behind it.
struct GlassPlace {
    Glazing glazing;
    double tilt_deg = 90.0;
    double azimuth_deg = 0.0;
    double outside_film_w_per_m2k = 15.0;
    std::optional<Shading> shading;
    /// Of a sunspace: sill and head of the glass above the floor, the width of all glass of this
    /// front and of the room, and the way to the common wall.
    struct Sunspace {
        double sill_m = 0.0;
        double head_m = 2.0;
        double front_width_m = 4.0;
        double width_m = 4.0;
        double depth_m = 1.5;

        auto operator<=>(const Sunspace&) const = default;
    };
    std::optional<Sunspace> sunspace;

    auto operator<=>(const GlassPlace&) const = default;
};

/// Glass in the common wall of a sunspace, in the middle of it.
struct InnerGlass {
    Glazing glazing;
    double sill_m = 0.0;
    double head_m = 2.0;
    double width_m = 1.0;

    auto operator<=>(const InnerGlass&) const = default;
};

/// Sun through a square metre of glass, W/m².
struct GlassSun {
    Column beam;     ///< Transmitted from the sun's direction, towards the floor.
    Column wall;     ///< Of a sunspace: the part of the beam that reaches the common wall.
    Column diffuse;  ///< Transmitted from sky and ground.
    Column inward;   ///< Absorbed in the panes and delivered at the inner face.
};

/// A year prepared for the engine: the columns it walks along, each computed once for what it
/// depends on (plane; glass in its place). Holds the year by reference; the owner keeps the year
/// alive. Give one to every run of the same year. References stay valid as long as it lives.
class Weather {
public:
    explicit Weather(const climate::Year& year);

    const climate::Year& year() const { return *year_; }
    const climate::PlaneIrradiance& plane(double tilt_deg, double azimuth_deg);

    const Column& outdoor_c() const { return outdoor_c_; }
    const Column& sky_depression_k() const { return sky_depression_k_; }  ///< Outdoors less sky.
    const Column& air_w_per_m3h_k() const { return air_w_per_m3h_k_; }    ///< ρ c of outdoor air.
    const Column& wind_squared() const { return wind_squared_; }          ///< At 10 m, m²/s².
    const Column& wind_power() const { return wind_power_; }  ///< v^2.68: AIM-2's, v in m/s.
    double mean_wind_ms() const { return mean_wind_ms_; }

    /// Irradiance of a plane, and the mean of a gable roof's two slopes, W/m².
    const Column& sun_on(double tilt_deg, double azimuth_deg);
    const Column& sun_on_slopes(double tilt_deg, double azimuth_deg);
    const GlassSun& through(const GlassPlace& place);
    /// Of diffuse light from a hemisphere, through a pane from either side.
    double diffuse_transmittance(const Glazing& glazing);
    /// Per m² of a sunspace's front: `wall`, its beam that falls on the inner glass; `beam`, what
    /// goes on through it; `inward`, what it absorbs.
    const GlassSun& through_both(const GlassPlace& front, const InnerGlass& inner);
    /// `wall`: the beam that falls on the common wall beside the inner glass.
    const GlassSun& beside(const GlassPlace& front, const std::vector<InnerGlass>& inner);

    const std::vector<unsigned char>& lit() const { return lit_; }        ///< 1: there is light.
    const std::vector<unsigned char>& months() const { return months_; }  ///< 0 to 11.

    /// 1: at least 100 W/m² on the horizontal.
    const std::vector<unsigned char>& bright() const { return bright_; }
    /// Hours in which houses are heated: the longest spell in which the five-day running mean of
    /// the outdoor temperature is at or below 5 °C (GB 50736-2012 4.1.14: 供暖期 at +5 °C).
    const std::vector<bool>& heating_season() const { return season_; }
    /// The same spell, which may run over the end of the year.
    struct Spell {
        int first_hour = 0;
        int hours = 0;
    };
    Spell heating_spell() const { return spell_; }

private:
    struct Patch;

    Column column(std::vector<float> hours) const;
    std::vector<float> share_on(const GlassPlace& front, const Patch& patch);
    std::vector<float> sunlit_share(const GlassPlace& place);

    const climate::Year* year_;
    std::vector<unsigned char> lit_, months_, bright_;
    std::vector<bool> winter_;
    Spell spell_;
    std::vector<bool> season_;
    std::vector<climate::Sun> sun_;
    Column outdoor_c_, sky_depression_k_, air_w_per_m3h_k_, wind_squared_, wind_power_;
    double mean_wind_ms_ = 0.0;
    std::map<std::pair<double, double>, climate::PlaneIrradiance> planes_;
    std::map<std::tuple<double, double, bool>, Column> suns_;
    std::map<Glazing, double> diffuse_transmittance_;
    std::map<GlassPlace, GlassSun> glass_;
    std::map<std::pair<GlassPlace, InnerGlass>, GlassSun> inner_glass_;
    std::map<std::pair<GlassPlace, std::vector<InnerGlass>>, GlassSun> beside_;
};

}  // namespace longju::energy
