-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
SELECT
    visit_id, head_hash, heads, waiting, lamport, code, household, division_code, township,
    village, step, sample, saved_at
FROM visit
ORDER BY lamport DESC, visit_id
LIMIT ?1;
