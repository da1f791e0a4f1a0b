// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/text.h"
#include "estimate/calibration.h"
#include "sheet/paper.h"
#include "sheet/paper_writer.h"
#include "sheet/wording.h"

/// Papers J, K and M: leaflets of the cards, the sheet of a demonstration house, and what the
/// figures are made of.
namespace longju::sheet {

namespace {

using drawing::Anchor;

const char* word_of(Confidence confidence) {
    switch (confidence) {
        case Confidence::Verified:
            return "已核实";
        case Confidence::Secondary:
            return "转录、询价";
        case Confidence::Memory:
            return "凭记忆";
        case Confidence::Estimate:
            return "估计";
        case Confidence::Sample:
            return "示例";
    }
    return "";
}

std::string change(double before, double after, int decimals) {
    return fmt::format("{} → {}", plain(before, decimals), plain(after, decimals));
}

std::string tonnes(const Range<Kilograms>& kg) {
    return side_by_side(kg.low.value / 1000.0, kg.high.value / 1000.0, 1);
}

std::string works_of(const NoticeInputs& in) {
    std::string works;
    std::string before;
    for (const cost::QuoteLine& line : in.estimate.quote.lines) {
        if (line.measure_id == before) continue;
        before = line.measure_id;
        works += (works.empty() ? "" : "、") + line.name_zh;
    }
    return works.empty() ? std::string("还没有选") : works;
}

const std::vector<Column> two_columns = {{58.0, "项目"}, {116.0, "内容"}};

}  // namespace

std::vector<Page> leaflet_pages(const NoticeInputs& in, const NoticeFacts& facts) {
    NoticeFacts nobody = facts;  // A leaflet is for everybody.
    nobody.who.clear();
    PaperWriter paper(in, nobody, title_of(Paper::Leaflets), "给大伙看，不算在测算里", false);
    for (const estimate::Card& card : in.reference.cards) {
        paper.heading(card.title_zh);
        paper.sentence(card.text_zh, 14.0);
        if (!card.cost_zh.empty()) paper.sentence("*大约花多少*　" + card.cost_zh, 14.0);
        if (!card.care_zh.empty()) paper.sentence("*注意*　" + card.care_zh, 14.0);
        std::vector<Row> rows;
        for (const estimate::CardItem& item : card.items) {
            std::string words = "*" + item.ask_zh + "*";
            if (!item.advice_zh.empty()) {
                words += fmt::format("　{}：{}", item.warn_on ? "是" : "不是", item.advice_zh);
            }
            rows.push_back({{words, "□ 是　□ 不是"}});
        }
        paper.table({{134.0, "您家"}, {40.0, "打钩", Anchor::Middle}}, rows, 12.0);
        paper.gap(1.0);
        paper.sentence(fmt::format("出处：{}（{}）", card.provenance.source,
                                   word_of(card.provenance.confidence)),
                       9.0);
        paper.gap(5.0);
    }
    return paper.finish();
}

std::vector<Page> demonstration_pages(const NoticeInputs& in, const NoticeFacts& facts) {
    PaperWriter paper(in, facts, title_of(Paper::Demonstration), "挂在村里、报县里推荐", false);
    const estimate::Estimate& e = in.estimate;
    const estimate::Comparison& habit = e.habit;
    const auto heat_kwh = [](const energy::Demand& d) { return d.heat.value; };
    const std::string coal = fmt::format("{} → {} 吨标准煤", tonnes(habit.before.coal_equivalent),
                                         tonnes(habit.after.coal_equivalent));
    paper.sentence("下面的数都是*测算值*，按常年天气；有表计量的另写。户主同意才挂出来。", 12.0);
    paper.table(two_columns,
                {{{"房屋"}, true},
                 {{"建筑面积、层数",
                   fmt::format("{} 平方米，{} 层", plain(e.before_envelope.floor_area.value, 0),
                               in.inputs.house.storeys)}},
                 {{"图集依据", facts.design_basis}},
                 {{"做了什么", works_of(in)}},
                 {{"前后对比（测算）"}, true},
                 {{"外墙、顶棚、窗传热系数，W/(m²·K)",
                   fmt::format("{}；{}；{}", change(e.wall_u_before.value, e.wall_u_after.value, 2),
                               change(e.ceiling_u_before.value, e.ceiling_u_after.value, 2),
                               change(e.window_u_before.value, e.window_u_after.value, 2))}},
                 {{"一冬要的热，千瓦时（照现在的烧法）",
                   change(heat_kwh(habit.before.demand), heat_kwh(habit.after.demand), 0)}},
                 {{"一冬烧的", coal}},
                 {{"1 月早晨 6 点屋里，℃", change(habit.before.demand.january_6am.value,
                                                  habit.after.demand.january_6am.value, 0)}},
                 {{"一年少排二氧化碳，吨", tonnes(habit.co2_saved)}},
                 {{"钱（估算，元）"}, true},
                 {{"造价", hundreds_range(e.quote.total)}},
                 {{"其中已核实的补助", e.subsidy.verified > Money{}
                                           ? plain(e.subsidy.verified.in_yuan(), 0)
                                           : std::string("没有；待县级确认的不写数")}},
                 {{"住户自己出", hundreds_range(e.finance.own)}},
                 {{"一年少花的取暖钱", hundreds_range(habit.saved)}},
                 {{"实际做完以后填"}, true},
                 {{"开工、竣工、验收日期", ""}},
                 {{"实际花的钱：中央、省、市县、自筹、贷款", ""}},
                 {{"一冬实际烧的、实际花的", ""}},
                 {{"户主怎么说", ""}}},
                12.0);
    paper.signatures({"户主（同意公开）", "技术员", "县住建局（盖章）", "日期"}, 26.0);
    return paper.finish();
}

namespace {

void money_by_year(PaperWriter& paper, const estimate::Prospect& prospect) {
    std::vector<Row> rows;
    for (const estimate::CashYear& year : prospect.years) {
        const bool shown = year.year <= 3 || year.year % 5 == 0 || year.spent > Money{};
        if (!shown) continue;
        rows.push_back({{year.year == 0 ? std::string("施工") : fmt::format("第 {} 年", year.year),
                         plain(year.spent.in_yuan(), 0), plain(year.saved.in_yuan(), 0),
                         fmt::format("{} ～ {}", plain(year.balance.low.in_yuan(), 0),
                                     plain(year.balance.high.in_yuan(), 0)),
                         plain(year.discounted.in_yuan(), 0)}});
    }
    paper.heading("二十年的账（元，今天的价）");
    paper.table({{26.0, "哪年"},
                 {32.0, "花出去", Anchor::Right},
                 {32.0, "省下来", Anchor::Right},
                 {50.0, "累计（低～高）", Anchor::Right},
                 {34.0, "折到今天", Anchor::Right}},
                rows);
    std::string words = fmt::format("折现率 {} %。", plain(prospect.discount_rate * 100.0, 0));
    words += prospect.discounted_payback
                 ? fmt::format("动态回收期 {} 年。", plain(prospect.discounted_payback->value, 1))
                 : std::string("二十年里光靠省取暖钱收不回来。");
    if (prospect.savings_to_investment) {
        words += fmt::format("节省投资比 {}。", plain(*prospect.savings_to_investment, 2));
    }
    if (prospect.cost_of_saved_kwh) {
        words += fmt::format("每省一千瓦时燃料花 {} 元。",
                             plain(prospect.cost_of_saved_kwh->in_yuan(), 2));
    }
    paper.sentence(words + "光伏、热水不在这本账里。", 10.5);
}

const char* unknown_of(estimate::Unknown what) {
    switch (what) {
        case estimate::Unknown::AirChange:
            return "漏不漏风（换气次数）";
        case estimate::Unknown::SetPoint:
            return "屋里烧到几度";
        case estimate::Unknown::HeatedShare:
            return "烧几间屋";
        case estimate::Unknown::Winter:
            return "冬天冷暖";
        case estimate::Unknown::Habit:
            return "平时怎么烧（没有账单）";
        case estimate::Unknown::Realised:
            return "算出来的能兑现多少";
        case estimate::Unknown::HeaterBefore:
            return "现在炉子的效率";
        case estimate::Unknown::HeaterAfter:
            return "新炉子的效率";
        case estimate::Unknown::FuelPrice:
            return "燃料、电的价";
        case estimate::Unknown::Works:
            return "造价";
    }
    return "";
}

void how_sure(PaperWriter& paper, const estimate::Spread& s) {
    const auto yuan = [](const estimate::Percentiles<Money>& p) {
        return std::vector<std::string>{plain(p.p10.in_yuan(), 0), plain(p.p50.in_yuan(), 0),
                                        plain(p.p90.in_yuan(), 0)};
    };
    paper.heading("有多大把握");
    paper.sentence(fmt::format("把说不准的事（怎么烧、漏风、价钱、冬天冷暖）随机变 {} "
                               "回，每回逐时重算。十回里有一回低于左边的数，一回高于右边的数。",
                               s.samples),
                   10.5);
    const auto row = [](const char* name, std::vector<std::string> cells) {
        cells.insert(cells.begin(), name);
        return Row{std::move(cells)};
    };
    paper.table(
        {{72.0, "一年"},
         {34.0, "十回低一回", Anchor::Right},
         {34.0, "居中", Anchor::Right},
         {34.0, "十回高一回", Anchor::Right}},
        {row("省下的取暖钱，元", yuan(s.saved_per_year)),
         row("改完以后的取暖钱，元", yuan(s.heating_after)), row("自己出的钱，元", yuan(s.own)),
         row("几年回本（取暖）", {plain(s.payback.p10.value, 1), plain(s.payback.p50.value, 1),
                                  plain(s.payback.p90.value, 1)})});
    std::vector<Row> bars;
    for (const estimate::Influence& bar : s.tornado) {
        if (bars.size() == 5) break;
        bars.push_back({{unknown_of(bar.what), plain(bar.saved_at_low.in_yuan(), 0),
                         plain(bar.saved_at_high.in_yuan(), 0)}});
    }
    if (bars.empty()) return;
    paper.gap(2.0);
    paper.table({{106.0, "影响最大的几样：单动它，一年省"},
                 {34.0, "取低值时", Anchor::Right},
                 {34.0, "取高值时", Anchor::Right}},
                bars);
}

std::string how_calibrated(const estimate::Calibration& calibration) {
    if (calibration.refused()) {
        std::string text =
            fmt::format("照说的烧法；账单是算的 {} 倍，怎么住也对不上，没按它算。要问：",
                        plain(calibration.factor(), 2));
        for (const estimate::BillDoubt doubt : calibration.doubts) {
            text += estimate::ask(doubt).zh;
        }
        return text;
    }
    if (!calibration.used) return "照说的烧法；没有账单，范围放宽";
    std::string text = fmt::format("照账单（是算的 {} 倍）：", plain(calibration.factor(), 2));
    for (const estimate::Fitted& f : calibration.fitted) {
        switch (f.what) {
            case estimate::Lived::SetPoint:
                text += fmt::format("白天 {} ℃（说 {}）", plain(f.fitted, 1), plain(f.stated, 1));
                break;
            case estimate::Lived::HeatedShare:
                text += fmt::format("，烧热 {} %（说 {} %）", plain(100.0 * f.fitted, 0),
                                    plain(100.0 * f.stated, 0));
                break;
            case estimate::Lived::Efficiency:
                text += fmt::format("，炉子效率 {} %（一般 {} %）", plain(100.0 * f.fitted, 0),
                                    plain(100.0 * f.stated, 0));
                break;
        }
    }
    return text +
           fmt::format("，剩 {} % 按比例摊", plain(100.0 * std::abs(calibration.scale() - 1.0), 1));
}

/// What the prices of this case rest on.
void sources(PaperWriter& paper, const NoticeInputs& in) {
    std::vector<Row> rows;
    for (const cost::QuoteLine& line : in.estimate.quote.lines) {
        rows.push_back({{line.name_zh, line.local ? "本地价" : "目录",
                         word_of(line.provenance.confidence), unmarked(line.provenance.source)}});
    }
    if (rows.empty()) return;
    paper.heading("价钱从哪来");
    paper.table({{50.0, "哪一项"}, {18.0, "谁的价"}, {24.0, "可信程度"}, {82.0, "出处"}}, rows,
                9.5);
}

}  // namespace

std::vector<Page> basis_pages(const NoticeInputs& in, const NoticeFacts& facts) {
    PaperWriter paper(in, facts, title_of(Paper::Basis), "给技术员和审核的人");
    const estimate::Estimate& e = in.estimate;
    paper.heading("用的资料和方法");
    std::vector<Row> rows = {
        {{"数据", fmt::format("图集和构造 {}，价格 {}，条款 {}，数据指纹 {}", e.catalog_version,
                              e.prices_version, e.rules_version, e.data_hash.substr(0, 12))}},
        {{"气象", e.climate_km > 0.5
                      ? fmt::format("{}，相距 {} 公里", e.climate_name, plain(e.climate_km, 0))
                      : e.climate_name}},
        {{"算法",
          "逐时动态热平衡（ISO 52016-1 的节点），典型年 8760 小时，地面按 ISO 13370，漏风按 "
          "AIM-2，热桥按 ψ·L"}},
        {{"省多少", how_calibrated(e.calibration)}},
        {{"区间", "每个说不准的数取低、中、高，逐个变，变化的平方和开方（GUM）"}}};
    if (e.public_value.per_tonne_co2) {
        rows.push_back(
            {{"公家的钱", fmt::format("每吨二氧化碳补助 {} 元（已核实的补助，按寿命期）",
                                      plain(e.public_value.per_tonne_co2->in_yuan(), 0))}});
    }
    paper.table({{22.0, "项目"}, {152.0, "内容"}}, rows, 10.0);
    money_by_year(paper, e.prospect);
    if (in.spread != nullptr) how_sure(paper, *in.spread);
    sources(paper, in);
    paper.framed("*声明*　本表为测算，不作为补助审批依据。", 11.0);
    return paper.finish();
}

}  // namespace longju::sheet
