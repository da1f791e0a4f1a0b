// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/app.h"

#include <imgui.h>

#include <algorithm>

#include "kiosk/frame.h"
#include "kiosk/screens/screens.h"

namespace longju::kiosk {
namespace {

constexpr double idle_tick_s = 20;  // The clock on 首页 shows minutes.

void draw_screen(Ui& ui, const AppState& state, const Layout& layout) {
    switch (state.screen) {
        case ScreenId::Home:
            return draw_home(ui, state, layout);
        case ScreenId::Household:
            return draw_household(ui, state, layout);
        case ScreenId::House:
            return draw_house(ui, state, layout);
        case ScreenId::Configure:
            return draw_configure(ui, state, layout);
        case ScreenId::Result:
            return draw_result(ui, state, layout);
        case ScreenId::Sheets:
            return draw_sheets(ui, state, layout);
    }
}

}  // namespace

App::App(const estimate::Reference& reference, Services& services, Settings settings)
    : services_(&services),
      icons_(Icons::embedded_ones()),
      theme_(Theme::embedded_for(settings.look)),
      strings_(Strings::embedded_for(settings.language)),
      strings_language_(settings.language) {
    state_.reference = &reference;
    state_.settings = settings;
    dispatch(services.now());
    for (Action& action : run(ListVisits{}, services)) dispatch(std::move(action));
}

float App::scale(const Window& window) const {
    const float wanted = window.display_scale * static_cast<float>(state_.settings.size);
    return std::clamp(wanted, 0.75F, 4.0F);
}

double App::wake_at_s() const {
    if (pictures_.waiting()) return state_.now_s + 0.03;
    if (state_.advice && !state_.advice->made) return state_.now_s + 0.1;
    if (state_.toast) return state_.now_s + 0.5;
    if (state_.open && state_.open->unsaved) return state_.now_s + 0.5;
    return state_.now_s + idle_tick_s;
}

void App::dispatch(Action action) {
    std::deque<Action> waiting{std::move(action)};
    while (!waiting.empty()) {
        Reduced reduced = reduce(std::move(state_), waiting.front());
        waiting.pop_front();
        state_ = std::move(reduced.state);
        for (const Effect& effect : reduced.effects) {
            for (Action& answer : run(effect, *services_)) waiting.push_back(std::move(answer));
        }
    }
}

void App::frame(const Fonts& fonts, const Window& window, const Input& input) {
    dispatch(services_->now());
    if (state_.advice && !state_.advice->made && !state_.advice->failed) {
        if (auto panel = services_->advice()) dispatch(AdviceAt{std::move(*panel)});
    }
    if (theme_.look() != state_.settings.look) theme_ = Theme::embedded_for(state_.settings.look);
    if (strings_language_ != state_.settings.language) {
        strings_language_ = state_.settings.language;
        strings_ = Strings::embedded_for(strings_language_);
    }
    pictures_.begin_frame();
    if (state_.screen == ScreenId::Sheets && !paper_tried_) {
        paper_tried_ = true;
        if (auto paper = sheet::FontSet::load()) paper_ = std::move(*paper);
    }

    const float factor = scale(window);
    Painter painter(theme_, icons_, fonts, factor);
    painter.draw_on(*ImGui::GetBackgroundDrawList());
    const Rect screen{0, 0, static_cast<float>(window.width) / factor,
                      static_cast<float>(window.height) / factor};
    Ui ui({.painter = painter,
           .strings = strings_,
           .pictures = pictures_,
           .memory = memory_,
           .draft = state_.draft,
           .input = input,
           .screen = screen,
           .top_layer = state_.dialog ? 1 : 0,
           .paper = paper_ ? &*paper_ : nullptr});
    if (!state_.dialog) {
        if (input.pressed(Key::Undo)) ui.emit(Undo{});
        if (input.pressed(Key::Redo)) ui.emit(Redo{});
    } else if (input.pressed(Key::Escape) && state_.draft.id.empty()) {
        ui.emit(CloseDialog{});
    }
    const Layout layout = layout_for(screen);
    draw_ground(ui);
    draw_screen(ui, state_, layout);
    draw_rail(ui, state_, layout);
    draw_top_bar(ui, state_, layout);
    draw_toast(ui, state_, layout);
    if (state_.dialog) {
        ui.begin_layer();
        draw_dialog(ui, state_, layout);
        ui.end_layer();
    }
    ui.finish();
    records_ = ui.records();
    changed_ = !ui.actions().empty();
    for (Action& action : ui.actions()) dispatch(std::move(action));
}

}  // namespace longju::kiosk
