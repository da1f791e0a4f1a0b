// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "sheet/notice_facts.h"

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "house/mask.h"
#include "sheet/wording.h"

namespace longju::sheet {

namespace {

using estimate::Estimate;
using house::Borders;
using measure::Group;

class Facts {
public:
    explicit Facts(const NoticeInputs& in) : in_(in), e_(in.estimate), house_(in.inputs.house) {}

    NoticeFacts collect() {
        f_.is_new = !house_.existing;
        f_.any_measure = !e_.quote.lines.empty();
        f_.title = f_.is_new ? "农房新建方案告知单" : "农房改造方案告知单";
        f_.outside_season = season_words(e_.work_season);
        who_and_where();
        now();
        advice();
        costs();
        subsidies();
        own();
        fuel_and_money();
        warmth();
        work();
        papers();
        lead();
        footer();
        return std::move(f_);
    }

private:
    const measure::MeasureList& list() const { return in_.reference.measures; }

    bool chosen(Group group) const {
        return std::ranges::any_of(e_.quote.lines, [&](const cost::QuoteLine& line) {
            const measure::Measure* m = list().find(line.measure_id);
            return m != nullptr && m->group == group;
        });
    }

    void who_and_where() {
        const auto& household = in_.inputs.household;
        f_.who = household.head.empty() ? "（户主未填）" : house::masked_name(household.head);
        const auto* division = in_.reference.find_division(in_.inputs.place.division_code);
        f_.where = (division != nullptr ? division->name_zh : std::string("（县未填）")) +
                   in_.inputs.place.township + in_.inputs.place.village;
        if (household.members) f_.people = fmt::format("{} 口人", *household.members);
    }

    void now() {
        const house::Extent e = house::extent(house_.plan);
        const double outer = 2 * house_.plan.axis_to_outer_face.value;
        const std::string size = fmt::format("长 {} 米、宽 {} 米，{} 平方米",
                                             plain((e.width().value + outer) / 1000.0, 1),
                                             plain((e.depth().value + outer) / 1000.0, 1),
                                             plain(e_.before_envelope.floor_area.value, 0));
        const auto* design = in_.reference.find_design(house_.design_id);
        if (f_.is_new) {
            f_.now.push_back(design != nullptr ? design->name_zh : std::string("没有选户型"));
        } else {
            f_.now.push_back(house_.built_year ? fmt::format("{} 年盖的", *house_.built_year)
                                               : std::string("哪年盖的不知道"));
        }
        f_.now.push_back(size);
        const house::Assembly& wall = in_.reference.library.assembly(house_.wall.assembly_id);
        const house::Assembly& ceiling = in_.reference.library.assembly(house_.ceiling.assembly_id);
        f_.now.push_back("墙：" + wall.name_zh);
        f_.now.push_back("顶棚：" + ceiling.name_zh);
        if (f_.is_new) return;
        if (house_.appraisal) {
            static constexpr std::array<const char*, 4> grades = {"A", "B", "C", "D"};
            std::string by = house_.appraisal->by.empty() ? "" : "，" + house_.appraisal->by;
            if (house_.appraisal->on) by += "，" + iso(*house_.appraisal->on).substr(0, 7);
            f_.now.push_back(fmt::format(
                "安全等级：*{} 级*{}", grades.at(static_cast<std::size_t>(house_.appraisal->grade)),
                by.empty() ? "" : "（" + by.substr(3) + "）"));
        } else {
            f_.now.emplace_back("房屋安全等级：*还没有鉴定*");
        }
        bill();
    }

    /// What the household says it bought, main fuels first.
    void bill() {
        const auto& bought = in_.inputs.household.bought;
        std::string fuels;
        Money paid;
        bool all_paid = !bought.empty();
        for (const house::FuelBought& b : bought) {
            const energy::Fuel* fuel = in_.reference.energy.find_fuel(b.fuel_id);
            if (fuel == nullptr) continue;
            const bool tonnes = fuel->unit_zh == "吨";
            if (!fuels.empty()) fuels += "、";
            fuels += fmt::format("{} *{} {}*", fuel->name_zh, plain(b.amount, tonnes ? 1 : 0),
                                 fuel->unit_zh);
            if (b.paid) paid += *b.paid;
            all_paid = all_paid && b.paid.has_value();
        }
        if (fuels.empty()) {
            f_.now.emplace_back("去年冬天烧了多少：______（没有记录）");
            return;
        }
        f_.bill_known = true;
        f_.now.push_back("去年冬天：" + fuels +
                         (all_paid ? fmt::format("，*{} 元*", plain(paid.in_yuan(), 0)) : ""));
        f_.now_label = "户主自述";
    }

