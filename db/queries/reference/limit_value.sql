-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
-- How one row of limit_value is written, and all are read.

INSERT INTO limit_value (
    position, id, standard, clause, subject, zone, max_value, source, confidence
) VALUES (
    ?, ?, ?, ?, ?, ?, ?, ?, ?
);

SELECT
    position, id, standard, clause, subject, zone, max_value, source, confidence
FROM limit_value
ORDER BY position;
