-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
SELECT fields
FROM list_mapping
WHERE headers_hash = ?1;
