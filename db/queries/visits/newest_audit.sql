-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
SELECT seq, at, actor, action, subject, detail, previous, hash
FROM audit
ORDER BY seq DESC
LIMIT ?1;
