// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "advisor/search.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <span>
#include <thread>
#include <utility>

#include "advisor/pricing.h"
#include "energy/house_building.h"
#include "energy/room.h"
#include "energy/zone.h"
#include "estimate/calibration.h"
#include "estimate/market.h"
#include "estimate/scenarios.h"

namespace longju::advisor {

namespace {

constexpr energy::Walk season{.warm_up_days = 42, .only_heating_season = true};
constexpr std::size_t chunk = 32;  // Envelopes a thread takes at a time.

/// An envelope with a heater, walked.
struct Walked {
    float heat_kwh = 0.0F;
    float coldest_c = 0.0F;
    float design_load_kw = 0.0F;
    float holds_c = 0.0F;
};

/// What a heater gives at an outdoor temperature (building.h).
double output_w(const energy::Heating& heating, double outdoor_c) {
    constexpr double rated_c = 7.0;
    const double colder_k = std::max(0.0, rated_c - outdoor_c);
    return heating.limit_w * std::max(heating.least_share, 1.0 - heating.lost_per_k * colder_k);
}

/// What is the same for all schemes.
class Walker {
public:
    Walker(house::House lived, const SearchInputs& in, const Space& space)
        : house_(std::move(lived)), in_(in), space_(space) {
        const climate::Station* station = in.reference.station_for(in.inputs.place);
        design_c_ = station != nullptr ? station->design_temperature.value
                                       : *std::ranges::min_element(in.year.t_out_c);
    }

    house::House house(std::size_t envelope, std::size_t heater) const {
        return measure::apply(space_.scheme(envelope, heater, 0), house_, in_.reference.measures,
                              in_.reference.library);
    }

    /// The envelope whose house is the same, if it is another one.
    std::size_t twin(std::size_t envelope) const {
        const auto other = space_.without_sealing(envelope);
        return other && house(*other, 0) == house(envelope, 0) ? *other : envelope;
    }

    /// Some envelopes with every heater, by envelope, then heater.
    std::vector<Walked> walk(std::span<const std::size_t> envelopes,
                             energy::Weather& weather) const {
        std::vector<energy::Building> buildings;
        buildings.reserve(envelopes.size() * space_.heaters());
        for (const std::size_t e : envelopes) {
            house::House changed = house(e, 0);
            const house::Envelope envelope = house::envelope(changed, in_.reference.library);
            const std::string as_it_is = changed.heater_id;
            for (std::size_t h = 0; h < space_.heaters(); ++h) {
                changed.heater_id = heater_id(h, as_it_is);
                buildings.push_back(building(changed, envelope, weather));
            }
        }
        const auto sums =
            energy::simulate_sums(buildings, weather, energy::widest_kernel(), season);
        const double kept_k = energy::unkept_k(house_.habit);
        std::vector<Walked> walked;
        walked.reserve(sums.size());
        for (std::size_t i = 0; i < sums.size(); ++i) {
            const double loss_w =
                energy::steady_loss_w(buildings[i], weather, comfort_c, design_c_);
            walked.push_back({static_cast<float>(sums[i].heat_kwh),
                              static_cast<float>(sums[i].coldest_air_c + kept_k),
                              static_cast<float>(loss_w / 1000.0),
                              static_cast<float>(held_c(buildings[i], loss_w))});
        }
        return walked;
    }

private:
    /// The loss grows in proportion to the difference.
    double held_c(const energy::Building& building, double loss_w) const {
        const double output = output_w(building.zones.front().heating, design_c_);
        const double w_per_k = loss_w / (comfort_c - design_c_);
        return std::min(design_c_ + output / std::max(w_per_k, 1.0), warm_enough_c);
    }

    /// The heater of an option: what its effects leave in the house.
    std::string heater_id(std::size_t option, const std::string& as_it_is) const {
        if (option == 0) return as_it_is;
        for (const measure::Effect& effect : space_.heater().options[option]->effects) {
            if (const auto* set = std::get_if<measure::SetHeater>(&effect)) return set->heater_id;
        }
        return as_it_is;
    }

