-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
UPDATE user
SET salt = ?2, wrapped_key = ?3, failures = 0, locked_until = 0
WHERE id = ?1;
