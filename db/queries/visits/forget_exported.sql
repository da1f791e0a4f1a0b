-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
UPDATE parcel_out
SET seq_from = 0, seq_to = 0;
