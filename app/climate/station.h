// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <optional>
#include <string>

#include "core/provenance.h"
#include "core/units.h"

namespace longju::climate {

/// Where the sun and the air are computed for.
struct Site {
    Degrees latitude;   ///< North positive.
    Degrees longitude;  ///< East positive.
    Hours utc_offset{8.0};
    Metres elevation;
};

/// Monthly climate of a station: what ships instead of hourly files. January first.
struct Normals {
    std::array<double, 12> t_mean_c{};
    std::array<double, 12> t_max_mean_c{};    ///< Mean of the daily maxima.
    std::array<double, 12> t_min_mean_c{};    ///< Mean of the daily minima.
    std::array<double, 12> t_anomaly_sd_c{};  ///< Of the daily mean about the seasonal curve.
    std::array<double, 12> vapour_pa{};
    std::array<double, 12> wind_ms{};    ///< Weighted by max(18 − T, 0): cold hours are calm.
    std::array<double, 12> clearness{};  ///< Monthly GHI by extraterrestrial, 0 to 1.
};

/// 气象站 with its normals.
struct Station {
    std::string id;  ///< `509530`.
    std::string name_zh;
    std::string name_en;
    Site site;
    double pressure_pa = 100000.0;
    Celsius design_temperature;  ///< 99.6 % long-term (ASHRAE) where known, for sizing heaters.
    std::string zone;  ///< 严寒 sub-zone by HDD18: `1A` (≥ 6000) or `1B` (5000 to 6000).
    double snow_load_kn_m2 = 0.0;  ///< 50-year basic snow pressure, GB 50009-2012 E.5.
    double wind_load_kn_m2 = 0.0;  ///< 50-year basic wind pressure, of the same table.
    double frost_depth_m = 0.0;  ///< 最大冻土深度, GB 50736-2012 or the next station; 0: unknown.
    Normals normals;
    Provenance provenance;
};

}  // namespace longju::climate
