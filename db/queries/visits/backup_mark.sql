-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
-- What a copy is ordered by: the highest lamport, then the rows of the tables that only grow.
SELECT
    (SELECT COALESCE(MAX(lamport), 0) FROM revision),
    (SELECT COUNT(*) FROM revision)
    + (SELECT COUNT(*) FROM evidence)
    + (SELECT COUNT(*) FROM parcel_out)
    + (SELECT COUNT(*) FROM parcel_in);
