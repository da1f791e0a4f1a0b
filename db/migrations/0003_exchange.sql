-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
-- What two stores need to trust each other, and what must not stand in a revision for all to read.

-- A phone number, an identity number, a bank card: revisions name them by `reference`, which tells
-- nothing. `sealed` opens with the store's data key to 16 bytes of salt and the value, whose
-- SHA-256 the reference is.
CREATE TABLE private_value (
    reference TEXT NOT NULL PRIMARY KEY CHECK (length(reference) = 71),
    sealed BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- REPLACE deletes without asking the trigger that forbids it.
CREATE TRIGGER revision_is_never_replaced BEFORE INSERT ON revision
WHEN EXISTS (SELECT 1 FROM revision WHERE hash = new.hash)
BEGIN
    SELECT RAISE(IGNORE);
END;

-- Whom this store knows: counties whose receipts and packs it believes, escrow holders it also
-- seals parcels to, and at the county the laptops it takes parcels from.
CREATE TABLE party (
    signer TEXT NOT NULL PRIMARY KEY CHECK (length(signer) = 64),
    kind TEXT NOT NULL CHECK (kind IN ('county', 'escrow', 'device')),
    name_zh TEXT NOT NULL,
    township TEXT NOT NULL,
    version INTEGER NOT NULL,
    known_since TEXT NOT NULL,
    revoked_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What another store said it has of every chain, as last heard.
CREATE TABLE peer (
    peer_id TEXT NOT NULL,
    device_id TEXT NOT NULL,
    device_seq INTEGER NOT NULL,
    PRIMARY KEY (peer_id, device_id)
) STRICT, WITHOUT ROWID;

-- Photos that a receipt asked for.
CREATE TABLE wanted_photo (
    sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 3;
