-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
SELECT COUNT(*)
FROM revision
WHERE device_id = ?1 AND device_seq = ?2;
