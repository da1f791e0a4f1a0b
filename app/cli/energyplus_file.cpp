// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/energyplus_file.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>
#include <set>

#include <fmt/format.h>

#include "cli/energyplus_faces.h"
#include "cli/energyplus_matter.h"
#include "cli/energyplus_zones.h"

namespace longju::cli {

namespace {

using energy::Beyond;
using energy::Building;
using energy::BuildingSurface;
using energy::BuildingWindow;

constexpr double rated_films_m2k_per_w = 0.17;  // ISO 6946: 0.13 inside and 0.04 outside.

/// A face with the words that follow its corners' owner in the input.
struct Face {
    PlacedFace place;
    std::string construction;
    std::string beyond;  ///< Boundary, its object, sun, wind.
    std::string pane_construction;
    std::string pane_beyond;  ///< The pane at the other side, between zones.
};

class Writer {
public:
    explicit Writer(const Building& building)
        : building_(building), hung_(building.windows.size(), false) {}

    EnergyPlusFile write() {
        add_zones(file_, building_);
        for (std::size_t i = 0; i < building_.windows.size(); ++i) add_glass(i);
        for (std::size_t i = 0; i < building_.surfaces.size(); ++i) add_surface(i);
        for (std::size_t i = 0; i < building_.windows.size(); ++i) add_rest_of_window(i);
        if (building_.attic) add_roof(*building_.attic);
        add_bridges();
        const bool boxes = place();
        for (const Face& face : faces_) print(face);
        add_shutters();
        file_.text = head(boxes) + file_.text;
        return std::move(file_);
    }

private:
    std::string head(bool boxes) {
        if (!boxes) {
            file_.otherwise.push_back(
                "the areas close to no box: surfaces stand apart and beam falls on the floor");
        }
        std::string text = "! Written by longju simulate --idf, for EnergyPlus 25.2\n";
        for (const std::string& what : file_.otherwise) text += "! Otherwise: " + what + "\n";
        for (const std::string& what : file_.left_out) text += "! Left out: " + what + "\n";
        return text + energyplus_settings(boxes);
    }

    /// A name no other has.
    std::string name_of(const std::string& wanted, const char* kind, std::size_t index) {
        std::string name = plain_name(wanted).substr(0, 60);
        if (name.empty()) name = fmt::format("{} {}", kind, index + 1);
        const std::string first = name;
        for (int i = 2; !names_.insert(lowered(name)).second; ++i) {
            name = fmt::format("{} {}", first, i);
        }
        return name;
    }

    static std::string lowered(std::string text) {
        for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        return text;
    }

    void add_glass(std::size_t i) {
        const BuildingWindow& w = building_.windows[i];
        glass_.push_back(name_of(w.name, "window", i));
        file_.text += glass_construction(glass_[i] + " glass", w);
        if (w.glazing.solar_factor) {
            file_.left_out.push_back(
                fmt::format("{}: the measured solar factor {}; the panes stand for it", glass_[i],
                            *w.glazing.solar_factor));
        }
        if (w.sun_share < 1.0) {
            file_.otherwise.push_back(glass_[i] + ": curtains and dirt as dirt on the outer pane");
        }
    }

    /// Windows that lie in this surface: of its zone, direction and far side.
    std::vector<std::size_t> windows_of(const BuildingSurface& s) {
        std::vector<std::size_t> windows;
        for (std::size_t i = 0; i < building_.windows.size(); ++i) {
            const BuildingWindow& w = building_.windows[i];
            if (hung_[i] || w.zone != s.zone || w.beyond != s.beyond || w.tilt_deg != s.tilt_deg ||
                w.azimuth_deg != s.azimuth_deg || w.beyond == Beyond::Buffer) {
                continue;
            }
            hung_[i] = true;
            windows.push_back(i);
        }
        return windows;
    }

    void add_surface(std::size_t index) {
        const BuildingSurface& s = building_.surfaces[index];
        const std::string name = name_of(s.name, "surface", index);
        file_.text += opaque_construction(name + " stack", s);
        if (s.heat) {
            file_.left_out.push_back(name + ": the heat set free inside it");
        }
        if (s.beyond == Beyond::Adiabatic && s.account == energy::Account::Inside) {
            file_.text += fmt::format("InternalMass,{0},{0} stack,{1},,{2:.4f};\n", name,
                                      energyplus_zone(building_, s.zone), s.area_m2);
            return;
        }
        const std::string beyond = beyond_words(name, s);
        const std::vector<std::size_t> windows = windows_of(s);
        double glass_m2 = 0.0;
        for (const std::size_t i : windows) glass_m2 += building_.windows[i].glass_m2;
        if (windows.empty()) hang(name, s, beyond, s.area_m2, std::nullopt);
        for (std::size_t k = 0; k < windows.size(); ++k) {
            const double share = building_.windows[windows[k]].glass_m2 / glass_m2;
            const std::string part = k == 0 ? name : name_of(s.name, "surface", index);
            hang(part, s, beyond, s.area_m2 * share, windows[k], name + " stack");
        }
    }

