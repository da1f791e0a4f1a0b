// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <utility>

#include "kiosk/ui.h"

/// Small steps that screens share: changing one field of the inputs, choosing the language of data.
namespace longju::kiosk {

/// Emits an `Edit` with a copy of the inputs that `change` was applied to.
template <class Change>
void emit_edit(Ui& ui, const AppState& state, std::string field, Phrase what, Change change) {
    Inputs after = state.open->inputs();
    change(after);
    ui.emit(Edit{std::move(field), std::move(what), std::move(after)});
}

/// The same for the days, ticks and photos of the case.
template <class Change>
void emit_procedure(Ui& ui, const AppState& state, Change change) {
    visit::Procedure procedure = state.open->visit.procedure;
    change(procedure);
    ui.emit(SetProcedure{std::move(procedure)});
}

template <class Change>
void emit_view(Ui& ui, const AppState& state, Change change) {
    View view = state.view;
    change(view);
    ui.emit(SetView{std::move(view)});
}

inline bool chinese(const AppState& state) { return state.settings.language == Language::Chinese; }

/// The name of a data row in the language of the screen.
template <class Row>
const std::string& name_in(const AppState& state, const Row& row) {
    return chinese(state) || row.name_en.empty() ? row.name_zh : row.name_en;
}

inline Phrase phrase(std::string key) { return {std::move(key), {}, {}}; }
inline Phrase phrase(std::string key, const std::string& same) {
    return {std::move(key), same, same};
}
template <class Row>
Phrase phrase_of(std::string key, const Row& row) {
    return {std::move(key), row.name_zh, row.name_en.empty() ? row.name_zh : row.name_en};
}

inline const Inputs& inputs_of(const AppState& state) { return state.open->inputs(); }

}  // namespace longju::kiosk
