// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "kiosk/effects.h"

/// 练习, and the first visit step by step: one card on each screen says what to do and why, until
/// the person does it or goes on.
namespace longju::kiosk {

/// What a step waits for.
enum class Deed {
    Edit,      ///< A field or a measure is changed.
    Progress,  ///< 办理进度 is opened.
    Paper,     ///< The papers are saved, or the dialog of printing is opened.
    Desk,      ///< The sticks are looked at.
};

struct TourStep {
    ScreenId screen = ScreenId::Home;
    std::string_view key;  ///< Of the sentence what to do; `key`.why says why.
    Deed deed = Deed::Edit;
};

std::span<const TourStep> tour_steps();
/// Nobody has visited anybody yet, and whoever sits there may.
bool tour_offered(const AppState& state);

/// A visit was opened or begun: practice goes on with it or ends.
void settle_practice(AppState& state);
/// After every action: the tour goes on when the person did what its step says.
void follow_tour(AppState& state, std::vector<Effect>& effects, const Action& action);

/// The help over whatever is shown.
void open_help(AppState& state, const Dialog& dialog);
/// True when something lay under it, which is shown again as it was.
bool close_help(AppState& state);

void reduce_help(AppState& state, std::vector<Effect>& effects, const WriteManual& action);
void reduce_help(AppState& state, std::vector<Effect>& effects, const StartPractice& action);
void reduce_help(AppState& state, std::vector<Effect>& effects, const LeavePractice& action);
void reduce_help(AppState& state, std::vector<Effect>& effects, const StartTour& action);
void reduce_help(AppState& state, std::vector<Effect>& effects, const TourNext& action);
void reduce_help(AppState& state, std::vector<Effect>& effects, const EndTour& action);

}  // namespace longju::kiosk
