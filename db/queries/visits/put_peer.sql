-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
INSERT INTO peer (peer_id, device_id, device_seq)
VALUES (?1, ?2, ?3)
ON CONFLICT (peer_id, device_id) DO UPDATE SET
    device_seq = max(device_seq, excluded.device_seq);
