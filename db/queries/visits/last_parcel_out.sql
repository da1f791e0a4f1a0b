-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
SELECT file_name, revisions, seq_from, seq_to, written_at
FROM parcel_out
ORDER BY written_at DESC, package_id
LIMIT 1;
