// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>

#include "sheet/notice_facts.h"

/// What the QR code of papers A, C and D says, readable by any telephone without a network: the
/// record, the date, what it costs and saves, and a check code over all of it.
namespace longju::sheet {

/// 龙居 231222-26-b7f8bb6a-3 2026-11-20 花27600-51000元 省1700-2300元/年 校4K7Q. At most 84 bytes
/// of UTF-8, so that the code keeps 37 modules a side. Figures are rounded as on the paper; without
/// measures they are left out.
std::string record_mark(const NoticeInputs& in, const NoticeFacts& facts);

/// Whether the check code at the end of such a text is that of what stands before it.
bool record_mark_holds(std::string_view text);

}  // namespace longju::sheet
