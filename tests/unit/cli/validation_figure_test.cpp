// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/validation_figure.h"

#include <catch2/catch_test_macros.hpp>

using namespace longju;

namespace {

cli::Judged heating(const char* name, double ours_mwh, double mean_mwh) {
    return {.test_case = name,
            .quantity = "heating",
            .unit = "MWh",
            .ours = ours_mwh,
            .low = mean_mwh * 0.9,
            .high = mean_mwh * 1.1,
            .mean = mean_mwh};
}

}  // namespace

TEST_CASE("the figure has a row for each load worth a share") {
    cli::Validation validation;
    validation.std140 = {heating("600", 4.3, 4.2), heating("900", 1.7, 1.6),
                         heating("650", 0.0, 0.0)};
    validation.farm = {{.id = "A01", .ours_kwh = 38000.0, .theirs_kwh = 38400.0}};

    const std::string text = sheet::text_form(cli::validation_figure(validation));

    CHECK(text.find("600") != std::string::npos);
    CHECK(text.find("900") != std::string::npos);
    CHECK(text.find("650") == std::string::npos);
}

TEST_CASE("marks far off stand at the edge and inside the page") {
    cli::Validation validation;
    validation.std140 = {heating("600", 40.0, 4.2)};

    const sheet::Page page = cli::validation_figure(validation).pages.front();

    for (const drawing::Mark& mark : page.marks) {
        const auto* arc = std::get_if<drawing::Arc>(&mark);
        if (arc == nullptr) continue;
        CHECK(arc->centre.x_mm > 0.0);
        CHECK(arc->centre.x_mm < page.width_mm);
    }
}
