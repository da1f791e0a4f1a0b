// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/data_reduce.h"

#include <algorithm>

namespace longju::kiosk {

bool has_older_data(const AppState& state) {
    return state.open && state.data.newest != nullptr && state.reference != state.data.newest;
}

bool answers_alike(const Inputs& a, const Inputs& b) {
    Inputs named = a;
    named.household.head = b.household.head;
    named.household.phone = b.household.phone;
    named.household.id_number = b.household.id_number;
    named.household.bank_card = b.household.bank_card;
    return named == b;
}

void keep_new_prices(const AppState& state, std::vector<Effect>& effects) {
    const auto& before = state.prices_before;
    const auto& after = state.open->inputs().prices;
    for (const cost::LocalPrice& price : after) {
        if (std::ranges::find(before, price) != before.end()) continue;
        effects.emplace_back(KeepPrice{price.id, price});
    }
    for (const cost::LocalPrice& price : before) {
        if (std::ranges::find(after, price.id, &cost::LocalPrice::id) != after.end()) continue;
        effects.emplace_back(KeepPrice{price.id, {}});
    }
}

void begin_clause(AppState& state, const std::string& general_id) {
    if (!state.open) return;
    const std::string& division = state.open->inputs().place.division_code;
    subsidy::CountyClause& clause = state.view.clause;
    if (clause.general_id == general_id && clause.division_code == division) return;
    clause = {.general_id = general_id,
              .division_code = division,
              .doc_title = {},
              .doc_no = {},
              .from = state.today.substr(0, 4) + "-01-01",
              .to = state.today.substr(0, 4) + "-12-31"};
}

void reduce_data(AppState&, std::vector<Effect>& effects, const AskPacks& action) {
    effects.emplace_back(WorkAtPacks{action.work});
}

void reduce_data(AppState& state, std::vector<Effect>&, const DataKnown& action) {
    state.data = action.panel;
    // A visit that is open keeps its data; new ones begin with these.
    if (!state.open && state.data.newest != nullptr) state.reference = state.data.newest;
    if (!action.said) return;
    state.toast = Toast{*action.said, false, true, state.now_s};
    state.view.pack_slot.clear();
    state.view.pack_reason.clear();
}

void reduce_data(AppState& state, std::vector<Effect>&, const RepriceShown& action) {
    if (state.open && state.open->inputs() == action.panel.inputs) state.reprice = action.panel;
}

void reduce_data(AppState& state, std::vector<Effect>& effects, const UseNewData&) {
    state.dialog.reset();
    state.reprice.reset();
    if (has_older_data(state)) effects.emplace_back(TurnToNewest{});
}

void reduce_data(AppState& state, std::vector<Effect>& effects, const DataTurned& action) {
    if (!state.open) return;
    state.reference = action.newest;
    state.open->stale = true;
    state.open->compared.clear();
    state.advice.reset();
    state.advice_for.reset();
    state.open->unsaved = true;
    effects.emplace_back(BeginAdvice{});
    effects.emplace_back(MakeEstimate{state.open->inputs()});
    effects.emplace_back(SaveVisit{state.open->visit});
    state.open->unsaved = false;
    state.toast = Toast{{"toast.repriced", {}, {}}, false, true, state.now_s};
}

}  // namespace longju::kiosk
