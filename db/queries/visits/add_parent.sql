-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
INSERT INTO parent (child_hash, parent_hash)
VALUES (?1, ?2)
ON CONFLICT (child_hash, parent_hash) DO NOTHING;
