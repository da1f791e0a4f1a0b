// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "advisor/space.h"

#include <algorithm>
#include <utility>

#include "estimate/market.h"

namespace longju::advisor {

namespace {

using measure::Group;

bool priced(const measure::Option& option, const cost::PriceBook& prices) {
    return std::ranges::all_of(option.charges, [&](const measure::Charge& charge) {
        return prices.find(charge.price_id) != nullptr;
    });
}

void add(measure::Scheme& scheme, const Slot& slot, std::size_t option) {
    if (option == 0) return;
    scheme.choices.push_back({slot.measure->id, slot.options.at(option)->id});
}

}  // namespace

Space::Space(const estimate::EstimateInputs& inputs, const estimate::Reference& reference)
    : heater_{nullptr, {nullptr}}, pv_{nullptr, {nullptr}} {
    const estimate::Market market(inputs, reference);
    for (const measure::Measure& m : reference.measures.measures) {
        Slot slot{&m, {nullptr}};
        for (const measure::Option& option : m.options) {
            const bool fits = measure::fit(m, option, inputs.house, reference.library).fits;
            if (fits && priced(option, market.prices())) slot.options.push_back(&option);
        }
        if (slot.options.size() == 1 || m.group == Group::SolarWater) continue;
        if (m.group == Group::Heating) {
            heater_ = std::move(slot);
        } else if (m.group == Group::Pv) {
            pv_ = std::move(slot);
        } else {
            envelopes_ *= slot.options.size();
            thermal_.push_back(std::move(slot));
        }
    }
}

std::vector<std::size_t> Space::options_of(std::size_t envelope) const {
    std::vector<std::size_t> options;
    for (const Slot& slot : thermal_) {
        options.push_back(envelope % slot.options.size());
        envelope /= slot.options.size();
    }
    return options;
}

std::size_t Space::half_way() const {
    std::size_t envelope = 0, step = 1;
    bool done = true;
    for (const Slot& slot : thermal_) {
        if (done) envelope += step * (slot.options.size() / 2);
        done = !done;
        step *= slot.options.size();
    }
    return envelope;
}

std::optional<std::size_t> Space::without_sealing(std::size_t envelope) const {
    std::size_t step = 1;
    for (const Slot& slot : thermal_) {
        const std::size_t option = envelope / step % slot.options.size();
        if (slot.measure->group == Group::Sealing && option > 0) return envelope - option * step;
        step *= slot.options.size();
    }
    return std::nullopt;
}

measure::Scheme Space::scheme(std::size_t envelope, std::size_t heater, std::size_t array) const {
    measure::Scheme scheme;
    const std::vector<std::size_t> options = options_of(envelope);
    for (std::size_t i = 0; i < thermal_.size(); ++i) add(scheme, thermal_[i], options[i]);
    add(scheme, heater_, heater);
    add(scheme, pv_, array);
    return scheme;
}

}  // namespace longju::advisor