    void advice() {
        constexpr std::size_t most = 5;
        std::set<std::string> seen;
        for (const cost::QuoteLine& line : e_.quote.lines) {
            if (!seen.insert(line.measure_id).second) continue;
            const measure::Option* option = list().find({line.measure_id, line.option_id});
            if (option == nullptr) continue;
            if (f_.advice.size() == most) {
                ++f_.advice_left_out;
                continue;
            }
            const measure::Measure* m = list().find(line.measure_id);
            std::string words = option->plain_zh.empty() ? option->name_zh : option->plain_zh;
            // The roof may carry fewer modules than the option has.
            if (m->group == Group::Pv && e_.after_house.pv &&
                e_.after_house.pv->site == house::PvSite::Roof) {
                words = fmt::format("屋顶装 {} 块光伏板（{} 千瓦）。*屋架核过才能装。*",
                                    e_.after_house.pv->modules,
                                    plain(e_.after_house.pv->power().value, 1));
            }
            f_.advice.push_back({m->group, std::move(words)});
        }
        f_.no_advice = f_.is_new ? "照户型盖，不加别的。" : "还没有选要做的事。";
    }

    void costs() {
        std::set<std::string> seen;
        for (const cost::QuoteLine& line : e_.quote.lines) {
            if (!seen.insert(line.measure_id).second) continue;
            const measure::Measure* m = list().find(line.measure_id);
            CostRow row;
            row.name = m != nullptr ? m->name_zh : line.name_zh;
            row.quantity = quantity(line.quantity, line.unit_zh);
            if (line.amount) row.amount = e_.quote.of_measure(line.measure_id);
            f_.costs.push_back(std::move(row));
        }
        if (f_.any_measure) f_.costs.push_back({"零星和备用", "—", e_.quote.contingency});
        // Rows are printed to 100 yuan; the total is the sum of what is printed.
        for (const CostRow& row : f_.costs) {
            if (!row.amount) continue;
            const Money step = Money::yuan(100);
            f_.total = f_.total + Range<Money>{row.amount->low.rounded_to(step),
                                               row.amount->typical.rounded_to(step),
                                               row.amount->high.rounded_to(step)};
        }
        f_.cost_note = e_.quote.unpriced > 0
                           ? fmt::format("不含待询价 {} 项；以当地询价为准", e_.quote.unpriced)
                           : std::string("单价是估算区间，以当地询价为准");
        if (f_.is_new) f_.cost_note = "只算选的措施，不含盖房造价；" + f_.cost_note;
    }

    void subsidies() {
        if (e_.subsidy.verified > Money{}) {
            f_.verified = fmt::format("*{} 元*", plain(e_.subsidy.verified.in_yuan(), 0));
        }
        std::set<std::string> seen;
        for (const subsidy::Finding& finding : e_.subsidy.findings) {
            const std::string words =
                finding.plain_zh.empty() ? finding.title_zh : finding.plain_zh;
            if (!seen.insert(words).second) continue;
            switch (finding.box) {
                case subsidy::Box::Verified:
                    break;
                case subsidy::Box::PendingCounty:
                    f_.pending.push_back(words);
                    break;
                case subsidy::Box::Historical:
                    ++f_.expired;
                    break;
                case subsidy::Box::NotMet:
                    f_.not_met.push_back(words);
                    break;
            }
        }
    }

    void own() {
        if (!f_.any_measure) {
            f_.own = "选了要做的事以后再算。";
            return;
        }
        f_.own = fmt::format("补助是*先干后补*，要先按全额准备：*{} 万元*，常见 *{} 万元*。",
                             ten_thousands_range(f_.total),
                             plain(f_.total.typical.in_yuan() / 10000.0, 1));
        if (e_.finance.payback && e_.finance.payback->typical.value < 40) {
            f_.own += fmt::format("照少花的取暖钱，大约 {} 年回本。",
                                  side_by_side(e_.finance.payback->low.value,
                                               std::min(e_.finance.payback->high.value, 99.0), 0));
        } else {
            f_.own += "光靠少花的取暖钱，不容易回本，图的是暖和。";
        }
        // Two fifths, two fifths, one fifth; the last takes what rounding leaves, so that the three
        // add up to the table's total.
        const Money first = f_.total.typical.multiply_rounded(0.4).rounded_to(Money::yuan(100));
        const Money last = f_.total.typical - first - first;
        f_.payments = {fmt::format("四成 约 {} 元", hundreds(first)),
                       fmt::format("四成 约 {} 元", hundreds(first)),
                       fmt::format("两成 约 {} 元", hundreds(last))};
    }

