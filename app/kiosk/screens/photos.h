// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>

#include "kiosk/edits.h"
#include "kiosk/widgets.h"

/// Photos on screens: what dialogs share that show them.
namespace longju::kiosk {

/// What photos belong to, and how that is called.
struct PhotoPaper {
    std::string paper;
    std::string_view name;
};

int photos_of(const AppState& state, std::string_view paper);

/// How photos get here, then small pictures of those of a paper; from the top of `rows`, which is
/// what is left afterwards.
void draw_photos(Ui& ui, const AppState& state, const PhotoPaper& paper, Rect& rows);

/// The photo that is shown large; nothing when none is.
const visit::Photo* shown_photo(const AppState& state);
/// It with its caption, whether it is printed, and the way to take it off the visit.
void draw_photo(Ui& ui, const AppState& state, const Rect& area);
void close_photo(Ui& ui, const AppState& state);

}  // namespace longju::kiosk
