-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
SELECT device_id, device_seq
FROM receipt
ORDER BY device_id;
