// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "advisor/search.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <memory>
#include <thread>
#include <utility>

#include "advisor/pricing.h"
#include "advisor/walks.h"
#include "estimate/calibration.h"
#include "estimate/market.h"
#include "estimate/scenarios.h"

namespace longju::advisor {

namespace {

/// A year's bill and carbon of one heater by the heat the house takes.
class HeaterMoney {
public:
    /// `reference` is an estimate with this heater, `walked_kwh` what the walk gave for it.
    HeaterMoney(const estimate::Estimate& now, const estimate::Estimate& reference,
                double walked_kwh, const SearchInputs& in, const energy::EnergyLibrary& fuels)
        : walked_kwh_(walked_kwh),
          before_(now.habit.before.demand),
          after_(reference.habit.after.demand),
          fixed_kwh_(after_.heat.value - walked_kwh),
          compared_{.before = before_,
                    .after = after_,
                    .heater_before = fuels.heater(in.inputs.house.heater_id),
                    .heater_after = fuels.heater(reference.after_house.heater_id),
                    .library = fuels,
                    .household = in.inputs.household,
                    .power = estimate::power_terms(in.inputs, before_, compared_.heater_before,
                                                   after_, compared_.heater_after)},
          scenarios_(compared_, estimate::habit_reading(compared_, now.calibration)),
          typical_(scenarios_.assumptions(), estimate::typical_level) {}
    HeaterMoney(const HeaterMoney&) = delete;
    HeaterMoney& operator=(const HeaterMoney&) = delete;

    double walked_kwh() const { return walked_kwh_; }

    /// Kangs and fire walls give the same in every envelope, the heater what is then missing.
    estimate::Figures figures(double walked_kwh) const {
        const double heat_kwh = std::max(0.0, walked_kwh + fixed_kwh_);
        const double ratio = after_.heat.value > 0.0 ? heat_kwh / after_.heat.value : 1.0;
        return scenarios_.figures(typical_, {.after = ratio});
    }

private:
    double walked_kwh_;
    energy::Demand before_, after_;
    double fixed_kwh_;
    estimate::ComparisonInputs compared_;
    estimate::Scenarios scenarios_;
    estimate::Levels typical_;
};

/// The money of one heater between the houses it was computed in. A heat pump works the better the
/// less it has to give, so it is computed in the house as it is, half done and with everything
/// done; of any other heater one house tells all.
class HeaterLadder {
public:
    /// What is the same for all heaters.
    struct Around {
        const Space& space;
        const SearchInputs& in;
        const estimate::Estimate& now;  ///< Of the house as it is.
        const std::vector<Walked>& walked;
        const energy::EnergyLibrary& fuels;
        energy::Weather& weather;
    };

    HeaterLadder(std::size_t heater, const Around& around) {
        add(around.space.half_way(), heater, around);
        if (rungs_.empty() || !is_pump_) return;
        add(0, heater, around);
        add(around.space.envelopes() - 1, heater, around);
    }

    bool known() const { return !rungs_.empty(); }

    estimate::Figures figures(double walked_kwh) const {
        const auto above = std::ranges::find_if(
            rungs_, [&](const auto& rung) { return rung->walked_kwh() > walked_kwh; });
        if (above == rungs_.begin()) return rungs_.front()->figures(walked_kwh);
        if (above == rungs_.end()) return rungs_.back()->figures(walked_kwh);
        const HeaterMoney& low = **(above - 1);
        const HeaterMoney& high = **above;
        const double share =
            (walked_kwh - low.walked_kwh()) / (high.walked_kwh() - low.walked_kwh());
        estimate::Figures figures = low.figures(walked_kwh);
        const estimate::Figures of_high = high.figures(walked_kwh);
        for (std::size_t i = 0; i < figures.size(); ++i) {
            figures[i] = std::lerp(figures[i], of_high[i], share);
        }
        return figures;
    }

private:
    void add(std::size_t envelope, std::size_t heater, const Around& around) {
        const auto& [space, in, now, walked, fuels, weather] = around;
        estimate::EstimateInputs inputs = in.inputs;
        inputs.scheme = space.scheme(envelope, heater, 0);
        const auto reference = estimate::estimate(inputs, in.reference, weather, &now.calibration);
        if (!reference) return;
        const energy::Heater& machine = fuels.heater(reference->after_house.heater_id);
        is_pump_ = machine.kind == energy::HeaterKind::HeatPump;
        const double walked_kwh =
            static_cast<double>(walked[envelope * space.heaters() + heater].heat_kwh);
        rungs_.push_back(std::make_unique<HeaterMoney>(now, *reference, walked_kwh, in, fuels));
        std::ranges::sort(rungs_, {}, [](const auto& rung) { return rung->walked_kwh(); });
    }

