-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
-- Writes the pages in order, so that the same rows give the same bytes.

COMMIT;
VACUUM;
