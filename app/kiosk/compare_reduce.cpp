// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/compare_reduce.h"

#include <utility>

namespace longju::kiosk {
namespace {

void ask_estimates(const OpenVisit& open, std::vector<Effect>& effects) {
    CompareSchemes wanted{.inputs = open.inputs(), .schemes = {}};
    for (const auto& [letter, scheme] : open.visit.alternatives.others) {
        if (letter == open.visit.alternatives.letter) continue;
        const auto known = open.compared.find(letter);
        if (known != open.compared.end() && known->second.scheme == scheme) continue;
        wanted.schemes[letter] = scheme;
    }
    if (!wanted.schemes.empty()) effects.emplace_back(std::move(wanted));
}

}  // namespace

void ask_comparison(AppState& state, std::vector<Effect>& effects) {
    if (!state.open || state.screen != ScreenId::Compare) return;
    ask_estimates(*state.open, effects);
    const Inputs& inputs = state.open->inputs();
    const Money own_money = Money::yuan(state.view.purse_yuan);
    const bool same_purse = state.advice && state.advice->own_money == own_money;
    if (same_purse && state.advice_for == inputs) return;
    Inputs same_scheme = inputs;
    if (state.advice_for) same_scheme.scheme = state.advice_for->scheme;
    AdvicePanel panel{.own_money = own_money};
    if (same_purse && state.advice_for == same_scheme) panel.made = state.advice->made;
    panel.renewing = panel.made.has_value();
    if (!panel.made) state.view.front_step = -1;  // Of a front that is no more.
    state.advice = std::move(panel);
    state.advice_for = inputs;
    effects.emplace_back(BeginAdvice{inputs, own_money});
}

void enter_screen(AppState& state, std::vector<Effect>& effects) {
    ask_comparison(state, effects);
    if (state.screen == ScreenId::HandOver) effects.emplace_back(WorkAtDesk{});
}

void end_advice(AppState& state, std::vector<Effect>& effects) {
    if (!state.advice) return;
    state.advice.reset();
    state.advice_for.reset();
    effects.emplace_back(BeginAdvice{});
}

void reduce_comparison(AppState& state, const AdviceAt& action) {
    if (!state.advice) return;
    AdvicePanel panel = action.panel;
    // What cannot be computed cannot be with any money.
    if (panel.failed) panel.own_money = state.advice->own_money;
    if (panel.own_money != state.advice->own_money) return;
    panel.renewing = !panel.made && !panel.failed && state.advice->made;
    if (panel.renewing) panel.made = std::move(state.advice->made);
    state.advice = std::move(panel);
}

void reduce_comparison(AppState& state, const ComparisonMade& action) {
    if (!state.open || state.open->inputs() != action.inputs) return;
    for (const auto& [letter, compared] : action.compared) state.open->compared[letter] = compared;
}

}  // namespace longju::kiosk
