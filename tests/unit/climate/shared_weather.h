// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "climate/epw.h"
#include "climate/plane.h"
#include "climate/station.h"
#include "core/csv.h"

/// Weather files beside the repository, too big to ship; tests that need them say so when absent.
namespace longju::shared {

inline std::filesystem::path weather(const std::string& name) {
    return std::filesystem::path(LONGJU_SHARED_DIR) / "weather" / name;
}

/// Skips the test when the file is not there.
inline void need_weather(const std::string& name) {
    if (!std::filesystem::exists(weather(name))) SKIP("no " << weather(name).string());
}

/// The text of a gzip file, through the gzip program.
inline std::string unzipped(const std::filesystem::path& file) {
    const std::string command = "gzip -dc '" + file.string() + "'";
    std::FILE* pipe = popen(command.c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::string text;
    std::vector<char> buffer(1 << 16);
    while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe)) {
        text.append(buffer.data(), count);
    }
    REQUIRE(pclose(pipe) == 0);
    return text;
}

/// A weather file read by the product's parser.
inline climate::Year epw(const std::string& name) {
    need_weather(name);
    auto year = climate::parse_epw(unzipped(weather(name)), name);
    INFO((year ? std::string() : year.error().sentence()));
    REQUIRE(year);
    return *year;
}

/// One weather file, its normals and what is known of its radiation.
struct Reference {
    climate::Station station;
    std::string epw;        ///< Path under the weather folder.
    std::string radiation;  ///< Column rad_use.
    double sun_lag_h = 0.0;
};

inline CsvTable table(const std::string& name) {
    need_weather(name);
    std::ifstream stream(weather(name), std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(stream)),
                           std::istreambuf_iterator<char>());
    auto parsed = parse_csv(text, name);
    REQUIRE(parsed);
    return std::move(*parsed);
}

/// The file in the folder of weather files whose name holds `WMO_dataset`.
inline std::string epw_of(const std::string& station_id) {
    for (const auto& entry : std::filesystem::directory_iterator(weather("epw"))) {
        const std::string name = entry.path().filename().string();
        if (name.find(station_id) != std::string::npos) return "epw/" + name;
    }
    FAIL("no weather file for " << station_id);
    return {};
}

inline std::vector<Reference> references() {
    std::vector<Reference> all;
    const CsvTable stations = table("stations.csv");
    const CsvTable normals = table("normals.csv");
    for (const CsvRow& row : stations.rows) {
        const auto number = [&](const char* column) { return *row.number(column, -1e6, 1e6); };
        const std::string id = *row.text("station_id");
        Reference reference{.station = {.id = id,
                                        .name_zh = *row.text("name_zh"),
                                        .name_en = *row.text("name_en"),
                                        .site = {.latitude = Degrees{number("lat")},
                                                 .longitude = Degrees{number("lon")},
                                                 .utc_offset = Hours{number("tz")},
                                                 .elevation = Metres{number("elev_m")}}},
                            .epw = epw_of(id),
                            .radiation = *row.text("rad_use"),
                            .sun_lag_h = number("rad_offset_h")};
        std::size_t month = 0;
        for (const CsvRow& line : normals.rows) {
            if (*line.text("station_id") != id) continue;
            const auto normal = [&](const char* column) { return *line.number(column, -1e6, 1e6); };
            climate::Normals& n = reference.station.normals;
            n.t_mean_c[month] = normal("t_mean_c");
            n.t_max_mean_c[month] = normal("t_max_mean_c");
            n.t_min_mean_c[month] = normal("t_min_mean_c");
            n.t_anomaly_sd_c[month] = normal("t_anom_sd_c");
            n.vapour_pa[month] = normal("vap_pa");
            // A month without a cold hour has no weighted wind.
            const bool cold = !line.text("wind_loadwt_ms")->empty();
            n.wind_ms[month] = normal(cold ? "wind_loadwt_ms" : "wind_mean_ms");
            n.clearness[month] = normal("kt_rec");
            ++month;
        }
        REQUIRE(month == 12);
        all.push_back(reference);
    }
    return all;
}

/// The weather file with the sun moved by its stamps' lag and the beam its global leaves over its
/// diffuse: the files' own beam does not add up to their global.
inline climate::Year with_consistent_beam(climate::Year year, double sun_lag_h) {
    constexpr double least_sine = 0.05;
    year.site.longitude -= Degrees{15.0 * sun_lag_h};
    const auto path = climate::sun_path(year.site);
    for (std::size_t h = 0; h < path.size(); ++h) {
        const double sine = std::sin(path[h].altitude_rad);
        if (sine < least_sine) year.dhi_w_m2[h] = year.ghi_w_m2[h];
        const double beam = std::max(0.0, year.ghi_w_m2[h] - year.dhi_w_m2[h]);
        year.dni_w_m2[h] = sine < least_sine ? 0.0 : std::min(1100.0, beam / sine);
    }
    return year;
}

/// The radiation of Fuyu, Huma and Mohe is faulty.
inline bool has_usable_radiation(const Reference& reference) {
    const std::string& id = reference.station.id;
    return id != "507420_CSWD" && id != "503530_CSWD" && id != "501360_CSWD";
}

}  // namespace longju::shared
