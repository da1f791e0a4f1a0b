// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/simulate.h"
#include "cli/verbs.h"
#include "storage/platform.h"

namespace longju::cli {

Outcome simulate_verb(const SimulateOptions& options) {
    const auto result = simulate_files(storage::path_from_utf8(options.building),
                                       storage::path_from_utf8(options.weather));
    if (!result) return refused(result.error());
    return {Outcome::Good,
            options.json ? simulation_json(*result, options.hourly) : simulation_text(*result), ""};
}

}  // namespace longju::cli
