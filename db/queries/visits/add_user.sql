-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
INSERT INTO user (id, name, role, salt, wrapped_key, made_at, retired_at, failures, locked_until)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, '', 0, 0);
