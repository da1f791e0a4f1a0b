-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
SELECT COALESCE(MAX(lamport), 0)
FROM revision;
