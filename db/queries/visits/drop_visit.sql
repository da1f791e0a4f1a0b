-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
DELETE FROM visit
WHERE visit_id = ?1;
