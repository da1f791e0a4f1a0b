// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/house_view.h"

#include <algorithm>
#include <array>
#include <ranges>

#include "kiosk/edits.h"
#include "kiosk/house_drawing.h"
#include "kiosk/house_model.h"
#include "kiosk/house_sky.h"
#include "kiosk/widgets.h"

namespace longju::kiosk {
namespace {

using Draw = void (*)(Ui&, const AppState&, const house::House&, const Rect&);

struct Kind {
    HouseView view;
    std::string_view word;
    Draw small;
};
constexpr std::array<Kind, 3> kinds{{{HouseView::Model, "view.model", draw_small_model},
                                     {HouseView::Plan, "view.plan", draw_small_plan},
                                     {HouseView::Section, "view.section", draw_small_section}}};

void draw_ground_of(Ui& ui, const Rect& area, Role role) {
    ui.paint().fill(area.moved(0, 2), ui.colour(Role::Shade), 12);
    ui.paint().box(area, {ui.colour(role), ui.colour(Role::Birch2), 1, 12});
}

struct Layer {
    const char* id;
    std::string_view icon, word;
    bool View::*on;
};
constexpr std::array<Layer, 2> layers{
    {{"configure.heat", "heat", "view.heat", &View::heat},
     {"configure.compare", "wipe", "view.compare", &View::compare}}};

/// What the model shows, from the right: beside the choice of views where there is room.
void draw_layers(Ui& ui, const AppState& state, const Rect& rect, float left) {
    float width = 0;
    for (const Layer& layer : layers) {
        width += button_width(ui, ui.word(layer.word), {.icon = layer.icon}) + 14;
    }
    const bool beside = left + width + 12 <= rect.right();
    float x = rect.right() - 12;
    const float y = rect.y + (beside ? 12.0F : 66.0F);
    for (const Layer& layer : std::views::reverse(layers)) {
        const ButtonLook look{.icon = layer.icon, .on = state.view.*layer.on};
        const float wide = button_width(ui, ui.word(layer.word), look) + 6;
        x -= wide;
        if (button(ui, layer.id, {x, y, wide, 46}, ui.word(layer.word), look)) {
            emit_view(ui, state, [&](View& view) { view.*layer.on = !(view.*layer.on); });
        }
        x -= 8;
    }
}

std::vector<std::string> view_names(const Ui& ui) {
    std::vector<std::string> names;
    for (const Kind& kind : kinds) names.emplace_back(ui.word(kind.word));
    return names;
}

Rect choice_of_views(const Ui& ui, const Rect& view) {
    const float width = std::min(segmented_width(ui, view_names(ui)), view.w - 24);
    return {view.x + 12, view.y + 10, width, 50};
}

void draw_views(Ui& ui, const AppState& state, const Rect& choice) {
    const int selected = static_cast<int>(state.view.house_view);
    if (const auto chosen = segmented(ui, "configure.view", choice, view_names(ui), selected)) {
        emit_view(ui, state, [&](View& view) {
            view.house_view = kinds.at(static_cast<std::size_t>(*chosen)).view;
            view.opening = -1;
        });
    }
}

/// Beside the choice where there is room, else below it.
DrawingPlace place_of_drawing(const Rect& view, const Rect& choice) {
    constexpr float side_width = 236, least_beside = 400;
    const float side = std::max(choice.w, side_width);
    Rect rest = view.inset(12, 10);
    if (rest.w - side >= least_beside) {
        Rect column = rest.cut_left(side, 8);
        column.cut_top(choice.h, 10);
        return {view, rest, column};
    }
    rest.cut_top(choice.h, 6);
    const Rect below = rest.cut_bottom(std::min(rest.h * 0.3F, 120.0F), 6);
    return {view, rest, below};
}

void draw_main(Ui& ui, const AppState& state, const house::House& after, const Rect& area) {
    const bool model = state.view.house_view == HouseView::Model;
    draw_ground_of(ui, area, model ? Role::SkyLow : Role::Paper);
    const Rect view = area.inset(1);
    const Rect choice = choice_of_views(ui, view);
    switch (state.view.house_view) {
        case HouseView::Model:
            draw_house_model(ui, state, after, view);
            draw_layers(ui, state, view, choice.right() + 8);
            if (view.w > 420 && view.h > 280) draw_sky(ui, state, view);
            break;
        case HouseView::Plan:
            draw_house_plan(ui, state, after, place_of_drawing(view, choice));
            break;
        case HouseView::Section:
            draw_house_section(ui, state, after, place_of_drawing(view, choice));
            break;
    }
    draw_views(ui, state, choice);
}

/// The other two views below the large one; a press makes one of them large.
void draw_others(Ui& ui, const AppState& state, const house::House& after, const Rect& row) {
    int place = 0;
    for (const Kind& kind : kinds) {
        if (kind.view == state.view.house_view) continue;
        const Rect area = column(row, place++, 2, 16);
        const std::string id = "configure.small." + std::string(kind.word.substr(5));
        const Press press = ui.press(id, area, {.radius = 12});
        draw_ground_of(ui, area, kind.view == HouseView::Model ? Role::SkyLow : Role::Paper);
        kind.small(ui, state, after, area.inset(1));
        const Rect name{area.x + 12, area.y + 8, 120, 26};
        ui.text(name, ui.word(kind.word), type::note_bold, Role::Soil);
        if (press.clicked) {
            emit_view(ui, state, [&](View& view) {
                view.house_view = kind.view;
                view.opening = -1;
            });
        }
    }
}

}  // namespace

void draw_house_view(Ui& ui, const AppState& state, const Rect& area) {
    const house::House& before = inputs_of(state).house;
    if (!house::computable(house::check(before, state.reference->library))) {
        draw_ground_of(ui, area, Role::SkyLow);
        empty_state(ui, area.inset(21), ui.word("view.impossible"), ui.word("view.impossible.how"));
        return;
    }
    const house::House after = measure::apply(inputs_of(state).scheme, before,
                                              state.reference->measures, state.reference->library);
    constexpr float room_for_three_w = 1100, room_for_three_h = 720;
    Rect main = area;
    if (area.w >= room_for_three_w && area.h >= room_for_three_h) {
        draw_others(ui, state, after, main.cut_bottom(area.h * 0.36F, 16));
    }
    draw_main(ui, state, after, main);
}

}  // namespace longju::kiosk
