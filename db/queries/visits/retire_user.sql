-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
UPDATE user
SET retired_at = ?2, salt = x'', wrapped_key = x''
WHERE id = ?1;
