// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>

#include "estimate/estimate.h"
#include "estimate/spread.h"
#include "sheet/page.h"

namespace longju::sheet {

/// What paper A is made from. References live as long as the call.
struct NoticeInputs {
    const estimate::EstimateInputs& inputs;
    const estimate::Estimate& estimate;
    const estimate::Reference& reference;
    std::string record_code;
    const estimate::Spread* spread = nullptr;  ///< For paper M; it says less without.
    bool sample = false;  ///< A practice visit: said in the footer of every page.
};

/// Paper A 《农房改造方案告知单》 (for a new house 《农房新建方案告知单》): two A4 pages, or
/// three when many measures were chosen, that answer what a farmer asks, in the order of asking.
/// Every figure comes from the estimate, as a range; what is not known is a word, never a gap or a
/// zero.
Sheet notice(const NoticeInputs& in);

/// 王桂兰 → 王*兰; two characters keep the first.
std::string masked(const std::string& name);

}  // namespace longju::sheet
