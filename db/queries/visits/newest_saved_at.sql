-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
-- Times end in ? when the clock was doubted. Text is compared: zones differ by hours at most.
SELECT COALESCE(MAX(saved_at), '')
FROM visit
WHERE saved_at NOT LIKE '%?';
