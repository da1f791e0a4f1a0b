-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
-- Of a copy that is being written: it is flushed once, when it is whole.
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
