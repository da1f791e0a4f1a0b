-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
INSERT INTO visit (
    visit_id, head_hash, heads, waiting, lamport, code, household, division_code, township,
    village, step, sample, saved_at, phone_tail, id_tail
)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
ON CONFLICT (visit_id) DO UPDATE SET
    head_hash = excluded.head_hash,
    heads = excluded.heads,
    waiting = excluded.waiting,
    lamport = excluded.lamport,
    code = excluded.code,
    household = excluded.household,
    division_code = excluded.division_code,
    township = excluded.township,
    village = excluded.village,
    step = excluded.step,
    sample = excluded.sample,
    saved_at = excluded.saved_at,
    -- ?16: the store is locked; what is known of the ends of numbers stays.
    phone_tail = iif(?16, phone_tail, excluded.phone_tail),
    id_tail = iif(?16, id_tail, excluded.id_tail);
