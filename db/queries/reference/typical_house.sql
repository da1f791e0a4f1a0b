-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
-- How one row of typical_house is written, and all are read.

INSERT INTO typical_house (
    id, name_zh, name_en, built_from, built_to, length_mm, width_mm, bays, back_rooms,
    south_windows, south_window_width_mm, north_windows, north_window_width_mm,
    window_height_mm, window_id, door_id, wall_id, ceiling_id, floor_id, porch, heater_id,
    air_change_per_h, source, confidence
) VALUES (
    ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
);

SELECT
    id, name_zh, name_en, built_from, built_to, length_mm, width_mm, bays, back_rooms,
    south_windows, south_window_width_mm, north_windows, north_window_width_mm,
    window_height_mm, window_id, door_id, wall_id, ceiling_id, floor_id, porch, heater_id,
    air_change_per_h, source, confidence
FROM typical_house
ORDER BY id;
