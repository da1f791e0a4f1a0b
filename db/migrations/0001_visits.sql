-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0

-- visits.db, first layout. What each table and column means: db/README.md.

-- Settings of this file: device_id.
CREATE TABLE meta (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The truth: every save, for ever. Everything below except evidence and the exchange tables can be
-- made again from it.
CREATE TABLE revision (
    hash TEXT NOT NULL PRIMARY KEY CHECK (length(hash) = 64),
    visit_id TEXT NOT NULL CHECK (length(visit_id) = 32),
    device_id TEXT NOT NULL,
    device_seq INTEGER NOT NULL CHECK (device_seq > 0),
    lamport INTEGER NOT NULL CHECK (lamport > 0),
    content TEXT NOT NULL
) STRICT;

CREATE INDEX revision_by_visit ON revision (visit_id);

CREATE INDEX revision_by_device ON revision (device_id, device_seq);

CREATE INDEX revision_by_lamport ON revision (lamport);

CREATE TRIGGER revision_is_never_changed BEFORE UPDATE ON revision
BEGIN
    SELECT RAISE(ABORT, 'a revision is never changed');
END;

CREATE TRIGGER revision_is_never_deleted BEFORE DELETE ON revision
BEGIN
    SELECT RAISE(ABORT, 'a revision is never deleted');
END;

-- Projection: whose child a revision is. The parent may not have arrived yet.
CREATE TABLE parent (
    child_hash TEXT NOT NULL,
    parent_hash TEXT NOT NULL,
    PRIMARY KEY (child_hash, parent_hash)
) STRICT, WITHOUT ROWID;

-- Projection: one row for each visit that can be shown.
CREATE TABLE visit (
    visit_id TEXT NOT NULL PRIMARY KEY,
    head_hash TEXT NOT NULL REFERENCES revision (hash),
    heads INTEGER NOT NULL CHECK (heads > 0),
    waiting INTEGER NOT NULL CHECK (waiting >= 0),
    lamport INTEGER NOT NULL,
    code TEXT NOT NULL,
    household TEXT NOT NULL,
    division_code TEXT NOT NULL,
    township TEXT NOT NULL,
    village TEXT NOT NULL,
    step INTEGER NOT NULL CHECK (step BETWEEN 0 AND 6),
    sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
    saved_at TEXT NOT NULL,
    search_text TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The newest first, and narrow enough that a search reads it whole within a keystroke.
CREATE INDEX visit_by_lamport ON visit (lamport, search_text);

-- What was printed or handed out, byte for byte.
CREATE TABLE evidence (
    id INTEGER NOT NULL PRIMARY KEY,
    visit_id TEXT NOT NULL,
    revision_hash TEXT NOT NULL REFERENCES revision (hash),
    kind TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    saved_at TEXT NOT NULL,
    bytes BLOB NOT NULL,
    UNIQUE (revision_hash, kind, sha256)
) STRICT;

CREATE INDEX evidence_by_visit ON evidence (visit_id);

-- Parcels that were written, and read back, by this device.
CREATE TABLE parcel_out (
    package_id TEXT NOT NULL PRIMARY KEY,
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    revisions INTEGER NOT NULL,
    seq_from INTEGER NOT NULL,
    seq_to INTEGER NOT NULL,
    written_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Parcels that were taken in.
CREATE TABLE parcel_in (
    package_id TEXT NOT NULL PRIMARY KEY,
    device_id TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    revisions INTEGER NOT NULL,
    imported_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Up to which number the county has confirmed the revisions of a device.
CREATE TABLE receipt (
    device_id TEXT NOT NULL PRIMARY KEY,
    device_seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

PRAGMA application_id = 1279940169;

PRAGMA user_version = 1;
