-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
INSERT INTO wanted_photo (sha256)
VALUES (?1)
ON CONFLICT (sha256) DO NOTHING;
