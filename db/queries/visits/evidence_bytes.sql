-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
SELECT bytes
FROM evidence
WHERE sha256 = ?1
ORDER BY id
LIMIT 1;
