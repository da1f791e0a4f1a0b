-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
-- How one row of heater is written, and all are read.

INSERT INTO heater (
    id, name_zh, name_en, kind, fuel_id, efficiency_low, efficiency_typical, efficiency_high,
    capacity_kw, convective_share, lowest_outdoor_c, kang_kwh_per_day, fire_wall_kwh_per_day,
    capacity_lost_per_k, capacity_least_share, backup_kw, defrost_loss, source, confidence
) VALUES (
    ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
);

SELECT
    id, name_zh, name_en, kind, fuel_id, efficiency_low, efficiency_typical, efficiency_high,
    capacity_kw, convective_share, lowest_outdoor_c, kang_kwh_per_day, fire_wall_kwh_per_day,
    capacity_lost_per_k, capacity_least_share, backup_kw, defrost_loss, source, confidence
FROM heater
ORDER BY id;
