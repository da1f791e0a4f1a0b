// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <span>
#include <string>

#include "estimate/estimate.h"
#include "estimate/spread.h"
#include "sheet/page.h"
#include "sheet/sheet_photo.h"

namespace longju::sheet {

/// What paper A is made from. References live as long as the call.
struct NoticeInputs {
    const estimate::EstimateInputs& inputs;
    const estimate::Estimate& estimate;
    const estimate::Reference& reference;
    std::string record_code;
    const estimate::Spread* spread = nullptr;  ///< For paper M; it says less without.
    bool sample = false;  ///< A practice visit: said in the footer of every page.
    std::span<const SheetPhoto> photos = {};  ///< For paper N.
};

/// Paper A 《农房改造方案告知单》 (for a new house 《农房新建方案告知单》): two A4 pages, or
/// three when many measures were chosen, that answer what a farmer asks, in the order of asking.
/// Every figure comes from the estimate, as a range; what is not known is a word, never a gap or a
/// zero.
Sheet notice(const NoticeInputs& in);

}  // namespace longju::sheet
