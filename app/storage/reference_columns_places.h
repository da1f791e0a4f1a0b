// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "storage/reference_columns.h"

/// The columns of the tables of places, typical houses and cards.
namespace longju::storage {

template <class A, RowOf<climate::Station> R>
void columns(A& a, R& s) {
    names(a, s);
    a(s.site.latitude);
    a(s.site.longitude);
    a(s.site.utc_offset);
    a(s.site.elevation);
    a(s.pressure_pa);
    a(s.design_temperature);
    a(s.zone);
    a(s.snow_load_kn_m2);
    a(s.wind_load_kn_m2);
    a(s.frost_depth_m);
    provenance(a, s.provenance);
}

template <class A, RowOf<MonthRow> R>
void columns(A& a, R& row) {
    a(row.station_id);
    a(row.month);
    for (auto& value : row.values) a(value);
}

template <class A, RowOf<estimate::Division> R>
void columns(A& a, R& d) {
    a(d.code);
    a(d.name_zh);
    a(d.pinyin);
    a(d.prefecture_zh);
    a(d.station_id);
    a(d.station_km);
    a(d.station_note);
    a(d.seismic_zh);
    provenance(a, d.provenance);
}

template <class A, RowOf<estimate::Township> R>
void columns(A& a, R& t) {
    a(t.code);
    a(t.name_zh);
    a(t.pinyin);
    a(t.kind);
    provenance(a, t.provenance);
}

template <class A, RowOf<estimate::TypicalHouse> R>
void columns(A& a, R& t) {
    names(a, t);
    a(t.built_from);
    a(t.built_to);
    a(t.survey.length);
    a(t.survey.width);
    a(t.survey.bays);
    a(t.survey.back_rooms);
    a(t.survey.south_windows);
    a(t.survey.south_window_width);
    a(t.survey.north_windows);
    a(t.survey.north_window_width);
    a(t.survey.window_height);
    a(t.survey.window_id);
    a(t.survey.door_id);
    a(t.survey.wall_id);
    a(t.survey.ceiling_id);
    a(t.survey.floor_id);
    a(t.survey.porch);
    a(t.heater_id);
    a(t.air_change);
    provenance(a, t.provenance);
}

template <class A, RowOf<CardRow> R>
void columns(A& a, R& row) {
    a(row.position);
    a(row.card.id);
    a(row.card.title_zh);
    a(row.card.title_en);
    a(row.card.text_zh);
    a(row.card.text_en);
    a(row.card.cost_zh);
    a(row.card.cost_en);
    a(row.card.care_zh);
    a(row.card.care_en);
    provenance(a, row.card.provenance);
}

template <class A, RowOf<CardItemRow> R>
void columns(A& a, R& row) {
    a(row.card_id);
    a(row.position);
    a(row.item.id);
    a(row.item.ask_zh);
    a(row.item.ask_en);
    a(row.item.warn_on);
    a(row.item.advice_zh);
    a(row.item.advice_en);
}

}  // namespace longju::storage
