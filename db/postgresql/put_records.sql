-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
-- $1: records as a JSON list of objects with these columns.
-- A later state takes the place of an earlier one, as everywhere: the higher lamport, then the
-- smaller hash. The same state is written again only when its figures changed.
INSERT INTO longju.record AS known (
    visit_id, county_code, township, head_hash, lamport, versions, standing, started, accepted,
    content_hash, dilapidated, dilapidated_atlas, dilapidated_retrofit, retrofit,
    retrofit_area, wall_area, roof_area, window_area, doors, module, module_area,
    green_material, sunspace, sunspace_area, pv_roof, pv_roof_watts, pv_yard, pv_yard_watts,
    pv_shed, pv_shed_watts, solar_water, solar_cooker, heat_biomass, heat_pump, heat_storage,
    heat_electric, heat_gas, heat_network, heat_geothermal, electric_cooking, heat_pump_water,
    charging, sewage, idle_house, moved, coal_saved, power_saved, co2_saved, coal_rebound,
    cost_total, cost_central, cost_province, cost_local, cost_own, cost_loan
)
SELECT
    visit_id, county_code, township, head_hash, lamport, versions, standing, started, accepted,
    content_hash, dilapidated, dilapidated_atlas, dilapidated_retrofit, retrofit,
    retrofit_area, wall_area, roof_area, window_area, doors, module, module_area,
    green_material, sunspace, sunspace_area, pv_roof, pv_roof_watts, pv_yard, pv_yard_watts,
    pv_shed, pv_shed_watts, solar_water, solar_cooker, heat_biomass, heat_pump, heat_storage,
    heat_electric, heat_gas, heat_network, heat_geothermal, electric_cooking, heat_pump_water,
    charging, sewage, idle_house, moved, coal_saved, power_saved, co2_saved, coal_rebound,
    cost_total, cost_central, cost_province, cost_local, cost_own, cost_loan
FROM jsonb_populate_recordset(NULL::longju.record, $1::jsonb)
ON CONFLICT (visit_id) DO UPDATE SET
    county_code = excluded.county_code,
    township = excluded.township,
    head_hash = excluded.head_hash,
    lamport = excluded.lamport,
    versions = excluded.versions,
    standing = excluded.standing,
    started = excluded.started,
    accepted = excluded.accepted,
    content_hash = excluded.content_hash,
    dilapidated = excluded.dilapidated,
    dilapidated_atlas = excluded.dilapidated_atlas,
    dilapidated_retrofit = excluded.dilapidated_retrofit,
    retrofit = excluded.retrofit,
    retrofit_area = excluded.retrofit_area,
    wall_area = excluded.wall_area,
    roof_area = excluded.roof_area,
    window_area = excluded.window_area,
    doors = excluded.doors,
    module = excluded.module,
    module_area = excluded.module_area,
    green_material = excluded.green_material,
    sunspace = excluded.sunspace,
    sunspace_area = excluded.sunspace_area,
    pv_roof = excluded.pv_roof,
    pv_roof_watts = excluded.pv_roof_watts,
    pv_yard = excluded.pv_yard,
    pv_yard_watts = excluded.pv_yard_watts,
    pv_shed = excluded.pv_shed,
    pv_shed_watts = excluded.pv_shed_watts,
    solar_water = excluded.solar_water,
    solar_cooker = excluded.solar_cooker,
    heat_biomass = excluded.heat_biomass,
    heat_pump = excluded.heat_pump,
    heat_storage = excluded.heat_storage,
    heat_electric = excluded.heat_electric,
    heat_gas = excluded.heat_gas,
    heat_network = excluded.heat_network,
    heat_geothermal = excluded.heat_geothermal,
    electric_cooking = excluded.electric_cooking,
    heat_pump_water = excluded.heat_pump_water,
    charging = excluded.charging,
    sewage = excluded.sewage,
    idle_house = excluded.idle_house,
    moved = excluded.moved,
    coal_saved = excluded.coal_saved,
    power_saved = excluded.power_saved,
    co2_saved = excluded.co2_saved,
    coal_rebound = excluded.coal_rebound,
    cost_total = excluded.cost_total,
    cost_central = excluded.cost_central,
    cost_province = excluded.cost_province,
    cost_local = excluded.cost_local,
    cost_own = excluded.cost_own,
    cost_loan = excluded.cost_loan,
    published_at = now()
WHERE
    known.lamport < excluded.lamport
    OR (
        known.lamport = excluded.lamport
        AND excluded.head_hash COLLATE "C" < known.head_hash COLLATE "C"
    )
    OR (
        known.head_hash = excluded.head_hash
        AND known.content_hash <> excluded.content_hash
    )
RETURNING known.visit_id;
