// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "advisor/walks.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <mutex>
#include <span>
#include <thread>
#include <utility>

#include "advisor/line_fit.h"
#include "energy/house_building.h"
#include "energy/room.h"
#include "energy/zone.h"

namespace longju::advisor {

namespace {

constexpr std::size_t chunk = 64;  // Envelopes a thread takes at a time.
constexpr std::size_t anchors = 64;

struct Pick {
    std::size_t envelope = 0, heater = 0;
};

/// What is the same for all picks.
class Walker {
public:
    Walker(const house::House& lived, const SearchInputs& in, const Space& space)
        : lived_(lived), in_(in), space_(space) {
        const climate::Station* station = in.reference.station_for(in.inputs.place);
        design_c_ = station != nullptr ? station->design_temperature.value
                                       : *std::ranges::min_element(in.year.t_out_c);
        const house::House first = house(0);
        for (std::size_t h = 0; h < space.heaters(); ++h) {
            uses_.push_back(energy::use_of(first.habit, heater_id(h), in.reference.energy));
        }
    }

    house::House house(std::size_t envelope) const {
        return measure::apply(space_.scheme(envelope, 0, 0), lived_, in_.reference.measures,
                              in_.reference.library);
    }

    /// The envelope whose house is the same, if it is another one.
    std::size_t twin(std::size_t envelope, const house::House& of_it) const {
        const auto other = space_.without_sealing(envelope);
        return other && house(*other) == of_it ? *other : envelope;
    }

    const energy::HouseUse& use(std::size_t heater) const { return uses_[heater]; }
    /// Whether its price asks for its load to the tenth of a kilowatt.
    bool is_sold_by_kilowatt(std::size_t heater) const {
        const measure::Option* option = space_.heater().options[heater];
        return option != nullptr &&
               std::ranges::find(option->charges, measure::Basis::HeaterKilowatts,
                                 &measure::Charge::basis) != option->charges.end();
    }
    /// Whether it warms kangs or a fire wall.
    bool has_masonry(std::size_t heater) const {
        const energy::Heater& h = *uses_[heater].heater;
        return h.kang_per_day > KilowattHours{0.0} || h.fire_wall_per_day > KilowattHours{0.0};
    }

    energy::Building building(const house::House& house, const house::Envelope& envelope,
                              std::size_t heater, const energy::Weather& weather) const {
        return energy::building_of(house, envelope, in_.reference.library, uses_[heater], weather);
    }

    double steady_w(const energy::Building& building, energy::Weather& weather) const {
        return energy::steady_loss_w(building, weather, comfort_c, design_c_);
    }

    /// What leaks out of the rooms as heaters are sized, m³/h.
    double leak_m3_per_h(const energy::Building& building, const energy::Zone& rooms,
                         const energy::Weather& weather) const {
        const double wind =
            energy::wind_of(energy::leak_model(building), weather).mean(energy::Sky::Dark, false);
        return energy::air_flow_m3_per_h(rooms, comfort_c - design_c_, wind);
    }

    /// The loss grows in proportion to the difference.
    double held_c(const energy::Heating& heating, double loss_w) const {
        constexpr double rated_c = 7.0;
        const double colder_k = std::max(0.0, rated_c - design_c_);
        const double output_w =
            heating.limit_w * std::max(heating.least_share, 1.0 - heating.lost_per_k * colder_k);
        const double w_per_k = loss_w / (comfort_c - design_c_);
        return std::min(design_c_ + output_w / std::max(w_per_k, 1.0), warm_enough_c);
    }

    double kept_k() const { return energy::unkept_k(lived_.habit); }
    const house::Library& library() const { return in_.reference.library; }

private:
    /// The heater of an option: what its effects leave in the house.
    std::string heater_id(std::size_t option) const {
        if (option == 0) return lived_.heater_id;
        for (const measure::Effect& effect : space_.heater().options[option]->effects) {
            if (const auto* set = std::get_if<measure::SetHeater>(&effect)) return set->heater_id;
        }
        return lived_.heater_id;
    }

    const house::House& lived_;
    const SearchInputs& in_;
    const Space& space_;
    std::vector<energy::HouseUse> uses_;
    double design_c_ = -30.0;
};

/// All envelopes, shared among threads.
class Crew {
public:
    Crew(const SearchInputs& in, const Space& space, const Walker& walker)
        : in_(in), space_(space), walker_(walker), twins_(space.envelopes()) {
        all_.walked.resize(space.envelopes() * space.heaters());
        for (std::size_t h = 0; h < space.heaters(); ++h) {
            (walker.has_masonry(h) ? everywhere_ : composed_).push_back(h);
        }
        // One of those without masonry is walked everywhere, and stands for the others.
        if (!composed_.empty()) {
            everywhere_.push_back(composed_.front());
            composed_.erase(composed_.begin());
        }
        measure_leak();
    }