    /// One face, and its other side when that is a zone; both with the window.
    void hang(const std::string& name, const BuildingSurface& s, const std::string& beyond,
              double net_m2, std::optional<std::size_t> window, std::string stack = "") {
        if (stack.empty()) stack = name + " stack";
        Face face{.place = {.name = name,
                            .zone = s.zone,
                            .area_m2 = net_m2,
                            .tilt_deg = s.tilt_deg,
                            .azimuth_deg = s.azimuth_deg},
                  .construction = stack,
                  .beyond = beyond};
        if (window) put_pane(face, *window);
        const bool two_sided = s.beyond == Beyond::Zone || s.beyond == Beyond::Attic;
        if (two_sided) face.beyond = fmt::format("Surface,{} far,NoSun,NoWind", name);
        set_films(name, s.inside_convective, s.outside_convective);
        faces_.push_back(face);
        if (!two_sided) return;
        Face far = face;
        far.place.name += " far";
        far.place.zone = s.beyond == Beyond::Attic ? building_.zones.size() : 1 - s.zone;
        far.place.tilt_deg = 180.0 - s.tilt_deg;
        far.place.azimuth_deg = s.azimuth_deg + 180.0;
        far.construction += " reversed";
        far.beyond = fmt::format("Surface,{},NoSun,NoWind", name);
        if (far.place.pane) {
            far.pane_beyond = face.place.pane->name;
            far.place.pane->name += " far";
            faces_.back().pane_beyond = far.place.pane->name;
        }
        faces_.push_back(far);
    }

    void put_pane(Face& face, std::size_t index) {
        const BuildingWindow& w = building_.windows[index];
        face.place.area_m2 += w.glass_m2;
        face.place.pane = PlacedPane{.name = glass_[index],
                                     .area_m2 = w.glass_m2,
                                     .height_m = w.shading ? w.shading->height_m : w.height_m,
                                     .sill_m = w.sill_m};
        face.pane_construction = glass_[index] + " glass";
        set_films(glass_[index], w.inside_convective, w.outside_convective);
        if (w.shading) add_plates(glass_[index], *w.shading);
    }

    void set_films(const std::string& name, std::optional<double> inside,
                   std::optional<double> outside) {
        if (!inside && !outside) return;
        file_.text += fmt::format("SurfaceProperty:ConvectionCoefficients,{}", name);
        if (inside) file_.text += fmt::format(",Inside,Value,{},,", *inside);
        if (outside) file_.text += fmt::format(",Outside,Value,{},,", *outside);
        file_.text += ";\n";
    }

    void add_plates(const std::string& name, const energy::Shading& shading) {
        if (const auto& o = shading.overhang) {
            file_.text += fmt::format("Shading:Overhang,{0} overhang,{0},{1},90,{2},{3},{4};\n",
                                      name, o->above_m, o->left_m, o->right_m, o->depth_m);
        }
        if (!shading.left_fin && !shading.right_fin) return;
        const auto fin = [](const std::optional<energy::Shading::Fin>& f) {
            if (!f) return std::string("0,0,0,90,0");
            return fmt::format("{},{},{},90,{}", f->beside_m, f->above_m, f->below_m, f->depth_m);
        };
        file_.text += fmt::format("Shading:Fin,{0} fins,{0},{1},{2};\n", name,
                                  fin(shading.left_fin), fin(shading.right_fin));
    }

    /// Boundary condition, its object, sun and wind.
    std::string beyond_words(const std::string& name, const BuildingSurface& s) {
        switch (s.beyond) {
            case Beyond::Outdoors:
                return s.solar_absorptance > 0.0 ? "Outdoors,,SunExposed,WindExposed"
                                                 : "Outdoors,,NoSun,WindExposed";
            case Beyond::Adiabatic:
                return "Adiabatic,,NoSun,NoWind";
            case Beyond::Attic:
            case Beyond::Zone:
                return "";
            case Beyond::Ground:
            case Beyond::Fixed:
                add_months(name, s);
                break;
            case Beyond::Buffer:
                // A resting-air film towards a space between the room's and the outdoor air.
                add_between(name, 7.7 * s.outside_film_factor, s.buffer_b);
                break;
        }
        return fmt::format("OtherSideCoefficients,{} beyond,NoSun,NoWind", name);
    }

