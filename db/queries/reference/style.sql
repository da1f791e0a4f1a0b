-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
-- How one row of style is written, and all are read.

INSERT INTO style (
    id, name_zh, name_en, cover_zh, wall_rgb, roof_rgb, plinth_rgb, source, confidence
) VALUES (
    ?, ?, ?, ?, ?, ?, ?, ?, ?
);

SELECT
    id, name_zh, name_en, cover_zh, wall_rgb, roof_rgb, plinth_rgb, source, confidence
FROM style
ORDER BY id;
