// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <chrono>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/answered_case.h"
#include "cli/verbs.h"
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

/// A fixed piece of arithmetic, so that times of different machines can be compared as ratios.
double yardstick() {
    constexpr int steps = 1 << 20;
    double sum = 0.0;
    for (int i = 1; i <= steps; ++i) sum += 1.0 / (static_cast<double>(i) * i + sum);
    return sum;
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
    constexpr int few = 5;
    constexpr int many = 21;
    const double yardstick_ms = median_ms(many, [&] { kept += yardstick() > 0.0 ? 1 : 0; });
    const std::vector<std::pair<const char*, double>> times{
        {"load_reference", median_ms(few, load)}, {"typical_year", median_ms(few, make_year)},
        {"estimate", median_ms(many, first)},     {"estimate_next", median_ms(many, next)},
        {"sheet", median_ms(few, paper)},
    };
    nlohmann::json json{{"yardstick_ms", yardstick_ms}, {"calls_kept", kept}};
    std::string table = fmt::format("{:<16} {:>10} {:>12}\n", "", "ms", "× yardstick");
    for (const auto& [name, ms] : times) {
        json[name] = {{"ms", ms}, {"by_yardstick", ms / yardstick_ms}};
        table += fmt::format("{:<16} {:>10.3f} {:>12.2f}\n", name, ms, ms / yardstick_ms);
    }
    return {Outcome::Good, options.json ? json.dump(2) + "\n" : table, ""};
}

}  // namespace longju::cli
