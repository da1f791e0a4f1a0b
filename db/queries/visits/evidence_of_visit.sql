-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
SELECT revision_hash, kind, sha256, saved_at, length(bytes)
FROM evidence
WHERE visit_id = ?1
ORDER BY id;
