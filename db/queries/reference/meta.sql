-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
-- How one row of meta is written, and all are read.

INSERT INTO meta (
    key, value
) VALUES (
    ?, ?
);

SELECT
    key, value
FROM meta
ORDER BY key;
