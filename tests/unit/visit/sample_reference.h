// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "estimate/reference.h"
#include "unit/house/sample_house.h"

/// A reference with the ids that the random visits use, and one design.
namespace longju::visit::sample {

inline estimate::Reference reference() {
    estimate::Reference reference;
    reference.library = house::sample::library();
    house::Design design;
    design.id = "design1";
    design.house.roof.pitch = Degrees{31};
    design.house.heater_id = "heater2";
    design.house.plan.rooms = {{.id = "r1", .name = "堂屋"}};
    reference.designs = {design};
    for (const char* id : {"1", "2"}) {
        energy::Heater heater;
        heater.id = std::string("heater") + id;
        reference.energy.heaters.push_back(heater);
        energy::Fuel fuel;
        fuel.id = std::string("fuel") + id;
        reference.energy.fuels.push_back(fuel);
        measure::Measure measure;
        measure.id = std::string("measure") + id;
        for (const char* option : {"option1", "option2"}) {
            measure.options.emplace_back().id = option;
        }
        reference.measures.measures.push_back(measure);
    }
    reference.stations.emplace_back().id = "509530";
    estimate::Division division;
    division.code = "231222";
    division.station_id = "509530";
    reference.divisions = {division};
    return reference;
}

}  // namespace longju::visit::sample
