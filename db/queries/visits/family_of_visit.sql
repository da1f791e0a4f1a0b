-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
SELECT revision.hash, revision.lamport, COALESCE(parent.parent_hash, '')
FROM revision
LEFT JOIN parent ON parent.child_hash = revision.hash
WHERE revision.visit_id = ?1
ORDER BY revision.hash, parent.parent_hash;
