-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
INSERT INTO revision (hash, visit_id, device_id, device_seq, lamport, content)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (hash) DO NOTHING;
