-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
SELECT content, hash
FROM revision
WHERE visit_id = ?1
ORDER BY lamport, hash;
