// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "sheet/notice.h"

#include "core/date.h"
#include "sheet/notice_pages.h"

namespace longju::sheet {

Sheet notice(const NoticeInputs& in) {
    const NoticeFacts facts = notice_facts(in);
    Sheet sheet;
    sheet.title = facts.title;
    sheet.subject = in.record_code;
    sheet.date = iso(in.inputs.date);
    sheet.pages.push_back(notice_page1(in, facts));
    sheet.pages.push_back(notice_page2(in, facts));
    return sheet;
}

}  // namespace longju::sheet
