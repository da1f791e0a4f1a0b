// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <array>
#include <set>

#include <fmt/format.h>

#include "sheet/paper.h"
#include "sheet/paper_writer.h"
#include "sheet/wording.h"

namespace longju::sheet {

namespace {

using drawing::Anchor;
using subsidy::State;

const char* verdict(const subsidy::Finding& finding) {
    if (!finding.excluded_by.empty()) return "不能同时领";
    switch (finding.state) {
        case State::Eligible:
            break;
        case State::NotEligible:
            return "不符合";
        case State::NeedMoreInfo:
            return "需补充";
        case State::NotInRegion:
            return "不在本地";
        case State::OutOfDate:
            return "不在有效期";
    }
    switch (finding.box) {
        case subsidy::Box::Verified:
            return "*已核实*";
        case subsidy::Box::PendingCounty:
            return "*待县级确认*";
        case subsidy::Box::Historical:
            return "历史参考";
        case subsidy::Box::NotMet:
            return "不符合";
    }
    return "";
}

/// Only what the county has confirmed prints a sum.
std::string amount_words(const subsidy::Finding& finding) {
    if (finding.state == State::NotEligible || finding.box == subsidy::Box::NotMet) return "—";
    if (finding.box != subsidy::Box::Verified || !finding.amount) return "*不知道*";
    return plain(finding.amount->in_yuan(), 0) + " 元" + (finding.yearly ? "/年" : "");
}

std::vector<Row> finding_rows(const NoticeInputs& in) {
    std::vector<Row> rows;
    for (const subsidy::Finding& finding : in.estimate.subsidy.findings) {
        const std::string why = finding.plain_zh.empty() ? finding.title_zh : finding.plain_zh;
        rows.push_back(
            {{unmarked(finding.title_zh), verdict(finding), unmarked(why), amount_words(finding),
              finding.document.empty() ? "文号待核" : unmarked(finding.document)}});
    }
    if (rows.empty()) rows.push_back({{"—", "—", "没有查到和您家有关的规定。", "—", "—"}});
    return rows;
}

struct Place {
    std::string_view paper;
    const char* where;
};
/// Where a paper is to be had when it is missing: the offices as everywhere in the province.
constexpr std::array places = {
    Place{"身份证", "派出所"},
    Place{"户口簿", "派出所"},
    Place{"银行卡（一卡通）", "开户银行"},
    Place{"房屋鉴定表", "镇村镇建设办"},
    Place{"宅基地手续", "镇自然资源所"},
    Place{"去年买煤票据", "卖煤的店"},
};

const char* place_for(const std::string& paper) {
    for (const Place& place : places) {
        if (place.paper == paper) return place.where;
    }
    return "问村委会";
}

}  // namespace

std::vector<Page> subsidies_pages(const NoticeInputs& in, const NoticeFacts& facts) {
    PaperWriter paper(in, facts, title_of(Paper::Subsidies), "给住户和村里");
    paper.heading("一　能不能补（初判，不是审批）");
    paper.table({{40.0, "项目"},
                 {24.0, "初判"},
                 {58.0, "为什么"},
                 {20.0, "金额", Anchor::Middle},
                 {32.0, "依据"}},
                finding_rows(in));
    const subsidy::SubsidyResult& result = in.estimate.subsidy;
    paper.money_boxes(
        {{{"已核实", Label::Verified, fmt::format("*{} 元*", plain(result.verified.in_yuan(), 0))},
          {"待县级确认", Label::Pending, fmt::format("{} 项，不计数", result.pending)},
          {"历史参考", Label::Scenario, fmt::format("{} 项，不计数", facts.expired)}}});
    paper.sentence("三个框不能相加。写“不知道”的地方不是 0 元，也不是不给。", 11);
    paper.heading("二　要带的材料（有的打钩，缺的去办）");
    std::vector<Row> rows;
    std::set<std::string> seen;
    for (const std::string& name : facts.papers) {
        if (seen.insert(name).second) rows.push_back({{tick_box, name, place_for(name)}});
    }
    rows.push_back({{tick_box, "农户申请书（签字、按手印）", "村委会"}});
    rows.push_back({{tick_box, "改造前照片（房子四面）", "技术员拍"}});
    paper.table({{16.0, "有", Anchor::Middle}, {98.0, "材料"}, {60.0, "缺了去哪办"}}, rows, 11.0);
    paper.heading("三　怎么走");
    paper.steps({"写申请", "村里评议", "公示", "镇里审核", "县里批", "再开工", "验收", "打到卡上"},
                5);
    paper.sentence("*先批准、再开工*（以县里规定为准）。公示天数按县里规定。", 11);
    paper.framed("*声明*　本单为测算和初步判断，不作为补助审批依据；补助以县级主管部门审批为准。");
    paper.signatures({"户主（签字或按手印）", "技术员", "村干部", "日期"}, 14.0);
    return paper.finish();
}

}  // namespace longju::sheet
