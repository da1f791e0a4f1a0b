-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
-- instr, not LIKE: a name may hold % and _, and Han is compared by character.
SELECT
    visit_id, head_hash, heads, waiting, lamport, code, household, division_code, township,
    village, step, sample, saved_at
FROM visit
WHERE instr(search_text, ?1) > 0
ORDER BY lamport DESC, visit_id
LIMIT ?2;
