-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
-- How one row of assembly is written, and all are read.

INSERT INTO assembly (
    id, name_zh, name_en, element, bridge_factor, source, confidence
) VALUES (
    ?, ?, ?, ?, ?, ?, ?
);

SELECT
    id, name_zh, name_en, element, bridge_factor, source, confidence
FROM assembly
ORDER BY id;
