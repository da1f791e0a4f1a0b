-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
-- How one row of price is written, and all are read.

INSERT INTO price (
    id, name_zh, name_en, unit_zh, unit_en, low_fen, typical_fen, high_fen, date, source,
    confidence
) VALUES (
    ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
);

SELECT
    id, name_zh, name_en, unit_zh, unit_en, low_fen, typical_fen, high_fen, date, source,
    confidence
FROM price
ORDER BY id;
