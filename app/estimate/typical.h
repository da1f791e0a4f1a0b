// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>

#include "core/provenance.h"
#include "house/house.h"

namespace longju::estimate {

/// 常见老房: where a survey may begin. Every figure of it is an estimate until it was looked at.
struct TypicalHouse {
    std::string id;
    std::string name_zh;
    std::string name_en;
    int built_from = 1980;
    int built_to = 2000;
    house::Survey survey;
    std::string heater_id;
    PerHour air_change{1.0};
    Provenance provenance;
};

/// `house` as such a house usually is: plan, constructions, heater and leakage; all marked
/// `Origin::Estimated`. What else was entered stays.
house::House begun_as(house::House house, const TypicalHouse& typical,
                      const house::Library& library);

}  // namespace longju::estimate
