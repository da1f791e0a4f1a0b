// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/building_file.h"

#include <array>
#include <utility>

#include <fmt/format.h>

#include "cli/building_parts.h"
#include "cli/toml_base.h"
#include "cli/toml_table.h"

namespace longju::cli {

namespace {

constexpr std::array<const char*, 2> lists_by_name = {"surface", "window"};

constexpr std::array<std::pair<const char*, energy::Films>, 2> film_words = {
    {{"best", energy::Films::Best}, {"code", energy::Films::Code}}};

energy::Attic attic_from(TomlTable t) {
    energy::Attic a;
    a.roof_m2 = t.required("roof_m2", 0.1, 10000);
    a.roof_u_w_per_m2k = t.number("roof_u_w_per_m2k", a.roof_u_w_per_m2k, 0.05, 20);
    a.solar_absorptance = t.number("solar_absorptance", a.solar_absorptance, 0, 1);
    a.tilt_deg = t.number("tilt_deg", a.tilt_deg, 0, 90);
    a.azimuth_deg = t.number("azimuth_deg", 0, -360, 360);
    a.volume_m3 = t.required("volume_m3", 0, 100000);
    a.air_change_per_h = t.number("air_change_per_h", a.air_change_per_h, 0, 100);
    a.gable_u_area_w_per_k = t.number("gable_u_area_w_per_k", a.gable_u_area_w_per_k, 0, 10000);
    t.finish();
    return a;
}

std::optional<energy::Leakage> leakage_from(TomlTable& t) {
    energy::Leakage leakage;
    const auto n50 = t.maybe("n50_per_h", 0.05, 100);
    leakage.n50_per_h = n50.value_or(0.0);
    leakage.storeys = t.whole("storeys", leakage.storeys, 1, 3);
    leakage.shelter_class = t.whole("shelter_class", leakage.shelter_class, 1, 5);
    leakage.least_per_h = t.number("least_per_h", leakage.least_per_h, 0, 10);
    const std::string model = t.text("leak_model", "lbl");
    if (model != "lbl" && model != "aim2") t.refuse("leak_model", "is lbl or aim2");
    if (model == "aim2") leakage.model = energy::Leakage::Model::Aim2;
    leakage.flue = t.flag("flue", false);
    if (leakage.flue && model != "aim2") t.refuse("flue", "needs leak_model = \"aim2\"");
    if (n50) return leakage;
    for (const char* key : {"storeys", "shelter_class", "least_per_h", "leak_model", "flue"}) {
        if (t.has(key)) t.refuse(key, "says nothing without n50_per_h; add that or leave it out");
    }
    return std::nullopt;
}

/// What both zones have in common.
energy::Zone zone_from(TomlTable& t, const char* name) {
    energy::Zone zone;
    zone.name = t.text("name", name);
    zone.volume_m3 = t.required("volume_m3", 1, 100000);
    zone.contents_j_per_m3k = t.number("contents_j_per_m3k", 0, 0, 1e6);
    zone.air.constant_per_h = t.number("air_change_per_h", zone.air.constant_per_h, 0, 100);
    return zone;
}

void read_gains(TomlTable t, energy::Zone& zone) {
    zone.convective_gain_w = t.series<24>("convective_w", 0, 0, 1e6);
    zone.radiant_gain_w = t.series<24>("radiant_w", 0, 0, 1e6);
    t.finish();
}

energy::Heating heating_from(TomlTable t) {
    energy::Heating h;
    h.on = t.flag("on", h.on);
    h.set_point_c = t.series<24>("set_point_c", 20, -50, 50);
    h.limit_w = t.number("limit_w", h.limit_w, 0, 1e9);
    h.convective_share = t.number("convective_share", h.convective_share, 0, 1);
    h.operative_share = t.number("operative_share", h.operative_share, 0, 1);
    h.only_in_season = t.flag("only_heating_season", h.only_in_season);
    h.lost_per_k = t.number("lost_per_k", h.lost_per_k, 0, 1);
    h.least_share = t.number("least_share", h.least_share, 0, 1);
    t.finish();
    return h;
}

class Reader {
public:
    Reader(const toml::table& root, const std::string& file)
        : file_(file), top_(root, "", file, error_) {}

