// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/building_file.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

#include <fmt/format.h>
#include <toml++/toml.h>

namespace longju::cli {

namespace {

using energy::Account;
using energy::Beyond;

/// Reads one TOML table; the first refusal stays, and everything after it is skipped.
class Table {
public:
    Table(const toml::table& table, std::string name, const std::string& file,
          std::optional<Error>& error)
        : table_(table), name_(std::move(name)), file_(file), error_(error) {}

    double number(const char* key, double fallback, double low, double high) {
        const toml::node* node = take(key);
        if (node == nullptr) return fallback;
        const auto value = node->value<double>();
        if (!value) return refuse(*node, key, "must be a number"), fallback;
        if (!(*value >= low && *value <= high)) {
            return refuse(*node, key, fmt::format("{} is outside {} to {}", *value, low, high)),
                   fallback;
        }
        return *value;
    }

    double required(const char* key, double low, double high) {
        if (table_.get(key) == nullptr) refuse(table_, key, "is missing");
        return number(key, low, low, high);
    }

    bool flag(const char* key, bool fallback) {
        const toml::node* node = take(key);
        if (node == nullptr) return fallback;
        const auto value = node->value<bool>();
        if (!value) return refuse(*node, key, "must be true or false"), fallback;
        return *value;
    }

    std::string text(const char* key, const std::string& fallback) {
        const toml::node* node = take(key);
        if (node == nullptr) return fallback;
        const auto value = node->value<std::string>();
        if (!value) return refuse(*node, key, "must be a text"), fallback;
        return *value;
    }

    template <class T, std::size_t n>
    T word(const char* key, T fallback, const std::array<std::pair<const char*, T>, n>& words) {
        const toml::node* node = take(key);
        if (node == nullptr) return fallback;
        const auto value = node->value<std::string>();
        std::string known;
        for (const auto& [name, meaning] : words) {
            if (value && *value == name) return meaning;
            known += known.empty() ? name : std::string(", ") + name;
        }
        return refuse(*node, key, "must be one of " + known), fallback;
    }

    /// One number for all, or a list of exactly `n`.
    template <std::size_t n>
    std::array<double, n> series(const char* key, double fallback, double low, double high) {
        std::array<double, n> values{};
        const toml::node* node = table_.get(key);
        if (node == nullptr || !node->is_array()) {
            values.fill(number(key, fallback, low, high));
            return values;
        }
        take(key);
        const toml::array& list = *node->as_array();
        if (list.size() != n) {
            return refuse(*node, key, fmt::format("must be one number or {} numbers", n)), values;
        }
        for (std::size_t i = 0; i < n; ++i) values.at(i) = item(list[i], key, low, high);
        return values;
    }

    std::vector<energy::SlabLayer> layers() {
        std::vector<energy::SlabLayer> layers;
        const toml::node* node = take("layers");
        if (node == nullptr) return layers;
        if (!node->is_array()) return refuse(*node, "layers", "must be a list"), layers;
        for (const toml::node& row : *node->as_array()) {
            const toml::array* four = row.as_array();
            if (four == nullptr || four->size() != 4) {
                refuse(row, "layers", "needs [thickness m, W/mK, kg/m3, J/kgK]");
                return layers;
            }
            layers.push_back(
                {item((*four)[0], "layers", 1e-5, 5), item((*four)[1], "layers", 1e-3, 500),
                 item((*four)[2], "layers", 0, 20000), item((*four)[3], "layers", 0, 10000)});
        }
        return layers;
    }

    /// Refuses keys that nobody asked for: a misspelt one must not be lost.
    void finish() {
        for (const auto& [key, node] : table_) {
            if (node.is_table() || node.is_array_of_tables()) continue;
            if (!asked_.contains(std::string(key.str())))
                refuse(node, key.str(), "is not known here");
        }
    }

    void refuse(const toml::node& node, std::string_view key, std::string what) {
        if (error_) return;
        const std::string field =
            name_.empty() ? std::string(key) : fmt::format("{}.{}", name_, key);
        error_ = fail_at(file_, static_cast<int>(node.source().begin.line), field, std::move(what))
                     .error();
    }

private:
    const toml::node* take(const char* key) {
        asked_.insert(key);
        return table_.get(key);
    }

    double item(const toml::node& node, const char* key, double low, double high) {
        const auto value = node.value<double>();
        if (value && *value >= low && *value <= high) return *value;
        return refuse(node, key, fmt::format("must be a number from {} to {}", low, high)), low;
    }

