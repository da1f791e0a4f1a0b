-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
SELECT value
FROM longju.meta
WHERE name = 'schema';
