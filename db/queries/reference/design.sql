-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
-- How one row of design is written, and all are read.

INSERT INTO design (
    id, name_zh, name_en, summary_zh, summary_en, people, official, house, source, confidence
) VALUES (
    ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
);

SELECT
    id, name_zh, name_en, summary_zh, summary_en, people, official, house, source, confidence
FROM design
ORDER BY id;
