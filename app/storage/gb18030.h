// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>

#include "core/result.h"

namespace longju::storage {

/// A text in GB 18030 (GBK and GB 2312 are part of it) as UTF-8. BadInput when it is none, Missing
/// when the system does not know the encoding.
Result<std::string> utf8_from_gb18030(std::string_view text);

/// UTF-8 text as GB18030, for the spreadsheet programs of offices; a mark of UTF-8 at the beginning
/// is left out. Every character of Unicode has its bytes there, so nothing is lost; what the system
/// cannot convert is an error, never a question mark.
Result<std::string> gb18030_from_utf8(std::string_view text);

}  // namespace longju::storage
