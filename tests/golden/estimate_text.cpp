// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "golden/estimate_text.h"

#include <fmt/format.h>

#include <array>
#include <iterator>

#include "subsidy/rule_case.h"

namespace longju::golden {

namespace {

using namespace longju::estimate;

class Lines {
public:
    void text(const std::string& name, const std::string& value) {
        text_ += name + "\t" + value + "\n";
    }
    void number(const std::string& name, double value, int decimals) {
        text(name, figure(value, decimals));
    }
    void range(const std::string& name, const Range<double>& r, int decimals) {
        text(name, fmt::format("{}\t{}\t{}", figure(r.low, decimals), figure(r.typical, decimals),
                               figure(r.high, decimals)));
    }
    void money(const std::string& name, const Range<Money>& r) {
        range(name, {r.low.in_yuan(), r.typical.in_yuan(), r.high.in_yuan()}, 0);
    }
    template <class Unit>
    void range(const std::string& name, const Range<Quantity<Unit>>& r, int decimals) {
        range(name, {r.low.value, r.typical.value, r.high.value}, decimals);
    }
    const std::string& all() const { return text_; }

private:
    static std::string figure(double value, int decimals) {
        std::string digits = fmt::format("{:.{}f}", value, decimals);
        // −0 is 0.
        if (digits.find_first_of("123456789") == std::string::npos && digits.starts_with('-')) {
            digits.erase(0, 1);
        }
        return digits;
    }

