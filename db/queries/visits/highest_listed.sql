-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
SELECT coalesce(max(id), 0)
FROM listed_household;
