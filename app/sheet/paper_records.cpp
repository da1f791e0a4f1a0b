// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <array>

#include <fmt/format.h>

#include "house/coursing.h"
#include "sheet/paper.h"
#include "sheet/paper_writer.h"
#include "sheet/wording.h"

/// Papers G and H: what the inspector fills in, and what hangs in the village.
namespace longju::sheet {

namespace {

using drawing::Anchor;
using measure::Group;

/// One thing to look at before it is covered.
struct Check {
    const char* when;
    const char* what;
    const char* allowed;
};

/// Hold points by group of measures. Allowed values are those of the usual trade rules and the
/// scheme; 按图 means the drawing says it.
std::vector<Check> checks_of(Group group, bool new_walls) {
    switch (group) {
        case Group::Wall:
            if (new_walls) {
                return {{"第 1 层", "放线、找平，防潮层铺好", "水平差 ≤ 5 mm"},
                        {"浇筑前", "钢筋绑完，转角、洞口加筋在", "按结构设计"},
                        {"浇筑前", "斜撑支好，墙直", "2 m 靠尺 ≤ 5 mm"},
                        {"浇筑时", "分层浇，振实，模块不胀", "每次 ≤ 1.5 m"},
                        {"完工", "两面保护层抹满，模块不露", "外 ≥ 20 mm"},
                        {"完工", "烟囱两侧不燃保温", "每侧 ≥ 500 mm"}};
            }
            return {{"贴板前", "墙面干净、平整，裂缝补好", "2 m 靠尺 ≤ 4 mm"},
                    {"贴板后", "板缝挤紧，错缝，四角粘牢", "缝 ≤ 2 mm；粘结面 ≥ 40 %"},
                    {"抹面前", "锚栓数量和深度", "≥ 6 个/m²；入墙 ≥ 50 mm"},
                    {"抹面前", "门窗口侧边贴保温条", "≥ 20 mm"},
                    {"完工", "烟囱两侧不燃保温", "每侧 ≥ 500 mm"}};
        case Group::Ceiling:
            return {{"铺板前", "隔汽膜在热的一面，搭接贴牢", "搭接 ≥ 100 mm"},
                    {"铺板后", "厚度、错缝、墙头盖上", "厚度按图；墙头不露"},
                    {"完工", "烟囱周围不燃材料", "≥ 200 mm"},
                    {"完工", "阁楼通风口没堵", "檐口、山墙通气"}};
        case Group::Floor:
            return {{"回填前", "挤塑板埋深和厚度", "按图；板缝挤紧"},
                    {"完工", "散水坡向外", "≥ 3 %"}};
        case Group::Window:
            return {{"装前", "窗的合格证、玻璃层数", "和清单一样"},
                    {"抹口前", "框四边塞满、打胶", "不透光、不漏风"},
                    {"完工", "开关灵活，密封条完整", "关严不透纸"}};
        case Group::Door:
            return {{"完工", "门扇严、不刮地", "关严不透纸"}};
        case Group::Sealing:
            return {{"完工", "密封条贴满，烟囱和进风口没堵", "看得见、摸得着"}};
        case Group::Sunspace:
            return {{"完工", "玻璃牢固，接墙处不漏水", "淋水不漏"},
                    {"完工", "通向屋里的门和风口能开关", "灵活"}};
        case Group::Heating:
            return {{"点火前", "烟囱通、不漏烟", "倒烟试验不倒"},
                    {"点火后", "装一氧化碳报警器", "睡觉的屋和炉子间各 1 个"},
                    {"用电的", "电表、电线和空开够粗", "电工签字"}};
        case Group::Pv:
            return {{"装前", "屋架（棚架、地基）核算书", "有，并签字"},
                    {"装后", "支架固定、接地", "电阻 ≤ 4 Ω"},
                    {"并网前", "电网公司验收", "有验收单"}};
        case Group::SolarWater:
            return {{"装后", "固定牢、防冻带通电", "试水不漏"}};
    }
    return {};
}

}  // namespace

std::vector<Page> inspection_pages(const NoticeInputs& in, const NoticeFacts& facts) {
    PaperWriter paper(in, facts, title_of(Paper::Inspection), "给检查的人，存档");
    paper.sentence(
        "盖住以前先看、先拍照。哪一项不合格，改好再往下干。数值按常见做法，图上另有的按图。", 11);
    const bool new_walls =
        facts.is_new && house::is_module_wall(in.estimate.after_house.wall, in.reference.library);
    std::vector<Row> rows;
    std::string before;
    int number = 0;
    for (const cost::QuoteLine& line : in.estimate.quote.lines) {
        if (line.measure_id == before) continue;
        before = line.measure_id;
        const measure::Measure* m = in.reference.measures.find(line.measure_id);
        rows.push_back({{fmt::format("{}：{}", m->name_zh, line.name_zh)}, true});
        for (const Check& check : checks_of(m->group, new_walls)) {
            rows.push_back({{std::to_string(++number), check.when, check.what, check.allowed, "",
                             "□合格 □不合格", ""}});
        }
    }
    paper.table({{9.0, "号", Anchor::Middle},
                 {16.0, "何时"},
                 {46.0, "看什么"},
                 {34.0, "要求"},
                 {22.0, "量得"},
                 {32.0, "结果"},
                 {15.0, "照片"}},
                rows);
    paper.sentence("*验收结论*　□ 全部合格　□ 改好再验：");
    paper.to_write("");
    paper.signatures({"户主", "工匠", "检查人", "日期"}, 20.0);
    return paper.finish();
}

std::vector<Page> posting_pages(const NoticeInputs& in, const NoticeFacts& facts) {
    PaperWriter paper(in, facts, title_of(Paper::Posting), "给大伙看", false);
    const house::House& house = in.inputs.house;
    static constexpr std::array grades = {"A 级", "B 级", "C 级", "D 级"};
    std::string works;
    std::string before;
    for (const cost::QuoteLine& line : in.estimate.quote.lines) {
        if (line.measure_id == before) continue;
        before = line.measure_id;
        works += (works.empty() ? "" : "、") + in.reference.measures.find(line.measure_id)->name_zh;
    }
    const auto money = [](const Range<Money>& range) {
        return ten_thousands_range(range) + " 万元";
    };
    const subsidy::SubsidyResult& subsidy = in.estimate.subsidy;
    paper.table(
        {{44.0, "项目"}, {130.0, "内容"}},
        {{{"户主", unmarked(facts.who)}},
         {{"住在", unmarked(facts.where)}},
         {{"房屋等级",
           house.appraisal
               ? std::string(grades.at(static_cast<std::size_t>(house.appraisal->grade))) +
                     (house.appraisal->by.empty() ? ""
                                                  : "（" + unmarked(house.appraisal->by) + "）")
               : std::string("还没有鉴定")}},
         {{"打算做", works.empty() ? "还没有选" : works}},
         {{"估算造价", works.empty() ? "—" : money(facts.total)}},
         {{"补助", subsidy.verified > Money{}
                       ? fmt::format("已核实 {} 元", plain(subsidy.verified.in_yuan(), 0))
                       : std::string("没有一笔是县里已经答应的；待县级确认的不写数")}}},
        14.0);
    paper.gap(4.0);
    paper.sentence("公示从＿＿＿＿年＿＿月＿＿日到＿＿＿＿年＿＿月＿＿日。", 14);
    paper.sentence("有不同意见，请在公示期内告诉村委会或镇里，对反映的人保密。", 14);
    paper.to_write("村委会电话");
    paper.to_write("镇里电话");
    paper.gap(4.0);
    paper.framed("*声明*　本表为测算和初步判断，不作为补助审批依据；补助以县级主管部门审批为准。");
    paper.signatures({"村民委员会（盖章）", "乡镇人民政府（盖章）", "日期"}, 46.0);
    return paper.finish();
}

}  // namespace longju::sheet
