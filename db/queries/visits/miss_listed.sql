-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
UPDATE listed_household
SET
    list_name = ?2,
    list_row = ?3,
    missing = 1
WHERE id = ?1;
