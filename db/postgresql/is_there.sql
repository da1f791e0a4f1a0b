-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
SELECT to_regclass('longju.meta') IS NOT NULL;
