// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "kiosk/edits.h"
#include "kiosk/layout.h"
#include "kiosk/reduce.h"
#include "kiosk/widgets.h"

/// 查勘: what stands there, topic by topic.
namespace longju::kiosk {

void draw_survey(Ui& ui, const AppState& state, const Layout& layout, const Rect& area);
void draw_designs(Ui& ui, const AppState& state, const Layout& layout, const Rect& area);

/// Cards of one element: walls, ceilings, floors. Answers the height used.
float draw_assembly_cards(Ui& ui, const AppState& state, const Rect& area, house::Element element);
float draw_window_cards(Ui& ui, const AppState& state, const Rect& area);
float draw_door_cards(Ui& ui, const AppState& state, const Rect& area);
float draw_heater_cards(Ui& ui, const AppState& state, const Rect& area);

/// Emits an edit of the survey: the house is drawn anew from it and the field counts as seen. The
/// first edit puts a usual house in the place of a design.
template <class Change>
void emit_survey(Ui& ui, const AppState& state, const std::string& field, Phrase what,
                 Change change) {
    emit_edit(ui, state, field, std::move(what), [&](Inputs& inputs) {
        if (!inputs.house.survey) {
            inputs.house = fresh_survey(*state.reference);
            inputs.scheme = {};
        }
        house::Survey survey = *inputs.house.survey;
        change(survey);
        inputs.house =
            house::with_survey(std::move(inputs.house), survey, state.reference->library);
        inputs.house.origins[field] = house::Origin::Measured;
    });
}

inline bool is_estimated(const AppState& state, const std::string& field) {
    const auto& origins = inputs_of(state).house.origins;
    const auto found = origins.find(field);
    return found != origins.end() && found->second == house::Origin::Estimated;
}

/// Topic after `topic`, or nothing after the last.
std::optional<SurveyTopic> next_topic(SurveyTopic topic);
std::string topic_key(SurveyTopic topic);

}  // namespace longju::kiosk
