// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <fmt/format.h>

#include "cli/answered_case.h"
#include "cli/estimate_json.h"
#include "cli/spread_text.h"
#include "cli/verbs.h"
#include "core/date.h"
#include "core/text.h"
#include "energy/weather.h"
#include "estimate/calibration.h"
#include "estimate/spread.h"
#include "storage/local_prices.h"
#include "storage/platform.h"
#include "visit/codec.h"

namespace longju::cli {

namespace {

/// `3,080 – 3,620 – 4,160`: low, typical, high.
template <class Value>
std::string spread(const Value& low, const Value& typical, const Value& high, int decimals) {
    return fmt::format("{} – {} – {}", formatted(low, decimals), formatted(typical, decimals),
                       formatted(high, decimals));
}

std::string yuan(const Range<Money>& range) {
    return spread(range.low.in_yuan(), range.typical.in_yuan(), range.high.in_yuan(), 0);
}

template <class Unit>
std::string range(const Range<Quantity<Unit>>& values, int decimals) {
    return spread(values.low.value, values.typical.value, values.high.value, decimals);
}

void row(std::string& out, const char* name, const std::string& before, const std::string& after) {
    out += fmt::format("  {:<34} {:>26}   {:>26}\n", name, before, after);
}

void line(std::string& out, const char* name, const std::string& value) {
    out += fmt::format("  {:<34} {}\n", name, value);
}

std::string one(double value, int decimals) { return formatted(value, decimals); }

void add_comparison(const char* title, const estimate::Comparison& c, std::string& out) {
    const energy::Demand& before = c.before.demand;
    const energy::Demand& after = c.after.demand;
    out += fmt::format("\n{}\n", title);
    row(out, "", "before 改造前", "after 改造后");
    row(out, "heating, yuan a year 采暖费", yuan(c.before.heating_cost),
        yuan(c.after.heating_cost));
    row(out, "standard coal, kg 标煤", range(c.before.coal_equivalent, 0),
        range(c.after.coal_equivalent, 0));
    row(out, "CO2, kg", range(c.before.co2, 0), range(c.after.co2, 0));
    row(out, "fine particles, kg 细颗粒物", range(c.before.pm25, 1), range(c.after.pm25, 1));
    row(out, "SO2, kg 二氧化硫", range(c.before.so2, 1), range(c.after.so2, 1));
    row(out, "useful heat of the model, kWh", one(before.heat.value, 0), one(after.heat.value, 0));
    row(out, "January 06:00, °C 早六点", one(before.january_6am.value, 1),
        one(after.january_6am.value, 1));
    row(out, "coldest hour, °C", one(before.coldest.value, 1), one(after.coldest.value, 1));
    for (const estimate::FuelYear& fuel : c.before.fuels) {
        if (fuel.own_labour_h <= 0.0) continue;
        line(out, fmt::format("own {}, hours of work 自家的工时", fuel.fuel_id).c_str(),
             one(fuel.own_labour_h, 0));
    }
    line(out, "saved, yuan a year 省", yuan(c.saved));
}

void add_bill(const estimate::Calibration& calibration, std::string& out) {
    constexpr std::array<const char*, 3> names{"by day, °C 白天烧到", "share kept warm 烧热的屋",
                                               "heater's efficiency 炉子效率"};
    if (!calibration.used && !calibration.refused()) return;
    line(out, "bill by model 账单比计算", one(calibration.factor(), 2));
    if (calibration.refused()) {
        line(out, "  not used 没按账单算", "no way of living in this house explains it; ask:");
        for (const estimate::BillDoubt doubt : calibration.doubts) {
            line(out, "", std::string(estimate::ask(doubt).en));
        }
        return;
    }
    for (const estimate::Fitted& fitted : calibration.fitted) {
        const int decimals = fitted.what == estimate::Lived::SetPoint ? 1 : 2;
        line(out, fmt::format("  {}", names.at(static_cast<std::size_t>(fitted.what))).c_str(),
             fmt::format("{} → {}{}", one(fitted.stated, decimals), one(fitted.fitted, decimals),
                         fitted.at_bound ? " (at its limit)" : ""));
    }
    line(out, "  unexplained 剩下", one(100.0 * (calibration.scale() - 1.0), 1) + " %");
}

void add_house(const AnsweredCase& answered, std::string& out) {
    const estimate::Estimate& e = answered.estimate;
    const estimate::EstimateInputs& inputs = answered.inputs();
    out += fmt::format("{}  {} {} {}\n", inputs.household.head, inputs.place.division_code,
                       inputs.place.township, inputs.place.village);
    line(out, "floor area 建筑面积, m²", one(e.before_envelope.floor_area.value, 1));
    line(out, "shape factor 体形系数, 1/m", one(e.before_envelope.shape_factor, 2));
    line(out, "weather 气候", fmt::format("{}, {} km", e.climate_name, one(e.climate_km, 0)));
    line(out, "wall U 墙, W/(m²K)",
         one(e.wall_u_before.value, 2) + " → " + one(e.wall_u_after.value, 2));
    line(out, "ceiling U 顶棚",
         one(e.ceiling_u_before.value, 2) + " → " + one(e.ceiling_u_after.value, 2));
    line(out, "window U 窗",
         one(e.window_u_before.value, 2) + " → " + one(e.window_u_after.value, 2));
    add_bill(e.calibration, out);
}

void add_prospect(const estimate::Estimate& e, std::string& out) {
    const estimate::Prospect& p = e.prospect;
    line(out, "discounted payback 动态回收期",
         p.discounted_payback ? one(p.discounted_payback->value, 1)
                              : std::string("not within 20 years"));
    if (p.savings_to_investment) line(out, "SIR 节省投资比", one(*p.savings_to_investment, 2));
    if (p.cost_of_saved_kwh) {
        line(out, "a kWh less costs 省一度能花", one(p.cost_of_saved_kwh->in_yuan(), 2) + " yuan");
    }
    for (const estimate::CashYear& year : p.years) {
        if (year.year % 5 != 0) continue;
        line(out, fmt::format("balance after {} years 累计", year.year).c_str(),
             yuan(year.balance));
    }
    if (e.public_value.per_tonne_co2) {
        line(out, "subsidy per t CO2 每吨二氧化碳补贴",
             one(e.public_value.per_tonne_co2->in_yuan(), 0));
    }
    if (e.public_value.per_tonne_coal) {
        line(out, "subsidy per tce 每吨标煤补贴", one(e.public_value.per_tonne_coal->in_yuan(), 0));
    }
}

void add_money(const estimate::Estimate& e, std::string& out) {
    out += "\nMoney 造价与补贴 (yuan: low – typical – high)\n";
    for (const cost::QuoteLine& item : e.quote.lines) {
        line(out, item.name_zh.c_str(),
             fmt::format("{} {}  {}  [{}]", one(item.quantity, 2), item.unit_zh,
                         item.amount ? yuan(*item.amount) : std::string("待询价"),
                         name(item.provenance.confidence)));
    }
    line(out, "contingency 零星备用", yuan(e.quote.contingency));
    line(out, "total 合计", yuan(e.quote.total));
    if (e.outside_work && e.work_season) {
        line(out, "work outdoors 室外的活",
             fmt::format("{} to {}", month_and_day(e.work_season->first),
                         month_and_day(e.work_season->last)));
    }
    line(out, "subsidy verified 已核实补贴", one(e.finance.subsidy.in_yuan(), 0));
    line(out, "own money 自筹", yuan(e.finance.own));
    line(out, "saved a year 每年省", yuan(e.finance.saved_per_year));
    line(out, "payback, years 回收期",
         e.finance.payback ? range(*e.finance.payback, 1)
                           : std::string("does not pay back from heating"));
    line(out, "net present value 净现值",
         fmt::format("{} over {} years at {} %", yuan(e.finance.net_present_value),
                     one(e.finance.life.value, 0), one(e.finance.discount_rate * 100, 1)));
    add_prospect(e, out);
    if (e.pv) {
        line(out, "PV 光伏, kWh a year",
             fmt::format("{}; worth {} yuan", one(e.pv->yield.year.value, 0),
                         yuan(e.pv->value_per_year)));
        line(out, "used at home at most 自用, kWh",
             fmt::format("{}, {} % of it; {} % of what the household uses",
                         one(e.pv->self_use.used.value, 0),
                         one(100.0 * e.pv->self_use.used_share(), 0),
                         one(100.0 * e.pv->self_use.sufficiency(), 0)));
    }
}

void add_subsidies(const subsidy::SubsidyResult& result, std::string& out) {
    constexpr std::array<const char*, 5> states{"符合", "不符合", "需补充", "不在适用地区",
                                                "不在有效期"};
    constexpr std::array<const char*, 4> boxes{"已核实", "待县级确认", "历史参考", "不符合"};
    out += "\nSubsidies 政策判定\n";
    for (const subsidy::Finding& finding : result.findings) {
        const std::string amount = finding.amount ? one(finding.amount->in_yuan(), 0) + " 元"
                                                  : std::string("金额待县级确认");
        out +=
            fmt::format("  [{} · {}] {}  {}\n", states.at(static_cast<std::size_t>(finding.state)),
                        boxes.at(static_cast<std::size_t>(finding.box)), finding.title_zh, amount);
    }
}

std::string table(const AnsweredCase& answered) {
    const estimate::Estimate& e = answered.estimate;
    std::string out;
    add_house(answered, out);
    add_comparison("At today's habits 按现在的用法", e.habit, out);
    add_comparison("At the comfort standard 按舒适标准 (18 °C)", e.comfort, out);
    add_money(e, out);
    add_subsidies(e.subsidy, out);
    out += fmt::format("\ncatalog {}, rules {}, prices {}, data {}\n", e.catalog_version,
                       e.rules_version, e.prices_version, e.data_hash.substr(0, 12));
    return out;
}

}  // namespace

Outcome estimate_verb(const EstimateOptions& options) {
    const auto answered = answer_case(options.case_file, options.reference, options.prices);
    if (!answered) return refused(answered.error());
    if (options.json) return {Outcome::Good, json_of(*answered).dump(2) + "\n", ""};
    std::string out = table(*answered);
    if (options.spread) {
        energy::Weather weather(answered->year);
        out += spread_text(estimate::spread(
            {answered->inputs(), answered->estimate, *answered->reference, weather}));
    }
    return {Outcome::Good, std::move(out), ""};
}

Outcome prices_verb(const PricesOptions& options) {
    const auto reference = open_reference(options.reference);
    if (!reference) return refused(reference.error());
    if (options.file.empty()) {
        return {Outcome::Good,
                storage::local_prices_text(storage::catalog_as_local(**reference), **reference),
                ""};
    }
    const std::filesystem::path file = storage::path_from_utf8(options.file);
    const auto prices = storage::read_local_prices(file, **reference);
    if (!prices) return refused(prices.error());
    return {Outcome::Good, storage::local_prices_text(*prices, **reference), ""};
}

}  // namespace longju::cli
