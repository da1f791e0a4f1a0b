-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
SELECT visit_id, household, township, village, code, phone_tail, id_tail, step, lamport
FROM visit
WHERE visit_id = ?1;
