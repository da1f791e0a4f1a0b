-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
-- How one row of door_type is written, and all are read.

INSERT INTO door_type (
    id, name_zh, name_en, u_w_per_m2k, source, confidence
) VALUES (
    ?, ?, ?, ?, ?, ?
);

SELECT
    id, name_zh, name_en, u_w_per_m2k, source, confidence
FROM door_type
ORDER BY id;
