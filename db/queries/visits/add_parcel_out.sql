-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
INSERT INTO parcel_out (
    package_id, file_name, sha256, revisions, seq_from, seq_to, written_at
)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7);
