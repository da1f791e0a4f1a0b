// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "energy/batch.h"

#include <algorithm>

namespace longju::energy {

namespace {

using climate::hours_per_year;

constexpr double never_c = -1e6;  // A set point that asks for nothing.
constexpr double always_c = 1e6;

}  // namespace

template <class Real, int lanes>
Batch<Real, lanes>::Batch(std::span<const Condensed> buildings, const Weather& weather, Walk walk)
    : buildings_(buildings), weather_(weather), layout_(buildings) {
    lay_out();
    plan_.sub_steps = walk.steps_per_hour;
    plan_.warm_up_hours = 24 * walk.warm_up_days;
    const Weather::Spell spell =
        walk.only_heating_season ? weather.heating_spell() : Weather::Spell{0, hours_per_year};
    plan_.first_hour = spell.first_hour;
    plan_.hours = spell.hours;
    plan_.outdoor = weather.outdoor_c().data();
    plan_.sky = weather.sky_depression_k().data();
    plan_.air_heat = weather.air_w_per_m3h_k().data();
    plan_.wind = wind_of(leak_model(*buildings_.front().building), weather).data();
    plan_.month = weather.months().data();
    plan_.lit = weather.lit().data();
    std::array<bool, 24> closed{};
    for (const Condensed& c : buildings_) {
        for (std::size_t h = 0; h < 24; ++h) closed.at(h) |= c.building->shutters_closed.at(h);
    }
    bins_.resize(hours_per_year);
    for (std::size_t h = 0; h < bins_.size(); ++h) {
        const std::size_t season = weather.heating_season()[h] ? 0 : hour_sets;
        const Sky sky = weather.bright()[h] != 0 ? Sky::Bright : Sky::Dark;
        bins_[h] = static_cast<unsigned char>(season + set_of(sky, closed.at(h % 24)));
    }
    plan_.bin = bins_.data();
    for (std::size_t lane = 0; lane < buildings_.size(); ++lane) fill(lane);
    for (std::size_t lane = buildings_.size(); lane < lanes; ++lane) {
        // An empty lane must not divide by zero.
        for (kernel::Set<V>& s : plan_.set) put(s.balance[0][0], lane, 1.0);
        for (kernel::Set<V>& s : plan_.set) put(s.balance[1][1], lane, 1.0);
        put(plan_.heat_convective, lane, 1.0);
        for (kernel::Clock<V>& c : plan_.clock) put(c.cool, lane, always_c);
    }
}

template <class Real, int lanes>
void Batch<Real, lanes>::lay_out() {
    chains_.resize(layout_.chains.size());
    betweens_.resize(chains_.size());
    monthly_.resize(chains_.size());
    heat_.resize(chains_.size());
    sources_.resize(layout_.sources.size());
    for (std::size_t i = 0; i < chains_.size(); ++i) {
        const ChainKind& kind = layout_.chains[i];
        kernel::Chain<V>& out = chains_[i];
        out.course = kind.course;
        out.zone = kind.zone;
        out.sun = kind.sun;
        out.far_sun = kind.far_sun;
        out.heat_node = kind.heat_node;
        out.outer_wall = kind.outer_wall;
        out.monthly = monthly_[i].data();
        out.heat = heat_[i].data();
        out.between = &betweens_[i];
    }
    for (std::size_t i = 0; i < sources_.size(); ++i) {
        const SourceKind& kind = layout_.sources[i];
        kernel::Source<V>& out = sources_[i];
        out.beam = kind.beam;
        out.diffuse = kind.diffuse;
        out.inward = kind.inward;
        out.zone = kind.zone;
    }
    for (int zone = 0; zone < kernel::zones; ++zone) {
        plan_.chains_of[zone] = layout_.chains_of(zone);
        plan_.sources_of[zone] = layout_.sources_of(zone);
    }
    for (const Condensed& c : buildings_) {
        plan_.zone_count = std::max(plan_.zone_count, static_cast<int>(c.zones));
    }
    plan_.chains = static_cast<int>(chains_.size());
    plan_.sources = static_cast<int>(sources_.size());
    plan_.chain = chains_.data();
    plan_.source = sources_.data();
}

/// Where the warm-up begins: the set point, or where nobody heats then what gains and sun of the
/// weeks before keep up, so that the warm-up has little left to forget.
template <class Real, int lanes>
double Batch<Real, lanes>::start_c(const Condensed& c) const {
    constexpr double warmest_c = 30.0;
    const Zone& rooms = c.building->zones.front();
    const int before = plan_.first_hour - plan_.warm_up_hours % hours_per_year + hours_per_year;
    const auto hour = static_cast<std::size_t>(before % hours_per_year);
    const bool heated =
        rooms.heating.on && (!rooms.heating.only_in_season || weather_.heating_season()[hour]);
    if (heated) return rooms.heating.set_point_c.front();

    constexpr std::size_t lag_hours = 15 * 24;  // Heavy houses remember weeks.
    const std::size_t month =
        weather_.months()[(hour + hours_per_year - lag_hours) % hours_per_year];
    double gain_w = 0.0;
    for (std::size_t h = 0; h < 24; ++h) {
        gain_w += (rooms.convective_gain_w.at(h) + rooms.radiant_gain_w.at(h)) / 24.0;
    }
    for (const LightSource& s : c.room.sources) {
        if (s.zone != 0 || s.reflected_wall) continue;
        gain_w +=
            s.area_m2 * (s.sun->beam.month_mean.at(month) + s.sun->diffuse.month_mean.at(month));
    }
    const double outdoor_c = weather_.outdoor_c().month_mean.at(month);
    return std::min(warmest_c, outdoor_c + gain_w / std::max(c.room.loss_w_per_k, 1.0));
}

template <class Real, int lanes>
void Batch<Real, lanes>::fill(std::size_t lane) {
    const Condensed& c = buildings_[lane];
    for (std::size_t i = 0; i < c.chains.size(); ++i) {
        fill_chain(lane, c.chains[i], layout_.chain_slot[lane][i]);
    }
    for (std::size_t i = 0; i < c.room.sources.size(); ++i) {
        fill_source(lane, c.room.sources[i], sources_[layout_.source_slot[lane][i]]);
    }
    fill_sets(lane);
    fill_zones(lane);
}

template <class Real, int lanes>
void Batch<Real, lanes>::fill_chain(std::size_t lane, const CondensedChain& c, std::size_t slot) {
    kernel::Chain<V>& out = chains_[slot];
    const Condensed& building = buildings_[lane];
    const InnerFace& inner = building.room.faces[c.face];
    const double from_c = start_c(building);
    for (std::size_t i = 0; i < chain_nodes; ++i) {
        put(out.t[i], lane, from_c);
        put(out.storage[i], lane, c.storage.at(i));
    }
    for (std::size_t i = 0; i + 1 < chain_nodes; ++i) {
        put(out.carry[i], lane, c.carry.at(i));
        put(out.pivot_inv[i], lane, c.pivot_inv.at(i));
    }
    put(out.outdoor, lane, c.outdoor_w_per_k);
    put(out.sun_share, lane, c.sun_share);
    put(out.sky, lane, c.sky_w_per_k);
    put(out.room, lane, c.room_w_per_k);
    put(out.beam, lane, inner.beam_share);
    put(out.diffuse, lane, inner.diffuse_share);
    for (std::size_t set = 0; set < kernel::sets; ++set) {
        const Star& star = building.star.at(set);
        const Face& face = building.faces.at(set)[c.face];
        put(out.face_drive[set], lane, 1.0 / face.d);
        put(out.face_air[set], lane, face.h_conv / face.d);
        put(out.face_radiant[set], lane, face.h_rad / face.d);
        put(out.air[set], lane, star.into_air[c.face].at(inner.zone));
        put(out.radiant[set], lane, star.into_radiant[c.face].at(inner.zone));
    }
    for (std::size_t m = 0; m < 12; ++m) put(monthly_[slot].at(m).v, lane, c.monthly_w.at(m));
    for (std::size_t h = 0; h < 24; ++h) put(heat_[slot].at(h).v, lane, c.heat_w_per_m2.at(h));
    if (c.course == Course::Between) fill_between(lane, c, betweens_[slot]);
}

template <class Real, int lanes>
void Batch<Real, lanes>::fill_between(std::size_t lane, const CondensedChain& c,
                                      kernel::Between<V>& b) {
    const Condensed& building = buildings_[lane];
    const BetweenZones& from = c.between;
    for (std::size_t i = 0; i < BetweenZones::inner_nodes; ++i) {
        put(b.into_far[i], lane, from.into_far.at(i));
        put(b.into_near[i], lane, from.into_near.at(i));
        put(b.from_far[i], lane, from.from_far.at(i));
        put(b.from_near[i], lane, from.from_near.at(i));
        for (std::size_t k = 0; k < BetweenZones::inner_nodes; ++k) {
            put(b.inner[i][k], lane, from.inner.at(i).at(k));
        }
    }
    const Face& near = building.faces[0][c.face];
    const Face& far = building.faces[0][from.far_face];
    put(b.near_radiant, lane, near.h_rad);
    put(b.far_radiant, lane, far.h_rad);
    for (std::size_t set = 0; set < kernel::sets; ++set) {
        const Star& star = building.star.at(set);
        put(b.near_conv[set], lane, building.faces.at(set)[c.face].h_conv);
        put(b.far_conv[set], lane, building.faces.at(set)[from.far_face].h_conv);
        put(b.own_near[set], lane, star.own[c.face]);
        put(b.own_far[set], lane, star.own[from.far_face]);
        put(b.cross[set], lane, star.cross[c.face]);
        for (std::size_t z = 0; z < kernel::zones; ++z) {
            put(b.near_air[set][z], lane, star.into_air[c.face].at(z));
            put(b.near_into_radiant[set][z], lane, star.into_radiant[c.face].at(z));
            put(b.far_air[set][z], lane, star.into_air[from.far_face].at(z));
            put(b.far_into_radiant[set][z], lane, star.into_radiant[from.far_face].at(z));
        }
    }
    const InnerFace& far_face = building.room.faces[from.far_face];
    put(b.far_beam, lane, far_face.beam_share);
    put(b.far_diffuse, lane, far_face.diffuse_share);
    put(b.far_sun_share, lane, from.far_sun_share);
}

template <class Real, int lanes>
void Batch<Real, lanes>::fill_source(std::size_t lane, const LightSource& s,
                                     kernel::Source<V>& out) {
    const Condensed& building = buildings_[lane];
    for (std::size_t set = 0; set < kernel::sets; ++set) {
        const bool dark = is_closed(set) && s.has_shutter;
        if (dark) continue;
        add(out.area[set], lane, s.area_m2);
        if (s.reflected_wall) continue;
        const Star& star = building.star.at(set);
        for (std::size_t z = 0; z < kernel::zones; ++z) {
            add(out.air[set][z], lane, s.inward_share * star.into_air[s.face].at(z));
            add(out.radiant[set][z], lane, s.inward_share * star.into_radiant[s.face].at(z));
        }
    }
}

template <class Real, int lanes>
void Batch<Real, lanes>::fill_sets(std::size_t lane) {
    const Condensed& c = buildings_[lane];
    for (std::size_t set = 0; set < kernel::sets; ++set) {
        const Star& star = c.star.at(set);
        const WindowTerms& w = c.windows.at(set);
        kernel::Set<V>& out = plan_.set[set];
        for (std::size_t z = 0; z < kernel::zones; ++z) {
            for (std::size_t y = 0; y < kernel::zones; ++y) {
                put(out.from_air[z][y], lane, star.from_air.at(z).at(y));
                put(out.lift[z][y], lane, star.lift.at(z).at(y));
                put(out.pass[z][y], lane, star.pass.at(z).at(y));
                const bool absent = z == 1 && y == 1 && c.zones < 2;
                put(out.balance[z][y], lane, absent ? 1.0 : star.balance.at(z).at(y));
            }
            put(out.air_outdoor[z], lane, w.air_outdoor.at(z));
            put(out.air_sky[z], lane, w.air_sky.at(z));
            put(out.air_room[z], lane, w.air_room.at(z));
            put(out.radiant_outdoor[z], lane, w.radiant_outdoor.at(z));
            put(out.radiant_sky[z], lane, w.radiant_sky.at(z));
            put(out.radiant_room[z], lane, w.radiant_room.at(z));
        }
    }
}

template <class Real, int lanes>
void Batch<Real, lanes>::fill_zones(std::size_t lane) {
    const Condensed& c = buildings_[lane];
    const Building& b = *c.building;
    const Heating& heating = b.zones[0].heating;
    for (std::size_t h = 0; h < 24; ++h) {
        kernel::Clock<V>& clock = plan_.clock[h];
        const double set_c = heating.on ? heating.set_point_c.at(h) : never_c;
        put(clock.set_in_season, lane, set_c);
        put(clock.set_off_season, lane, heating.only_in_season ? never_c : set_c);
        const auto& cool = b.zones[0].cool_set_point_c;
        put(clock.cool, lane, cool ? cool->at(h) : always_c);
        put(clock.exchange, lane, b.exchange.m3_per_h.at(h));
        for (std::size_t z = 0; z < c.zones; ++z) {
            put(clock.convective[z], lane, b.zones[z].convective_gain_w.at(h));
            put(clock.radiant_gain[z], lane, b.zones[z].radiant_gain_w.at(h));
            put(clock.fan[z], lane, b.zones[z].air.fan_m3_per_h.at(h));
        }
    }
    for (std::size_t z = 0; z < c.zones; ++z) {
        const LeakFlow leaks = leak_flow(b.zones[z]);
        put(plan_.leak_stack[z], lane, leaks.stack);
        put(plan_.leak_stack_2[z], lane, leaks.stack_2);
        put(plan_.leak_wind[z], lane, leaks.wind);
        put(plan_.leak_least[z], lane, leaks.least_m3_per_h);
        plan_.leaks |= b.zones[z].air.leakage.has_value();
        put(plan_.air_storage[z], lane, c.air_w_per_k.at(z));
        put(plan_.air_c[z], lane, start_c(c));
    }
    put(plan_.bridges, lane, b.bridges_w_per_k);
    put(plan_.exchange_when_warmer, lane, b.exchange.when_warmer_k.value_or(never_c));
    put(plan_.diffuse_to_first, lane, c.room.diffuse_to_first);
    put(plan_.beam_to_first, lane, c.room.beam_to_first);
    put(plan_.heat_convective, lane, heating.convective_share);
    put(plan_.heat_radiant, lane, 1.0 - heating.convective_share);
    put(plan_.operative, lane, 0.5 * heating.operative_share);
    put(plan_.limit, lane, heating.limit_w);
    put(plan_.limit_lost_per_k, lane, heating.lost_per_k);
    put(plan_.limit_least, lane, heating.least_share);
    put(plan_.coldest_air_c, lane, always_c);
}

template <class Real, int lanes>
void Batch<Real, lanes>::keep_all() {
    face_sum_.assign(kernel::bins * chains_.size(), {});
    inward_sum_.assign(kernel::bins * sources_.size(), 0.0);
    plan_.face_sum = face_sum_.data();
    plan_.inward_sum = inward_sum_.data();
    for (auto& r : records_) r.assign(static_cast<std::size_t>(plan_.hours), {});
    for (std::size_t i = 0; i < records_[0].size(); ++i) {
        const std::size_t h = (static_cast<std::size_t>(plan_.first_hour) + i) % hours_per_year;
        outdoor_sum_.at(bins_[h]) += static_cast<double>(weather_.outdoor_c().hours[h]);
        sky_sum_.at(bins_[h]) += static_cast<double>(weather_.sky_depression_k().hours[h]);
    }
    plan_.record_air = records_[0].data();
    plan_.record_radiant = records_[1].data();
    plan_.record_plant = records_[2].data();
    plan_.record_second_air = records_[3].data();
    plan_.record_wall = records_[4].data();
}

template <class Real, int lanes>
YearSum Batch<Real, lanes>::sum(std::size_t lane) const {
    return {.heat_kwh = get(plan_.heat_kwh, lane),
            .cool_kwh = get(plan_.cool_kwh, lane),
            .peak_heat_w = get(plan_.peak_heat_w, lane),
            .peak_cool_w = get(plan_.peak_cool_w, lane),
            .coldest_air_c = get(plan_.coldest_air_c, lane),
            .hours_below = get(plan_.hours_below, lane)};
}

template <class Real, int lanes>
HourSums Batch<Real, lanes>::sums(std::size_t lane, std::size_t bin) const {
    const Condensed& c = buildings_[lane];
    const kernel::Tally<V>& t = plan_.tally[bin];
    const double by_step = 1.0 / plan_.sub_steps;
    HourSums sums{
        .air = {get(t.air, lane) * by_step, get(t.second_air, lane) * by_step},
        .radiant = {get(t.radiant, lane) * by_step, get(t.second_radiant, lane) * by_step},
        .room_before = get(t.room_before, lane) * by_step,
        .outdoor = outdoor_sum_.at(bin),
        .sky = sky_sum_.at(bin),
        .beam = get(t.beam, lane),
        .diffuse = get(t.diffuse, lane),
        .vented = get(t.vented, lane),
        .exchanged = get(t.exchanged, lane),
        .bridged = get(t.bridged, lane),
        .stored = get(t.stored, lane),
        .gained = get(t.gained, lane),
        .heat = get(t.heat, lane),
        .cool = get(t.cool, lane)};
    for (std::size_t i = 0; i < c.chains.size(); ++i) {
        const std::size_t slot = bin * chains_.size() + layout_.chain_slot[lane][i];
        sums.face.push_back(get(face_sum_[slot].v, lane) * by_step);
    }
    for (std::size_t i = 0; i < c.room.sources.size(); ++i) {
        sums.inward.push_back(inward_sum_[bin * sources_.size() + layout_.source_slot[lane][i]] *
                              by_step);
    }
    return sums;
}

template <class Real, int lanes>
ZoneYear Batch<Real, lanes>::year(std::size_t lane) const {
    ZoneYear y{.first_hour = plan_.first_hour};
    const bool second = buildings_[lane].zones > 1;
    const std::size_t walked = records_[0].size();
    for (auto* series : {&y.air_c, &y.operative_c, &y.heat_w, &y.cool_w, &y.coldest_wall_c}) {
        series->resize(walked);
    }
    if (second) y.second_air_c.resize(walked);
    for (std::size_t i = 0; i < walked; ++i) {
        const double air = get(records_[0][i].v, lane);
        const double plant = get(records_[2][i].v, lane);
        y.air_c[i] = air;
        y.operative_c[i] = 0.5 * (air + get(records_[1][i].v, lane));
        y.heat_w[i] = std::max(plant, 0.0);
        y.cool_w[i] = std::max(-plant, 0.0);
        y.coldest_wall_c[i] = get(records_[4][i].v, lane);
        if (second) y.second_air_c[i] = get(records_[3][i].v, lane);
    }
    for (std::size_t bin = 0; bin < kernel::bins; ++bin) {
        const HourSums hours_of_bin = sums(lane, bin);
        const std::size_t set = bin % hour_sets;
        add_hours(buildings_[lane], set, hours_of_bin, y.year);
        if (bin < hour_sets) add_hours(buildings_[lane], set, hours_of_bin, y.season);
    }
    for (const LightSource& s : buildings_[lane].room.sources) {
        if (s.zone != 0 || s.reflected_wall) continue;
        y.transmitted_kwh += s.area_m2 * (s.sun->beam.year_sum + s.sun->diffuse.year_sum) / 1000.0;
    }
    return y;
}

template class Batch<double, 1>;
template class Batch<double, 4>;
template class Batch<float, 8>;
template class Batch<float, 16>;
template class Batch<float, 32>;

}  // namespace longju::energy