    std::optional<AllWalked> run() {
        spread_out([this](energy::Weather& weather) { walk_everywhere(weather); });
        next_ = 0;
        if (!composed_.empty()) {
            choose_anchors();
            spread_out([this](energy::Weather& weather) { walk_anchors(weather); });
        }
        if (in_.stop.stop_requested()) return std::nullopt;
        for (const std::size_t h : composed_) compose(h);
        for (std::size_t e = 0; e < space_.envelopes(); ++e) {
            if (twins_[e] == e) continue;
            for (std::size_t h = 0; h < space_.heaters(); ++h) at(e, h) = at(twins_[e], h);
        }
        return std::move(all_);
    }

private:
    Walked& at(std::size_t envelope, std::size_t heater) {
        return all_.walked[envelope * space_.heaters() + heater];
    }
    std::size_t stand_in() const { return everywhere_.back(); }

    template <class Work>
    void spread_out(Work work) {
        const auto each = [&] {
            energy::Weather weather(in_.year);  // Its caches are not shared.
            work(weather);
        };
        const unsigned wanted =
            in_.threads > 0 ? in_.threads : std::max(1U, std::thread::hardware_concurrency());
        std::vector<std::jthread> threads;
        for (unsigned i = 1; i < wanted; ++i) threads.emplace_back(each);
        each();
    }

    /// Heat by the air that leaks, W per m³/h: the steady balance holds the air at one temperature,
    /// so what leaks adds to it in proportion.
    void measure_leak() {
        energy::Weather weather(in_.year);
        const house::House house = walker_.house(0);
        const house::Envelope envelope = house::envelope(house, walker_.library());
        energy::Building building = walker_.building(house, envelope, stand_in(), weather);
        const double less_m3 = walker_.leak_m3_per_h(building, building.zones.front(), weather);
        const double less_w = walker_.steady_w(building, weather);
        building.zones.front().air.leakage->least_per_h += 5.0;
        const double more_m3 = walker_.leak_m3_per_h(building, building.zones.front(), weather);
        leak_w_per_m3_h_ =
            (walker_.steady_w(building, weather) - less_w) / std::max(more_m3 - less_m3, 1e-9);
    }

    void walk_everywhere(energy::Weather& weather) {
        while (!in_.stop.stop_requested()) {
            const std::size_t first = next_.fetch_add(chunk);
            if (first >= space_.envelopes()) return;
            const std::size_t last = std::min(first + chunk, space_.envelopes());
            std::vector<Pick> picks;
            std::vector<energy::Building> buildings;
            for (std::size_t e = first; e < last; ++e) {
                const house::House house = walker_.house(e);
                twins_[e] = walker_.twin(e, house);
                if (twins_[e] != e) continue;
                const house::Envelope envelope = house::envelope(house, walker_.library());
                for (const std::size_t h : everywhere_) {
                    picks.push_back({e, h});
                    buildings.push_back(walker_.building(house, envelope, h, weather));
                    set_loads(e, h, buildings.back(), walker_.steady_w(buildings.back(), weather));
                }
                load_others(e, house, envelope, buildings.back(), weather);
            }
            walk(picks, buildings, weather);
            report(last - first, picks.size());
        }
    }

    void set_loads(std::size_t e, std::size_t h, const energy::Building& building, double loss_w) {
        at(e, h).design_load_kw = static_cast<float>(loss_w / 1000.0);
        at(e, h).holds_c =
            static_cast<float>(walker_.held_c(building.zones.front().heating, loss_w));
    }

    /// Loads of the composed heaters, from that of the one that stands for them.
    void load_others(std::size_t e, const house::House& house, const house::Envelope& envelope,
                     const energy::Building& standing, energy::Weather& weather) {
        const double leak = walker_.leak_m3_per_h(standing, standing.zones.front(), weather);
        const double loss_w = 1000.0 * static_cast<double>(at(e, stand_in()).design_load_kw);
        energy::Zone rooms = standing.zones.front();
        for (const std::size_t h : composed_) {
            energy::set_use(rooms, house, envelope, walker_.use(h));
            const double own_leak = walker_.leak_m3_per_h(standing, rooms, weather);
            double own_w = loss_w + leak_w_per_m3_h_ * (own_leak - leak);
            if (walker_.is_sold_by_kilowatt(h)) {
                energy::Building own = standing;
                own.zones.front() = rooms;
                // As an estimate sizes heaters: at the comfort standard, which the films know.
                own.zones.front().heating.set_point_c.fill(comfort_c);
                own_w = walker_.steady_w(own, weather);
            }
            at(e, h).design_load_kw = static_cast<float>(own_w / 1000.0);
            at(e, h).holds_c = static_cast<float>(walker_.held_c(rooms.heating, own_w));
        }
    }