    FuelFigure figure(const estimate::YearResult& year) const {
        FuelFigure figure;
        if (year.fuels.empty()) return figure;
        const energy::Fuel* fuel = in_.reference.energy.find_fuel(year.fuels.front().fuel_id);
        figure.amount = year.fuels.front().amount;
        if (fuel == nullptr) return figure;
        figure.name = fuel->name_zh;
        figure.unit = fuel->unit_zh;
        figure.in_tonnes = fuel->unit_zh == "吨";
        return figure;
    }

    void fuel_and_money() {
        f_.fuel_before = figure(e_.habit.before);
        f_.fuel_after = figure(e_.habit.after);
        f_.money_before = e_.habit.before.heating_cost;
        f_.money_after = e_.habit.after.heating_cost;
        f_.saved = e_.habit.saved;
        f_.warm_before_c = e_.habit.before.demand.january_6am.value;
        f_.warm_after_c = e_.habit.after.demand.january_6am.value;
    }

    std::string comfort_line() const {
        const FuelFigure before = figure(e_.comfort.before);
        const FuelFigure after = figure(e_.comfort.after);
        const int decimals = before.in_tonnes ? 1 : 0;
        const double change = std::abs(after.amount.typical - before.amount.typical);
        constexpr double same_share = 0.03;
        if (before.name == after.name && change < same_share * before.amount.typical) {
            return fmt::format("采暖的屋子都烧到 18 ℃，一冬约{} *{} {}*。", after.name,
                               side_by_side(after.amount.low, after.amount.high, decimals),
                               after.unit);
        }
        return fmt::format("要是采暖的屋子都烧到 18 ℃：改前要{} {} {}，改后{} *{} {}*。",
                           before.name, plain(before.amount.typical, decimals), before.unit,
                           after.name, plain(after.amount.typical, after.in_tonnes ? 1 : 0),
                           after.unit);
    }

    void warmth() {
        const auto* station = in_.reference.station_for(in_.inputs.place);
        const double out_c = station != nullptr ? station->design_temperature.value : -27.0;
        constexpr double in_c = 14.0;  // GB/T 50824-2013 3.2.1.
        constexpr double film = 0.11;  // GB 50176-2016: inside surface.
        const auto face = [&](WattsPerM2K u) { return in_c - u.value * film * (in_c - out_c); };
        const double before = face(e_.wall_u_before);
        const double after = face(e_.wall_u_after);
        const std::string ending = damp_words(after, e_.habit.after.demand);
        if (std::abs(after - before) >= 0.5) {
            f_.warmth.push_back(fmt::format("屋里 14 ℃、外面{} ℃时，墙里面从 *{} ℃ 升到 {} ℃*{}",
                                            outdoors(out_c), degrees(before), degrees(after),
                                            ending));
        } else {
            f_.warmth.push_back(fmt::format("屋里 14 ℃、外面{} ℃时，墙里面 *{} ℃*{}",
                                            outdoors(out_c), degrees(after), ending));
        }
        f_.warmth.push_back(comfort_line());
        if (e_.pv) {
            f_.warmth.push_back(
                fmt::format("光伏一年约发 {} 度，值 *{} 元*〔情景：看电价〕，另算。",
                            plain(std::round(e_.pv->yield.year.value / 100.0) * 100.0, 0),
                            hundreds_range(e_.pv->value_per_year)));
        }
    }

    void work() {
        if (!f_.any_measure) {
            f_.days = "选了要做的事以后再算。";
            f_.without = "不做：照现在这样烧。";
            return;
        }
        f_.days = fmt::format("约 *{} 天*。", side_by_side(e_.days_low, e_.days_high, 0));
        if (e_.outside_work) f_.days += fmt::format("墙外的活 *{}* 干。", f_.outside_season);
        if (!f_.is_new) {
            f_.days += chosen(Group::Window) ? "不用搬走，换窗躲半天。" : "不用搬走。";
        }
        struct Step {
            std::initializer_list<Group> groups;
        };
        const std::array<Step, 4> steps = {
            {{{Group::Ceiling, Group::Wall, Group::Floor}},
             {{Group::Window, Group::Door, Group::Sealing, Group::Sunspace}},
             {{Group::Heating}},
             {{Group::Pv, Group::SolarWater}}}};
        for (const Step& step : steps) {
            std::string names;
            for (const Group group : step.groups) {
                if (!chosen(group)) continue;
                if (!names.empty()) names += "＋";
                names += short_name(group);
            }
            if (!names.empty()) f_.order.push_back(names);
        }
        f_.without = without_it();
    }

