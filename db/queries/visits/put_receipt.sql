-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
INSERT INTO receipt (device_id, device_seq)
VALUES (?1, ?2)
ON CONFLICT (device_id) DO UPDATE SET
    device_seq = max(device_seq, excluded.device_seq);
