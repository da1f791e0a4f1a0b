// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <cmath>

#include <algorithm>

#include <fmt/format.h>

#include "core/text.h"
#include "cost/materials.h"
#include "sheet/paper.h"
#include "sheet/paper_writer.h"
#include "sheet/wording.h"

namespace longju::sheet {

namespace {

using drawing::Anchor;

std::string net_words(const cost::MaterialLine& line) {
    return plain(line.net, line.waste > 0.0 ? 1 : 0);
}

std::string price_words(const std::optional<Range<Money>>& amount) {
    if (!amount) return "*待询价*";
    const auto hundred = [](Money money) {
        return formatted(money.rounded_to(Money::yuan(100)).in_yuan(), 0);
    };
    return hundred(amount->low) + "～" + hundred(amount->high);
}

/// Units as on drawings.
std::string unit_words(const std::string& unit_zh) {
    if (unit_zh == "平方米") return "m²";
    if (unit_zh == "米") return "m";
    if (unit_zh == "瓦") return "W";
    return unit_zh == "千瓦" ? "kW" : unit_zh;
}

/// How the areas came about, with the numbers.
std::string how_counted(const cost::TakeOff& counted_on) {
    const house::Envelope& e = counted_on.envelope;
    const double net = cost::quantity({.basis = measure::Basis::OuterWallNet}, {}, counted_on);
    const double ceiling = cost::quantity({.basis = measure::Basis::Ceiling}, {}, counted_on);
    return fmt::format(
        "*怎么算的*　外墙净面积按外包尺寸减门窗（窗 {} m²、外门 {} m²）= {} m²；顶棚 {} "
        "m²，墙头在内；"
        "采暖屋子外墙周长 {} m。",
        plain(e.window_area().value, 1), plain(e.door_area().value, 1), plain(net, 1),
        plain(ceiling, 1), plain(e.ground_perimeter.value, 1));
}

/// As long as the sizes of modules are not a supplier's, the list is no order.
void warn_of_modules(PaperWriter& paper, const std::vector<cost::MaterialLine>& materials,
                     const house::Library& library) {
    const bool coursed = std::ranges::any_of(materials, [](const cost::MaterialLine& line) {
        return line.name_zh.starts_with("EPS 模块");
    });
    const bool unverified = std::ranges::any_of(library.modules, [](const house::ModuleType& type) {
        return type.provenance.confidence != Confidence::Verified;
    });
    if (coursed && unverified) {
        paper.framed("模块规格是估列的，*待供应商核*。换成厂家尺寸重排以前，这张单*不能拿去订货*。",
                     11.0);
    }
}

}  // namespace

std::vector<Page> quantities_pages(const NoticeInputs& in, const NoticeFacts& facts) {
    PaperWriter paper(in, facts, title_of(Paper::Quantities), "给工匠和材料店");
    paper.sentence(
        "“算出量”按净量；“买这些”已加损耗、凑成整数。价格是连工带料的*估算*，以当地询价为准。", 11);
    const estimate::Estimate& e = in.estimate;
    const cost::TakeOff counted_on{.before = in.inputs.house,
                                   .after = e.after_house,
                                   .envelope = e.before_envelope,
                                   .library = in.reference.library,
                                   .design_load = e.comfort.after.demand.design_load};
    const auto materials = cost::materials(in.inputs.scheme, in.reference.measures, counted_on);
    std::vector<Row> rows;
    int number = 0;
    int group = 0;
    std::string before;
    for (const cost::QuoteLine& line : e.quote.lines) {
        if (line.measure_id == before) continue;
        before = line.measure_id;
        const measure::Measure* m = in.reference.measures.find(line.measure_id);
        rows.push_back({{fmt::format("{}　{}：{}", ++group, m->name_zh, line.name_zh)}, true});
        for (const cost::MaterialLine& material : materials) {
            if (material.measure_id != line.measure_id) continue;
            const std::string waste =
                material.waste > 0.0 ? fmt::format("{:.0f}%", material.waste * 100.0) : "—";
            rows.push_back(
                {{std::to_string(++number), material.name_zh, material.unit_zh, net_words(material),
                  waste, plain(material.to_buy, 0), "—", tick_box}});
        }
        for (const cost::QuoteLine& priced : e.quote.lines) {
            if (priced.measure_id != line.measure_id) continue;
            const cost::Price* price = in.reference.prices.find(priced.price_id);
            rows.push_back({{std::to_string(++number),
                             (price != nullptr ? price->name_zh : priced.name_zh) + "（连工带料）",
                             unit_words(priced.unit_zh), plain(priced.quantity, 1), "—", "—",
                             price_words(priced.amount), "—"}});
        }
    }
    if (!rows.empty()) {
        rows.push_back({{"合计"}, true});
        rows.push_back(
            {{"—", "零星和备用", "—", "—", "—", "—", price_words(e.quote.contingency), "—"}});
        rows.push_back(
            {{"—", "*总计*", "—", "—", "—", "—", "*" + price_words(facts.total) + "*", "—"}});
    }
    paper.table({{9.0, "号", Anchor::Middle},
                 {59.0, "名称、规格"},
                 {14.0, "单位", Anchor::Middle},
                 {18.0, "算出量", Anchor::Right},
                 {12.0, "损耗", Anchor::Right},
                 {16.0, "买这些", Anchor::Right},
                 {35.0, "估价（元）", Anchor::Right},
                 {11.0, "买到", Anchor::Middle}},
                rows);
    warn_of_modules(paper, materials, in.reference.library);
    paper.sentence(how_counted(counted_on));
    paper.sentence(
        "*买的时候看三样*　合格证、保温板燃烧性能检测报告、厚度实量。没有合格证的不收。");
    paper.to_write("写“待询价”的不是 0 元，问到价格以后填在这里");
    paper.signatures({"工匠", "技术员", "日期"}, 16.0);
    return paper.finish();
}

}  // namespace longju::sheet
