// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <vector>

#include "kiosk/effects.h"

/// The part of `reduce` that is about photos.
namespace longju::kiosk {

/// As a dialog opens: what dropped photos belong to, and none of them large.
void begin_photos(AppState& state);
/// False when nobody said what dropped photos show.
bool queue_photos(AppState& state, const std::vector<std::string>& files);
/// All that wait, at once: the program ends.
void take_all_photos(AppState& state, std::vector<Effect>& effects);

void reduce_photos(AppState& state, std::vector<Effect>& effects, const TakeNextPhoto& action);
void reduce_photos(AppState& state, std::vector<Effect>& effects, const PhotoKept& action);

}  // namespace longju::kiosk
