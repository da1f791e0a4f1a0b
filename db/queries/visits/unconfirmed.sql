-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
-- Everything since the last receipt, not since the last parcel: a lost stick heals.
SELECT revision.content, revision.hash
FROM revision
LEFT JOIN receipt ON receipt.device_id = revision.device_id
WHERE revision.device_seq > COALESCE(receipt.device_seq, 0)
ORDER BY revision.device_id, revision.device_seq, revision.hash;
