// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/validation_parts.h"
#include "energy/ground.h"

namespace longju::cli {

namespace {

/// Indoors and the mean outdoors of all slab cases, K apart.
constexpr double difference_k = 20.0;
constexpr double hours_per_year = 8760.0;

double loss_w(const CsvRow& row) {
    const double length_m = number(row, "length_m").value_or(0.0);
    const double width_m = number(row, "width_m").value_or(0.0);
    const auto film_outside = number(row, "film_outside_w_per_m2k");
    const energy::GroundSlab slab{
        .area_m2 = length_m * width_m,
        .perimeter_m = 2.0 * (length_m + width_m),
        .wall_m = number(row, "wall_m").value_or(0.0),
        .soil_w_per_mk = number(row, "soil_w_per_mk").value_or(0.0),
        .film_inside_r = 1.0 / number(row, "film_inside_w_per_m2k").value_or(1.0),
        .film_outside_r = film_outside ? 1.0 / *film_outside : 0.0};
    return energy::ground_u_w_per_m2k(slab) * slab.area_m2 * difference_k;
}

}  // namespace

Result<void> run_ground(const std::filesystem::path& folder, Validation& validation) {
    const auto table = read_table(folder / "reference.csv");
    if (!table) return std::unexpected(table.error());
    for (const CsvRow& row : table->rows) {
        if (!number(row, "length_m")) continue;  // Its geometry is not known.
        const bool year = row.text("quantity").value_or("") == "year";
        validation.ground.push_back(
            {.test_case = row.text("case").value_or(""),
             .unit = row.text("unit").value_or(""),
             .ours = loss_w(row) * (year ? hours_per_year / 1000.0 : 1.0),
             .models = {number(row, "trnsys").value_or(0.0), number(row, "fluent").value_or(0.0),
                        number(row, "matlab").value_or(0.0)},
             .mean = number(row, "mean").value_or(0.0),
             .energyplus = number(row, "energyplus").value_or(0.0)});
    }
    return {};
}

}  // namespace longju::cli
