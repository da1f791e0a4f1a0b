-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
-- Every COMMIT is on the disk when it returns.
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