    std::string without_it() const {
        const FuelFigure& fuel = f_.fuel_before;
        const bool several = f_.order.size() > 1;
        std::string words;
        if (!f_.is_new) {
            words = fmt::format(
                "不做：每年还要烧{} {} {}。", fuel.name,
                side_by_side(fuel.amount.low, fuel.amount.high, fuel.in_tonnes ? 1 : 0), fuel.unit);
        } else if (chosen(Group::Wall) || chosen(Group::Ceiling) || chosen(Group::Window)) {
            words = "墙、顶、窗要盖的时候一起做。";
        } else {
            words = "先把房子盖好，别的以后做也行。";
        }
        return words + (several ? "钱不够就按顺序做：" : "要做的就这一项：");
    }

    void papers() {
        f_.papers = {"身份证", "户口簿", "银行卡（一卡通）", "房屋鉴定表"};
        if (f_.is_new) f_.papers.emplace_back("宅基地手续");
        if (!f_.is_new) f_.papers.emplace_back("去年买煤票据");
        const auto* design = in_.reference.find_design(house_.design_id);
        f_.design_basis = "无（现场查勘）";
        if (design != nullptr) {
            f_.design_basis = design->official ? design->name_zh : design->name_zh + "（非图集）";
        }
    }

    /// The reader's one sentence; its figures are those of ③, ⑥ and ⑦.
    void lead() {
        std::string s;
        const bool heating_changes =
            hundreds(f_.saved.low) != "0" || hundreds(f_.saved.high) != "0";
        if (f_.any_measure && !heating_changes) {
            s += fmt::format("花 *{} 万元*；一冬取暖 *{} 元*；", ten_thousands_range(f_.total),
                             hundreds_range(f_.money_after));
        } else if (f_.any_measure) {
            s += fmt::format("花 *{} 万元*", ten_thousands_range(f_.total));
            if (e_.quote.unpriced > 0) s += fmt::format("（不含待询价 {} 项）", e_.quote.unpriced);
            s += f_.saved.typical >= Money{}
                     ? fmt::format("，每年取暖少花 *{} 元*；", hundreds_range(f_.saved))
                     : fmt::format(
                           "，每年取暖要多花 *{} 元*；",
                           hundreds_range({-f_.saved.high, -f_.saved.typical, -f_.saved.low}));
        } else {
            s += fmt::format("一冬取暖 *{} 元*；", hundreds_range(f_.money_after));
        }
        const double change = f_.warm_after_c - f_.warm_before_c;
        const std::string after =
            side_by_side(std::round(f_.warm_after_c - 1.0), std::round(f_.warm_after_c + 1.0), 0);
        if (f_.any_measure && std::abs(change) >= 1.5) {
            s += fmt::format("最冷的月份，早晨 6 点屋里从 *{} ℃* 到 *{} ℃*。",
                             degrees(f_.warm_before_c), after);
        } else {
            s += fmt::format("最冷的月份，早晨 6 点屋里 *{} ℃*{}。", after,
                             f_.any_measure && !f_.is_new ? "，和现在差不多" : "");
        }
        f_.lead = std::move(s);
    }

    void footer() {
        f_.footer = fmt::format("记录码 {}　规则 {} 版 · 价格 {} 版 · 气候 {}站", in_.record_code,
                                e_.rules_version, e_.prices_version, e_.climate_name);
        constexpr double far_km = 100.0;
        if (e_.climate_km > far_km)
            f_.footer += fmt::format("（相距 {} km）", plain(e_.climate_km, 0));
        if (in_.sample) f_.footer += "　示例：农户为虚构";
    }

    const NoticeInputs& in_;
    const Estimate& e_;
    const house::House& house_;
    NoticeFacts f_;
};

}  // namespace

NoticeFacts notice_facts(const NoticeInputs& in) { return Facts(in).collect(); }

}  // namespace longju::sheet
