-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
SELECT COALESCE(MAX(seq_to), 0)
FROM parcel_out;
