-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0

-- Searching is done in memory (app/storage/search_index.h): of phone and ID number only the last
-- four characters stand in the projection. And the county's list of households.
DROP INDEX visit_by_lamport;

ALTER TABLE visit DROP COLUMN search_text;

ALTER TABLE visit ADD COLUMN phone_tail TEXT NOT NULL DEFAULT ''
CHECK (length(phone_tail) <= 4);

ALTER TABLE visit ADD COLUMN id_tail TEXT NOT NULL DEFAULT '' CHECK (length(id_tail) <= 4);

CREATE INDEX visit_by_lamport ON visit (lamport);

UPDATE visit
SET
    phone_tail = coalesce(substr(
        json_extract(
            (
                SELECT json_extract(content, '$.body')
                FROM revision
                WHERE hash = head_hash
            ), '$.inputs.household.phone'
        ), -4
    ), ''),
    id_tail = coalesce(substr(
        json_extract(
            (
                SELECT json_extract(content, '$.body')
                FROM revision
                WHERE hash = head_hash
            ), '$.inputs.household.id_number'
        ), -4
    ), '');

-- 名册: who is to be visited, as the county's lists say.
CREATE TABLE listed_household (
    id INTEGER NOT NULL PRIMARY KEY,
    township TEXT NOT NULL,
    village TEXT NOT NULL,
    group_name TEXT NOT NULL,
    head TEXT NOT NULL CHECK (length(head) > 0),
    category INTEGER CHECK (category BETWEEN 0 AND 6),
    grade TEXT NOT NULL CHECK (grade IN ('', 'A', 'B', 'C', 'D')),
    members INTEGER CHECK (members BETWEEN 1 AND 30),
    phone_tail TEXT NOT NULL CHECK (length(phone_tail) <= 4),
    id_tail TEXT NOT NULL CHECK (length(id_tail) <= 4),
    id_hash TEXT NOT NULL CHECK (length(id_hash) IN (0, 64)),
    sealed_phone BLOB NOT NULL,
    sealed_id BLOB NOT NULL,
    note TEXT NOT NULL,
    list_name TEXT NOT NULL,
    list_row INTEGER NOT NULL,
    missing INTEGER NOT NULL CHECK (missing IN (0, 1))
) STRICT;

CREATE UNIQUE INDEX listed_household_by_id_hash ON listed_household (id_hash)
WHERE id_hash <> '';

-- Which column of a list holds what, for the next list with the same headers.
CREATE TABLE list_mapping (
    headers_hash TEXT NOT NULL PRIMARY KEY CHECK (length(headers_hash) = 64),
    fields TEXT NOT NULL
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 4;
