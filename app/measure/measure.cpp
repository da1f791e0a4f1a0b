// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "measure/measure.h"

#include <algorithm>

namespace longju::measure {

const Choice* Scheme::find(std::string_view measure_id) const {
    const auto found = std::ranges::find(choices, measure_id, &Choice::measure_id);
    return found == choices.end() ? nullptr : &*found;
}

const Measure* MeasureList::find(std::string_view measure_id) const {
    const auto found = std::ranges::find(measures, measure_id, &Measure::id);
    return found == measures.end() ? nullptr : &*found;
}

const Option* MeasureList::find(const Choice& choice) const {
    const Measure* measure = find(choice.measure_id);
    if (measure == nullptr) return nullptr;
    const auto found = std::ranges::find(measure->options, choice.option_id, &Option::id);
    return found == measure->options.end() ? nullptr : &*found;
}

}  // namespace longju::measure
