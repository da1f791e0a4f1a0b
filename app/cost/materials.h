// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <vector>

#include "cost/quote.h"

/// 材料: what the craftsman buys for a scheme, counted from the house before and after it.
namespace longju::cost {

struct MaterialLine {
    std::string measure_id;
    std::string name_zh;  ///< With its size: 聚苯板（白板） 100 厚, C-1 1800×1500 塑钢三玻窗.
    std::string unit_zh;
    double net = 0.0;     ///< As measured.
    double waste = 0.0;   ///< Share added for cutting and breakage; 0 for whole pieces.
    double to_buy = 0.0;  ///< Net with waste, in whole units.
};

/// The materials of every choice that fits, in the order of groups: sheets and layers with 5 %
/// waste (engineering estimate), what is delivered whole without. What an option's effects do not
/// tell (mortar, plugs, labour) is in the installed price.
std::vector<MaterialLine> materials(const measure::Scheme& scheme, const measure::MeasureList& list,
                                    const TakeOff& take_off);

}  // namespace longju::cost
