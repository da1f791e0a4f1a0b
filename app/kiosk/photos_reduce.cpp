// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/photos_reduce.h"

#include <algorithm>

#include "kiosk/records_reduce.h"

namespace longju::kiosk {

void begin_photos(AppState& state) {
    const bool of_house = state.dialog->kind == Dialog::Kind::Photos;
    state.view.photo_paper = of_house ? std::string(visit::house_photos) : std::string();
    state.view.photo_path.clear();
    state.view.photo = -1;
    state.view.photo_goes = false;
}

bool queue_photos(AppState& state, const std::vector<std::string>& files) {
    const bool waits = state.open && state.dialog && !state.view.photo_paper.empty() &&
                       (state.dialog->kind == Dialog::Kind::Procedure ||
                        state.dialog->kind == Dialog::Kind::Photos);
    if (!waits) return false;
    for (const std::string& file : files) {
        state.photos_to_take.push_back({state.open->visit.id, state.view.photo_paper, file});
    }
    return true;
}

void take_all_photos(AppState& state, std::vector<Effect>& effects) {
    for (const PhotoToTake& photo : state.photos_to_take) {
        effects.emplace_back(KeepPhoto{photo.visit_id, photo.paper, photo.file});
    }
    state.photos_to_take.clear();
}

void reduce_photos(AppState& state, std::vector<Effect>& effects, const TakeNextPhoto&) {
    if (state.photos_to_take.empty()) return;
    const PhotoToTake next = state.photos_to_take.front();
    state.photos_to_take.erase(state.photos_to_take.begin());
    effects.emplace_back(KeepPhoto{next.visit_id, next.paper, next.file});
}

void reduce_photos(AppState& state, std::vector<Effect>& effects, const PhotoKept& action) {
    if (!state.open || state.open->visit.id != action.visit_id) return;
    auto& photos = state.open->visit.procedure.photos;
    const bool known = std::ranges::any_of(photos, [&](const visit::Photo& photo) {
        return photo.paper == action.photo.paper && photo.sha256 == action.photo.sha256;
    });
    if (known) return;
    photos.push_back(action.photo);
    state.open->unsaved = true;
    save_open(state, effects);
}

}  // namespace longju::kiosk
