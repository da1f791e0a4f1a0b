// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/catalog_tables.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "core/csv.h"
#include "house/bridges.h"
#include "storage/catalog_fields.h"
#include "storage/catalog_rows.h"
#include "storage/catalog_words.h"

namespace longju::storage {

namespace {

house::Material material(RowFields& row) {
    house::Material m;
    m.id = row.id("id");
    m.name_zh = row.text("name_zh");
    m.name_en = row.text("name_en");
    m.conductivity = WattsPerMK{row.number("conductivity_w_per_mk", 0.005, 500.0)};
    m.density = KilogramsPerM3{row.number("density_kg_per_m3", 5.0, 12000.0)};
    m.specific_heat = JoulesPerKgK{row.number("specific_heat_j_per_kgk", 100.0, 5000.0)};
    m.correction_outside = row.number("correction_outside", 1.0, 3.0);
    m.correction_inside = row.number("correction_inside", 1.0, 3.0);
    m.hatch = row.word<house::Hatch>("hatch");
    m.provenance = row.provenance();
    return m;
}

house::WindowType window(RowFields& row) {
    house::WindowType w;
    w.id = row.id("id");
    w.name_zh = row.text("name_zh");
    w.name_en = row.text("name_en");
    w.panes = row.integer("panes", 1, 4);
    w.pane_thickness = Millimetres{row.number("pane_thickness_mm", 2.0, 20.0)};
    w.gap = Millimetres{row.number("gap_mm", w.panes > 1 ? 4.0 : 0.0, 200.0)};
    w.low_e_coatings = row.integer("low_e_coatings", 0, 4);
    w.argon = row.flag("argon");
    w.frame_share = row.number("frame_share", 0.0, 0.6);
    w.frame_u = WattsPerM2K{row.number("frame_u_w_per_m2k", 0.5, 10.0)};
    w.rated_u = WattsPerM2K{row.number("rated_u_w_per_m2k", 0.3, 8.0)};
    w.rated_shgc = row.number("rated_shgc", 0.05, 0.95);
    w.provenance = row.provenance();
    return w;
}

house::DoorType door(RowFields& row) {
    house::DoorType d;
    d.id = row.id("id");
    d.name_zh = row.text("name_zh");
    d.name_en = row.text("name_en");
    d.u = WattsPerM2K{row.number("u_w_per_m2k", 0.3, 8.0)};
    d.provenance = row.provenance();
    return d;
}

bool has_materials(const house::Assembly& assembly, const house::Library& library) {
    return std::ranges::all_of(assembly.layers, [&](const house::Layer& layer) {
        return library.find_material(layer.material_id) != nullptr;
    });
}

/// The id of an assembly in a column; empty when it is wrong.
std::string assembly_id(RowFields& row, const char* column, house::Element element,
                        const house::Library& library) {
    std::string id = row.text(column);
    const house::Assembly* const found = library.find_assembly(id);
    if (id.empty() || library.assemblies.empty()) return {};
    if (found != nullptr && !has_materials(*found, library)) return {};  // Told elsewhere.
    const bool roof = element == house::Element::Ceiling && found != nullptr &&
                      found->element == house::Element::Roof;
    if (found != nullptr && (found->element == element || roof)) return id;
    row.refuse(column, fmt::format("assemblies.toml has no {} \"{}\"", word_for(element), id));
    return {};
}

house::Junction junction(RowFields& row, const house::Library& library) {
    house::Junction j;
    j.id = row.id("id");
    j.kind = row.word<house::JunctionKind>("junction");
    j.wall_id = assembly_id(row, "wall", house::Element::Wall, library);
    if (j.kind == house::JunctionKind::Eaves) {
        j.other_id = assembly_id(row, "other", house::Element::Ceiling, library);
    } else if (j.kind == house::JunctionKind::Plinth) {
        j.other_id = assembly_id(row, "other", house::Element::Floor, library);
    } else if (!row.optional_text("other").empty()) {
        row.refuse("other", "must be empty but for eaves and plinth");
    }
    j.edge = Millimetres{row.number("edge_mm", 0.0, 300.0)};
    j.psi = WattsPerMK{row.number("psi_w_per_mk", -3.0, 3.0)};
    j.f_rsi = row.number("f_rsi", 0.0, 1.0);
    j.provenance = row.provenance();
    const bool other_needed =
        j.kind == house::JunctionKind::Eaves || j.kind == house::JunctionKind::Plinth;
    if (j.wall_id.empty() || (other_needed && j.other_id.empty())) return j;
    return house::sorted_in(std::move(j), library);
}

/// A year and month as `2026-10`.
bool is_month(std::string_view text) { return date_from(std::string(text) + "-01").has_value(); }

cost::Price price(RowFields& row) {
    cost::Price p;
    p.id = row.id("id");
    p.name_zh = row.text("name_zh");
    p.name_en = row.text("name_en");
    p.unit_zh = row.text("unit_zh");
    p.unit_en = row.text("unit_en");
    p.per_unit = row.money_range(1000000.0);
    p.date = row.text("date");
    if (!p.date.empty() && !is_month(p.date)) {
        row.refuse("date", fmt::format("\"{}\" is not a year and month like 2026-10", p.date));
    }
    p.provenance = row.provenance();
    return p;
}

energy::Fuel fuel(RowFields& row) {
    energy::Fuel f;
    f.id = row.id("id");
    f.name_zh = row.text("name_zh");
    f.name_en = row.text("name_en");
    f.unit_zh = row.text("unit_zh");
    f.unit_en = row.text("unit_en");
    f.energy_per_unit = KilowattHours{row.number("energy_kwh_per_unit", 0.5, 15000.0)};
    f.co2_per_unit = Kilograms{row.number("co2_kg_per_unit", 0.0, 5000.0)};
    f.coal_equivalent_per_unit = Kilograms{row.number("coal_equivalent_kg_per_unit", 0.01, 2000.0)};
    f.so2_per_unit = Kilograms{row.number("so2_kg_per_unit", 0.0, 100.0)};
    f.pm25_per_unit = Kilograms{row.number("pm25_kg_per_unit", 0.0, 100.0)};
    f.own_labour_h_per_unit = row.number("own_labour_h_per_unit", 0.0, 200.0);
    f.price_per_unit = row.money_range(10000.0);
    f.provenance = row.provenance();
    f.price_provenance = {row.text("price_source"), row.word<Confidence>("price_confidence")};
    f.emission_provenance = {row.text("emission_source"),
                             row.word<Confidence>("emission_confidence")};
    return f;
}

house::Limit limit(RowFields& row) {
    house::Limit l;
    l.id = row.id("id");
    l.standard = row.text("standard");
    l.clause = row.text("clause");
    l.subject = row.word<house::LimitSubject>("subject");
    l.zone = row.text("zone");
    if (!l.zone.empty() && l.zone != "1A" && l.zone != "1B" && l.zone != "*") {
        row.refuse("zone", fmt::format("\"{}\" is none of 1A, 1B, *", l.zone));
    }
    l.max = row.number("max", 0.05, 8.0);
    l.provenance = row.provenance();
    return l;
}

house::ModuleType module_type(RowFields& row) {
    house::ModuleType m;
    m.id = row.id("id");
    m.name_zh = row.text("name_zh");
    m.name_en = row.text("name_en");
    m.kind = row.word<house::ModuleKind>("kind");
    m.length = Millimetres{row.number("length_mm", 100.0, 3000.0)};
    const bool corner = m.kind == house::ModuleKind::Corner;
    m.leg = Millimetres{row.number("leg_mm", corner ? 100.0 : 0.0, corner ? 3000.0 : 0.0)};
    m.height = Millimetres{row.number("height_mm", 100.0, 1200.0)};
    m.provenance = row.provenance();
    return m;
}

house::Structure structure(RowFields& row, const house::Library& library) {
    house::Structure s;
    s.id = row.id("id");
    s.name_zh = row.text("name_zh");
    s.name_en = row.text("name_en");
    s.wall_id = row.text("wall");
    const house::Assembly* wall = library.find_assembly(s.wall_id);
    if (wall == nullptr || wall->element != house::Element::Wall) {
        row.refuse("wall", fmt::format("assemblies.toml has no wall \"{}\"; add it there or name "
                                       "another",
                                       s.wall_id));
    }
    s.axis_to_outer_face = Millimetres{row.number("axis_to_outer_face_mm", 50.0, 800.0)};
    s.max_storeys = row.integer("max_storeys", 1, 3);
    s.provenance = row.provenance();
    return s;
}

/// `#RRGGBB`.
int colour(RowFields& row, std::string_view column) {
    const std::string text = row.text(column);
    int rgb = 0;
    const char* const end = text.data() + text.size();
    const bool framed = text.size() == 7 && text.front() == '#';
    const auto read = framed ? std::from_chars(text.data() + 1, end, rgb, 16)
                             : std::from_chars_result{text.data(), std::errc::invalid_argument};
    if (read.ec != std::errc{} || read.ptr != end) {
        row.refuse(column, fmt::format("\"{}\" is not a colour like #EFE7D8", text));
    }
    return rgb;
}

house::Style style(RowFields& row) {
    house::Style s;
    s.id = row.id("id");
    s.name_zh = row.text("name_zh");
    s.name_en = row.text("name_en");
    s.cover_zh = row.text("cover_zh");
    s.wall_rgb = colour(row, "wall_colour");
    s.roof_rgb = colour(row, "roof_colour");
    s.plinth_rgb = colour(row, "plinth_colour");
    s.provenance = row.provenance();
    return s;
}

estimate::TypicalHouse typical(RowFields& row) {
    const auto mm = [&](const char* column, double low, double high) {
        return Millimetres{row.number(column, low, high)};
    };
    estimate::TypicalHouse t;
    t.id = row.id("id");
    t.name_zh = row.text("name_zh");
    t.name_en = row.text("name_en");
    t.built_from = row.integer("built_from", 1850, 2100);
    t.built_to = row.integer("built_to", t.built_from, 2100);
    t.survey.length = mm("length_mm", 3000, 40000);
    t.survey.width = mm("width_mm", 3000, 20000);
    t.survey.bays = row.integer("bays", 2, 5);
    t.survey.back_rooms = row.flag("back_rooms");
    t.survey.south_windows = row.integer("south_windows", 1, 6);
    t.survey.south_window_width = mm("south_window_width_mm", 400, 4000);
    t.survey.north_windows = row.integer("north_windows", 0, 5);
    t.survey.north_window_width = mm("north_window_width_mm", 300, 4000);
    t.survey.window_height = mm("window_height_mm", 400, 2600);
    t.survey.window_id = row.text("window");
    t.survey.door_id = row.text("door");
    t.survey.wall_id = row.text("wall");
    t.survey.ceiling_id = row.text("ceiling");
    t.survey.floor_id = row.text("floor");
    t.survey.porch = row.flag("porch");
    t.heater_id = row.text("heater");
    t.air_change = PerHour{row.number("air_change_per_h", 0.1, 6.0)};
    t.provenance = row.provenance();
    return t;
}

}  // namespace

std::vector<house::Material> read_materials(const CsvTable& table, const std::string& file,
                                            std::vector<Error>& errors) {
    return read_rows<house::Material>(table, file, errors, by_id, material);
}

std::vector<house::WindowType> read_windows(const CsvTable& table, const std::string& file,
                                            std::vector<Error>& errors) {
    return read_rows<house::WindowType>(table, file, errors, by_id, window);
}

std::vector<house::DoorType> read_doors(const CsvTable& table, const std::string& file,
                                        std::vector<Error>& errors) {
    return read_rows<house::DoorType>(table, file, errors, by_id, door);
}

std::vector<house::Junction> read_junctions(const CsvTable& table, const std::string& file,
                                            const house::Library& library,
                                            std::vector<Error>& errors) {
    return read_rows<house::Junction>(table, file, errors, by_id,
                                      [&](RowFields& row) { return junction(row, library); });
}

std::vector<cost::Price> read_prices(const CsvTable& table, const std::string& file,
                                     std::vector<Error>& errors) {
    return read_rows<cost::Price>(table, file, errors, by_id, price);
}

std::vector<energy::Fuel> read_fuels(const CsvTable& table, const std::string& file,
                                     std::vector<Error>& errors) {
    return read_rows<energy::Fuel>(table, file, errors, by_id, fuel);
}

std::vector<house::Limit> read_limits(const CsvTable& table, const std::string& file,
                                      std::vector<Error>& errors) {
    return read_rows<house::Limit>(table, file, errors, Key{"id", false}, limit);
}

std::vector<house::ModuleType> read_modules(const CsvTable& table, const std::string& file,
                                            std::vector<Error>& errors) {
    return read_rows<house::ModuleType>(table, file, errors, by_id, module_type);
}

std::vector<house::Structure> read_structures(const CsvTable& table, const std::string& file,
                                              const house::Library& library,
                                              std::vector<Error>& errors) {
    return read_rows<house::Structure>(table, file, errors, by_id,
                                       [&](RowFields& row) { return structure(row, library); });
}

std::vector<estimate::TypicalHouse> read_typical(const CsvTable& table, const std::string& file,
                                                 std::vector<Error>& errors) {
    return read_rows<estimate::TypicalHouse>(table, file, errors, by_id, typical);
}

std::vector<house::Style> read_styles(const CsvTable& table, const std::string& file,
                                      std::vector<Error>& errors) {
    return read_rows<house::Style>(table, file, errors, by_id, style);
}

}  // namespace longju::storage
