-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
-- -1 stands for what is not known.
INSERT INTO listed_household (
    id, township, village, group_name, head, category, grade, members, phone_tail, id_tail,
    id_hash, sealed_phone, sealed_id, note, list_name, list_row, missing
)
VALUES (
    ?1, ?2, ?3, ?4, ?5, nullif(?6, -1), ?7, nullif(?8, -1), ?9, ?10, ?11, ?12, ?13, ?14, ?15,
    ?16, 0
)
ON CONFLICT (id) DO UPDATE SET
    township = excluded.township,
    village = excluded.village,
    group_name = excluded.group_name,
    head = excluded.head,
    category = excluded.category,
    grade = excluded.grade,
    members = excluded.members,
    phone_tail = excluded.phone_tail,
    id_tail = excluded.id_tail,
    id_hash = excluded.id_hash,
    sealed_phone = excluded.sealed_phone,
    sealed_id = excluded.sealed_id,
    note = excluded.note,
    list_name = excluded.list_name,
    list_row = excluded.list_row,
    missing = 0;
