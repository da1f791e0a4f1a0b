// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <concepts>
#include <string>

#include "estimate/reference.h"

/// The columns of every table of reference.db, once for writing and reading: `columns(archive,
/// row)` hands the row's members to `archive` in the order of db/queries/reference/<table>.sql.
namespace longju::storage {

// Rows of the tables that hold parts of something.
struct LayerRow {
    std::string assembly_id;
    int position = 0;
    house::Layer layer;
};
struct CopRow {
    std::string heater_id;
    int position = 0;
    energy::Heater::CopPoint point;
};
struct LimitRow {
    int position = 0;
    house::Limit limit;
};
struct MonthRow {
    std::string station_id;
    int month = 0;  ///< 1 to 12.
    std::array<double, 7> values{};
};
struct CardRow {
    int position = 0;
    estimate::Card card;
};
struct CardItemRow {
    std::string card_id;
    int position = 0;
    estimate::CardItem item;
};
struct MeasureRow {
    int position = 0;
    measure::Measure measure;  ///< Without its options.
};
struct OptionRow {
    int measure_position = 0;
    int position = 0;
    measure::Option option;
};
struct MetaRow {
    std::string key;
    std::string value;
};

template <class Row, class T>
concept RowOf = std::same_as<std::remove_const_t<Row>, T>;

template <class A, class P>
void provenance(A& a, P& p) {
    a(p.source);
    a(p.confidence);
}

template <class A, class R>
void names(A& a, R& row) {
    a(row.id);
    a(row.name_zh);
    a(row.name_en);
}

template <class A, class R>
void range(A& a, R& row) {
    a(row.low);
    a(row.typical);
    a(row.high);
}

template <class A, RowOf<MetaRow> R>
void columns(A& a, R& row) {
    a(row.key);
    a(row.value);
}

template <class A, RowOf<house::Material> R>
void columns(A& a, R& m) {
    names(a, m);
    a(m.conductivity);
    a(m.density);
    a(m.specific_heat);
    a(m.correction_outside);
    a(m.correction_inside);
    a(m.hatch);
    provenance(a, m.provenance);
}

template <class A, RowOf<house::Assembly> R>
void columns(A& a, R& row) {
    names(a, row);
    a(row.element);
    a(row.bridge_factor);
    provenance(a, row.provenance);
}

template <class A, RowOf<LayerRow> R>
void columns(A& a, R& row) {
    a(row.assembly_id);
    a(row.position);
    a(row.layer.material_id);
    a(row.layer.thickness);
}

template <class A, RowOf<house::WindowType> R>
void columns(A& a, R& w) {
    names(a, w);
    a(w.panes);
    a(w.pane_thickness);
    a(w.gap);
    a(w.low_e_coatings);
    a(w.argon);
    a(w.frame_share);
    a(w.frame_u);
    a(w.rated_u);
    a(w.rated_shgc);
    provenance(a, w.provenance);
}

template <class A, RowOf<house::DoorType> R>
void columns(A& a, R& d) {
    names(a, d);
    a(d.u);
    provenance(a, d.provenance);
}

template <class A, RowOf<house::Junction> R>
void columns(A& a, R& j) {
    a(j.id);
    a(j.kind);
    a(j.wall_id);
    a(j.other_id);
    a(j.edge);
    a(j.psi);
    a(j.f_rsi);
    a(j.insulation);
    a(j.flat_roof);
    a(j.wall_u);
    a(j.other_u);
    a(j.wall_thickness);
    provenance(a, j.provenance);
}

template <class A, RowOf<house::ModuleType> R>
void columns(A& a, R& m) {
    names(a, m);
    a(m.kind);
    a(m.length);
    a(m.leg);
    a(m.height);
    provenance(a, m.provenance);
}

template <class A, RowOf<house::Structure> R>
void columns(A& a, R& s) {
    names(a, s);
    a(s.wall_id);
    a(s.axis_to_outer_face);
    a(s.max_storeys);
    provenance(a, s.provenance);
}

template <class A, RowOf<house::Style> R>
void columns(A& a, R& s) {
    names(a, s);
    a(s.cover_zh);
    a(s.wall_rgb);
    a(s.roof_rgb);
    a(s.plinth_rgb);
    provenance(a, s.provenance);
}

template <class A, RowOf<cost::Price> R>
void columns(A& a, R& p) {
    names(a, p);
    a(p.unit_zh);
    a(p.unit_en);
    range(a, p.per_unit);
    a(p.date);
    provenance(a, p.provenance);
}

template <class A, RowOf<energy::Fuel> R>
void columns(A& a, R& f) {
    names(a, f);
    a(f.unit_zh);
    a(f.unit_en);
    a(f.energy_per_unit);
    a(f.co2_per_unit);
    a(f.coal_equivalent_per_unit);
    a(f.so2_per_unit);
    a(f.pm25_per_unit);
    a(f.own_labour_h_per_unit);
    range(a, f.price_per_unit);
    provenance(a, f.provenance);
    provenance(a, f.price_provenance);
    provenance(a, f.emission_provenance);
}

template <class A, RowOf<energy::Heater> R>
void columns(A& a, R& h) {
    names(a, h);
    a(h.kind);
    a(h.fuel_id);
    range(a, h.efficiency);
    a(h.capacity);
    a(h.convective_share);
    a(h.lowest_outdoor);
    a(h.kang_per_day);
    a(h.fire_wall_per_day);
    a(h.capacity_lost_per_k);
    a(h.capacity_least_share);
    a(h.backup);
    a(h.defrost_loss);
    provenance(a, h.provenance);
}

template <class A, RowOf<CopRow> R>
void columns(A& a, R& row) {
    a(row.heater_id);
    a(row.position);
    a(row.point.outdoor);
    a(row.point.cop);
}

template <class A, RowOf<LimitRow> R>
void columns(A& a, R& row) {
    a(row.position);
    a(row.limit.id);
    a(row.limit.standard);
    a(row.limit.clause);
    a(row.limit.subject);
    a(row.limit.zone);
    a(row.limit.max);
    provenance(a, row.limit.provenance);
}

template <class A, RowOf<house::Design> R>
void columns(A& a, R& d) {
    names(a, d);
    a(d.summary_zh);
    a(d.summary_en);
    a(d.people);
    a(d.official);
    a.tree(d.house);
    provenance(a, d.provenance);
}

template <class A, RowOf<MeasureRow> R>
void columns(A& a, R& row) {
    a(row.position);
    a(row.measure.id);
    a(row.measure.group);
    a(row.measure.name_zh);
    a(row.measure.name_en);
    a(row.measure.for_existing);
    a(row.measure.for_new);
    a(row.measure.outside_work);
    a(row.measure.days_low);
    a(row.measure.days_high);
}

template <class A, RowOf<OptionRow> R>
void columns(A& a, R& row) {
    a(row.measure_position);
    a(row.position);
    names(a, row.option);
    a(row.option.plain_zh);
    a.tree(row.option.effects);
    a.tree(row.option.charges);
    a(row.option.rule_type);
    a(row.option.low_temp_rating);
    a(row.option.life);
    provenance(a, row.option.provenance);
}

template <class A, RowOf<subsidy::Rule> R>
void columns(A& a, R& r) {
    a(r.id);
    a(r.version);
    a.tree(r.supersedes);
    a(r.title_zh);
    a(r.plain_zh);
    a(r.kind);
    a(r.status);
    a(r.level);
    a(r.doc_title);
    a(r.doc_no);
    a(r.source_grade);
    a(r.effective_from);
    a(r.effective_to);
    a(r.date_basis);
    a.tree(r.regions);
    a.tree(r.excluded_regions);
    a.tree(r.measures);
    a.tree(r.evidence);
    a(r.stack_group);
    a(r.stack_policy);
    a.tree(r.excludes_groups);
    a.tree(r.shares);
    a(r.confirmation);
    a(r.confirmed_by);
    a(r.body);
}

/// The monthly figures of one station in the order of the columns.
inline std::array<std::array<double, 12> climate::Normals::*, 7> monthly_figures() {
    using climate::Normals;
    return {&Normals::t_mean_c,       &Normals::t_max_mean_c, &Normals::t_min_mean_c,
            &Normals::t_anomaly_sd_c, &Normals::vapour_pa,    &Normals::wind_ms,
            &Normals::clearness};
}

}  // namespace longju::storage
