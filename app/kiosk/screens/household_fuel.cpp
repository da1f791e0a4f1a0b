// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/screens/household_fuel.h"

#include <algorithm>

#include "core/text.h"
#include "kiosk/edits.h"

namespace longju::kiosk {
namespace {

using house::FuelBought;

constexpr float bill_height = 82;
constexpr float add_height = 52;
constexpr double most_bought = 1e6;  // Of whatever unit: a winter's electricity is 1e4 kWh.

void draw_amount(Ui& ui, const AppState& state, const Rect& rect, std::size_t index,
                 const energy::Fuel& fuel) {
    const FuelBought& bought = inputs_of(state).household.bought[index];
    const std::string value = bought.amount > 0 ? exact(bought.amount) : std::string();
    const auto typed = field(ui, "household.bought." + fuel.id + ".amount", rect,
                             {.label = ui.word("household.bought.amount"),
                              .value = value,
                              .unit = chinese(state) ? fuel.unit_zh : fuel.unit_en,
                              .state = bought.amount > 0 ? FieldState::Rest : FieldState::Missing,
                              .number = true});
    if (!typed) return;
    const double amount = number_from(*typed).value_or(0);
    if (amount < 0 || amount > most_bought) return;
    emit_edit(ui, state, "household.bought.amount." + fuel.id,
              phrase_of("edit.bought.amount", fuel),
              [&](Inputs& inputs) { inputs.household.bought[index].amount = amount; });
}

void draw_paid(Ui& ui, const AppState& state, const Rect& rect, std::size_t index,
               const energy::Fuel& fuel) {
    const FuelBought& bought = inputs_of(state).household.bought[index];
    const std::string value = bought.paid ? exact(bought.paid->in_yuan()) : std::string();
    const auto typed = field(ui, "household.bought." + fuel.id + ".paid", rect,
                             {.label = ui.word("household.bought.paid"),
                              .value = value,
                              .unit = ui.word("unit.yuan"),
                              .empty = ui.word("household.bought.unknown"),
                              .number = true});
    if (!typed) return;
    const auto yuan = number_from(*typed);
    if (yuan && (*yuan < 0 || *yuan > 1e7)) return;
    emit_edit(ui, state, "household.bought.paid." + fuel.id, phrase_of("edit.bought.paid", fuel),
              [&](Inputs& inputs) {
                  auto& paid = inputs.household.bought[index].paid;
                  paid.reset();
                  if (yuan) paid = Money::yuan(1).multiply_rounded(*yuan);
              });
}

void draw_bought(Ui& ui, const AppState& state, Rect row, std::size_t index) {
    const FuelBought& bought = inputs_of(state).household.bought[index];
    const energy::Fuel* fuel = state.reference->energy.find_fuel(bought.fuel_id);
    if (fuel == nullptr) return;
    const Rect name = row.cut_left(row.w * 0.24F, 10);
    ui.text({name.x, name.y + 18, name.w, 64}, name_in(state, *fuel), type::body_bold, Role::Soil);
    const Rect cross = row.cut_right(44, 8);
    if (button(ui, "household.bought." + fuel->id + ".remove", {cross.x, cross.y + 30, 44, 44}, "",
               {.kind = ButtonKind::Quiet, .icon = "cross"})) {
        emit_edit(ui, state, {}, phrase_of("edit.bought.remove", *fuel), [&](Inputs& inputs) {
            auto& list = inputs.household.bought;
            list.erase(list.begin() + static_cast<std::ptrdiff_t>(index));
        });
    }
    const Rect amount = row.cut_left(row.w / 2 - 6, 12);
    draw_amount(ui, state, amount, index, *fuel);
    draw_paid(ui, state, row, index, *fuel);
}

std::vector<const energy::Fuel*> not_bought(const AppState& state) {
    std::vector<const energy::Fuel*> fuels;
    const auto& bought = inputs_of(state).household.bought;
    for (const energy::Fuel& fuel : state.reference->energy.fuels) {
        if (std::ranges::find(bought, fuel.id, &FuelBought::fuel_id) == bought.end()) {
            fuels.push_back(&fuel);
        }
    }
    return fuels;
}

int add_columns(float width) { return std::max(1, static_cast<int>((width - 36) / 168)); }

}  // namespace

float fuel_height(const AppState& state, float width) {
    const auto rows = static_cast<float>(inputs_of(state).household.bought.size());
    const int columns = add_columns(width);
    const int left = static_cast<int>(not_bought(state).size());
    const int lines = (left + columns - 1) / columns;
    return 28 + 34 + rows * bill_height + 30 + static_cast<float>(lines) * (add_height + 8);
}

void draw_fuel_card(Ui& ui, const AppState& state, const Rect& area) {
    card(ui, area);
    Rect rest = area.inset(18, 14);
    ui.text(rest.cut_top(30, 4), ui.word("household.bought"), type::lead, Role::Soil);
    for (std::size_t i = 0; i < inputs_of(state).household.bought.size(); ++i) {
        draw_bought(ui, state, rest.cut_top(bill_height), i);
    }
    ui.text(rest.cut_top(24, 6), ui.word("household.bought.add"), type::label, Role::Soil2);
    const int columns = add_columns(area.w);
    Rect row;
    int index = 0;
    for (const energy::Fuel* fuel : not_bought(state)) {
        if (index % columns == 0) row = rest.cut_top(add_height, 8);
        const Rect cell = column(row, index % columns, columns, 8);
        ++index;
        if (!button(ui, "household.bought.add." + fuel->id, cell, name_in(state, *fuel),
                    {.icon = "plus"})) {
            continue;
        }
        emit_edit(ui, state, {}, phrase_of("edit.bought.add", *fuel), [&](Inputs& inputs) {
            inputs.household.bought.push_back({.fuel_id = fuel->id, .amount = 0, .paid = {}});
        });
    }
}

}  // namespace longju::kiosk
