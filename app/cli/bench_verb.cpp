// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <span>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "advisor/search.h"
#include "cli/answered_case.h"
#include "cli/bench_parts.h"
#include "cli/verbs.h"
#include "energy/chain.h"
#include "energy/house_building.h"
#include "energy/pv.h"
#include "energy/weather.h"
#include "energy/zone.h"
#include "estimate/spread.h"
#include "photo/codec.h"
#include "photo/intake.h"
#include "sheet/painter.h"
#include "sheet/paper.h"
#include "storage/platform.h"
#include "storage/share_files.h"

namespace longju::cli {

namespace {

constexpr int few = 5;
constexpr int many = 21;

/// A house with ever more insulation.
std::vector<energy::Building> variants_of(const energy::Building& house, std::size_t count) {
    std::vector<energy::Building> variants(count, house);
    for (std::size_t i = 0; i < count; ++i) {
        for (energy::BuildingSurface& s : variants[i].surfaces) {
            if (s.beyond != energy::Beyond::Outdoors) continue;
            s.layers.insert(s.layers.begin(), {0.002 * static_cast<double>(i + 1), 0.04, 20, 1400});
        }
    }
    return variants;
}

/// The same house with each wall, ceiling and floor drawn as several pieces: more nodes.
energy::Building in_pieces(const energy::Building& house, std::size_t pieces) {
    energy::Building cut = house;
    cut.surfaces.clear();
    for (energy::BuildingSurface s : house.surfaces) {
        s.area_m2 /= static_cast<double>(pieces);
        cut.surfaces.insert(cut.surfaces.end(), pieces, s);
    }
    return cut;
}

double years_per_s(std::span<const energy::Building> buildings, energy::Weather& weather,
                   energy::Kernel kernel, energy::Walk walk = {}) {
    const double ms =
        median_ms(few, [&] { energy::simulate_sums(buildings, weather, kernel, walk); });
    return 1000.0 * static_cast<double>(buildings.size()) / ms;
}

void add_kernels(const energy::Building& house, energy::Weather& weather, Figures& figures) {
    const auto variants = variants_of(house, 64);
    const double scalar =
        years_per_s(std::span(variants).first(16), weather, energy::Kernel::Double1);
    figures.emplace_back("building_year_ms_scalar", 1000.0 / scalar);
    for (const auto& [kernel, key] :
         {std::pair{energy::Kernel::Double4, "building_years_per_s_double4"},
          std::pair{energy::Kernel::Sse2, "building_years_per_s_sse2"},
          std::pair{energy::Kernel::Avx2, "building_years_per_s_avx2"},
          std::pair{energy::Kernel::Avx512, "building_years_per_s_avx512"}}) {
        if (!energy::runs_here(kernel)) continue;
        figures.emplace_back(key, years_per_s(variants, weather, kernel));
    }
    const energy::Kernel widest = energy::widest_kernel();
    const double best = years_per_s(variants, weather, widest);
    figures.emplace_back("building_years_per_s_core", best);
    figures.emplace_back("batch_by_scalar_ratio", best / scalar);
    figures.emplace_back("heating_seasons_per_s_core",
                         years_per_s(variants, weather, widest, {.only_heating_season = true}));
    const double flops = energy::flops_by_hour(variants.front());
    const double gflops = best * climate::hours_per_year * flops / 1e9;
    constexpr long rounds = 2'000'000;
    double done = 0.0;
    const double peak_ms = median_ms(few, [&] { done = energy::arithmetic(widest, rounds); });
    figures.emplace_back("flops_per_hour", flops);
    figures.emplace_back("gflops", gflops);
    figures.emplace_back("peak_share", gflops / (done / peak_ms / 1e6));
}

/// How the cost grows: microseconds of one building's year in larger searches, and of a building
/// with more nodes.
void add_growth(const energy::Building& house, energy::Weather& weather, Figures& figures) {
    const energy::Kernel widest = energy::widest_kernel();
    const auto us = [&](std::span<const energy::Building> buildings) {
        return 1e6 / years_per_s(buildings, weather, widest);
    };
    for (const std::size_t count : {64, 256, 1024}) {
        figures.emplace_back(fmt::format("building_year_us_of_{}_buildings", count),
                             us(variants_of(house, count)));
    }
    for (const std::size_t pieces : {1, 2, 4}) {
        const energy::Building cut = in_pieces(house, pieces);
        figures.emplace_back(
            fmt::format("building_year_us_of_{}_nodes", energy::chain_nodes * cut.surfaces.size()),
            us(variants_of(cut, 64)));
    }
}

/// The engine by itself: the sample's house as it stands.
void add_engine(const AnsweredCase& answered, energy::Weather& weather, Figures& figures) {
    const estimate::EstimateInputs& inputs = answered.inputs();
    const house::Library& library = answered.reference->library;
    const energy::Building house =
        energy::building_of(inputs.house, house::envelope(inputs.house, library), library,
                            {.habit = inputs.house.habit}, weather);
    add_kernels(house, weather, figures);
    add_growth(house, weather, figures);
}

/// How a search grows with the measures it may combine: about in proportion to the envelopes, once
/// what every search begins with is paid.
void add_search_growth(const AnsweredCase& answered, Figures& figures) {
    for (const std::size_t measures : {3, 5, 8}) {
        estimate::Reference smaller = *answered.reference;
        smaller.measures.measures.resize(std::min(measures, smaller.measures.measures.size()));
        const advisor::Space space(answered.inputs(), smaller);
        const double ms = median_ms(1, [&] {
            const auto found = advisor::search({.inputs = answered.inputs(),
                                                .reference = smaller,
                                                .year = answered.year,
                                                .progress = {},
                                                .stop = {}},
                                               space);
            if (!found) figures.emplace_back("search_stopped", 1.0);
        });
        figures.emplace_back(fmt::format("search_ms_of_{}_envelopes", space.envelopes()), ms);
    }
}

/// Every scheme of the sample's house, and how sure the chosen one is.
void add_advice(const AnsweredCase& answered, energy::Weather& weather, Figures& figures) {
    const estimate::EstimateInputs& inputs = answered.inputs();
    const estimate::Reference& reference = *answered.reference;
    const advisor::Space space(inputs, reference);
    std::size_t kept = 0;
    const double search_ms = median_ms(1, [&] {
        const auto found = advisor::search({.inputs = inputs,
                                            .reference = reference,
                                            .year = answered.year,
                                            .progress = {},
                                            .stop = {}},
                                           space);
        kept += found ? found->schemes.size() : 0;
    });
    constexpr int samples = 600;
    const double spread_ms = median_ms(few, [&] {
        kept += estimate::spread({inputs, answered.estimate, reference, weather, samples})
                    .tornado.size();
    });
    figures.emplace_back("schemes", static_cast<double>(space.schemes()));
    figures.emplace_back("search_ms", search_ms);
    figures.emplace_back("schemes_per_s",
                         1000.0 * static_cast<double>(space.schemes()) / search_ms);
    add_search_growth(answered, figures);
    figures.emplace_back("spread_600_samples_ms", spread_ms);
    figures.emplace_back("samples_per_s", 1000.0 * samples / spread_ms);
}

/// Taking in a photo of 12 megapixels as a telephone writes it, grain and all.
void add_photo(Figures& figures) {
    photo::Pixels taken{4000, 3000, std::vector<std::uint8_t>(std::size_t{36'000'000})};
    std::uint32_t grain = 1;
    for (std::size_t i = 0; i < taken.rgb.size(); ++i) {
        grain = grain * 1664525U + 1013904223U;
        const std::size_t x = i / 3 % 4000, y = i / 12000;
        taken.rgb[i] = static_cast<std::uint8_t>(((x / 97 + y / 61) % 5) * 45 + (grain >> 27U));
    }
    const std::string file = photo::jpeg_of(taken) + "behind the picture";
    std::size_t kept = 0;
    figures.emplace_back("photo_12mp_ms", median_ms(few, [&] {
                             kept += photo::kept_form(file).value_or("").size();
                         }));
}

}  // namespace

Outcome bench_verb(const BenchOptions& options) {
    const auto file = storage::find_reference(options.reference);
    if (!file) return refused(file.error());
    const auto sample = storage::find_sample(*file);
    if (!sample) return refused(sample.error());
    const auto answered = answer_case(storage::utf8_path(*sample), options.reference);
    if (!answered) return refused(answered.error());
    const auto fonts = sheet::FontSet::load();
    if (!fonts) return refused(fonts.error());
    const estimate::Reference& reference = *answered->reference;
    const estimate::EstimateInputs& inputs = answered->inputs();
    const climate::Station& station = *reference.station_for(inputs.place);
    const std::string code = visit::record_code(visit_of(inputs));
    energy::Weather weather(answered->year);
    std::size_t kept = 0;  // So that no work is found to be idle and left out.
    const auto load = [&] { kept += open_reference(options.reference).has_value() ? 1 : 0; };
    const auto make_year = [&] { kept += climate::typical_year(station).t_out_c.size(); };
    const auto first = [&] {
        kept += estimate::estimate(inputs, reference, answered->year).has_value() ? 1 : 0;
    };
    const auto next = [&] {
        kept += estimate::estimate(inputs, reference, weather).has_value() ? 1 : 0;
    };
    const auto paper = [&] {
        const auto all =
            sheet::papers(sheet::papers_for(answered->estimate), {.inputs = inputs,
                                                                  .estimate = answered->estimate,
                                                                  .reference = reference,
                                                                  .record_code = code});
        kept += sheet::pdf_of(all, *fonts).value_or("").size();
    };
    const auto planes = [&] {
        energy::Weather fresh(answered->year);
        for (const double azimuth_deg : {0.0, 90.0, 180.0, -90.0}) {
            kept += fresh.sun_on(90.0, azimuth_deg).hours.size();
        }
        kept += fresh.sun_on(0.0, 0.0).hours.size();
    };
    const auto pv = [&] {
        const house::PvArray array{.modules = 10};
        kept += energy::pv_yield(array, answered->year).year.value > 0.0 ? 1 : 0;
    };
    Figures figures{{"load_reference_ms", median_ms(few, load)},
                    {"typical_year_ms", median_ms(few, make_year)},
                    {"estimate_first_ms", median_ms(few, first)},
                    {"estimate_ms", median_ms(many, next)},
                    {"solar_planes_ms", median_ms(few, planes)},
                    {"pv_year_ms", median_ms(few, pv)},
                    {"sheet_set_ms", median_ms(few, paper)}};
    add_engine(*answered, weather, figures);
    add_advice(*answered, weather, figures);
    add_photo(figures);
    if (const auto done = add_roster(figures); !done) return refused(done.error());
    nlohmann::ordered_json json;
    std::string table;
    for (const auto& [key, value] : figures) {
        json[key] = value;
        table += fmt::format("{:<30} {:>12.3f}\n", key, value);
    }
    return {Outcome::Good, options.json ? json.dump(2) + "\n" : table, ""};
}

}  // namespace longju::cli
