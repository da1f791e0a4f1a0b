-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
SELECT DISTINCT visit_id
FROM revision
WHERE device_id = ?1
ORDER BY visit_id;
