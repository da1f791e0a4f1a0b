-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
-- How one row of station_month is written, and all are read.

INSERT INTO station_month (
    station_id, month, t_mean_c, t_max_mean_c, t_min_mean_c, t_anomaly_sd_c, vapour_pa, wind_ms,
    clearness
) VALUES (
    ?, ?, ?, ?, ?, ?, ?, ?, ?
);

SELECT
    station_id, month, t_mean_c, t_max_mean_c, t_min_mean_c, t_anomaly_sd_c, vapour_pa, wind_ms,
    clearness
FROM station_month
ORDER BY station_id, month;
