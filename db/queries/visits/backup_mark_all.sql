-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
-- As backup_mark, with the tables that grow since layout 2: an older file is copied before it has
-- them.
SELECT
    (SELECT COALESCE(MAX(lamport), 0) FROM revision),
    (SELECT COUNT(*) FROM revision)
    + (SELECT COUNT(*) FROM evidence)
    + (SELECT COUNT(*) FROM parcel_out)
    + (SELECT COUNT(*) FROM parcel_in)
    + (SELECT COUNT(*) FROM audit)
    + (SELECT COUNT(*) FROM private_value)
    + (SELECT COUNT(*) FROM party)
    + (SELECT COUNT(*) FROM listed_household);
