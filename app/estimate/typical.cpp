// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "estimate/typical.h"

namespace longju::estimate {

house::House begun_as(house::House house, const TypicalHouse& typical,
                      const house::Library& library) {
    house = house::with_survey(std::move(house), typical.survey, library);
    house.existing = true;
    house.design_id.clear();
    house.heater_id = typical.heater_id;
    house.air_change = typical.air_change;
    house.built_year = (typical.built_from + typical.built_to) / 2;
    for (const char* field :
         {"house.survey.length_mm", "house.survey.width_mm", "house.built_year",
          "house.survey.wall_id", "house.survey.ceiling_id", "house.survey.floor_id",
          "house.survey.window_id", "house.survey.door_id", "house.heater_id"}) {
        house.origins[field] = house::Origin::Estimated;
    }
    return house;
}

}  // namespace longju::estimate
