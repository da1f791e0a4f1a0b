-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
-- Every field of every cell that can be read, page by page, whatever the trees look like.
SELECT pgno, cell, field, value
FROM sqlite_dbdata
WHERE field >= 0;