    void walk(std::span<const Pick> picks, std::span<const energy::Building> buildings,
              energy::Weather& weather) {
        const auto sums = energy::simulate_sums(buildings, weather, energy::widest_kernel(),
                                                energy::heating_walk);
        for (std::size_t i = 0; i < picks.size(); ++i) {
            Walked& walked = at(picks[i].envelope, picks[i].heater);
            walked.heat_kwh = static_cast<float>(sums[i].heat_kwh);
            walked.coldest_c = static_cast<float>(sums[i].coldest_air_c + walker_.kept_k());
        }
    }

    /// Steps of a size that shares no factor with any number of options, so that each option of
    /// each measure comes up with many of the others.
    void choose_anchors() {
        constexpr std::size_t stride = 7919;
        std::vector<bool> taken(space_.envelopes(), false);
        const std::size_t wanted = std::min(anchors, space_.envelopes());
        for (std::size_t i = 0; i < space_.envelopes() && anchors_.size() < wanted; ++i) {
            const std::size_t e = twins_[i * stride % space_.envelopes()];
            if (!taken[e]) anchors_.push_back(e);
            taken[e] = true;
        }
    }

    void walk_anchors(energy::Weather& weather) {
        while (!in_.stop.stop_requested()) {
            const std::size_t which = next_.fetch_add(1);
            if (which >= composed_.size()) return;
            std::vector<Pick> picks;
            std::vector<energy::Building> buildings;
            for (const std::size_t e : anchors_) {
                const house::House house = walker_.house(e);
                const house::Envelope envelope = house::envelope(house, walker_.library());
                picks.push_back({e, composed_[which]});
                buildings.push_back(walker_.building(house, envelope, composed_[which], weather));
            }
            walk(picks, buildings, weather);
            report(0, picks.size());
        }
    }

    using Fit = LineFit<6>;

    /// What the difference between two heaters may follow: the load, what the sun and the mass
    /// leave of it, and how far the heater's output is from it.
    Fit::Things things_of(std::size_t e, std::size_t h) {
        const Walked& standing = at(e, stand_in());
        const double load_kw = static_cast<double>(standing.design_load_kw);
        const double heat = static_cast<double>(standing.heat_kwh);
        const double leak_kw = static_cast<double>(at(e, h).design_load_kw) - load_kw;
        return {1.0,    load_kw, load_kw * load_kw, heat, heat * heat / std::max(load_kw, 0.1),
                leak_kw};
    }

    void compose(std::size_t h) {
        Fit heat, coldest;
        for (const std::size_t e : anchors_) {
            const auto things = things_of(e, h);
            const Walked& standing = at(e, stand_in());
            heat.add(things, static_cast<double>(at(e, h).heat_kwh - standing.heat_kwh));
            coldest.add(things, static_cast<double>(at(e, h).coldest_c - standing.coldest_c));
        }
        const auto heat_weights = heat.weights();
        const auto coldest_weights = coldest.weights();
        std::vector<bool> walked(space_.envelopes(), false);
        for (const std::size_t e : anchors_) walked[e] = true;
        for (std::size_t e = 0; e < space_.envelopes(); ++e) {
            if (twins_[e] != e || walked[e]) continue;
            const auto things = things_of(e, h);
            const Walked& standing = at(e, stand_in());
            at(e, h).heat_kwh = std::max(
                0.0F, standing.heat_kwh + static_cast<float>(Fit::at(heat_weights, things)));
            at(e, h).coldest_c =
                standing.coldest_c + static_cast<float>(Fit::at(coldest_weights, things));
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
    std::vector<std::size_t> everywhere_;  ///< Heaters; the last one stands for the composed.
    std::vector<std::size_t> composed_;
    std::vector<std::size_t> anchors_;  ///< Envelopes.
    double leak_w_per_m3_h_ = 0.0;
    AllWalked all_;
    std::vector<std::size_t> twins_;
    std::atomic<std::size_t> next_ = 0;
    std::size_t done_ = 0;
    std::mutex reporting_;
};

}  // namespace

std::optional<AllWalked> walk_all(const house::House& lived, const SearchInputs& in,
                                  const Space& space) {
    const Walker walker(lived, in, space);
    return Crew(in, space, walker).run();
}

}  // namespace longju::advisor
