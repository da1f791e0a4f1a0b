-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
-- A copy is one file: no journal beside it.
PRAGMA journal_mode = DELETE;
