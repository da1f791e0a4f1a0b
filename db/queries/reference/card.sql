-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
-- How one row of card is written, and all are read.

INSERT INTO card (
    position, id, title_zh, title_en, text_zh, text_en, cost_zh, cost_en, care_zh, care_en,
    source, confidence
) VALUES (
    ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
);

SELECT
    position, id, title_zh, title_en, text_zh, text_en, cost_zh, cost_en, care_zh, care_en,
    source, confidence
FROM card
ORDER BY position;
