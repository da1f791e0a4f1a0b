-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
SELECT sha256
FROM wanted_photo
ORDER BY sha256;
