// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/answered_case.h"

#include "core/hash.h"
#include "house/check.h"
#include "storage/platform.h"
#include "storage/reference_store.h"
#include "storage/share_files.h"

namespace longju::cli {

Result<std::unique_ptr<const estimate::Reference>> open_reference(const std::string& named) {
    const auto file = storage::find_reference(named);
    if (!file) return std::unexpected(file.error());
    auto reference = storage::load_reference(*file);
    if (!reference) return std::unexpected(reference.error());
    return std::make_unique<const estimate::Reference>(std::move(*reference));
}

Result<AnsweredCase> answer_case(const std::string& case_file, const std::string& reference_name) {
    auto reference = open_reference(reference_name);
    if (!reference) return std::unexpected(reference.error());
    auto found = visit::open_case(storage::path_from_utf8(case_file), **reference);
    if (!found) return std::unexpected(found.error());
    const estimate::EstimateInputs& inputs = found->inputs;
    const climate::Station* station = (*reference)->station_for(inputs.place);
    if (station == nullptr) {
        return std::unexpected(found->refusal("place.division_code",
                                              "name a county or a station_id: without a "
                                              "weather station there is no winter"));
    }
    for (const house::Problem& problem : house::check(inputs.house, (*reference)->library)) {
        if (problem.severity != house::Severity::Impossible) continue;
        return std::unexpected(found->refusal(problem.field, problem.what_en));
    }
    climate::Year year = climate::typical_year(*station);
    auto answer = estimate::estimate(inputs, **reference, year);
    if (!answer) {
        return std::unexpected(found->refusal(
            "house.heater_id", "name a heater of the catalog; `longju catalog list` has them"));
    }
    return AnsweredCase{std::move(*reference), std::move(*found), std::move(year),
                        std::move(*answer)};
}

visit::Visit visit_of(const estimate::EstimateInputs& inputs) {
    constexpr std::size_t id_digits = 32;
    visit::Visit visit;
    visit.inputs = inputs;
    visit.step = visit::Step::HandOver;
    visit.id = sha256_hex(visit::case_text(inputs)).substr(0, id_digits);
    return visit;
}

}  // namespace longju::cli