    std::vector<std::unique_ptr<HeaterMoney>> rungs_;  ///< By heat, the least first.
    bool is_pump_ = false;
};

/// Every scheme's figures, heater by heater, shared among threads.
class Scoring {
public:
    using Ladders = std::vector<std::unique_ptr<HeaterLadder>>;

    Scoring(const SearchInputs& in, const Space& space, const std::vector<Walked>& walked,
            const Pricing& pricing, const Ladders& money, std::vector<Scored>& schemes)
        : in_(in),
          space_(space),
          walked_(walked),
          pricing_(pricing),
          money_(money),
          schemes_(schemes) {}

    void run() {
        const auto each = [this] {
            for (std::size_t h = next_++; h < space_.heaters(); h = next_++) score(h);
        };
        const unsigned wanted =
            in_.threads > 0 ? in_.threads : std::max(1U, std::thread::hardware_concurrency());
        std::vector<std::jthread> threads;
        for (unsigned i = 1; i < wanted; ++i) threads.emplace_back(each);
        each();
    }

private:
    void score(std::size_t h) {
        for (std::size_t e = 0; e < space_.envelopes() && !in_.stop.stop_requested(); ++e) {
            const Walked& w = walked_[e * space_.heaters() + h];
            const estimate::Figures figures = money_[h]->figures(static_cast<double>(w.heat_kwh));
            const Money bill =
                Money::fen(1).multiply_rounded(std::max(0.0, figures[estimate::CostAfter]));
            const Kilowatts load{static_cast<double>(w.design_load_kw)};
            for (std::size_t a = 0; a < space_.arrays(); ++a) {
                schemes_[(e * space_.heaters() + h) * space_.arrays() + a] = {
                    .envelope = static_cast<std::uint32_t>(e),
                    .heater = static_cast<std::uint16_t>(h),
                    .array = static_cast<std::uint16_t>(a),
                    .coldest_c = w.coldest_c,
                    .holds_c = w.holds_c,
                    .co2_saved_kg = static_cast<float>(figures[estimate::Co2Saved]),
                    .cost = pricing_.cost(e, h, a, load),
                    .subsidy = pricing_.subsidy(e, h, a, load),
                    .bill = bill - pricing_.array_saves(h, a)};
            }
        }
    }

    const SearchInputs& in_;
    const Space& space_;
    const std::vector<Walked>& walked_;
    const Pricing& pricing_;
    const Ladders& money_;
    std::vector<Scored>& schemes_;
    std::atomic<std::size_t> next_ = 0;
};

}  // namespace

std::optional<Search> search(const SearchInputs& in, const Space& space) {
    estimate::EstimateInputs as_it_is = in.inputs;
    as_it_is.scheme.choices.clear();
    energy::Weather weather(in.year);
    const auto now = estimate::estimate(as_it_is, in.reference, weather);
    if (!now) return std::nullopt;
    house::House lived = in.inputs.house;
    lived.habit = estimate::lived(lived.habit, now->calibration);
    const auto all = walk_all(lived, in, space);
    if (!all) return std::nullopt;
    const std::vector<Walked>& walked = all->walked;

    const estimate::Market market(in.inputs, in.reference);
    const energy::EnergyLibrary fuels =
        estimate::lived(market.energy(), in.inputs.house.heater_id, now->calibration);
    const Pricing pricing(in, space, *now, weather);
    Search result{.calibration = now->calibration,
                  .simulated = all->simulated,
                  .bill_now = now->habit.before.heating_cost.typical,
                  .coldest_now_c = static_cast<float>(now->habit.before.demand.coldest.value)};
    const HeaterLadder::Around around{space, in, *now, walked, fuels, weather};
    std::vector<std::unique_ptr<HeaterLadder>> money;
    for (std::size_t h = 0; h < space.heaters(); ++h) {
        money.push_back(std::make_unique<HeaterLadder>(h, around));
        if (!money.back()->known()) return std::nullopt;
    }
    result.schemes.resize(space.schemes());
    Scoring(in, space, walked, pricing, money, result.schemes).run();
    if (in.stop.stop_requested()) return std::nullopt;
    return result;
}

}  // namespace longju::advisor
