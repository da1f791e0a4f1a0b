-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
-- How one row of heater_cop is written, and all are read.

INSERT INTO heater_cop (
    heater_id, position, outdoor_c, cop
) VALUES (
    ?, ?, ?, ?
);

SELECT
    heater_id, position, outdoor_c, cop
FROM heater_cop
ORDER BY heater_id, position;
