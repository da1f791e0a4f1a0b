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
// While locked or at work the field being typed is left alone.
const Draft no_draft;

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
        case ScreenId::Compare:
            return draw_compare(ui, state, layout);
        case ScreenId::Result:
            return draw_result(ui, state, layout);
        case ScreenId::Subsidy:
            return draw_subsidy(ui, state, layout);
        case ScreenId::Sheets:
            return draw_sheets(ui, state, layout);
        case ScreenId::HandOver:
            return draw_handover(ui, state, layout);
    }
}

void draw_all(Ui& ui, const AppState& state, Layout layout) {
    if (!state.dialog) {
        if (ui.input().pressed(Key::Undo)) ui.emit(Undo{});
        if (ui.input().pressed(Key::Redo)) ui.emit(Redo{});
    } else if (ui.input().pressed(Key::Escape) && state.draft.id.empty()) {
        ui.emit(CloseDialog{});
    }
    const bool helped = state.dialog && state.dialog->kind == Dialog::Kind::Help;
    if (!helped && ui.input().pressed(Key::Help)) ui.emit(ShowDialog{{Dialog::Kind::Help, {}}});
    layout.body.cut_top(draw_practice(ui, state, layout));
    layout.body.cut_top(draw_notices(ui, state, layout.body));
    layout.body.cut_bottom(draw_tour(ui, state, layout));
    draw_screen(ui, state, layout);
    draw_rail(ui, state, layout);
    draw_top_bar(ui, state, layout);
    if (!state.dialog) return draw_toast(ui, state, layout);
    ui.begin_layer();
    draw_dialog(ui, state, layout);
    draw_toast(ui, state, layout);
    ui.end_layer();
}

/// Over the dialog or the screen; work that goes on is over both, and all of it answers before
/// anything else does.
int top_layer(const AppState& state) {
    if (state.work) return work_layer;
    return state.dialog && !state.locked ? 1 : 0;
}

}  // namespace

App::App(const estimate::Reference& reference, Services& services, Settings settings)
    : services_(&services),
      icons_(Icons::embedded_ones()),
      theme_(Theme::embedded_for(settings.look)),
      strings_(Strings::embedded_for(settings.language)),
      strings_language_(settings.language),
      photos_(services.photo_reader()),
      queue_(services) {
    state_.reference = &reference;
    state_.settings = settings;
    dispatch(services.now());
    queue_.ask(ListUsers{});
    queue_.ask(ListVisits{});
    queue_.ask(WorkAtPacks{});
    for (Action& action : queue_.go_on()) dispatch(std::move(action));
}

float App::scale(const Window& window) const {
    const Settings& settings = state_.settings;
    const double size = settings.glove ? std::max(settings.size, glove_size) : settings.size;
    const float wanted = window.display_scale * static_cast<float>(size);
    return std::clamp(wanted, 0.75F, 4.0F);
}

double App::wake_at_s() const {
    if (memory_.roll.rolls() || memory_.numbers.moves(state_.now_s)) return state_.now_s;
    if (!queue_.busy() && !state_.photos_to_take.empty()) return state_.now_s;
    if (queue_.busy() || pictures_.waiting()) return state_.now_s + 0.03;
    if (services_->looking_after_store()) return state_.now_s + 0.02;
    if (advice_runs()) return state_.now_s + 0.1;
    if (state_.toast) return state_.now_s + 0.5;
    if (state_.locked && state_.sign_in.wait_until_s > state_.now_s) return state_.now_s + 0.5;
    if (state_.open && state_.open->unsaved) return state_.now_s + 0.5;
    return state_.now_s + idle_tick_s;
}

void App::dispatch(Action action) {
    std::deque<Action> waiting{std::move(action)};
    while (!waiting.empty()) {
        Reduced reduced = reduce(std::move(state_), waiting.front());
        waiting.pop_front();
        state_ = std::move(reduced.state);
        for (Effect& effect : reduced.effects) queue_.ask(std::move(effect));
        if (state_.work && state_.work->stopping) queue_.stop();
        for (Action& answer : queue_.go_on()) waiting.push_back(std::move(answer));
        // That something goes on is known before anything else happens; that it ended, after all
        // that it answered.
        if (work_is_noted()) continue;
        if (queue_.busy()) {
            waiting.emplace_front(WorkNoted{queue_.work()});
        } else if (waiting.empty()) {
            waiting.emplace_back(WorkNoted{});
        }
    }
}

bool App::work_is_noted() const {
    const auto work = queue_.work();
    if (work.has_value() != state_.work.has_value()) return false;
    return !work || work->number == state_.work->number;
}

bool App::advice_runs() const {
    const auto& advice = state_.advice;
    return advice && !advice->failed && (!advice->made || advice->renewing);
}

void App::finish_work() {
    while (queue_.busy()) {
        for (Action& answer : queue_.finish()) dispatch(std::move(answer));
    }
    if (!work_is_noted()) dispatch(WorkNoted{});
}

void App::draw(Ui& ui, const Layout& layout) {
    draw_ground(ui);
    if (state_.locked) {
        draw_lock(ui, state_, layout);
    } else {
        draw_all(ui, state_, layout);
    }
    const bool long_work = state_.work && state_.now_s - state_.work->since_s > work_shown_after_s;
    if (long_work) draw_work(ui, state_);
}

void App::frame(const Fonts& fonts, const Window& window, const Input& given) {
    dispatch(services_->now());
    // While photos are taken in nobody can leave the visit that they belong to.
    const bool taking = !state_.photos_to_take.empty();
    const Input input = taking ? Input{.pointer = given.pointer} : given;
    const bool moved = input.pointer != pointer_ || input.down || input.wheel != 0;
    if (moved || !input.keys.empty() || !input.text.empty()) dispatch(PersonActive{});
    pointer_ = input.pointer;
    if (queue_.busy()) {
        dispatch(WorkNoted{queue_.work()});
    } else {
        const StoreNotes notes = services_->look_after_store(state_.now_s);
        if (notes != state_.notes) dispatch(StoreNoted{notes});
    }
    if (advice_runs()) {
        if (auto panel = services_->advice()) dispatch(AdviceAt{std::move(*panel)});
    }
    if (theme_.look() != state_.settings.look) theme_ = Theme::embedded_for(state_.settings.look);
    if (strings_language_ != state_.settings.language) {
        strings_language_ = state_.settings.language;
        strings_ = Strings::embedded_for(strings_language_);
    }
    pictures_.begin_frame();
    const bool on_paper = state_.screen == ScreenId::Sheets || state_.screen == ScreenId::Configure;
    if (on_paper && !paper_tried_) {
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
           .draft = state_.locked || state_.work ? no_draft : state_.draft,
           .input = input,
           .screen = screen,
           .top_layer = top_layer(state_),
           .paper = paper_ ? &*paper_ : nullptr,
           .photos = photos_,
           .now_s = state_.now_s,
           .moving = moving_ && !state_.settings.still});
    draw(ui, layout_for(screen, state_.settings.glove));
    ui.finish();
    records_ = ui.records();
    changed_ = !ui.actions().empty();
    for (Action& action : ui.actions()) dispatch(std::move(action));
    if (taking) {
        dispatch(TakeNextPhoto{});
        changed_ = true;
    }
}

}  // namespace longju::kiosk
