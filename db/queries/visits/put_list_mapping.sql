-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
INSERT INTO list_mapping (headers_hash, fields)
VALUES (?1, ?2)
ON CONFLICT (headers_hash) DO UPDATE SET fields = excluded.fields;
