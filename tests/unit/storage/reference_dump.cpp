// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "unit/storage/reference_dump.h"

#include <fmt/format.h>

#include "core/text.h"
#include "visit/codec.h"

namespace longju::test {

namespace {

/// Collects the values of one line, each with a separator behind it.
class Line {
public:
    Line& operator<<(const std::string& text) { return line_ += text + "|", *this; }
    Line& operator<<(const char* text) { return *this << std::string(text); }
    Line& operator<<(double number) { return *this << exact(number); }
    Line& operator<<(int number) { return *this << std::to_string(number); }
    Line& operator<<(bool flag) { return *this << (flag ? "yes" : "no"); }
    Line& operator<<(Money money) { return *this << fmt::format("{} fen", money.in_fen()); }
    template <class Unit>
    Line& operator<<(Quantity<Unit> quantity) {
        return *this << quantity.value;
    }
    template <class E>
    requires std::is_enum_v<E> Line& operator<<(E value) {
        return *this << static_cast<int>(value);
    }
    template <class T>
    Line& operator<<(const Range<T>& range) {
        return *this << range.low << range.typical << range.high;
    }
    template <class T>
    Line& operator<<(const std::optional<T>& value) {
        return value ? *this << *value : *this << "-";
    }
    template <class A, class B>
    Line& operator<<(const std::pair<A, B>& pair) {
        return *this << pair.first << pair.second;
    }
    template <class T>
    Line& operator<<(const std::vector<T>& values) {
        for (const T& value : values) *this << value;
        return *this << "end";
    }
    Line& operator<<(const Date& date) { return *this << iso(date); }
    Line& operator<<(const Provenance& p) { return *this << p.source << p.confidence; }
    Line& operator<<(const house::Layer& l) { return *this << l.material_id << l.thickness; }
    Line& operator<<(const energy::Heater::CopPoint& p) { return *this << p.outdoor << p.cop; }
    Line& operator<<(const measure::Charge& c) { return *this << c.price_id << c.basis; }
    Line& operator<<(const measure::Effect& effect) {
        *this << static_cast<int>(effect.index());
        std::visit([this](const auto& e) { add(e); }, effect);
        return *this;
    }

    std::string take() { return line_ + "\n"; }

private:
    void add(const measure::AddLayer& e) { *this << e.element << e.side << e.layer; }
    void add(const measure::ReplaceConstruction& e) { *this << e.element << e.assembly_id; }
    void add(const measure::InsulateEdge& e) { *this << e.layer << e.depth; }
    void add(const measure::ReplaceWindows& e) { *this << e.side << e.window_id; }
    void add(const measure::ReplaceDoors& e) { *this << e.door_id; }
    void add(const measure::AddPorch&) {}
    void add(const measure::LimitAirChange& e) { *this << e.at_most; }
    void add(const measure::AddSunspace& e) { *this << e.width << e.depth << e.glazing_id; }
    void add(const measure::SetHeater& e) { *this << e.heater_id; }
    void add(const measure::AddPv& e) {
        *this << e.panel.power << e.panel.height << e.panel.width << e.modules;
    }
    void add(const measure::AddSolarWater& e) { *this << e.collector; }

