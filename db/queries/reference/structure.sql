-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
-- How one row of structure is written, and all are read.

INSERT INTO structure (
    id, name_zh, name_en, wall_id, axis_to_outer_face_mm, max_storeys, source, confidence
) VALUES (
    ?, ?, ?, ?, ?, ?, ?, ?
);

SELECT
    id, name_zh, name_en, wall_id, axis_to_outer_face_mm, max_storeys, source, confidence
FROM structure
ORDER BY id;
