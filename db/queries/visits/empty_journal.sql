-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
-- What was deleted is also gone from the journal.
PRAGMA wal_checkpoint (TRUNCATE);
