// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/screens/measures.h"

#include <algorithm>

#include "kiosk/amounts.h"
#include "kiosk/edits.h"

namespace longju::kiosk {
namespace {

using measure::Choice;
using measure::Group;
using measure::Measure;
using measure::Option;

constexpr float head_height = 52;
constexpr float measure_height = 60;
constexpr float option_height = 92;

bool offered(const AppState& state, const Measure& measure) {
    return inputs_of(state).house.existing ? measure.for_existing : measure.for_new;
}

measure::Fit fit_of(const AppState& state, const Measure& measure, const Option& option) {
    return measure::fit(measure, option, inputs_of(state).house, state.reference->library);
}

void choose(Ui& ui, const AppState& state, const Measure& measure, const Option* option) {
    Phrase what = option == nullptr ? phrase_of("edit.measure.off", measure)
                                    : phrase_of("edit.measure", *option);
    emit_edit(ui, state, {}, std::move(what), [&](Inputs& inputs) {
        auto& choices = inputs.scheme.choices;
        std::erase_if(choices, [&](const Choice& c) { return c.measure_id == measure.id; });
        if (option != nullptr) choices.push_back({measure.id, option->id});
    });
}

const Option* first_fitting(const AppState& state, const Measure& measure) {
    for (const Option& option : measure.options) {
        if (fit_of(state, measure, option).fits) return &option;
    }
    return nullptr;
}

int option_columns(const Measure& measure, float width) {
    const int most = std::max(1, static_cast<int>((width - 24) / 118));
    return std::min(most, static_cast<int>(measure.options.size()));
}

float options_height(const Measure& measure, float width) {
    const int columns = option_columns(measure, width);
    const int rows = (static_cast<int>(measure.options.size()) + columns - 1) / columns;
    return static_cast<float>(rows) * (option_height + 8) + 6;
}

void draw_option(Ui& ui, const AppState& state, const Measure& measure, const Option& option,
                 const Rect& cell) {
    const Choice* choice = inputs_of(state).scheme.find(measure.id);
    const bool on = choice != nullptr && choice->option_id == option.id;
    const measure::Fit fit = fit_of(state, measure, option);
    const std::string id = "configure.option." + measure.id + "." + option.id;
    const Press press = ui.press(id, cell, {.enabled = fit.fits, .state = on ? "on" : ""});
    if (!fit.fits) {
        ui.paint().edge(cell, ui.colour(Role::Birch3), 1.5F, 10, Dash::Dashed);
    } else {
        if (!press.held) ui.paint().fill(cell.moved(0, 2), ui.colour(Role::Birch2), 10);
        ui.paint().box(press.held ? cell.moved(0, 2) : cell,
                       {ui.colour(on ? Role::CornSoft : Role::Paper),
                        ui.colour(on ? Role::Soil : Role::Birch3), on ? 2.5F : 1.5F, 10});
    }
    Rect inside = cell.inset(6, 5);
    const std::string& why = chinese(state) ? fit.why_zh : fit.why_en;
    const Rect note = fit.fits ? Rect{} : inside.cut_bottom(inside.h * 0.52F);
    ui.text(inside, name_in(state, option), on ? Type{17, Weight::Bold} : Type{17},
            fit.fits ? Role::Soil : Role::Soil2, Align::Centre);
    if (!fit.fits) ui.text(note, why, type::note, Role::Soil2, Align::Centre);
    if (press.clicked && !on) choose(ui, state, measure, &option);
}

void draw_options(Ui& ui, const AppState& state, const Measure& measure, Rect area) {
    const int columns = option_columns(measure, area.w);
    area = area.inset(12, 0);
    Rect row;
    int index = 0;
    for (const Option& option : measure.options) {
        if (index % columns == 0) row = area.cut_top(option_height, 8);
        draw_option(ui, state, measure, option, column(row, index++ % columns, columns, 8));
    }
}

std::string price_of(const AppState& state, const Measure& measure) {
    const estimate::Estimate* e = shown_estimate(state);
    if (e == nullptr) return {};
    const Range<Money> price = e->quote.of_measure(measure.id);
    return price.typical > Money{} ? yuan(price.typical, state.settings.depth) : std::string();
}

void draw_measure(Ui& ui, const AppState& state, const Measure& measure, Rect row) {
    const bool open = state.view.open_measure == measure.id;
    const Choice* choice = inputs_of(state).scheme.find(measure.id);
    const bool on = choice != nullptr;
    const Press head = ui.press("configure.measure." + measure.id, row,
                                {.radius = 4, .state = open ? "open" : ""});
    if (head.held) ui.paint().fill(row, ui.colour(Role::Birch1));
    Rect inside = row.inset(12, 0);
    const Rect plate = inside.cut_left(40, 12);
    const Rect square{plate.x, row.centre().y - 20, 40, 40};
    ui.paint().fill(square, ui.colour(on ? Role::CornSoft : Role::Birch1), 9);
    ui.paint().icon(icon_of(measure.group), square.inset(8), ui.colour(Role::Soil));

    const Rect knob = inside.cut_right(60, 10);
    const Option* fallback = first_fitting(state, measure);
    const Press flip =
        ui.press("configure.toggle." + measure.id, {knob.x, row.centre().y - 26, 60, 52},
                 {.enabled = on || fallback != nullptr, .radius = 16, .state = on ? "on" : "off"});
    toggle_picture(ui, {knob.x, row.y, 58, row.h}, on);
    const std::string price = on ? price_of(state, measure) : std::string();
    if (!price.empty()) {
        const float width = ui.width_of(price, type::body_bold) + 2;
        ui.text(inside.cut_right(width, 8), price, type::body_bold, Role::Soil, Align::Right);
    }
    std::string note(ui.word("configure.off"));
    if (const Option* option = on ? state.reference->measures.find(*choice) : nullptr) {
        note = name_in(state, *option);
    } else if (fallback == nullptr && !measure.options.empty()) {
        const auto fit = fit_of(state, measure, measure.options.front());
        note = chinese(state) ? fit.why_zh : fit.why_en;
    }
    ui.text({inside.x, row.y + 6, inside.w, 26}, name_in(state, measure), type::body_bold,
            Role::Soil);
    ui.text({inside.x, row.y + 31, inside.w, 24}, ui.without_middle(note, type::note, inside.w),
            type::note, Role::Soil2);
    if (flip.clicked) {
        choose(ui, state, measure, on ? nullptr : fallback);
        if (!on) emit_view(ui, state, [&](View& view) { view.open_measure = measure.id; });
    } else if (head.clicked) {
        emit_view(ui, state, [&](View& view) { view.open_measure = open ? "" : measure.id; });
    }
}

}  // namespace

std::string_view icon_of(Group group) {
    switch (group) {
        case Group::Wall:
            return "wall";
        case Group::Ceiling:
            return "roof";
        case Group::Floor:
            return "floor";
        case Group::Window:
            return "window";
        case Group::Door:
            return "door";
        case Group::Sealing:
            return "heat";
        case Group::Sunspace:
            return "sunspace";
        case Group::Heating:
            return "stove";
        case Group::Pv:
            return "pv";
        case Group::SolarWater:
            return "sun";
    }
    return "wall";
}

float measures_height(const AppState& state, float width) {
    float height = head_height + 4;
    for (const Measure& measure : state.reference->measures.measures) {
        if (!offered(state, measure)) continue;
        height += measure_height;
        if (state.view.open_measure == measure.id) height += options_height(measure, width);
    }
    return height;
}

void draw_measures(Ui& ui, const AppState& state, const Rect& area, bool scrolls) {
    card(ui, area);
    Rect rest = area;
    Rect head = rest.cut_top(head_height);
    ui.paint().fill({head.x + 1, head.y + 1, head.w - 2, head.h - 2}, ui.colour(Role::Birch1), 11);
    ui.paint().fill({head.x + 1, head.centre().y, head.w - 2, head.h / 2}, ui.colour(Role::Birch1));
    hairline(ui, head);
    Rect title = head.inset(16, 0);
    const std::string chosen =
        ui.words()("configure.chosen", {std::to_string(inputs_of(state).scheme.choices.size())});
    ui.text(title.cut_right(ui.width_of(chosen, type::note) + 2, 10), chosen, type::note,
            Role::Soil2, Align::Right);
    ui.text(title, ui.word("configure.measures"), type::lead, Role::Soil);

    Rect content =
        scrolls ? ui.begin_scroll("configure.measures", rest.inset(1, 1)) : rest.inset(1, 0);
    for (const Measure& measure : state.reference->measures.measures) {
        if (!offered(state, measure)) continue;
        const bool open = state.view.open_measure == measure.id;
        const Rect row = content.cut_top(measure_height);
        draw_measure(ui, state, measure, row);
        Rect bottom = row;
        if (open) {
            bottom = content.cut_top(options_height(measure, content.w));
            draw_options(ui, state, measure, bottom);
            ui.paint().fill({row.x, row.y, 6, bottom.bottom() - row.y}, ui.colour(Role::Corn));
        }
        hairline(ui, bottom);
    }
    if (scrolls) ui.end_scroll(content.y);
}

}  // namespace longju::kiosk
