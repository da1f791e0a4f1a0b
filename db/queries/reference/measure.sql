-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
-- How one row of measure is written, and all are read.

INSERT INTO measure (
    position, id, group_name, name_zh, name_en, for_existing, for_new, outside_work, days_low,
    days_high
) VALUES (
    ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
);

SELECT
    position, id, group_name, name_zh, name_en, for_existing, for_new, outside_work, days_low,
    days_high
FROM measure
ORDER BY position;