    Result<energy::Building> read() {
        b_.title = top_.text("title", "");
        read_first_zone();
        if (top_.has("second_zone")) read_second_zone();
        read_exchange();
        if (top_.has("cooling")) read_cooling();
        if (top_.has("attic")) b_.attic = attic_from(top_.section("attic"));
        const Surroundings around{.second_zone = b_.zones.size() > 1,
                                  .attic = b_.attic.has_value()};
        top_.each("surface",
                  [&](TomlTable t) { b_.surfaces.push_back(surface_from(std::move(t), around)); });
        top_.each("window",
                  [&](TomlTable t) { b_.windows.push_back(window_from(std::move(t), around)); });
        top_.finish();
        if (!error_ && b_.surfaces.empty()) {
            error_ = fail_at(file_, 0, "surface", "there is no surface; add [[surface]]").error();
        }
        if (error_) return std::unexpected(*error_);
        return std::move(b_);
    }

private:
    void read_first_zone() {
        TomlTable t = top_.section("zone");
        energy::Zone zone = zone_from(t, "rooms");
        zone.air.fan_m3_per_h = t.series<24>("fan_m3_per_h", 0, 0, 1e6);
        zone.air.leakage = leakage_from(t);
        b_.bridges_w_per_k = t.number("bridges_w_per_k", 0, 0, 10000);
        b_.films = t.word("films", energy::Films::Best, film_words);
        b_.shutters_closed = t.hours("shutters_closed");
        t.finish();
        read_gains(top_.section("gains"), zone);
        zone.heating = heating_from(top_.section("heating"));
        b_.zones.at(0) = std::move(zone);
    }

    void read_second_zone() {
        TomlTable t = top_.section("second_zone");
        energy::Zone zone = zone_from(t, "second zone");
        zone.sunspace_depth_m = t.maybe("sunspace_depth_m", 0.1, 20);
        zone.heating.on = false;
        read_gains(t.section("gains"), zone);
        t.finish();
        b_.zones.push_back(std::move(zone));
    }

    void read_exchange() {
        TomlTable t = top_.section("exchange");
        b_.exchange.m3_per_h = t.series<24>("m3_per_h", 0, 0, 1e5);
        b_.exchange.when_warmer_k = t.maybe("when_warmer_k", 0, 50);
        t.finish();
        if (top_.has("exchange") && b_.zones.size() < 2) {
            top_.refuse("exchange", "needs a [second_zone] to exchange air with");
        }
    }

    void read_cooling() {
        TomlTable t = top_.section("cooling");
        if (!t.has("set_point_c")) t.refuse("set_point_c", "is missing");
        const energy::ByHour cool_c = t.series<24>("set_point_c", 27, 0, 1000);
        t.finish();
        energy::Zone& zone = b_.zones.at(0);
        zone.cool_set_point_c = cool_c;
        for (std::size_t hour = 0; zone.heating.on && hour < cool_c.size(); ++hour) {
            if (cool_c.at(hour) >= zone.heating.set_point_c.at(hour)) continue;
            t.refuse("set_point_c",
                     fmt::format("is below the heating set point in hour {}; raise it", hour));
        }
    }

    const std::string& file_;
    std::optional<Error> error_;
    TomlTable top_;
    energy::Building b_;
};

}  // namespace

Result<energy::Building> parse_building(const std::string& text, const std::string& file) {
    const Result<toml::table> root = parse_with_base(text, file, lists_by_name);
    if (!root) return std::unexpected(root.error());
    return Reader(*root, file).read();
}

Result<energy::Building> read_building(const std::filesystem::path& file) {
    const std::u8string name = file.u8string();
    const std::string shown(name.begin(), name.end());
    const Result<std::string> text = read_text(shown);
    if (!text) return std::unexpected(text.error());
    return parse_building(*text, shown);
}

}  // namespace longju::cli