    void add_between(const std::string& name, double film, double outdoor_share) {
        file_.text +=
            fmt::format("SurfaceProperty:OtherSideCoefficients,{} beyond,{:.4f},0,0,{},0,0,{};\n",
                        name, film, outdoor_share, 1.0 - outdoor_share);
    }

    /// A film of 0 makes the temperature that of the face itself.
    void add_months(const std::string& name, const BuildingSurface& s) {
        static constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30,
                                                     31, 31, 30, 31, 30, 31};
        const bool fixed = s.beyond == Beyond::Fixed;
        file_.text += fmt::format("Schedule:Compact,{} months,Any", name);
        for (std::size_t m = 0; m < 12; ++m) {
            file_.text += fmt::format(",Through: {}/{},For: AllDays,Until: 24:00,{:.4f}", m + 1,
                                      days.at(m), fixed ? s.fixed_c : s.ground_c.at(m));
        }
        const double film = fixed || s.ground_r_m2k_per_w <= 0.0 ? 0.0 : 1.0 / s.ground_r_m2k_per_w;
        file_.text += fmt::format(
            ";\nSurfaceProperty:OtherSideCoefficients,{0} beyond,{1:.5f},0,1,0,0,0,0,{0} months;\n",
            name, film);
    }

    /// Its frame, and a place for glass that no surface of its direction holds.
    void add_rest_of_window(std::size_t i) {
        const BuildingWindow& w = building_.windows[i];
        BuildingSurface holder{.zone = w.zone,
                               .tilt_deg = w.tilt_deg,
                               .azimuth_deg = w.azimuth_deg,
                               .beyond = w.beyond,
                               .solar_absorptance = w.frame_m2 > 0.0 ? 0.6 : 0.0,
                               .buffer_b = w.buffer_b};
        const bool buffer = w.beyond == Beyond::Buffer;
        if (w.frame_m2 > 0.0) {
            const double r = std::max(0.02, 1.0 / w.frame_u_w_per_m2k - rated_films_m2k_per_w);
            holder.layers = {{.thickness_m = r}};
            hang_plain(glass_[i] + " frame", holder, w.frame_m2, buffer, std::nullopt);
        }
        if (buffer) {
            file_.otherwise.push_back(glass_[i] +
                                      ": glass towards a buffer is opaque, without sun");
            holder.layers = {{.thickness_m = 0.2 * std::max(1, w.glazing.panes - 1)}};
            hang_plain(glass_[i] + " opaque", holder, w.glass_m2, true, std::nullopt);
        } else if (!hung_[i]) {
            constexpr double holder_m2k_per_w = 100.0;
            constexpr double holder_share = 0.01;
            holder.layers = {{.thickness_m = holder_m2k_per_w}};
            hang_plain(glass_[i] + " holder", holder, holder_share * w.glass_m2, false, i);
        }
    }

    /// `layers` hold a resistance: 1 W/mK makes metres of m²K/W.
    void hang_plain(const std::string& name, BuildingSurface s, double net_m2, bool buffer,
                    std::optional<std::size_t> window) {
        s.name = name;
        file_.text += opaque_construction(name + " stack", s);
        hang(name, s, buffer ? beyond_words(name, s) : "Outdoors,,SunExposed,WindExposed", net_m2,
             window);
    }

    void add_roof(const energy::Attic& attic) {
        BuildingSurface slope{
            .zone = building_.zones.size(),
            .tilt_deg = attic.tilt_deg,
            .azimuth_deg = attic.azimuth_deg,
            .layers = {{.thickness_m =
                            std::max(0.01, 1.0 / attic.roof_u_w_per_m2k - rated_films_m2k_per_w)}},
            .solar_absorptance = attic.solar_absorptance};
        hang_plain("attic slope", slope, attic.roof_m2 / 2, false, std::nullopt);
        slope.azimuth_deg += 180.0;
        hang_plain("attic other slope", slope, attic.roof_m2 / 2, false, std::nullopt);
        if (attic.gable_u_area_w_per_k <= 0.0) return;
        const double gable_m2 = attic.gable_u_area_w_per_k / attic.roof_u_w_per_m2k;
        slope.tilt_deg = 90.0;
        slope.azimuth_deg = attic.azimuth_deg + 90.0;
        hang_plain("attic gable", slope, gable_m2 / 2, false, std::nullopt);
        slope.azimuth_deg = attic.azimuth_deg - 90.0;
        hang_plain("attic other gable", slope, gable_m2 / 2, false, std::nullopt);
        file_.otherwise.push_back("gables: of the roof's U, with the area that gives their heat");
    }

