-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
SELECT DISTINCT visit_id
FROM revision
ORDER BY visit_id;
