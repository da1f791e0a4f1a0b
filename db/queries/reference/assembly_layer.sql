-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
-- How one row of assembly_layer is written, and all are read.

INSERT INTO assembly_layer (
    assembly_id, position, material_id, thickness_mm
) VALUES (
    ?, ?, ?, ?
);

SELECT
    assembly_id, position, material_id, thickness_mm
FROM assembly_layer
ORDER BY assembly_id, position;
