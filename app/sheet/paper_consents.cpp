// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <cmath>

#include <fmt/format.h>

#include "sheet/paper.h"
#include "sheet/paper_writer.h"
#include "sheet/wording.h"

/// Papers E and F: short clauses, each with a box of its own, and a sentence to copy by hand.
namespace longju::sheet {

namespace {

constexpr double clause_pt = 12.5;
constexpr const char* yes_no = "□ 同意　□ 不同意";

void clauses(PaperWriter& paper, const std::vector<std::string>& words) {
    std::vector<Row> rows;
    int number = 0;
    for (const std::string& clause : words) {
        rows.push_back({{std::to_string(++number), clause, tick_box}});
    }
    paper.table({{10.0, "号", drawing::Anchor::Middle},
                 {146.0, "内容"},
                 {18.0, "知道了", drawing::Anchor::Middle}},
                rows, clause_pt);
}

/// Periods of files are those of the county's archive; what the program itself does is told as it
/// is.
void kept_how_long(PaperWriter& paper) {
    paper.table(
        {{74.0, "留什么"}, {100.0, "留多久"}},
        {{{"走访记录、号码、照片、图纸、操作记录", "同补助案卷，年限由县里的档案保管期限表定"}},
         {{"没申请成的", "您一说就作废，不再上报统计，案卷到期销毁"}},
         {{"优盘上的数据包；电脑上的备份", "县里给了回执，技术员就删；备份新的顶旧的"}}},
        9.5);
}

}  // namespace

std::vector<Page> risks_pages(const NoticeInputs& in, const NoticeFacts& facts) {
    PaperWriter paper(in, facts, title_of(Paper::Risks), "给住户，单独签");
    std::string size = "光伏";
    if (in.estimate.after_house.pv) {
        size = fmt::format("光伏 {} 千瓦（{} 块板）",
                           plain(in.estimate.after_house.pv->power().value, 1),
                           in.estimate.after_house.pv->modules);
    }
    paper.sentence(fmt::format("您家打算装{}。签字以前，一条一条看明白，看懂一条勾一条。", size),
                   13);
    std::vector<std::string> words = {
        "*屋架核过才能装。* 屋架、墙、棚架能不能多压这些重量和雪，要请懂结构的人看过、写下来。",
        "*发多少电看天。* 度数按常年天气算，哪年多哪年少都可能；雪盖住要自己清。",
        "*卖电的价会变。* 以电网公司的合同为准，多少年回本谁也说不准。",
        "*先去电网公司办并网申请*，答复以前不要付款、不要开工。",
        "*合同里写清楚*：板子归谁、房顶租不租、租几年、坏了谁修、拆房怎么办、钱什么时候给。",
        "*贷款是您自己的债。* 用您名字贷的款，发不出电也要还。空白合同、空白授权书不要签。",
        "*不交押金和代办费。* 说白送、不要钱的，先问清楚房顶、贷款和电费归谁。",
        "*防火防雷防触电*：线和逆变器由有证的人装；着火先断电、打 119。",
    };
    if (in.estimate.pv) {
        words.push_back(
            fmt::format("本单估算：一年约 {} 度，值 {} "
                        "元，是*情景*，看电价，不是承诺；没有算进“每年少花的钱”里。",
                        plain(std::round(in.estimate.pv->yield.year.value / 100.0) * 100.0, 0),
                        hundreds_range(in.estimate.pv->value_per_year)));
    }
    clauses(paper, words);
    paper.sentence("请照抄一遍：*我看明白了，装不装由我自己定，贷款由我自己还。*", 12);
    paper.to_write("照抄");
    paper.signatures({"户主（签字或按手印）", "技术员", "日期"}, 24.0);
    return paper.finish();
}

std::vector<Page> privacy_pages(const NoticeInputs& in, const NoticeFacts& facts) {
    PaperWriter paper(in, facts, title_of(Paper::Privacy),
                      fmt::format("给住户，签字留存　{} 版", privacy_version));
    paper.sentence(
        "办农房改造要记下您家的一些情况。记什么、给谁看、放多久，先说清楚（《个人信息保护法》第十七"
        "条）。",
        12.5);
    const char* sensitive =
        "*敏感的*：身份证号、银行卡号、低保、残疾等，只为申请补助才记；号码在屏幕和纸上遮住中间，"
        "谁打开看了全号都有记录。";
    clauses(
        paper,
        {"*做什么用*：算要花多少钱、能省多少、能不能申请补助，报给镇里和县里审批、统计。不做别的。",
         "*记什么*：户主姓名、电话、住哪个村、家里几口人、房子的尺寸和照片、去年烧的煤和花的钱。",
         sensitive, "*孩子*：不满十四岁的只记人数。",
         "*给谁看*：乡镇和县住建部门办这件事的人。公示只有：姓（名字遮住）、村、类别、等级、项目。",
         "*放在哪*：存在镇里的电脑上，用优盘交到县里，不上网。放多久见下表。",
         "*您可以*：查自己的、改错的、要一份复印件、不同意了就撤回。撤回以前办成的事不变。",
         "*不同意也行*：不同意记敏感的，照样可以算、可以出图，只是补助可能办不了。"});
    paper.table({{118.0, "分开问您"}, {56.0, "请打钩", drawing::Anchor::Middle}},
                {{{"记一般的情况，用来测算和申请", yes_no}},
                 {{"记身份证号、银行卡号，低保、残疾等情况，只为申请补助", yes_no}},
                 {{"拍房子的照片（拍不到人脸）", yes_no}}},
                clause_pt);
    kept_how_long(paper);
    paper.to_write("找谁问、找谁改（单位和电话）");
    paper.signatures({"户主（签字或按手印）", "技术员", "日期"}, 24.0);
    return paper.finish();
}

}  // namespace longju::sheet
