-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
SELECT device_id, COALESCE(MAX(device_seq) FILTER (WHERE device_seq = place), 0)
FROM (
    SELECT
        device_id,
        device_seq,
        DENSE_RANK() OVER (PARTITION BY device_id ORDER BY device_seq) AS place
    FROM revision
)
GROUP BY device_id
ORDER BY device_id;
