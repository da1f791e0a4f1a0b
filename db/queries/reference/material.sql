-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
-- How one row of material is written, and all are read.

INSERT INTO material (
    id, name_zh, name_en, conductivity_w_per_mk, density_kg_per_m3, specific_heat_j_per_kgk,
    correction_outside, correction_inside, hatch, source, confidence
) VALUES (
    ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
);

SELECT
    id, name_zh, name_en, conductivity_w_per_mk, density_kg_per_m3, specific_heat_j_per_kgk,
    correction_outside, correction_inside, hatch, source, confidence
FROM material
ORDER BY id;
