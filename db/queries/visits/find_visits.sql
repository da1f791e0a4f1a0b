-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
-- instr, not LIKE: a name may hold % and _, and Han is compared by character. The inner query only
-- reads the index visit_by_lamport.
SELECT
    visit.visit_id, head_hash, heads, waiting, lamport, code, household, division_code, township,
    village, step, sample, saved_at
FROM (
    SELECT visit_id AS found_id
    FROM visit
    WHERE instr(search_text, ?1) > 0
    ORDER BY lamport DESC, visit_id
    LIMIT ?2
)
JOIN visit ON visit.visit_id = found_id
ORDER BY lamport DESC, visit.visit_id;
