-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
-- How one row of division is written, and all are read.

INSERT INTO division (
    code, name_zh, pinyin, prefecture_zh, station_id, station_km, station_note, seismic_zh,
    source, confidence
) VALUES (
    ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
);

SELECT
    code, name_zh, pinyin, prefecture_zh, station_id, station_km, station_note, seismic_zh,
    source, confidence
FROM division
ORDER BY code;
