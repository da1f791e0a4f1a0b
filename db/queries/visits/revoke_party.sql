-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
UPDATE party
SET revoked_at = ?2
WHERE signer = ?1 AND revoked_at = '';
