-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
SELECT visit_id, MAX(device_seq)
FROM revision
WHERE device_id = ?1
GROUP BY visit_id
ORDER BY visit_id;
