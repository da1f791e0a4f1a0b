-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
SELECT salt, wrapped_key
FROM user
WHERE id = ?1;
