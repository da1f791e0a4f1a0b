-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
SELECT id, name, role, made_at, retired_at, failures, locked_until
FROM user
ORDER BY retired_at, made_at, name;
