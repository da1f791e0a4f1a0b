// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/answered_case.h"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "core/hash.h"
#include "house/check.h"
#include "storage/local_prices.h"
#include "storage/platform.h"
#include "storage/reference_store.h"
#include "storage/share_files.h"
#include "sync/pack_folder.h"

namespace longju::cli {

namespace fs = std::filesystem;

Result<std::unique_ptr<const estimate::Reference>> open_base_reference(const std::string& named) {
    const auto file = storage::find_reference(named);
    if (!file) return std::unexpected(file.error());
    auto reference = storage::load_reference(*file);
    if (!reference) return std::unexpected(reference.error());
    return std::make_unique<const estimate::Reference>(std::move(*reference));
}

Result<std::unique_ptr<const estimate::Reference>> open_reference(const std::string& named) {
    auto base = open_base_reference(named);
    if (!base) return base;
    Result<estimate::Reference> reference = **base;
    if (const auto data = storage::data_folder()) {
        reference = sync::PackFolder::beside(*data).data(*reference);
        if (!reference) return std::unexpected(reference.error());
    }
    return std::make_unique<const estimate::Reference>(std::move(*reference));
}

namespace {

/// The file's prices beside those of the case, which come first.
Result<void> add_prices(const std::string& named, const estimate::Reference& reference,
                        std::vector<cost::LocalPrice>& prices) {
    const fs::path file = storage::path_from_utf8(named);
    if (!fs::exists(file)) {
        return fail(ErrorKind::NotFound, fmt::format("there is no file {}", named));
    }
    auto local = storage::read_local_prices(file, reference);
    if (!local) return std::unexpected(local.error());
    for (cost::LocalPrice& price : *local) {
        const bool known =
            std::ranges::find(prices, price.id, &cost::LocalPrice::id) != prices.end();
        if (!known) prices.push_back(std::move(price));
    }
    return {};
}

}  // namespace

Result<AnsweredCase> answer_case(const std::string& case_file, const std::string& reference_name,
                                 const std::string& prices) {
    auto reference = open_reference(reference_name);
    if (!reference) return std::unexpected(reference.error());
    auto found = visit::open_case(storage::path_from_utf8(case_file), **reference);
    if (!found) return std::unexpected(found.error());
    if (!prices.empty()) {
        const auto added = add_prices(prices, **reference, found->inputs.prices);
        if (!added) return std::unexpected(added.error());
    }
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
