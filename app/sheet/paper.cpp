// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "sheet/paper.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/date.h"
#include "sheet/paper_writer.h"

namespace longju::sheet {

namespace {

struct Entry {
    Paper paper;
    char letter;
    const char* title;
};
constexpr std::array entries = {
    Entry{Paper::Notice, 'A', "农房改造方案告知单"},
    Entry{Paper::Drawing, 'B', "设计施工图"},
    Entry{Paper::Quantities, 'C', "工程量与材料清单"},
    Entry{Paper::Subsidies, 'D', "补助资格初判与材料清单"},
    Entry{Paper::Risks, 'E', "光伏和贷款风险告知书"},
    Entry{Paper::Privacy, 'F', "个人信息处理告知与同意书"},
    Entry{Paper::Inspection, 'G', "施工检查与验收表"},
    Entry{Paper::Posting, 'H', "农房改造公示表"},
    Entry{Paper::Leaflets, 'J', "农房绿色低碳宣传单"},
    Entry{Paper::Demonstration, 'K', "示范农房情况表"},
    Entry{Paper::Yard, 'L', "院子布置图"},
    Entry{Paper::Basis, 'M', "测算依据"},
    Entry{Paper::Photos, 'N', "现场照片"},
};

constexpr char last_of_the_set = 'H';

const Entry& entry_of(Paper paper) { return *std::ranges::find(entries, paper, &Entry::paper); }

std::vector<Page> pages_of(Paper paper, const NoticeInputs& in, const NoticeFacts& facts) {
    switch (paper) {
        case Paper::Notice:
            return notice(in).pages;
        case Paper::Drawing:
            return drawing_pages(in, facts);
        case Paper::Quantities:
            return quantities_pages(in, facts);
        case Paper::Subsidies:
            return subsidies_pages(in, facts);
        case Paper::Risks:
            return risks_pages(in, facts);
        case Paper::Privacy:
            return privacy_pages(in, facts);
        case Paper::Inspection:
            return inspection_pages(in, facts);
        case Paper::Posting:
            return posting_pages(in, facts);
        case Paper::Leaflets:
            return leaflet_pages(in, facts);
        case Paper::Demonstration:
            return demonstration_pages(in, facts);
        case Paper::Yard:
            return yard_pages(in, facts);
        case Paper::Basis:
            return basis_pages(in, facts);
        case Paper::Photos:
            return photo_pages(in, facts);
    }
    return {};
}

}  // namespace

char letter_of(Paper paper) { return entry_of(paper).letter; }

std::optional<Paper> paper_of(char letter) {
    const auto* const found = std::ranges::find(entries, letter, &Entry::letter);
    if (found == entries.end()) return std::nullopt;
    return found->paper;
}

const char* title_of(Paper paper) { return entry_of(paper).title; }

std::vector<Paper> papers_for(const estimate::Estimate& estimate, std::size_t photos) {
    const bool builds = !estimate.quote.lines.empty();
    std::vector<Paper> needed;
    for (const Entry& entry : entries) {
        if (entry.letter > last_of_the_set) continue;
        if (entry.paper == Paper::Risks && !estimate.pv) continue;
        const bool for_builders =
            entry.paper == Paper::Quantities || entry.paper == Paper::Inspection;
        if (for_builders && !builds) continue;
        const bool to_draw = builds || !estimate.after_house.existing;
        if (entry.paper == Paper::Drawing && !to_draw) continue;
        needed.push_back(entry.paper);
    }
    if (photos > 0) needed.push_back(Paper::Photos);
    return needed;
}

std::vector<Paper> extra_papers() {
    std::vector<Paper> extras;
    for (const Entry& entry : entries) {
        const bool extra = entry.letter > last_of_the_set && entry.paper != Paper::Photos;
        if (extra) extras.push_back(entry.paper);
    }
    return extras;
}

Sheet papers(std::span<const Paper> wanted, const NoticeInputs& in) {
    const NoticeFacts facts = notice_facts(in);
    const bool one = wanted.size() == 1 && wanted.front() != Paper::Notice;
    Sheet sheet{.title = one ? title_of(wanted.front()) : facts.title,
                .subject = in.record_code,
                .date = iso(in.inputs.date)};
    for (const Paper paper : wanted) {
        int number = 0;
        for (Page& page : pages_of(paper, in, facts)) {
            page.name = fmt::format("{}{}", letter_of(paper), ++number);
            if (number == 1)
                page.title = fmt::format("{} {}", letter_of(paper),
                                         paper == Paper::Notice ? facts.title : title_of(paper));
            sheet.pages.push_back(std::move(page));
        }
    }
    return sheet;
}

}  // namespace longju::sheet