    energy::Building building(const house::House& house, const house::Envelope& envelope,
                              const energy::Weather& weather) const {
        const energy::Heater& heater = in_.reference.energy.heater(house.heater_id);
        const bool fire = energy::burns_indoors(heater, in_.reference.energy.fuel(heater.fuel_id));
        return energy::building_of(house, envelope, in_.reference.library,
                                   {house.habit, &heater, fire}, weather);
    }

    house::House house_;  ///< As it is lived in.
    const SearchInputs& in_;
    const Space& space_;
    double design_c_ = -30.0;
};

/// Every envelope with every heater, and how many were walked for it.
struct AllWalked {
    std::vector<Walked> walked;  ///< By envelope, then heater.
    std::size_t simulated = 0;
};

/// All envelopes, shared among threads; nothing when stopped.
class Crew {
public:
    Crew(const SearchInputs& in, const Space& space, const Walker& walker)
        : in_(in), space_(space), walker_(walker), twins_(space.envelopes()) {
        all_.walked.resize(space.envelopes() * space.heaters());
    }

    std::optional<AllWalked> run() {
        {
            const unsigned wanted =
                in_.threads > 0 ? in_.threads : std::max(1U, std::thread::hardware_concurrency());
            std::vector<std::jthread> threads;
            for (unsigned i = 1; i < wanted; ++i) threads.emplace_back([this] { work(); });
            work();
        }
        if (in_.stop.stop_requested()) return std::nullopt;
        for (std::size_t e = 0; e < space_.envelopes(); ++e) {
            if (twins_[e] != e) std::ranges::copy_n(place(twins_[e]), heaters(), place(e));
        }
        return std::move(all_);
    }

private:
    std::ptrdiff_t heaters() const { return static_cast<std::ptrdiff_t>(space_.heaters()); }
    std::vector<Walked>::iterator place(std::size_t envelope) {
        return all_.walked.begin() + static_cast<std::ptrdiff_t>(envelope) * heaters();
    }

    void work() {
        energy::Weather weather(in_.year);  // Its caches are not shared.
        while (!in_.stop.stop_requested()) {
            const std::size_t first = next_.fetch_add(chunk);
            if (first >= space_.envelopes()) return;
            const std::size_t last = std::min(first + chunk, space_.envelopes());
            std::vector<std::size_t> own;
            for (std::size_t e = first; e < last; ++e) {
                twins_[e] = walker_.twin(e);
                if (twins_[e] == e) own.push_back(e);
            }
            const auto walked = walker_.walk(own, weather);
            for (std::size_t i = 0; i < own.size(); ++i) {
                const auto from = walked.begin() + static_cast<std::ptrdiff_t>(i) * heaters();
                std::ranges::copy_n(from, heaters(), place(own[i]));
            }
            report(last - first, walked.size());
        }
    }

    void report(std::size_t envelopes, std::size_t seasons) {
        const std::lock_guard lock(reporting_);
        all_.simulated += seasons;
        done_ += envelopes;
        if (!in_.progress) return;
        in_.progress(static_cast<double>(done_) / static_cast<double>(space_.envelopes()));
    }

