// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0
//
// The stations of catalog/ as years: what ships must be able to become weather.

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include "climate/sun.h"
#include "climate/year.h"
#include "core/csv.h"

using namespace longju;
using namespace longju::climate;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

CsvTable catalog(const std::string& name) {
    std::ifstream stream(std::string(LONGJU_SOURCE_DIR) + "/catalog/" + name, std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(stream)),
                           std::istreambuf_iterator<char>());
    auto table = parse_csv(text, name);
    REQUIRE(table);
    return std::move(*table);
}

std::vector<Station> shipped_stations() {
    std::vector<Station> all;
    const CsvTable stations = catalog("stations.csv");
    const CsvTable normals = catalog("normals.csv");
    for (const CsvRow& row : stations.rows) {
        const auto number = [&](const char* column) { return *row.number(column, -1e6, 1e6); };
        Station station{.id = *row.text("id"),
                        .name_en = *row.text("name_en"),
                        .site = {.latitude = Degrees{number("latitude_deg")},
                                 .longitude = Degrees{number("longitude_deg")},
                                 .utc_offset = Hours{number("utc_offset_h")},
                                 .elevation = Metres{number("elevation_m")}},
                        .pressure_pa = number("pressure_pa"),
                        .design_temperature = Celsius{number("design_temperature_c")},
                        .zone = *row.text("zone")};
        for (const CsvRow& line : normals.rows) {
            if (*line.text("station_id") != station.id) continue;
            const auto normal = [&](const char* column) { return *line.number(column, -1e6, 1e6); };
            const auto month = static_cast<std::size_t>(normal("month")) - 1;
            Normals& n = station.normals;
            n.t_mean_c[month] = normal("t_mean_c");
            n.t_max_mean_c[month] = normal("t_max_mean_c");
            n.t_min_mean_c[month] = normal("t_min_mean_c");
            n.t_anomaly_sd_c[month] = normal("t_anomaly_sd_c");
            n.vapour_pa[month] = normal("vapour_pa");
            n.wind_ms[month] = normal("wind_ms");
            n.clearness[month] = normal("clearness");
        }
        all.push_back(station);
    }
    return all;
}

double hdd18(const Year& year) {
    double sum = 0.0;
    for (std::size_t day = 0; day < 365; ++day) {
        double mean_c = 0.0;
        for (std::size_t h = 24 * day; h < 24 * day + 24; ++h) mean_c += year.t_out_c[h] / 24.0;
        sum += std::max(0.0, 18.0 - mean_c);
    }
    return sum;
}

}  // namespace

TEST_CASE("every shipped station becomes a year with its monthly means") {
    const std::vector<Station> stations = shipped_stations();
    REQUIRE(stations.size() >= 18);

    for (const Station& station : stations) {
        const Year year = typical_year(station);

        INFO(station.name_en);
        const auto suns = sun_hours(station.site);
        std::size_t from = 0;
        for (std::size_t month = 0; month < 12; ++month) {
            const auto hours = 24 * static_cast<std::size_t>(days_of_month[month]);
            double t_c = 0.0;
            double vapour_pa = 0.0;
            double ghi = 0.0;
            double outside = 0.0;
            for (std::size_t h = from; h < from + hours; ++h) {
                t_c += year.t_out_c[h] / static_cast<double>(hours);
                vapour_pa += year.vapour_pa[h] / static_cast<double>(hours);
                ghi += year.ghi_w_m2[h];
                outside += suns[h].outside_w_m2();
            }
            from += hours;
            INFO("month " << month + 1);
            CHECK_THAT(t_c, WithinAbs(station.normals.t_mean_c[month], 1e-9));
            CHECK_THAT(ghi, WithinRel(station.normals.clearness[month] * outside, 1e-9));
            CHECK_THAT(vapour_pa, WithinRel(station.normals.vapour_pa[month], 0.03));
        }
    }
}

TEST_CASE("a shipped station's year is in the climate zone the station names") {
    for (const Station& station : shipped_stations()) {
        const double degree_days = hdd18(typical_year(station));

        // JGJ 26: 严寒 A from 6000 K·d, B from 5000; a station at the edge may fall to either side.
        INFO(station.name_en << ", zone " << station.zone << ": " << degree_days);
        if (station.zone == "1A") CHECK(degree_days > 5800.0);
        if (station.zone == "1B") CHECK(degree_days > 4800.0);
        if (station.zone == "1B") CHECK(degree_days < 6200.0);
    }
}

TEST_CASE("the coldest hour of a shipped station's year is near its design temperature") {
    for (const Station& station : shipped_stations()) {
        const double coldest_c = std::ranges::min(typical_year(station).t_out_c);

        INFO(station.name_en << ": " << coldest_c);
        CHECK_THAT(coldest_c, WithinAbs(station.design_temperature.value, 8.0));
    }
}
