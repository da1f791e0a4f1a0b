-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
-- Nothing reads the file before it has its final name, so it needs no journal of its own.

PRAGMA journal_mode = MEMORY;
PRAGMA synchronous = FULL;
PRAGMA foreign_keys = ON;
BEGIN;
