-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
-- What counties publish for a prefecture or the province: no name, no number of a person.
CREATE SCHEMA longju;

CREATE TABLE longju.meta (
    name text PRIMARY KEY,
    value text NOT NULL
);
INSERT INTO longju.meta (name, value) VALUES ('schema', '1');

-- One row for each visit, in its latest state. Figures are whole numbers in the units of
-- app/report/figure.h; NULL: not known.
CREATE TABLE longju.record (
    visit_id text PRIMARY KEY,
    county_code text NOT NULL CHECK (county_code ~ '^[0-9]{6}$'),
    township text NOT NULL,
    head_hash text NOT NULL,
    lamport bigint NOT NULL,
    versions integer NOT NULL,
    standing text NOT NULL CHECK (standing IN ('counts', 'withdrawn', 'double')),
    started date,
    accepted date,
    content_hash text NOT NULL,
    published_at timestamptz NOT NULL DEFAULT now(),
    dilapidated bigint,
    dilapidated_atlas bigint,
    dilapidated_retrofit bigint,
    retrofit bigint,
    retrofit_area bigint,
    wall_area bigint,
    roof_area bigint,
    window_area bigint,
    doors bigint,
    module bigint,
    module_area bigint,
    green_material bigint,
    sunspace bigint,
    sunspace_area bigint,
    pv_roof bigint,
    pv_roof_watts bigint,
    pv_yard bigint,
    pv_yard_watts bigint,
    pv_shed bigint,
    pv_shed_watts bigint,
    solar_water bigint,
    solar_cooker bigint,
    heat_biomass bigint,
    heat_pump bigint,
    heat_storage bigint,
    heat_electric bigint,
    heat_gas bigint,
    heat_network bigint,
    heat_geothermal bigint,
    electric_cooking bigint,
    heat_pump_water bigint,
    charging bigint,
    sewage bigint,
    idle_house bigint,
    moved bigint,
    coal_saved bigint,
    power_saved bigint,
    co2_saved bigint,
    coal_rebound bigint,
    cost_total bigint,
    cost_central bigint,
    cost_province bigint,
    cost_local bigint,
    cost_own bigint,
    cost_loan bigint
);
CREATE INDEX record_of_county ON longju.record (county_code, visit_id);

-- What a county said it published: whole when the hash is that of its rows.
CREATE TABLE longju.publication (
    county_code text PRIMARY KEY,
    record_set_hash text NOT NULL,
    records integer NOT NULL,
    catalog_version text NOT NULL,
    rules_version text NOT NULL,
    prices_version text NOT NULL,
    data_hash text NOT NULL,
    published_at timestamptz NOT NULL DEFAULT now()
);
