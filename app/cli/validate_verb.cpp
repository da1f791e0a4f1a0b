// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <fmt/format.h>

#include "cli/answered_case.h"
#include "cli/validation.h"
#include "cli/validation_figure.h"
#include "cli/verbs.h"
#include "climate/epw.h"
#include "sheet/painter.h"
#include "storage/platform.h"

namespace longju::cli {

namespace {

Result<void> draw(const Validation& validation, const std::filesystem::path& folder) {
    constexpr double dpi = 150.0;
    const auto fonts = sheet::FontSet::load();
    if (!fonts) return std::unexpected(fonts.error());
    const sheet::Sheet figure = validation_figure(validation);
    const auto image = sheet::paint_page(figure.pages.front(), *fonts, dpi);
    if (!image) return std::unexpected(image.error());
    const auto bytes = sheet::png_of(*image);
    if (!bytes) return std::unexpected(bytes.error());
    if (auto made = storage::make_folder(folder); !made) return std::unexpected(made.error());
    return storage::replace_file(folder / "validation.png", *bytes);
}

}  // namespace

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
    if (!options.figures.empty()) {
        const auto drawn = draw(*validation, storage::path_from_utf8(options.figures));
        if (!drawn) return refused(drawn.error());
    }
    return {Outcome::Good, validation_text(*validation), refusals};
}

}  // namespace longju::cli
