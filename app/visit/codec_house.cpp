// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <array>
#include <concepts>

#include "visit/codec.h"
#include "visit/codec_archive.h"

namespace longju::visit {

namespace {

using namespace house;  // The parts of a house.

template <class E>
using Word = CodecWord<E>;

template <class Row, class T>
concept FieldsOf = std::same_as<std::remove_const_t<Row>, T>;

constexpr std::array sides = {
    Word<Side>{Side::South, "south"},
    Word<Side>{Side::West, "west"},
    Word<Side>{Side::North, "north"},
    Word<Side>{Side::East, "east"},
};
constexpr std::array uses = {
    Word<RoomUse>{RoomUse::Living, "living"},   Word<RoomUse>{RoomUse::Bedroom, "bedroom"},
    Word<RoomUse>{RoomUse::Kitchen, "kitchen"}, Word<RoomUse>{RoomUse::Bathroom, "bathroom"},
    Word<RoomUse>{RoomUse::Hall, "hall"},       Word<RoomUse>{RoomUse::Porch, "porch"},
    Word<RoomUse>{RoomUse::Storage, "storage"}, Word<RoomUse>{RoomUse::Boiler, "boiler"},
};
constexpr std::array kinds = {
    Word<OpeningKind>{OpeningKind::Window, "window"},
    Word<OpeningKind>{OpeningKind::Door, "door"},
};
constexpr std::array layer_sides = {
    Word<LayerSide>{LayerSide::Outside, "outside"},
    Word<LayerSide>{LayerSide::Inside, "inside"},
};
constexpr std::array forms = {
    Word<RoofForm>{RoofForm::Gable, "gable"},
    Word<RoofForm>{RoofForm::Hip, "hip"},
    Word<RoofForm>{RoofForm::Mono, "mono"},
    Word<RoofForm>{RoofForm::Flat, "flat"},
};
constexpr std::array grades = {
    Word<DangerGrade>{DangerGrade::A, "A"},
    Word<DangerGrade>{DangerGrade::B, "B"},
    Word<DangerGrade>{DangerGrade::C, "C"},
    Word<DangerGrade>{DangerGrade::D, "D"},
};
constexpr std::array origins = {
    Word<Origin>{Origin::Measured, "measured"},   Word<Origin>{Origin::Photo, "photo"},
    Word<Origin>{Origin::Catalog, "catalog"},     Word<Origin>{Origin::Householder, "householder"},
    Word<Origin>{Origin::Estimated, "estimated"},
};

template <class E, std::size_t N>
std::span<const Word<E>> in(const std::array<Word<E>, N>& words) {
    return words;
}

}  // namespace

// The fields of every part of a house. The archives find them through their own namespace.

template <class A, FieldsOf<Layer> T>
static void fields(A& a, T& layer) {
    a.text("material_id", layer.material_id);
    a.number("thickness_mm", layer.thickness);
}

template <class A, FieldsOf<AddedLayer> T>
static void fields(A& a, T& added) {
    fields(a, added.layer);
    a.word("side", added.side, in(layer_sides));
}

template <class A, FieldsOf<Construction> T>
static void fields(A& a, T& construction) {
    a.text("assembly_id", construction.assembly_id);
    a.list("added", construction.added);
}

template <class A, FieldsOf<Room> T>
static void fields(A& a, T& room) {
    a.text("id", room.id);
    a.word("use", room.use, in(uses));
    a.text("name", room.name);
    a.number("x_mm", room.x);
    a.number("y_mm", room.y);
    a.number("width_mm", room.width);
    a.number("depth_mm", room.depth);
    a.flag("heated", room.heated);
    a.flag("has_kang", room.has_kang);
}

template <class A, FieldsOf<Opening> T>
static void fields(A& a, T& opening) {
    a.text("id", opening.id);
    a.word("kind", opening.kind, in(kinds));
    a.text("room_id", opening.room_id);
    a.word("side", opening.side, in(sides));
    a.number("offset_mm", opening.offset);
    a.number("width_mm", opening.width);
    a.number("height_mm", opening.height);
    a.number("sill_mm", opening.sill);
    a.text("type_id", opening.type_id);
}

template <class A, FieldsOf<Plan> T>
static void fields(A& a, T& plan) {
    a.number("axis_to_outer_face_mm", plan.axis_to_outer_face);
    a.list("rooms", plan.rooms);
    a.list("openings", plan.openings);
}

template <class A, FieldsOf<Roof> T>
static void fields(A& a, T& roof) {
    a.word("form", roof.form, in(forms));
    a.number("pitch_deg", roof.pitch);
    a.number("overhang_mm", roof.overhang);
    a.text("cover_zh", roof.cover_zh);
}

template <class A, FieldsOf<Sunspace> T>
static void fields(A& a, T& sunspace) {
    a.text("room_id", sunspace.room_id);
    a.number("offset_mm", sunspace.offset);
    a.number("width_mm", sunspace.width);
    a.number("depth_mm", sunspace.depth);
    a.number("height_mm", sunspace.height);
    a.text("glazing_id", sunspace.glazing_id);
}

template <class A, FieldsOf<PvArray> T>
static void fields(A& a, T& pv) {
    a.integer("modules", pv.modules);
    a.number("module_power_w", pv.module_power);
    a.number("tilt_deg", pv.tilt);
    a.number("azimuth_deg", pv.azimuth);
}

template <class A, FieldsOf<SolarHotWater> T>
static void fields(A& a, T& water) {
    a.number("collector_m2", water.collector);
    a.number("tilt_deg", water.tilt);
    a.number("tank_m3", water.tank);
}

template <class A, FieldsOf<Appraisal> T>
static void fields(A& a, T& appraisal) {
    a.word("grade", appraisal.grade, in(grades));
    a.text("by", appraisal.by);
    a.date("on", appraisal.on);
    a.text("standard", appraisal.standard);
}

template <class A, FieldsOf<Habit> T>
static void fields(A& a, T& habit) {
    a.number("day_set_point_c", habit.day_set_point);
    a.number("night_set_point_c", habit.night_set_point);
    a.integer("day_from_h", habit.day_from_h);
    a.integer("day_to_h", habit.day_to_h);
    a.number("heated_share", habit.heated_share);
}

template <class A, FieldsOf<Survey> T>
static void fields(A& a, T& survey) {
    a.number("length_mm", survey.length);
    a.number("width_mm", survey.width);
    a.integer("bays", survey.bays);
    a.flag("back_rooms", survey.back_rooms);
    a.integer("south_windows", survey.south_windows);
    a.number("south_window_width_mm", survey.south_window_width);
    a.integer("north_windows", survey.north_windows);
    a.number("north_window_width_mm", survey.north_window_width);
    a.number("window_height_mm", survey.window_height);
    a.text("window_id", survey.window_id);
    a.text("door_id", survey.door_id);
    a.text("wall_id", survey.wall_id);
    a.text("ceiling_id", survey.ceiling_id);
    a.text("floor_id", survey.floor_id);
    a.flag("porch", survey.porch);
}

template <class A, FieldsOf<House> T>
static void fields(A& a, T& house) {
    a.text("design_id", house.design_id);
    a.optional_object("survey", house.survey);
    a.flag("existing", house.existing);
    a.optional_integer("built_year", house.built_year);
    a.number("azimuth_deg", house.azimuth);
    a.integer("storeys", house.storeys);
    a.number("clear_height_mm", house.clear_height);
    a.number("floor_level_mm", house.floor_level);
    a.object("plan", house.plan);
    a.object("roof", house.roof);
    a.object("wall", house.wall);
    a.object("ceiling", house.ceiling);
    a.object("floor", house.floor);
    a.optional_object("edge_insulation", house.edge_insulation);
    a.number("edge_insulation_depth_mm", house.edge_insulation_depth);
    a.number("air_change_per_h", house.air_change);
    a.flag("porch", house.porch);
    a.optional_object("sunspace", house.sunspace);
    a.text("heater_id", house.heater_id);
    a.object("habit", house.habit);
    a.optional_object("pv", house.pv);
    a.optional_object("solar_water", house.solar_water);
    a.optional_object("appraisal", house.appraisal);
    a.optional_flag("only_dwelling", house.only_dwelling);
    a.word_map("origins", house.origins, in(origins));
}

nlohmann::json json_of(const House& house) {
    FieldWriter writer;
    fields(writer, house);
    return writer.take();
}

Result<House> house_from(const nlohmann::json& tree, const House& base) {
    House house = base;
    std::optional<Error> error;
    FieldReader reader(tree, "house", error);
    fields(reader, house);
    reader.finish();
    if (error) return std::unexpected(std::move(*error));
    return house;
}

}  // namespace longju::visit
