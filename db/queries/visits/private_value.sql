-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
SELECT sealed
FROM private_value
WHERE reference = ?1;
