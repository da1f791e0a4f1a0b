-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
-- How one row of fuel is written, and all are read.

INSERT INTO fuel (
    id, name_zh, name_en, unit_zh, unit_en, energy_kwh_per_unit, co2_kg_per_unit,
    coal_equivalent_kg_per_unit, so2_kg_per_unit, pm25_kg_per_unit, own_labour_h_per_unit,
    low_fen, typical_fen, high_fen, source, confidence, price_source, price_confidence,
    emission_source, emission_confidence
) VALUES (
    ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
);

SELECT
    id, name_zh, name_en, unit_zh, unit_en, energy_kwh_per_unit, co2_kg_per_unit,
    coal_equivalent_kg_per_unit, so2_kg_per_unit, pm25_kg_per_unit, own_labour_h_per_unit,
    low_fen, typical_fen, high_fen, source, confidence, price_source, price_confidence,
    emission_source, emission_confidence
FROM fuel
ORDER BY id;
