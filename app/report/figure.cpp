// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "report/figure.h"

namespace longju::report {

std::string_view word(Figure figure) {
    static constexpr std::array<std::string_view, figure_count> words{"dilapidated",
                                                                      "dilapidated_atlas",
                                                                      "dilapidated_retrofit",
                                                                      "retrofit",
                                                                      "retrofit_area",
                                                                      "wall_area",
                                                                      "roof_area",
                                                                      "window_area",
                                                                      "doors",
                                                                      "module",
                                                                      "module_area",
                                                                      "green_material",
                                                                      "sunspace",
                                                                      "sunspace_area",
                                                                      "pv_roof",
                                                                      "pv_roof_watts",
                                                                      "pv_yard",
                                                                      "pv_yard_watts",
                                                                      "pv_shed",
                                                                      "pv_shed_watts",
                                                                      "solar_water",
                                                                      "solar_cooker",
                                                                      "heat_biomass",
                                                                      "heat_pump",
                                                                      "heat_storage",
                                                                      "heat_electric",
                                                                      "heat_gas",
                                                                      "heat_network",
                                                                      "heat_geothermal",
                                                                      "electric_cooking",
                                                                      "heat_pump_water",
                                                                      "charging",
                                                                      "sewage",
                                                                      "idle_house",
                                                                      "moved",
                                                                      "coal_saved",
                                                                      "power_saved",
                                                                      "co2_saved",
                                                                      "coal_rebound",
                                                                      "cost_total",
                                                                      "cost_central",
                                                                      "cost_province",
                                                                      "cost_local",
                                                                      "cost_own",
                                                                      "cost_loan"};
    return words.at(static_cast<std::size_t>(figure));
}

}  // namespace longju::report