    std::string line_;
};

template <class... Values>
std::string line(const Values&... values) {
    Line line;
    (line << ... << values);
    return line.take();
}

std::string of_library(const house::Library& library) {
    std::string all;
    for (const auto& m : library.materials) {
        all +=
            line("material", m.id, m.name_zh, m.name_en, m.conductivity, m.density, m.specific_heat,
                 m.correction_outside, m.correction_inside, m.hatch, m.provenance);
    }
    for (const auto& a : library.assemblies) {
        all += line("assembly", a.id, a.name_zh, a.name_en, a.element, a.layers, a.bridge_factor,
                    a.provenance);
    }
    for (const auto& j : library.junctions) {
        all += line("junction", j.id, j.kind, j.wall_id, j.other_id, j.edge, j.psi, j.f_rsi,
                    j.insulation, j.flat_roof, j.wall_u, j.other_u, j.wall_thickness, j.provenance);
    }
    for (const auto& m : library.modules) {
        all += line("module", m.id, m.name_zh, m.name_en, m.kind, m.length, m.leg, m.height,
                    m.provenance);
    }
    for (const auto& s : library.structures) {
        all += line("structure", s.id, s.name_zh, s.name_en, s.wall_id, s.axis_to_outer_face,
                    s.max_storeys, s.provenance);
    }
    for (const auto& s : library.styles) {
        all += line("style", s.id, s.name_zh, s.name_en, s.cover_zh, s.wall_rgb, s.roof_rgb,
                    s.plinth_rgb, s.provenance);
    }
    for (const auto& w : library.windows) {
        all += line("window", w.id, w.name_zh, w.name_en, w.panes, w.pane_thickness, w.gap,
                    w.low_e_coatings, w.argon, w.frame_share, w.frame_u, w.rated_u, w.rated_shgc,
                    w.provenance);
    }
    for (const auto& d : library.doors) {
        all += line("door", d.id, d.name_zh, d.name_en, d.u, d.provenance);
    }
    return all;
}

std::string of_energy(const energy::EnergyLibrary& library) {
    std::string all;
    for (const auto& f : library.fuels) {
        all += line("fuel", f.id, f.name_zh, f.name_en, f.unit_zh, f.unit_en, f.energy_per_unit,
                    f.co2_per_unit, f.coal_equivalent_per_unit, f.so2_per_unit, f.pm25_per_unit,
                    f.own_labour_h_per_unit, f.price_per_unit, f.emission_provenance, f.provenance,
                    f.price_provenance);
    }
    for (const auto& h : library.heaters) {
        all += line("heater", h.id, h.name_zh, h.name_en, h.kind, h.fuel_id, h.efficiency, h.cop,
                    h.capacity, h.convective_share, h.lowest_outdoor, h.kang_per_day,
                    h.fire_wall_per_day, h.capacity_lost_per_k, h.capacity_least_share, h.backup,
                    h.defrost_loss, h.provenance);
    }
    return all;
}

std::string of_measures(const measure::MeasureList& list) {
    std::string all;
    for (const auto& m : list.measures) {
        all += line("measure", m.id, m.group, m.name_zh, m.name_en, m.for_existing, m.for_new,
                    m.outside_work, m.days_low, m.days_high);
        for (const auto& o : m.options) {
            all += line("option", o.id, o.name_zh, o.name_en, o.plain_zh, o.effects, o.charges,
                        o.rule_type, o.low_temp_rating, o.life, o.provenance);
        }
    }
    return all;
}

std::string of_rules(const std::vector<subsidy::Rule>& rules) {
    std::string all;
    for (const auto& r : rules) {
        all += line("rule", r.id, r.version, r.supersedes, r.title_zh, r.plain_zh, r.kind, r.status,
                    r.level, r.doc_title, r.doc_no, r.source_grade, r.effective_from,
                    r.effective_to, r.date_basis, r.regions, r.excluded_regions, r.measures,
                    r.evidence, r.stack_group, r.stack_policy, r.confirmation, r.confirmed_by,
                    r.excludes_groups, r.shares, r.body);
    }
    return all;
}

std::string of_places(const estimate::Reference& reference) {
    std::string all;
    for (const auto& s : reference.stations) {
        all += line("station", s.id, s.name_zh, s.name_en, s.site.latitude, s.site.longitude,
                    s.site.utc_offset, s.site.elevation, s.pressure_pa, s.design_temperature,
                    s.zone, s.snow_load_kn_m2, s.wind_load_kn_m2, s.frost_depth_m, s.provenance);
        for (std::size_t m = 0; m < 12; ++m) {
            const climate::Normals& n = s.normals;
            all += line("month", n.t_mean_c[m], n.t_max_mean_c[m], n.t_min_mean_c[m],
                        n.t_anomaly_sd_c[m], n.vapour_pa[m], n.wind_ms[m], n.clearness[m]);
        }
    }
    for (const auto& d : reference.divisions) {
        all += line("division", d.code, d.name_zh, d.pinyin, d.prefecture_zh, d.station_id,
                    d.station_km, d.station_note, d.seismic_zh, d.provenance);
    }
    for (const auto& t : reference.townships) {
        all += line("township", t.code, t.name_zh, t.pinyin, t.kind, t.provenance);
    }
    return all;
}

}  // namespace

std::string dump(const estimate::Reference& r) {
    std::string all = line("reference", r.version, r.data_hash, r.rules_version, r.prices.version,
                           r.prices.contingency);
    all += of_library(r.library) + of_energy(r.energy) + of_measures(r.measures) +
           of_rules(r.rules) + of_places(r);
    for (const auto& p : r.prices.prices) {
        all += line("price", p.id, p.name_zh, p.name_en, p.unit_zh, p.unit_en, p.per_unit, p.date,
                    p.provenance);
    }
    for (const auto& t : r.typical_houses) {
        const house::Survey& s = t.survey;
        all +=
            line("typical", t.id, t.name_zh, t.name_en, t.built_from, t.built_to, s.length, s.width,
                 s.bays, s.back_rooms, s.south_windows, s.south_window_width, s.north_windows,
                 s.north_window_width, s.window_height, s.window_id, s.door_id, s.wall_id,
                 s.ceiling_id, s.floor_id, s.porch, t.heater_id, t.air_change, t.provenance);
    }
    for (const auto& c : r.cards) {
        all += line("card", c.id, c.title_zh, c.title_en, c.text_zh, c.text_en, c.cost_zh,
                    c.cost_en, c.care_zh, c.care_en, c.provenance);
        for (const auto& i : c.items) {
            all += line("item", i.id, i.ask_zh, i.ask_en, i.warn_on, i.advice_zh, i.advice_en);
        }
    }
    for (const auto& l : r.limits) {
        all += line("limit", l.id, l.standard, l.clause, l.subject, l.zone, l.max, l.provenance);
    }
    for (const auto& d : r.designs) {
        all += line("design", d.id, d.name_zh, d.name_en, d.summary_zh, d.summary_en, d.people,
                    d.official, visit::json_of(d.house).dump(), d.provenance);
    }
    return all;
}

}  // namespace longju::test