    std::string text_;
};

void demand(Lines& lines, const std::string& at, const energy::Demand& d) {
    lines.number(at + ".heat_kwh", d.heat.value, 0);
    lines.number(at + ".peak_kw", d.peak.value, 1);
    lines.number(at + ".design_load_kw", d.design_load.value, 1);
    lines.number(at + ".loss_walls_kwh", d.losses.walls.value, 0);
    lines.number(at + ".loss_windows_kwh", d.losses.windows.value, 0);
    lines.number(at + ".loss_doors_kwh", d.losses.doors.value, 0);
    lines.number(at + ".loss_ceiling_kwh", d.losses.ceiling.value, 0);
    lines.number(at + ".loss_floor_kwh", d.losses.floor.value, 0);
    lines.number(at + ".loss_air_kwh", d.losses.air.value, 0);
    lines.number(at + ".solar_gain_kwh", d.solar_gain.value, 0);
    lines.number(at + ".internal_gain_kwh", d.internal_gain.value, 0);
    lines.number(at + ".january_6am_c", d.january_6am.value, 1);
    lines.number(at + ".january_wall_inside_c", d.january_wall_inside.value, 1);
    lines.number(at + ".coldest_c", d.coldest.value, 1);
    lines.number(at + ".hours_below_12c", d.hours_below_12c, 0);
    lines.number(at + ".mould_risk_hours", d.mould_risk_hours, 0);
    lines.number(at + ".f_rsi", d.f_rsi, 2);
}

void year(Lines& lines, const std::string& at, const YearResult& y) {
    demand(lines, at, y.demand);
    for (const FuelYear& fuel : y.fuels) {
        lines.range(at + ".fuel." + fuel.fuel_id, fuel.amount, 2);
        lines.money(at + ".fuel_yuan." + fuel.fuel_id, fuel.cost);
    }
    lines.money(at + ".heating_yuan", y.heating_cost);
    lines.range(at + ".co2_kg", y.co2, 0);
    lines.range(at + ".pm25_kg", y.pm25, 1);
    lines.range(at + ".so2_kg", y.so2, 1);
    lines.range(at + ".kgce", y.coal_equivalent, 0);
}

void comparison(Lines& lines, const std::string& at, const Comparison& c) {
    year(lines, at + ".before", c.before);
    year(lines, at + ".after", c.after);
    lines.money(at + ".saved_yuan", c.saved);
    lines.range(at + ".co2_saved_kg", c.co2_saved, 0);
    lines.range(at + ".kgce_saved", c.coal_saved, 0);
}

std::string word(subsidy::Box box) {
    switch (box) {
        case subsidy::Box::Verified:
            return "verified";
        case subsidy::Box::PendingCounty:
            return "pending_county";
        case subsidy::Box::Historical:
            return "historical";
        case subsidy::Box::NotMet:
            return "not_met";
    }
    return "";
}

void house(Lines& lines, const Estimate& e) {
    lines.number("house.floor_area_m2", e.before_envelope.floor_area.value, 1);
    lines.number("house.heated_floor_m2", e.before_envelope.heated_floor.value, 1);
    lines.number("house.shape_factor", e.before_envelope.shape_factor, 3);
    lines.number("before.wall_u", e.wall_u_before.value, 2);
    lines.number("after.wall_u", e.wall_u_after.value, 2);
    lines.number("before.ceiling_u", e.ceiling_u_before.value, 2);
    lines.number("after.ceiling_u", e.ceiling_u_after.value, 2);
    lines.number("before.window_u", e.window_u_before.value, 2);
    lines.number("after.window_u", e.window_u_after.value, 2);
}

void money(Lines& lines, const Estimate& e) {
    for (const cost::QuoteLine& line : e.quote.lines) {
        const std::string at = "quote." + line.measure_id + "." + line.price_id;
        lines.number(at + ".quantity", line.quantity, 2);
        if (line.amount) lines.money(at + ".yuan", *line.amount);
    }
    lines.money("quote.total_yuan", e.quote.total);
    for (const subsidy::Finding& f : e.subsidy.findings) {
        std::string amount = "unknown";
        if (f.amount) amount = fmt::format("{:.2f}", f.amount->in_yuan());
        lines.text("subsidy." + f.rule_id + (f.measure_type.empty() ? "" : "." + f.measure_type),
                   fmt::format("{}\t{}\t{}\t{}", subsidy::name(f.state), word(f.box), amount,
                               fmt::join(f.missing, ",")));
    }
    lines.number("subsidy.verified_yuan", e.subsidy.verified.in_yuan(), 2);
    const Finance& f = e.finance;
    lines.money("finance.own_yuan", f.own);
    lines.money("finance.counted_yuan", f.counted);
    lines.number("finance.life_years", f.life.value, 1);
    if (f.payback) lines.range("finance.payback_years", *f.payback, 1);
    lines.money("finance.npv_yuan", f.net_present_value);
}

}  // namespace

std::string estimate_text(const Estimate& e) {
    Lines lines;
    house(lines, e);
    lines.text("calibration",
               fmt::format("{}\t{:.0f}\t{:.0f}\t{:.0f}", e.calibration.used ? "used" : "unused",
                           e.calibration.bought_kwh, e.calibration.computed_kwh,
                           e.calibration.fitted_kwh));
    for (const Fitted& fitted : e.calibration.fitted) {
        constexpr std::array names{"day_c", "heated_share", "efficiency"};
        lines.text(fmt::format("calibration.{}", names.at(static_cast<std::size_t>(fitted.what))),
                   fmt::format("{:.3f}\t{:.3f}{}", fitted.stated, fitted.fitted,
                               fitted.at_bound ? "\tat its bound" : ""));
    }
    comparison(lines, "habit", e.habit);
    comparison(lines, "comfort", e.comfort);
    if (e.pv) {
        lines.number("pv.kwh", e.pv->yield.year.value, 0);
        lines.money("pv.yuan", e.pv->value_per_year);
    }
    if (e.solar_water) lines.number("solar_water.useful_kwh", e.solar_water->useful.value, 0);
    money(lines, e);
    lines.text("work.days", fmt::format("{}\t{}\t{}", e.days_low, e.days_high,
                                        e.outside_work ? "outside" : "inside"));
    for (const auto& finding : e.limits_before) {
        lines.text("limit.before." + finding.limit->id,
                   fmt::format("{:.2f}\t{}", finding.value, finding.met ? "met" : "not_met"));
    }
    for (const auto& finding : e.limits_after) {
        lines.text("limit.after." + finding.limit->id,
                   fmt::format("{:.2f}\t{}", finding.value, finding.met ? "met" : "not_met"));
    }
    return lines.all();
}

}  // namespace longju::golden
