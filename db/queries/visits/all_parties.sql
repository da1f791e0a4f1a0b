-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
SELECT signer, kind, name_zh, township, version, known_since, revoked_at
FROM party
ORDER BY kind, name_zh, signer;
