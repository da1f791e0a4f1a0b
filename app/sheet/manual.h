// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <span>
#include <string>

#include "core/help_text.h"
#include "sheet/page.h"

/// The help of the screens as a booklet on A4: a title, what is where, the chapters.
namespace longju::sheet {

/// Of the chapters in the program. `date` is the day it is made, ISO.
Sheet manual(Language language, const std::string& date);
Sheet manual_of(std::span<const HelpChapter> chapters, Language language, const std::string& date);

}  // namespace longju::sheet
