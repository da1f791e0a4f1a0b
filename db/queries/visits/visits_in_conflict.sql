-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
SELECT visit_id
FROM visit
WHERE heads > 1
ORDER BY lamport DESC, visit_id;
