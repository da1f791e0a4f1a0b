// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "estimate/estimate.h"
#include "visit/visit.h"

/// The fields of everything that is saved, once: the reader and the writer both walk these lists.
/// `field(name, member, within)` gets the name without its unit; the unit follows from the type
/// (words.h). A field is only ever added with a default that means "as before".
namespace longju::visit {

/// What a number of a case file may be. Wide: it catches a wrong unit or a slipped finger; whether
/// a house makes sense is for `house::check`.
struct Within {
    double low = -1e9;
    double high = 1e9;
};

inline constexpr Within any_length{0.0, 100000.0};
inline constexpr Within any_position{-100000.0, 100000.0};
inline constexpr Within any_temperature{-60.0, 60.0};
inline constexpr Within any_azimuth{-180.0, 180.0};
inline constexpr Within any_tilt{0.0, 90.0};
inline constexpr Within any_amount{0.0, 1e12};

template <class F>
void describe(F& field, house::Layer& layer) {
    field("material_id", layer.material_id);
    field("thickness", layer.thickness, Within{0.0, 2000.0});
}

template <class F>
void describe(F& field, house::AddedLayer& added) {
    describe(field, added.layer);  // Its fields stand beside the side.
    field("side", added.side);
}

template <class F>
void describe(F& field, house::Construction& construction) {
    field("assembly_id", construction.assembly_id);
    field("added", construction.added);
}

template <class F>
void describe(F& field, house::Room& room) {
    field("id", room.id);
    field("use", room.use);
    field("name", room.name);
    field("x", room.x, any_position);
    field("y", room.y, any_position);
    field("width", room.width, any_length);
    field("depth", room.depth, any_length);
    field("heated", room.heated);
    field("has_kang", room.has_kang);
}

template <class F>
void describe(F& field, house::Opening& opening) {
    field("id", opening.id);
    field("kind", opening.kind);
    field("room_id", opening.room_id);
    field("side", opening.side);
    field("offset", opening.offset, any_position);
    field("width", opening.width, any_length);
    field("height", opening.height, any_length);
    field("sill", opening.sill, any_length);
    field("type_id", opening.type_id);
}

template <class F>
void describe(F& field, house::Plan& plan) {
    field("rooms", plan.rooms);
    field("openings", plan.openings);
    field("axis_to_outer_face", plan.axis_to_outer_face, Within{0.0, 2000.0});
}

template <class F>
void describe(F& field, house::Roof& roof) {
    field("form", roof.form);
    field("pitch", roof.pitch, any_tilt);
    field("overhang", roof.overhang, any_length);
    field("cover_zh", roof.cover_zh);
}

template <class F>
void describe(F& field, house::Sunspace& sunspace) {
    field("room_id", sunspace.room_id);
    field("offset", sunspace.offset, any_position);
    field("width", sunspace.width, any_length);
    field("depth", sunspace.depth, any_length);
    field("height", sunspace.height, any_length);
    field("glazing_id", sunspace.glazing_id);
}

template <class F>
void describe(F& field, house::PvArray& pv) {
    field("site", pv.site);
    field("modules", pv.modules, Within{0, 1000});
    field("module_power", pv.panel.power, Within{0.0, 2000.0});
    field("module_height", pv.panel.height, Within{100.0, 5000.0});
    field("module_width", pv.panel.width, Within{100.0, 5000.0});
    field("tilt", pv.tilt, any_tilt);
    field("azimuth", pv.azimuth, any_azimuth);
}

template <class F>
void describe(F& field, house::SolarHotWater& solar) {
    field("collector", solar.collector, Within{0.0, 100.0});
    field("tilt", solar.tilt, any_tilt);
    field("tank", solar.tank, Within{0.0, 10.0});
}

template <class F>
void describe(F& field, house::Appraisal& appraisal) {
    field("grade", appraisal.grade);
    field("by", appraisal.by);
    field("on", appraisal.on);
    field("standard", appraisal.standard);
}

template <class F>
void describe(F& field, house::Habit& habit) {
    field("day_set_point", habit.day_set_point, any_temperature);
    field("night_set_point", habit.night_set_point, any_temperature);
    field("day_from_h", habit.day_from_h, Within{0, 23});
    field("day_to_h", habit.day_to_h, Within{1, 24});
    field("heated_share", habit.heated_share, Within{0.0, 1.0});
}

template <class F>
void describe(F& field, estimate::ValleyPrice& valley) {
    field("per_kwh", valley.per_kwh, any_amount);
    field("from_h", valley.from_h, Within{0, 23});
    field("to_h", valley.to_h, Within{0, 24});
}

template <class F>
void describe(F& field, house::Survey& survey) {
    field("length", survey.length, any_length);
    field("width", survey.width, any_length);
    field("bays", survey.bays, Within{1, 10});
    field("back_rooms", survey.back_rooms);
    field("south_windows", survey.south_windows, Within{0, 50});
    field("south_window_width", survey.south_window_width, any_length);
    field("north_windows", survey.north_windows, Within{0, 50});
    field("north_window_width", survey.north_window_width, any_length);
    field("window_height", survey.window_height, any_length);
    field("window_id", survey.window_id);
    field("door_id", survey.door_id);
    field("wall_id", survey.wall_id);
    field("ceiling_id", survey.ceiling_id);
    field("floor_id", survey.floor_id);
    field("porch", survey.porch);
}

template <class F>
void describe(F& field, house::House& house) {
    field("design_id", house.design_id);
    field("survey", house.survey);
    field("existing", house.existing);
    field("built_year", house.built_year, Within{1800, 2100});
    field("azimuth", house.azimuth, any_azimuth);
    field("storeys", house.storeys, Within{1, 3});
    field("clear_height", house.clear_height, any_length);
    field("floor_level", house.floor_level, any_position);
    field("plan", house.plan);
    field("roof", house.roof);
    field("style_id", house.style_id);
    field("wall", house.wall);
    field("ceiling", house.ceiling);
    field("floor", house.floor);
    field("edge_insulation", house.edge_insulation);
    field("edge_insulation_depth", house.edge_insulation_depth, any_length);
    field("air_change", house.air_change, Within{0.0, 20.0});
    field("porch", house.porch);
    field("sunspace", house.sunspace);
    field("heater_id", house.heater_id);
    field("habit", house.habit);
    field("pv", house.pv);
    field("solar_water", house.solar_water);
    field("appraisal", house.appraisal);
    field("only_dwelling", house.only_dwelling);
    field("origins", house.origins);
}

template <class F>
void describe(F& field, house::FuelBought& bought) {
    field("fuel_id", bought.fuel_id);
    field("amount", bought.amount, Within{0.0, 1e6});
    field("paid", bought.paid, any_amount);
}

template <class F>
void describe(F& field, house::Household& household) {
    field("head", household.head);
    field("phone", household.phone);
    field("id_number", household.id_number);
    field("bank_card", household.bank_card);
    field("members", household.members, Within{1, 30});
    field("category", household.category);
    field("had_housing_support", household.had_housing_support);
    field("removes_coal_stove", household.removes_coal_stove);
    field("bought", household.bought);
}

template <class F>
void describe(F& field, measure::Choice& choice) {
    field("measure_id", choice.measure_id);
    field("option_id", choice.option_id);
}

template <class F>
void describe(F& field, measure::Scheme& scheme) {
    field("name", scheme.name);
    field("choices", scheme.choices);
}

template <class F>
void describe(F& field, estimate::Place& place) {
    field("division_code", place.division_code);
    field("township", place.township);
    field("village", place.village);
    field("station_id", place.station_id);
}

template <class F>
void describe(F& field, estimate::Village& village) {
    field("whole_village_program", village.whole_village_program);
    field("has_briquette_supply", village.has_briquette_supply);
}

template <class F>
void describe(F& field, cost::LocalPrice& price) {
    field("id", price.id);
    field("low", price.per_unit.low, any_amount);
    field("typical", price.per_unit.typical, any_amount);
    field("high", price.per_unit.high, any_amount);
    field("date", price.date);
    field("source", price.source);
}

template <class F>
void describe(F& field, estimate::EstimateInputs& inputs) {
    field("date", inputs.date);
    field("place", inputs.place);
    field("village", inputs.village);
    field("household", inputs.household);
    field("house", inputs.house);
    field("scheme", inputs.scheme);
    field("user_electricity_price", inputs.user_electricity_price, any_amount);
    field("valley", inputs.valley);
    field("answers", inputs.answers);
    field("prices", inputs.prices);
}

template <class F>
void describe(F& field, PostingDays& posting) {
    field("village", posting.village, Within{0, 60});
    field("township", posting.township, Within{0, 60});
    field("county", posting.county, Within{0, 60});
}

template <class F>
void describe(F& field, Photo& photo) {
    field("paper", photo.paper);
    field("sha256", photo.sha256);
    field("name", photo.name);
    field("bytes", photo.bytes, Within{0.0, 1e9});
    field("caption", photo.caption);
    field("on_sheet", photo.on_sheet);
}

template <class F>
void describe(F& field, Procedure& procedure) {
    field("reached", procedure.reached);
    field("papers", procedure.papers);
    field("filed", procedure.filed);
    field("photos", procedure.photos);
    field("posting", procedure.posting);
}

template <class F>
void describe(F& field, Consent& consent) {
    field("on", consent.on);
    field("text", consent.text);
}

template <class F>
void describe(F& field, Alternatives& alternatives) {
    field("letter", alternatives.letter);
    field("others", alternatives.others);
}

/// Without the schema number, which `visit_from` looks at first.
template <class F>
void describe(F& field, Visit& visit) {
    field("id", visit.id);
    field("inputs", visit.inputs);
    field("step", visit.step);
    field("sample", visit.sample);
    field("alternatives", visit.alternatives);
    field("procedure", visit.procedure);
    field("notes", visit.notes);
    field("consent", visit.consent);
    field("same_as", visit.same_as);
    field("different_from", visit.different_from);
    field("withdrawn", visit.withdrawn);
}

}  // namespace longju::visit
