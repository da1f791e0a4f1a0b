-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
SELECT device_id, device_seq
FROM peer
WHERE peer_id = ?1
ORDER BY device_id;
