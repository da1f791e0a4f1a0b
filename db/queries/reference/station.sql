-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
-- How one row of station is written, and all are read.

INSERT INTO station (
    id, name_zh, name_en, latitude_deg, longitude_deg, utc_offset_h, elevation_m, pressure_pa,
    design_temperature_c, zone, snow_load_kn_m2, wind_load_kn_m2, frost_depth_m, source,
    confidence
) VALUES (
    ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
);

SELECT
    id, name_zh, name_en, latitude_deg, longitude_deg, utc_offset_h, elevation_m, pressure_pa,
    design_temperature_c, zone, snow_load_kn_m2, wind_load_kn_m2, frost_depth_m, source,
    confidence
FROM station
ORDER BY id;
