// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <chrono>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/answered_case.h"
#include "cli/verbs.h"
#include "energy/house_building.h"
#include "energy/pv.h"
#include "energy/weather.h"
#include "energy/zone.h"
#include "sheet/notice.h"
#include "sheet/painter.h"
#include "storage/platform.h"
#include "storage/share_files.h"

namespace longju::cli {

namespace {

/// Median time of one call in milliseconds, over an odd number of calls.
template <class Work>
double median_ms(int calls, Work work) {
    std::vector<double> times_ms;
    for (int i = 0; i < calls; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work();
        const std::chrono::duration<double, std::milli> spent =
            std::chrono::steady_clock::now() - start;
        times_ms.push_back(spent.count());
    }
    std::ranges::sort(times_ms);
    return times_ms[times_ms.size() / 2];
}

constexpr int few = 5;
constexpr int many = 21;

/// A figure's key ends in its unit.
using Figures = std::vector<std::pair<std::string, double>>;

/// The engine by itself: the sample's house, many times with other insulation.
void add_engine(const AnsweredCase& answered, energy::Weather& weather, Figures& figures) {
    const estimate::EstimateInputs& inputs = answered.inputs();
    const house::Library& library = answered.reference->library;
    const energy::Building house =
        energy::building_of(inputs.house, house::envelope(inputs.house, library), library,
                            {.habit = inputs.house.habit}, answered.year);
    std::vector<energy::Building> variants(64, house);
    for (std::size_t i = 0; i < variants.size(); ++i) {
        for (energy::BuildingSurface& s : variants[i].surfaces) {
            if (s.beyond != energy::Beyond::Outdoors) continue;
            s.layers.insert(s.layers.begin(), {0.002 * static_cast<double>(i + 1), 0.04, 20, 1400});
        }
    }
    const auto years_per_s = [&](energy::Kernel kernel, std::size_t count) {
        const std::span some = std::span(variants).first(count);
        const double ms = median_ms(few, [&] { energy::simulate_sums(some, weather, kernel); });
        return 1000.0 * static_cast<double>(count) / ms;
    };
    const double scalar = years_per_s(energy::Kernel::Double1, 16);
    figures.emplace_back("building_year_ms_scalar", 1000.0 / scalar);
    for (const auto& [kernel, key] :
         {std::pair{energy::Kernel::Double4, "building_years_per_s_double4"},
          std::pair{energy::Kernel::Float4, "building_years_per_s_sse2"},
          std::pair{energy::Kernel::Float8, "building_years_per_s_avx2"},
          std::pair{energy::Kernel::Float16, "building_years_per_s_avx512"}}) {
        if (energy::runs_here(kernel)) figures.emplace_back(key, years_per_s(kernel, 64));
    }
    const energy::Kernel widest = energy::widest_kernel();
    const double best = years_per_s(widest, 64);
    figures.emplace_back("building_years_per_s_core", best);
    figures.emplace_back("batch_by_scalar_ratio", best / scalar);
    figures.emplace_back("linear_16_by_64_ratio", years_per_s(widest, 16) / best);
    const double flops = energy::flops_by_hour(variants.front());
    const double gflops = best * climate::hours_per_year * flops / 1e9;
    constexpr long rounds = 2'000'000;
    double done = 0.0;
    const double peak_ms = median_ms(few, [&] { done = energy::arithmetic(widest, rounds); });
    figures.emplace_back("flops_per_hour", flops);
    figures.emplace_back("gflops", gflops);
    figures.emplace_back("peak_share", gflops / (done / peak_ms / 1e6));
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
        kept += sheet::pdf_of(sheet::notice({.inputs = inputs,
                                             .estimate = answered->estimate,
                                             .reference = reference,
                                             .record_code = code}),
                              *fonts)
                    .value_or("")
                    .size();
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
    nlohmann::ordered_json json;
    std::string table;
    for (const auto& [key, value] : figures) {
        json[key] = value;
        table += fmt::format("{:<30} {:>12.3f}\n", key, value);
    }
    return {Outcome::Good, options.json ? json.dump(2) + "\n" : table, ""};
}

}  // namespace longju::cli