    const toml::table& table_;
    std::string name_;
    const std::string& file_;
    std::optional<Error>& error_;
    std::set<std::string> asked_;
};

constexpr std::array<std::pair<const char*, Beyond>, 6> beyond_words = {
    {{"outdoors", Beyond::Outdoors},
     {"ground", Beyond::Ground},
     {"adiabatic", Beyond::Adiabatic},
     {"fixed", Beyond::Fixed},
     {"attic", Beyond::Attic},
     {"buffer", Beyond::Buffer}}};
constexpr std::array<std::pair<const char*, Account>, 6> account_words = {
    {{"walls", Account::Walls},
     {"windows", Account::Windows},
     {"doors", Account::Doors},
     {"ceiling", Account::Ceiling},
     {"floor", Account::Floor},
     {"inside", Account::Inside}}};
constexpr std::array<std::pair<const char*, energy::Films>, 2> film_words = {
    {{"best", energy::Films::Best}, {"code", energy::Films::Code}}};

energy::BuildingSurface surface_from(Table t) {
    energy::BuildingSurface s;
    s.name = t.text("name", "");
    s.account = t.word("account", s.account, account_words);
    s.area_m2 = t.required("area_m2", 0.01, 10000);
    s.tilt_deg = t.number("tilt_deg", 90, 0, 180);
    s.azimuth_deg = t.number("azimuth_deg", 0, -360, 360);
    s.layers = t.layers();
    s.beyond = t.word("beyond", s.beyond, beyond_words);
    s.solar_absorptance = t.number("solar_absorptance", s.solar_absorptance, 0, 1);
    s.emissivity = t.number("emissivity", s.emissivity, 0.01, 1);
    s.fixed_c = t.number("fixed_c", s.fixed_c, -60, 60);
    s.ground_c = t.series<12>("ground_c", 10, -40, 40);
    s.ground_r_m2k_per_w = t.number("ground_r_m2k_per_w", 0, 0, 100);
    s.buffer.b = t.number("buffer_b", s.buffer.b, 0, 1);
    t.finish();
    return s;
}

energy::BuildingWindow window_from(Table t) {
    energy::BuildingWindow w;
    w.name = t.text("name", "");
    w.glass_m2 = t.required("glass_m2", 0.01, 1000);
    w.frame_m2 = t.number("frame_m2", 0, 0, 1000);
    w.frame_u_w_per_m2k = t.number("frame_u_w_per_m2k", w.frame_u_w_per_m2k, 0.1, 20);
    w.tilt_deg = t.number("tilt_deg", 90, 0, 180);
    w.azimuth_deg = t.number("azimuth_deg", 0, -360, 360);
    w.sun_share = t.number("sun_share", 1, 0, 1);
    energy::Glazing& g = w.glazing;
    g.panes = static_cast<int>(t.number("panes", 2, 1, 4));
    g.pane_m = t.number("pane_m", g.pane_m, 0.001, 0.05);
    g.pane_conductivity_w_per_mk =
        t.number("pane_conductivity_w_per_mk", g.pane_conductivity_w_per_mk, 0.1, 5);
    g.pane_transmittance = t.number("pane_transmittance", g.pane_transmittance, 0.05, 0.99);
    g.pane_reflectance = t.number("pane_reflectance", g.pane_reflectance, 0.01, 0.6);
    g.gap_m = t.number("gap_m", g.gap_m, 0.003, 0.3);
    g.emissivity = t.number("emissivity", g.emissivity, 0.01, 1);
    g.low_e_coatings = static_cast<int>(t.number("low_e_coatings", 0, 0, 3));
    g.low_e_emissivity = t.number("low_e_emissivity", g.low_e_emissivity, 0.01, 1);
    g.argon = t.flag("argon", false);
    const double solar = t.number("solar_factor", 0, 0, 1);
    if (solar > 0.0) g.solar_factor = solar;
    t.finish();
    return w;
}

energy::Attic attic_from(Table t) {
    energy::Attic a;
    a.roof_m2 = t.required("roof_m2", 0.1, 10000);
    a.roof_u_w_per_m2k = t.number("roof_u_w_per_m2k", a.roof_u_w_per_m2k, 0.05, 20);
    a.solar_absorptance = t.number("solar_absorptance", a.solar_absorptance, 0, 1);
    a.tilt_deg = t.number("tilt_deg", a.tilt_deg, 0, 90);
    a.azimuth_deg = t.number("azimuth_deg", 0, -360, 360);
    a.volume_m3 = t.required("volume_m3", 0, 100000);
    a.air_change_per_h = t.number("air_change_per_h", a.air_change_per_h, 0, 100);
    t.finish();
    return a;
}

class Reader {
public:
    Reader(const toml::table& root, const std::string& file) : root_(root), file_(file) {}

