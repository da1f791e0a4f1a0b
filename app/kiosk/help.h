// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <vector>

#include "core/help_text.h"
#include "kiosk/state.h"

/// Which chapter of the help is about what is on the screen.
namespace longju::kiosk {

/// Read once, in either language.
const std::vector<HelpChapter>& help_in(Language language);

/// The id of the chapter about a screen.
std::string help_of(ScreenId screen);
/// Of the dialog that is shown or lies under the help, else of the screen.
std::string help_here(const AppState& state);
/// The one that is read: asked for by id, else the one about where the person is.
const HelpChapter& help_shown(const AppState& state);

}  // namespace longju::kiosk
