-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
-- How one row of module_type is written, and all are read.

INSERT INTO module_type (
    id, name_zh, name_en, kind, length_mm, leg_mm, height_mm, source, confidence
) VALUES (
    ?, ?, ?, ?, ?, ?, ?, ?, ?
);

SELECT
    id, name_zh, name_en, kind, length_mm, leg_mm, height_mm, source, confidence
FROM module_type
ORDER BY id;
