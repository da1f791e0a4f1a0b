-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
UPDATE user
SET failures = ?2, locked_until = ?3
WHERE id = ?1;