    Result<energy::Building> read() {
        read_zone();
        read_plant();
        each("surface", [&](Table t) { b_.surfaces.push_back(surface_from(std::move(t))); });
        each("window", [&](Table t) { b_.windows.push_back(window_from(std::move(t))); });
        if (const toml::table* attic = root_["attic"].as_table()) {
            b_.attic = attic_from(table(*attic, "attic"));
        }
        Table top = table(root_, "");
        b_.title = top.text("title", "");
        top.finish();
        for (const auto& [key, node] : root_) {
            static const std::set<std::string_view> known = {
                "title", "zone", "gains", "heating", "cooling", "attic", "surface", "window"};
            if (!known.contains(key.str())) top.refuse(node, key.str(), "is not known here");
        }
        if (!error_ && b_.surfaces.empty()) {
            error_ = fail_at(file_, 0, "surface", "there is no surface; add [[surface]]").error();
        }
        if (error_) return std::unexpected(*error_);
        return std::move(b_);
    }

private:
    Table table(const toml::table& t, std::string name) {
        return {t, std::move(name), file_, error_};
    }

    Table section(const char* name) {
        const toml::table* found = root_[name].as_table();
        return table(found != nullptr ? *found : empty_, name);
    }

    template <class Use>
    void each(const char* name, Use use) {
        const toml::array* list = root_[name].as_array();
        if (list == nullptr) return;
        for (std::size_t i = 0; i < list->size(); ++i) {
            const toml::table* t = (*list)[i].as_table();
            if (t != nullptr) use(table(*t, fmt::format("{}[{}]", name, i)));
        }
    }

    void read_zone() {
        Table zone = section("zone");
        b_.volume_m3 = zone.number("volume_m3", 0, 1, 100000);
        if (b_.volume_m3 <= 0.0 && !error_) {
            error_ = fail_at(file_, 1, "zone.volume_m3", "is missing").error();
        }
        b_.contents_j_per_m3k = zone.number("contents_j_per_m3k", 0, 0, 1e6);
        b_.air_change_per_h = zone.number("air_change_per_h", 0.5, 0, 100);
        b_.films = zone.word("films", energy::Films::Best, film_words);
        zone.finish();
        Table gains = section("gains");
        b_.convective_gain_w = gains.series<24>("convective_w", 0, 0, 1e6);
        b_.radiant_gain_w = gains.series<24>("radiant_w", 0, 0, 1e6);
        gains.finish();
    }

    void read_plant() {
        Table heating = section("heating");
        b_.heating = heating.flag("on", true);
        b_.heat_set_point_c = heating.series<24>("set_point_c", 20, -50, 50);
        b_.heat_limit_w = heating.number("limit_w", b_.heat_limit_w, 0, 1e9);
        b_.heat_convective_share = heating.number("convective_share", 1, 0, 1);
        b_.only_heating_season = heating.flag("only_heating_season", false);
        heating.finish();
        if (root_["cooling"].is_table()) {
            Table cooling = section("cooling");
            b_.cool_set_point_c = cooling.required("set_point_c", 0, 60);
            cooling.finish();
        }
    }

    const toml::table& root_;
    const std::string& file_;
    const toml::table empty_;
    std::optional<Error> error_;
    energy::Building b_;
};

}  // namespace

Result<energy::Building> parse_building(const std::string& text, const std::string& file) {
    try {
        const toml::table root = toml::parse(text, file);
        return Reader(root, file).read();
    } catch (const toml::parse_error& error) {
        return fail_at(file, static_cast<int>(error.source().begin.line), "",
                       std::string(error.description()));
    }
}

Result<energy::Building> read_building(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    const std::u8string name = file.u8string();
    const std::string shown(name.begin(), name.end());
    if (!in) {
        return std::unexpected(Error{.kind = ErrorKind::NotFound,
                                     .what = "cannot be opened; is the path right?",
                                     .file = shown});
    }
    const std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    return parse_building(text, shown);
}

}  // namespace longju::cli
