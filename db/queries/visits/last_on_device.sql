-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
SELECT device_seq, hash
FROM revision
WHERE device_id = ?1
ORDER BY device_seq DESC, hash
LIMIT 1;
