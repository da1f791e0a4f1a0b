-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
INSERT INTO party (signer, kind, name_zh, township, version, known_since, revoked_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, '')
ON CONFLICT (signer) DO UPDATE SET
    name_zh = excluded.name_zh,
    township = excluded.township,
    version = excluded.version;
