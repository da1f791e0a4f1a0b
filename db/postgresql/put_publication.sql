-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
INSERT INTO longju.publication AS known (
    county_code, record_set_hash, records, catalog_version, rules_version, prices_version,
    data_hash
)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (county_code) DO UPDATE SET
    record_set_hash = excluded.record_set_hash,
    records = excluded.records,
    catalog_version = excluded.catalog_version,
    rules_version = excluded.rules_version,
    prices_version = excluded.prices_version,
    data_hash = excluded.data_hash,
    published_at = now()
WHERE
    (
        known.record_set_hash, known.records, known.catalog_version, known.rules_version,
        known.prices_version, known.data_hash
    )
    <> (
        excluded.record_set_hash, excluded.records, excluded.catalog_version,
        excluded.rules_version, excluded.prices_version, excluded.data_hash
    );
