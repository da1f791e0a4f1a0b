// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/building_file.h"
#include "cli/energyplus_file.h"
#include "cli/simulate.h"
#include "cli/verbs.h"
#include "storage/platform.h"

namespace longju::cli {

namespace {

/// What EnergyPlus will not see goes to the error stream, for it is no result.
Outcome write_idf(const SimulateOptions& options) {
    const auto building = read_building(storage::path_from_utf8(options.building));
    if (!building) return refused(building.error());
    const EnergyPlusFile file = energyplus_file(*building);
    const auto written = storage::replace_file(storage::path_from_utf8(options.idf), file.text);
    if (!written) return refused(written.error());
    std::string notes;
    for (const std::string& what : file.otherwise) notes += "otherwise: " + what + "\n";
    for (const std::string& what : file.left_out) notes += "left out: " + what + "\n";
    return {Outcome::Good, options.idf + "\n", notes};
}

}  // namespace

Outcome simulate_verb(const SimulateOptions& options) {
    Outcome idf;
    if (!options.idf.empty()) {
        idf = write_idf(options);
        if (idf.code != Outcome::Good || options.weather.empty()) return idf;
    }
    if (options.weather.empty()) {
        return refused(Error{.kind = ErrorKind::BadInput,
                             .what = "needs --weather FILE.epw, or --idf FILE to write only that"});
    }
    std::optional<house::PvArray> array;
    if (options.pv.size() == 3) {
        array = house::PvArray{.modules = 1,
                               .panel = {.power = Watts{1000.0 * options.pv[0]}},
                               .tilt = Degrees{options.pv[1]},
                               .azimuth = Degrees{options.pv[2]}};
    }
    const auto result = simulate_files(storage::path_from_utf8(options.building),
                                       storage::path_from_utf8(options.weather), array);
    if (!result) return refused(result.error());
    return {Outcome::Good,
            options.json ? simulation_json(*result, options.hourly) : simulation_text(*result),
            idf.err};
}

}  // namespace longju::cli
