// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <fmt/format.h>

#include "cli/answered_case.h"
#include "cli/validation.h"
#include "cli/verbs.h"
#include "climate/epw.h"
#include "storage/platform.h"

namespace longju::cli {

Outcome validate_verb(const ValidateOptions& options) {
    std::string refusals;
    const auto weather = [&](const std::string& name) -> std::optional<climate::Year> {
        for (const char* place : {"", "bestest", "epw"}) {
            const auto file =
                storage::path_from_utf8(options.weather) / place / fmt::format("{}.epw", name);
            if (!std::filesystem::exists(file)) continue;
            auto year = climate::read_epw(file);
            if (year) return *year;
            refusals += year.error().sentence() + "\n";
        }
        return std::nullopt;
    };
    const auto reference = open_reference("");
    if (!reference) refusals += reference.error().sentence() + "\n";
    const auto validation = validate(storage::path_from_utf8(options.cases), weather,
                                     reference ? reference->get() : nullptr);
    if (!validation) return refused(validation.error());
    return {Outcome::Good, validation_text(*validation), refusals};
}

}  // namespace longju::cli
