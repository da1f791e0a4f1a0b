-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
INSERT INTO private_value (reference, sealed)
VALUES (?1, ?2)
ON CONFLICT (reference) DO NOTHING;
