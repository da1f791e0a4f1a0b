-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
INSERT INTO parcel_in (package_id, device_id, sha256, revisions, imported_at)
VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (package_id) DO NOTHING;
