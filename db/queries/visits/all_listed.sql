-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
SELECT
    id, township, village, group_name, head, coalesce(category, -1), grade,
    coalesce(members, -1), phone_tail, id_tail, id_hash, sealed_phone, sealed_id, note, list_name,
    list_row, missing
FROM listed_household
ORDER BY id;
