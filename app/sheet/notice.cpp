// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "sheet/notice.h"

#include <deque>

#include "core/date.h"
#include "sheet/notice_pages.h"

namespace longju::sheet {

Sheet notice(const NoticeInputs& in) {
    const NoticeFacts facts = notice_facts(in);
    Sheet sheet;
    sheet.title = facts.title;
    sheet.subject = in.record_code;
    sheet.date = iso(in.inputs.date);
    std::deque<Page> pages(1);  // Pens hold on to the page they write on.
    const double y = draw_first_page(pages.front(), in, facts);
    constexpr double bottom = footer_rule_mm - 2.0;
    const bool fits = y + least_subsidies_mm(facts) <= bottom;
    if (fits) {
        Pen pen(pages.front());
        draw_subsidies(pen, facts, y, bottom);
    }
    draw_further_pages(pages, in, facts, !fits);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        draw_footer(pages[i], facts, i + 1, pages.size());
    }
    sheet.pages.assign(pages.begin(), pages.end());
    return sheet;
}

}  // namespace longju::sheet
