-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
-- In the shape of search_visits; 7 is on the list, 8 no longer.
SELECT id, head, township, village, '', phone_tail, id_tail, 7 + missing, 0
FROM listed_household
ORDER BY township, village, group_name, head, id;
