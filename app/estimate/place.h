// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/provenance.h"

namespace longju::estimate {

/// 行政区划 of county or higher level, GB/T 2260 code, with the climate station used for it.
struct Division {
    std::string code;  ///< Six digits.
    std::string name_zh;
    std::string pinyin;
    std::string prefecture_zh;
    std::string station_id;   ///< Empty for the province and prefectures.
    double station_km = 0.0;  ///< Distance of the seat; > 100 is printed.
    std::string station_note;
    std::string seismic_zh;  ///< What is known of 抗震设防 here, in words; a hint. Often empty.
    Provenance provenance;
};

/// 乡级区划: a township, subdistrict, farm or forestry bureau.
struct Township {
    std::string code;  ///< Nine digits; the first six are the county's.
    std::string name_zh;
    std::string pinyin;  ///< For searching only.
    std::string kind;    ///< 镇, 乡, 街道, 类似乡级.
    Provenance provenance;
};

/// Where the house stands.
struct Place {
    std::string division_code;  ///< Six digits; county level.
    std::string township;
    std::string village;
    std::string station_id;  ///< Empty: the division's own station.

    bool operator==(const Place&) const = default;
};

}  // namespace longju::estimate
