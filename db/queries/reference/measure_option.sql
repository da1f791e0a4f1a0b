-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
-- How one row of measure_option is written, and all are read.

INSERT INTO measure_option (
    measure_position, position, id, name_zh, name_en, plain_zh, effects, charges, rule_type,
    low_temp_rating_c, life_years, source, confidence
) VALUES (
    ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
);

SELECT
    measure_position, position, id, name_zh, name_en, plain_zh, effects, charges, rule_type,
    low_temp_rating_c, life_years, source, confidence
FROM measure_option
ORDER BY measure_position, position;
