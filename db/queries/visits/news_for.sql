-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
SELECT revision.content, revision.hash
FROM revision
WHERE
    revision.device_id <> ?1
    AND revision.visit_id IN (SELECT visit_id FROM revision WHERE device_id = ?1)
ORDER BY revision.device_id, revision.device_seq, revision.hash;
