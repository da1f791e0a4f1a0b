-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
INSERT INTO evidence (visit_id, revision_hash, kind, sha256, saved_at, bytes)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (revision_hash, kind, sha256) DO NOTHING;
