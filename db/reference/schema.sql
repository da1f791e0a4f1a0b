-- SPDX-FileCopyrightText: The Longju authors
-- SPDX-License-Identifier: Apache-2.0
--
-- reference.db: the catalog compiled for reading. It is written in one go and never changed; the same
-- sources give the same bytes. Units stand in the names of columns, money is whole fen, `confidence`
-- is verified, secondary, memory, estimate or sample.

PRAGMA page_size = 4096;
PRAGMA encoding = 'UTF-8';
PRAGMA application_id = 0x4C4A5244;  -- "LJRD"
PRAGMA user_version = 4;

-- Versions and the like: one row per key.
CREATE TABLE meta (
    key TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- 材料. Conductivity at delivery; the corrections bring it to its place of use.
CREATE TABLE material (
    id TEXT PRIMARY KEY NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    conductivity_w_per_mk REAL NOT NULL,
    density_kg_per_m3 REAL NOT NULL,
    specific_heat_j_per_kgk REAL NOT NULL,
    correction_outside REAL NOT NULL,
    correction_inside REAL NOT NULL,
    hatch TEXT NOT NULL,
    source TEXT NOT NULL,
    confidence TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- 构造.
CREATE TABLE assembly (
    id TEXT PRIMARY KEY NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    element TEXT NOT NULL,
    bridge_factor REAL NOT NULL,
    source TEXT NOT NULL,
    confidence TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- 层, from outdoors (attic, ground) to the room.
CREATE TABLE assembly_layer (
    assembly_id TEXT NOT NULL REFERENCES assembly (id),
    position INTEGER NOT NULL,
    material_id TEXT NOT NULL REFERENCES material (id),
    thickness_mm REAL NOT NULL,
    PRIMARY KEY (assembly_id, position)
) STRICT, WITHOUT ROWID;

-- 窗.
CREATE TABLE window_type (
    id TEXT PRIMARY KEY NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    panes INTEGER NOT NULL,
    pane_thickness_mm REAL NOT NULL,
    gap_mm REAL NOT NULL,
    low_e_coatings INTEGER NOT NULL,
    argon INTEGER NOT NULL CHECK (argon IN (0, 1)),
    frame_share REAL NOT NULL,
    frame_u_w_per_m2k REAL NOT NULL,
    rated_u_w_per_m2k REAL NOT NULL,
    rated_shgc REAL NOT NULL,
    source TEXT NOT NULL,
    confidence TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- 外门.
CREATE TABLE door_type (
    id TEXT PRIMARY KEY NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    u_w_per_m2k REAL NOT NULL,
    source TEXT NOT NULL,
    confidence TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- 热桥节点: ψ by external dimensions; insulation, flat_roof, the U values and wall_mm are derived, what a
-- house is compared with.
CREATE TABLE junction (
    id TEXT PRIMARY KEY NOT NULL,
    junction TEXT NOT NULL,
    wall_id TEXT NOT NULL REFERENCES assembly (id),
    other_id TEXT NOT NULL,
    edge_mm REAL NOT NULL,
    psi_w_per_mk REAL NOT NULL,
    f_rsi REAL NOT NULL,
    insulation TEXT NOT NULL,
    flat_roof INTEGER NOT NULL CHECK (flat_roof IN (0, 1)),
    wall_u_w_per_m2k REAL NOT NULL,
    other_u_w_per_m2k REAL NOT NULL,
    wall_mm REAL NOT NULL,
    source TEXT NOT NULL,
    confidence TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- EPS 空腔模块, one size each. leg_mm is 0 but for corners.
CREATE TABLE module_type (
    id TEXT PRIMARY KEY NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    kind TEXT NOT NULL,
    length_mm REAL NOT NULL,
    leg_mm REAL NOT NULL,
    height_mm REAL NOT NULL,
    source TEXT NOT NULL,
    confidence TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- 结构形式.
CREATE TABLE structure (
    id TEXT PRIMARY KEY NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    wall_id TEXT NOT NULL REFERENCES assembly (id),
    axis_to_outer_face_mm REAL NOT NULL,
    max_storeys INTEGER NOT NULL,
    source TEXT NOT NULL,
    confidence TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- 外观; colours are 0xRRGGBB.
CREATE TABLE style (
    id TEXT PRIMARY KEY NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    cover_zh TEXT NOT NULL,
    wall_rgb INTEGER NOT NULL,
    roof_rgb INTEGER NOT NULL,
    plinth_rgb INTEGER NOT NULL,
    source TEXT NOT NULL,
    confidence TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- 价格, installed, per unit.
CREATE TABLE price (
    id TEXT PRIMARY KEY NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    unit_zh TEXT NOT NULL,
    unit_en TEXT NOT NULL,
    low_fen INTEGER NOT NULL,
    typical_fen INTEGER NOT NULL,
    high_fen INTEGER NOT NULL,
    date TEXT NOT NULL,
    source TEXT NOT NULL,
    confidence TEXT NOT NULL,
    CHECK (low_fen <= typical_fen AND typical_fen <= high_fen)
) STRICT, WITHOUT ROWID;

-- 燃料, per unit as bought.
CREATE TABLE fuel (
    id TEXT PRIMARY KEY NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    unit_zh TEXT NOT NULL,
    unit_en TEXT NOT NULL,
    energy_kwh_per_unit REAL NOT NULL,
    co2_kg_per_unit REAL NOT NULL,
    coal_equivalent_kg_per_unit REAL NOT NULL,
    so2_kg_per_unit REAL NOT NULL,
    pm25_kg_per_unit REAL NOT NULL,
    own_labour_h_per_unit REAL NOT NULL,
    low_fen INTEGER NOT NULL,
    typical_fen INTEGER NOT NULL,
    high_fen INTEGER NOT NULL,
    source TEXT NOT NULL,
    confidence TEXT NOT NULL,
    price_source TEXT NOT NULL,
    price_confidence TEXT NOT NULL,
    emission_source TEXT NOT NULL,
    emission_confidence TEXT NOT NULL,
    CHECK (low_fen <= typical_fen AND typical_fen <= high_fen)
) STRICT, WITHOUT ROWID;

-- 热源. Efficiency as a share of the lower heating value.
CREATE TABLE heater (
    id TEXT PRIMARY KEY NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    kind TEXT NOT NULL,
    fuel_id TEXT NOT NULL REFERENCES fuel (id),
    efficiency_low REAL NOT NULL,
    efficiency_typical REAL NOT NULL,
    efficiency_high REAL NOT NULL,
    capacity_kw REAL NOT NULL,
    convective_share REAL NOT NULL,
    lowest_outdoor_c REAL NOT NULL,
    kang_kwh_per_day REAL NOT NULL,
    fire_wall_kwh_per_day REAL NOT NULL,
    capacity_lost_per_k REAL NOT NULL,
    capacity_least_share REAL NOT NULL,
    backup_kw REAL NOT NULL,
    defrost_loss REAL NOT NULL,
    source TEXT NOT NULL,
    confidence TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- COP of a heat pump by outdoor temperature, coldest first.
CREATE TABLE heater_cop (
    heater_id TEXT NOT NULL REFERENCES heater (id),
    position INTEGER NOT NULL,
    outdoor_c REAL NOT NULL,
    cop REAL NOT NULL,
    PRIMARY KEY (heater_id, position)
) STRICT, WITHOUT ROWID;

-- 限值, in the order of the table they came from.
CREATE TABLE limit_value (
    position INTEGER PRIMARY KEY NOT NULL,
    id TEXT NOT NULL UNIQUE,
    standard TEXT NOT NULL,
    clause TEXT NOT NULL,
    subject TEXT NOT NULL,
    zone TEXT NOT NULL,
    max_value REAL NOT NULL,
    source TEXT NOT NULL,
    confidence TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- 气象站.
CREATE TABLE station (
    id TEXT PRIMARY KEY NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    latitude_deg REAL NOT NULL,
    longitude_deg REAL NOT NULL,
    utc_offset_h REAL NOT NULL,
    elevation_m REAL NOT NULL,
    pressure_pa REAL NOT NULL,
    design_temperature_c REAL NOT NULL,
    zone TEXT NOT NULL,
    snow_load_kn_m2 REAL NOT NULL,
    wind_load_kn_m2 REAL NOT NULL,
    frost_depth_m REAL NOT NULL,
    source TEXT NOT NULL,
    confidence TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Monthly normals of a station; month 1 is January.
CREATE TABLE station_month (
    station_id TEXT NOT NULL REFERENCES station (id),
    month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
    t_mean_c REAL NOT NULL,
    t_max_mean_c REAL NOT NULL,
    t_min_mean_c REAL NOT NULL,
    t_anomaly_sd_c REAL NOT NULL,
    vapour_pa REAL NOT NULL,
    wind_ms REAL NOT NULL,
    clearness REAL NOT NULL,
    PRIMARY KEY (station_id, month)
) STRICT, WITHOUT ROWID;

-- 行政区划. station_id is empty above the county.
CREATE TABLE division (
    code TEXT PRIMARY KEY NOT NULL,
    name_zh TEXT NOT NULL,
    pinyin TEXT NOT NULL,
    prefecture_zh TEXT NOT NULL,
    station_id TEXT NOT NULL,
    station_km REAL NOT NULL,
    station_note TEXT NOT NULL,
    seismic_zh TEXT NOT NULL,
    source TEXT NOT NULL,
    confidence TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- 乡级区划; the first six digits of the code are the county's.
CREATE TABLE township (
    code TEXT PRIMARY KEY NOT NULL,
    name_zh TEXT NOT NULL,
    pinyin TEXT NOT NULL,
    kind TEXT NOT NULL,
    source TEXT NOT NULL,
    confidence TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- 图集户型. house is the JSON tree of the house.
CREATE TABLE design (
    id TEXT PRIMARY KEY NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    summary_zh TEXT NOT NULL,
    summary_en TEXT NOT NULL,
    people INTEGER NOT NULL,
    official INTEGER NOT NULL CHECK (official IN (0, 1)),
    house TEXT NOT NULL CHECK (json_valid(house)),
    source TEXT NOT NULL,
    confidence TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- 常见老房: where a survey may begin.
CREATE TABLE typical_house (
    id TEXT PRIMARY KEY NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    built_from INTEGER NOT NULL,
    built_to INTEGER NOT NULL,
    length_mm REAL NOT NULL,
    width_mm REAL NOT NULL,
    bays INTEGER NOT NULL,
    back_rooms INTEGER NOT NULL CHECK (back_rooms IN (0, 1)),
    south_windows INTEGER NOT NULL,
    south_window_width_mm REAL NOT NULL,
    north_windows INTEGER NOT NULL,
    north_window_width_mm REAL NOT NULL,
    window_height_mm REAL NOT NULL,
    window_id TEXT NOT NULL,
    door_id TEXT NOT NULL,
    wall_id TEXT NOT NULL,
    ceiling_id TEXT NOT NULL,
    floor_id TEXT NOT NULL,
    porch INTEGER NOT NULL CHECK (porch IN (0, 1)),
    heater_id TEXT NOT NULL,
    air_change_per_h REAL NOT NULL,
    source TEXT NOT NULL,
    confidence TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- 信息卡, in the order of the catalog.
CREATE TABLE card (
    position INTEGER PRIMARY KEY NOT NULL,
    id TEXT NOT NULL UNIQUE,
    title_zh TEXT NOT NULL,
    title_en TEXT NOT NULL,
    text_zh TEXT NOT NULL,
    text_en TEXT NOT NULL,
    cost_zh TEXT NOT NULL,
    cost_en TEXT NOT NULL,
    care_zh TEXT NOT NULL,
    care_en TEXT NOT NULL,
    source TEXT NOT NULL,
    confidence TEXT NOT NULL
) STRICT;

-- The questions of a card; warn_on is the answer that calls for the advice.
CREATE TABLE card_item (
    card_id TEXT NOT NULL REFERENCES card (id),
    position INTEGER NOT NULL,
    id TEXT NOT NULL UNIQUE,
    ask_zh TEXT NOT NULL,
    ask_en TEXT NOT NULL,
    warn_on INTEGER NOT NULL CHECK (warn_on IN (0, 1)),
    advice_zh TEXT NOT NULL,
    advice_en TEXT NOT NULL,
    PRIMARY KEY (card_id, position)
) STRICT, WITHOUT ROWID;

-- 措施, in the order of work.
CREATE TABLE measure (
    position INTEGER PRIMARY KEY NOT NULL,
    id TEXT NOT NULL UNIQUE,
    group_name TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    for_existing INTEGER NOT NULL,
    for_new INTEGER NOT NULL,
    outside_work INTEGER NOT NULL,
    days_low INTEGER NOT NULL,
    days_high INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- An option of a measure; effects and charges are JSON lists as in measures.toml.
CREATE TABLE measure_option (
    measure_position INTEGER NOT NULL REFERENCES measure (position),
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    plain_zh TEXT NOT NULL,
    effects TEXT NOT NULL CHECK (json_valid(effects)),
    charges TEXT NOT NULL CHECK (json_valid(charges)),
    rule_type TEXT NOT NULL,
    low_temp_rating_c REAL,
    life_years REAL NOT NULL,
    source TEXT NOT NULL,
    confidence TEXT NOT NULL,
    PRIMARY KEY (measure_position, position)
) STRICT, WITHOUT ROWID;

-- 政策条款. The JSON lists and body are those of the rule files.
CREATE TABLE rule (
    id TEXT PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    supersedes TEXT NOT NULL CHECK (json_valid(supersedes)),
    title_zh TEXT NOT NULL,
    plain_zh TEXT NOT NULL,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    level TEXT NOT NULL,
    doc_title TEXT NOT NULL,
    doc_no TEXT NOT NULL,
    source_grade TEXT NOT NULL,
    effective_from TEXT,
    effective_to TEXT,
    date_basis TEXT NOT NULL,
    regions TEXT NOT NULL CHECK (json_valid(regions)),
    excluded_regions TEXT NOT NULL CHECK (json_valid(excluded_regions)),
    measures TEXT NOT NULL CHECK (json_valid(measures)),
    evidence TEXT NOT NULL CHECK (json_valid(evidence)),
    stack_group TEXT NOT NULL,
    stack_policy TEXT NOT NULL,
    excludes_groups TEXT NOT NULL CHECK (json_valid(excludes_groups)),
    shares TEXT NOT NULL CHECK (json_valid(shares)),
    confirmation TEXT NOT NULL,
    confirmed_by TEXT NOT NULL,
    body TEXT NOT NULL CHECK (json_valid(body))
) STRICT, WITHOUT ROWID;
