-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
-- How one row of junction is written, and all are read.

INSERT INTO junction (
    id, junction, wall_id, other_id, edge_mm, psi_w_per_mk, f_rsi, insulation, flat_roof,
    wall_u_w_per_m2k, other_u_w_per_m2k, wall_mm, source, confidence
) VALUES (
    ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
);

SELECT
    id, junction, wall_id, other_id, edge_mm, psi_w_per_mk, f_rsi, insulation, flat_roof,
    wall_u_w_per_m2k, other_u_w_per_m2k, wall_mm, source, confidence
FROM junction
ORDER BY id;