    const SearchInputs& in_;
    const Space& space_;
    const Walker& walker_;
    AllWalked all_;
    std::vector<std::size_t> twins_;
    std::atomic<std::size_t> next_ = 0;
    std::size_t done_ = 0;
    std::mutex reporting_;
};

/// A year's bill and carbon of one heater by the heat the house takes.
class HeaterMoney {
public:
    /// `after` is a computed year with this heater, `walked_kwh` what the walk gave for it.
    HeaterMoney(const energy::Demand& before, energy::Demand after, double walked_kwh,
                const SearchInputs& in, const energy::EnergyLibrary& fuels,
                const estimate::Calibration& calibration, const house::House& house)
        : after_(std::move(after)),
          fixed_kwh_(after_.heat.value - walked_kwh),
          compared_{.before = before,
                    .after = after_,
                    .heater_before = fuels.heater(in.inputs.house.heater_id),
                    .heater_after = fuels.heater(house.heater_id),
                    .library = fuels,
                    .household = in.inputs.household,
                    .power = estimate::power_terms(in.inputs, before, compared_.heater_before,
                                                   after_, compared_.heater_after)},
          scenarios_(compared_, estimate::habit_reading(compared_, calibration)),
          typical_(scenarios_.assumptions(), estimate::typical_level) {}
    HeaterMoney(const HeaterMoney&) = delete;
    HeaterMoney& operator=(const HeaterMoney&) = delete;

    /// Kangs and fire walls give the same in every envelope, the heater what is then missing.
    estimate::Figures figures(double walked_kwh) const {
        const double heat_kwh = std::max(0.0, walked_kwh + fixed_kwh_);
        const double ratio = after_.heat.value > 0.0 ? heat_kwh / after_.heat.value : 1.0;
        return scenarios_.figures(typical_, {.after = ratio});
    }

private:
    energy::Demand after_;
    double fixed_kwh_;
    estimate::ComparisonInputs compared_;
    estimate::Scenarios scenarios_;
    estimate::Levels typical_;
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
    const Walker walker(std::move(lived), in, space);
    const auto all = Crew(in, space, walker).run();
    if (!all) return std::nullopt;
    const std::vector<Walked>& walked = all->walked;

    const estimate::Market market(in.inputs, in.reference);
    const energy::EnergyLibrary fuels =
        estimate::lived(market.energy(), in.inputs.house.heater_id, now->calibration);
    const Pricing pricing(in, space, *now, weather);
    Search result{.simulated = all->simulated,
                  .bill_now = now->habit.before.heating_cost.typical,
                  .coldest_now_c = static_cast<float>(now->habit.before.demand.coldest.value)};
    const std::size_t middle = space.half_way();
    result.schemes.resize(space.schemes());
    for (std::size_t h = 0; h < space.heaters(); ++h) {
        as_it_is.scheme = space.scheme(middle, h, 0);
        const auto reference = estimate::estimate(as_it_is, in.reference, weather);
        if (!reference) return std::nullopt;
        const HeaterMoney money(now->habit.before.demand, reference->habit.after.demand,
                                static_cast<double>(walked[middle * space.heaters() + h].heat_kwh),
                                in, fuels, now->calibration, reference->after_house);
        for (std::size_t e = 0; e < space.envelopes(); ++e) {
            if (in.stop.stop_requested()) return std::nullopt;
            const Walked& w = walked[e * space.heaters() + h];
            const estimate::Figures figures = money.figures(static_cast<double>(w.heat_kwh));
            const Money bill =
                Money::fen(1).multiply_rounded(std::max(0.0, figures[estimate::CostAfter]));
            for (std::size_t a = 0; a < space.arrays(); ++a) {
                const std::size_t place = (e * space.heaters() + h) * space.arrays() + a;
                Scored& s = result.schemes[place];
                s = {
                    .envelope = static_cast<std::uint32_t>(e),
                    .heater = static_cast<std::uint16_t>(h),
                    .array = static_cast<std::uint16_t>(a),
                    .coldest_c = w.coldest_c,
                    .holds_c = w.holds_c,
                    .co2_saved_kg = static_cast<float>(figures[estimate::Co2Saved]),
                    .cost = pricing.cost(e, h, a, Kilowatts{static_cast<double>(w.design_load_kw)}),
                    .subsidy = {},
                    .bill = bill - pricing.array_saves(h, a)};
                s.subsidy =
                    pricing.subsidy(e, h, a, Kilowatts{static_cast<double>(w.design_load_kw)});
            }
        }
    }
    return result;
}

}  // namespace longju::advisor
