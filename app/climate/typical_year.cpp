// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include "climate/sky.h"
#include "climate/sun.h"
#include "climate/typical.h"
#include "climate/year.h"

namespace longju::climate {

namespace {

constexpr double snow_albedo = 0.6;

/// Snow lies from November to March.
constexpr bool under_snow(std::size_t month) { return month <= 2 || month >= 10; }

/// Extraterrestrial irradiation of each day.
std::vector<double> daily_outside(const std::vector<SunHour>& suns) {
    std::vector<double> outside_wh_m2(days_per_year, 0.0);
    for (std::size_t h = 0; h < suns.size(); ++h) outside_wh_m2[h / 24] += suns[h].outside_w_m2();
    return outside_wh_m2;
}

/// Vapour pressure of one month: a steady relative humidity of the day's mean temperature, never
/// above saturation of the hour, with the month's mean.
void fill_vapour(double monthly_pa, std::size_t first_day, std::size_t days,
                 const std::vector<double>& t_mean_c, Year& year) {
    const std::size_t from = 24 * first_day;
    const std::size_t to = 24 * (first_day + days);
    std::vector<double> daily_pa(days);
    std::vector<double> hourly_pa(24 * days);
    for (std::size_t d = 0; d < days; ++d) daily_pa[d] = saturation_pa(t_mean_c[first_day + d]);
    for (std::size_t h = from; h < to; ++h) hourly_pa[h - from] = saturation_pa(year.t_out_c[h]);

    double humidity = 0.7;
    constexpr int passes = 12;
    for (int pass = 0; pass < passes; ++pass) {
        double sum_pa = 0.0;
        for (std::size_t h = from; h < to; ++h) {
            const std::size_t at = h - from;
            year.vapour_pa[h] = std::min(humidity * daily_pa[at / 24], hourly_pa[at]);
            sum_pa += year.vapour_pa[h];
        }
        if (sum_pa <= 0.0) return;
        // A month wetter than its cold hours can hold stays at saturation.
        humidity = std::min(2.0, humidity * monthly_pa * static_cast<double>(24 * days) / sum_pa);
    }
}

}  // namespace

Year typical_year(const Station& station, std::uint64_t seed) {
    const Normals& normals = station.normals;
    const std::vector<SunHour> suns = sun_hours(station.site);
    const DailyWeather days = daily_weather(normals, daily_outside(suns), seed);
    HourlySun sun = hourly_sun(days, suns);

    Year year{.name = station.name_zh,
              .site = station.site,
              .t_out_c = hourly_temperature(normals, days, station.site),
              .t_sky_c = std::vector<double>(hours_per_year),
              .wind_ms = std::vector<double>(hours_per_year),
              .vapour_pa = std::vector<double>(hours_per_year),
              .pressure_pa = std::vector<double>(hours_per_year, station.pressure_pa),
              .dni_w_m2 = std::move(sun.dni_w_m2),
              .dhi_w_m2 = std::move(sun.dhi_w_m2),
              .ghi_w_m2 = std::move(sun.ghi_w_m2),
              .albedo = std::vector<double>(hours_per_year)};

    std::size_t day = 0;
    for (std::size_t month = 0; month < days_of_month.size(); ++month) {
        const auto count = static_cast<std::size_t>(days_of_month[month]);
        fill_vapour(normals.vapour_pa[month], day, count, days.t_mean_c, year);
        for (const std::size_t end = day + count; day < end; ++day) {
            const double cloud = cloud_cover(days.clearness[day]);
            for (std::size_t h = 24 * day; h < 24 * day + 24; ++h) {
                year.t_sky_c[h] = sky_temperature_c(
                    sky_infrared_w_m2(year.t_out_c[h], std::max(year.vapour_pa[h], 1.0), cloud));
                // Steady: the normal is weighted by the heat it carries off already.
                year.wind_ms[h] = normals.wind_ms[month];
                year.albedo[h] = under_snow(month) ? snow_albedo : open_ground_albedo;
            }
        }
    }
    return year;
}

}  // namespace longju::climate
