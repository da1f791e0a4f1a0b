-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
SELECT
    county_code, record_set_hash, catalog_version, rules_version, prices_version, data_hash
FROM longju.publication
ORDER BY county_code;