    /// As air that is not counted elsewhere: a loss to outdoors without a face.
    void add_bridges() {
        if (building_.bridges_w_per_k <= 0.0) return;
        constexpr double air_j_per_m3k = 1.2 * 1006.0;
        file_.text += fmt::format(
            "ZoneInfiltration:DesignFlowRate,Bridges,{},Always,Flow/Zone,{:.6f},,,,1,0,0,0,"
            "Standard;\n",
            energyplus_zone(building_, 0), building_.bridges_w_per_k / air_j_per_m3k);
        file_.otherwise.push_back("thermal bridges: as air of standard density from outdoors");
    }

    bool place() {
        bool boxes = true;
        for (std::size_t z = 0; z <= building_.zones.size(); ++z) {
            std::vector<PlacedFace*> faces;
            bool glass = false;
            for (Face& face : faces_) {
                if (face.place.zone != z) continue;
                faces.push_back(&face.place);
                glass |= face.place.pane.has_value();
            }
            if (faces.empty()) continue;
            const double volume_m3 = z < building_.zones.size() ? building_.zones[z].volume_m3
                                                                : building_.attic->volume_m3;
            boxes = (place_faces(faces, z, volume_m3) || !glass) && boxes;
        }
        return boxes;
    }

    static std::string corner_words(const Corners& corners) {
        std::string text;
        for (const Corner& c : corners) text += fmt::format(",{:.5f},{:.5f},{:.5f}", c.x, c.y, c.z);
        return text;
    }

    static const char* kind_of(const Face& face) {
        if (face.place.tilt_deg > 120.0) return "Floor";
        if (face.place.tilt_deg >= 60.0) return "Wall";
        return face.beyond.starts_with("Surface") ? "Ceiling" : "Roof";
    }

    void print(const Face& face) {
        file_.text += fmt::format("BuildingSurface:Detailed,{},{},{},{},,{},autocalculate,4{};\n",
                                  face.place.name, kind_of(face), face.construction,
                                  energyplus_zone(building_, face.place.zone), face.beyond,
                                  corner_words(face.place.corners));
        if (!face.place.pane) return;
        file_.text +=
            fmt::format("FenestrationSurface:Detailed,{},Window,{},{},{},autocalculate,,1,4{};\n",
                        face.place.pane->name, face.pane_construction, face.place.name,
                        face.pane_beyond, corner_words(face.place.pane->corners));
    }

    void add_shutters() {
        energy::ByHour closed{};
        std::ranges::transform(building_.shutters_closed, closed.begin(),
                               [](bool shut) { return shut ? 1.0 : 0.0; });
        if (std::ranges::max(closed) <= 0.0) return;
        std::string controls;
        for (std::size_t i = 0; i < building_.windows.size(); ++i) {
            const BuildingWindow& w = building_.windows[i];
            if (w.shutter_m2k_per_w <= 0.0 || w.beyond != Beyond::Outdoors) continue;
            file_.text += shuttered_construction(glass_[i] + " glass", w);
            controls += fmt::format(
                "WindowShadingControl,{0} shutters,{1},{2},ExteriorShade,{0} glass shuttered,"
                "OnIfScheduleAllows,Shutters,,Yes,No,,,,,,Sequential,{0};\n",
                glass_[i], energyplus_zone(building_, w.zone), i + 1);
        }
        if (controls.empty()) return;
        file_.text += energyplus_schedule("Shutters", closed) + controls;
        file_.otherwise.push_back("shutters: a dense plate 5 cm before the glass, also by day");
    }

    const Building& building_;
    EnergyPlusFile file_;
    std::vector<bool> hung_;
    std::vector<std::string> glass_;
    std::set<std::string> names_;
    std::deque<Face> faces_;
};

}  // namespace

EnergyPlusFile energyplus_file(const Building& building) { return Writer(building).write(); }

}  // namespace longju::cli
