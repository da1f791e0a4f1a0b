// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "core/text.h"
#include "kiosk/leak.h"
#include "kiosk/screens/survey.h"
#include "kiosk/sketches.h"

namespace longju::kiosk {
namespace {

using house::Element;

constexpr float card_height = 240;
constexpr float card_width = 200;
constexpr float gap = 14;

/// Lays cards of equal width in rows.
class CardGrid {
public:
    CardGrid(const Rect& area, float width, float height)
        : rest_(area),
          top_(area.y),
          height_(height),
          columns_(std::max(1, static_cast<int>((area.w + gap) / (width + gap)))) {}

    Rect next() {
        if (index_ % columns_ == 0) row_ = rest_.cut_top(height_, gap);
        return column(row_, index_++ % columns_, columns_, gap);
    }
    float used() const { return rest_.y - top_; }

private:
    Rect rest_;
    float top_;
    float height_;
    int columns_;
    int index_ = 0;
    Rect row_;
};

void draw_leak(Ui& ui, const AppState& state, Rect row, WattsPerM2K u, double scale) {
    if (state.settings.depth == Depth::Technician) {
        const std::string value = fmt::format("{:.2f}", u.value);
        ui.text(row, ui.words()("leak.u", {value}), type::note, Role::Soil2);
        return;
    }
    const Leak l = leak(u, scale);
    const std::string_view word = ui.word(l.key);
    ui.text(row.cut_right(ui.width_of(word, type::label_bold) + 2, 6), word, type::label_bold,
            Role::Soil, Align::Right);
    const std::string_view label = ui.word("leak.label");
    const float boxes_width = 5 * 20;
    if (row.w > ui.width_of(label, type::note) + boxes_width + 8) {
        ui.text(row.cut_left(ui.width_of(label, type::note) + 2, 8), label, type::note,
                Role::Soil2);
    }
    constexpr std::array<Role, 5> ramp{Role::Heat2, Role::Heat3, Role::Heat5, Role::Heat6,
                                       Role::Heat7};
    for (int i = 0; i < 5; ++i) {
        const Rect box{row.x + static_cast<float>(i) * 20, row.centre().y - 8, 17, 16};
        ui.paint().box(box,
                       {ui.colour(i < l.boxes ? ramp[static_cast<std::size_t>(i)] : Role::Paper),
                        ui.colour(Role::Soil), 1, 4});
    }
}

/// The frame of a picture card: picture area above, text lines below.
struct PictureCard {
    Rect picture;
    Rect text;
    bool pressed = false;
};

PictureCard begin_card(Ui& ui, const std::string& id, const Rect& cell, bool on, bool estimated) {
    PictureCard parts;
    parts.pressed = card_button(ui, id, cell, on);
    Rect rest = cell.inset(2.5F);
    parts.picture = rest.cut_top(cell.h - 106);
    ui.paint().fill({parts.picture.x, parts.picture.y, parts.picture.w, parts.picture.h},
                    ui.colour(Role::SkyTop), 9.5F);
    const Rect ground{parts.picture.x, parts.picture.bottom() - 34, parts.picture.w, 34};
    ui.paint().fill(ground, ui.colour(Role::Ground));
    ui.paint().line({ground.x, ground.y}, {ground.right(), ground.y}, ui.colour(Role::Heat3), 1);
    parts.text = rest.inset(12, 6);
    if (on && !estimated) check_box(ui, {cell.right() - 46, cell.y + 10, 36, 36}, true);
    return parts;
}

void draw_estimated_mark(Ui& ui, const Rect& cell, bool on, bool estimated) {
    if (on && estimated) {
        chip_right(ui, {cell.right() - 10, cell.y + 10}, ChipState::Estimate,
                   ui.word("chip.estimated"));
    }
}

struct ElementField {
    std::string_view field;
    std::string house::Survey::*member;
    house::Borders borders;
};

ElementField field_of(Element element) {
    switch (element) {
        case Element::Ceiling:
        case Element::Roof:
            return {"house.survey.ceiling_id", &house::Survey::ceiling_id, house::Borders::Attic};
        case Element::Floor:
            return {"house.survey.floor_id", &house::Survey::floor_id, house::Borders::Ground};
        case Element::Wall:
        case Element::Partition:
            break;
    }
    return {"house.survey.wall_id", &house::Survey::wall_id, house::Borders::Outdoors};
}

double thickness_mm(const house::Assembly& assembly) {
    double total_mm = 0;
    for (const auto& layer : assembly.layers) total_mm += layer.thickness.value;
    return total_mm;
}

}  // namespace

float draw_assembly_cards(Ui& ui, const AppState& state, const Rect& area, Element element) {
    const house::Library& library = state.reference->library;
    const ElementField spec = field_of(element);
    const auto survey = inputs_of(state).house.survey.value_or(house::Survey{});
    const bool estimated = is_estimated(state, std::string(spec.field));
    CardGrid grid(area, card_width, card_height);
    for (const house::Assembly& assembly : library.assemblies) {
        if (assembly.element != element) continue;
        const bool on = survey.*spec.member == assembly.id;
        const Rect cell = grid.next();
        PictureCard parts = begin_card(ui, "survey.pick." + assembly.id, cell, on, estimated);
        draw_assembly(ui.paint(), parts.picture, assembly, library);
        draw_estimated_mark(ui, cell, on, estimated);
        const std::string thickness =
            fmt::format("{} cm", formatted(thickness_mm(assembly) / 10, 0));
        const float plate = ui.width_of(thickness, type::note) + 14;
        const Rect corner{parts.picture.x + 8, parts.picture.bottom() - 32, plate, 26};
        ui.paint().box(corner, {ui.colour(Role::Paper), ui.colour(Role::Soil), 1, 6});
        ui.text(corner.inset(6, 0), thickness, type::note, Role::Soil, Align::Centre);
        ui.text(parts.text.cut_top(60, 2), name_in(state, assembly), type::body_bold, Role::Soil);
        const WattsPerM2K u = house::u_value({assembly.id, {}}, spec.borders, library);
        draw_leak(ui, state, parts.text.cut_top(28), u, 1.0);
        if (!parts.pressed || (on && !estimated)) continue;
        emit_survey(ui, state, std::string(spec.field), phrase_of("edit.pick", assembly),
                    [&](house::Survey& changed) { changed.*spec.member = assembly.id; });
    }
    return grid.used();
}

namespace {

/// How it feels by the windows in winter, as `House::air_change`: n50 of 7, 15, 25 and 37 per hour
/// (estimate: new windows with seals; old ones with strips; old ones as they are; gaps to be seen).
struct Tightness {
    std::string_view key;
    double air_change_per_h;
};
constexpr std::array<Tightness, 4> tightness_classes{{
    {"survey.tight.sealed", 0.3},
    {"survey.tight.fair", 0.6},
    {"survey.tight.draughty", 1.0},
    {"survey.tight.gaps", 1.5},
}};

float draw_tightness(Ui& ui, const AppState& state, Rect area) {
    constexpr double n50_by_air_change = 25.0;  // `House::air_change`.
    constexpr std::string_view field = "house.air_change_per_h";
    const float top = area.y;
    const double now = inputs_of(state).house.air_change.value;
    std::string label(ui.word("survey.tight"));
    if (state.settings.depth == Depth::Technician) {
        label += ui.words()("survey.tight.n50", {formatted(now * n50_by_air_change, 0)});
    }
    const Rect head = area.cut_top(26, 4);
    ui.text(head, label, type::label, Role::Soil);
    if (is_estimated(state, std::string(field))) {
        chip_right(ui, {head.right(), head.y}, ChipState::Estimate, ui.word("chip.estimated"));
    }
    std::vector<std::string> labels;
    int selected = -1;
    for (const Tightness& t : tightness_classes) {
        if (std::abs(t.air_change_per_h - now) < 1e-6) selected = static_cast<int>(labels.size());
        labels.emplace_back(ui.word(t.key));
    }
    const auto chosen = segmented(ui, "survey.tight", area.cut_top(50, 18), labels, selected);
    if (chosen) {
        const Tightness& picked = tightness_classes.at(static_cast<std::size_t>(*chosen));
        emit_edit(ui, state, std::string(field), phrase("edit.answer"), [&](Inputs& inputs) {
            inputs.house.air_change = PerHour{picked.air_change_per_h};
            inputs.house.origins[std::string(field)] = house::Origin::Measured;
        });
    }
    return area.y - top;
}

}  // namespace

float draw_window_cards(Ui& ui, const AppState& state, const Rect& whole) {
    Rect area = whole;
    const float tightness = draw_tightness(ui, state, area);
    area.cut_top(tightness);
    const auto survey = inputs_of(state).house.survey.value_or(house::Survey{});
    const bool estimated = is_estimated(state, "house.survey.window_id");
    CardGrid grid(area, card_width, card_height);
    for (const house::WindowType& window : state.reference->library.windows) {
        if (window.id.starts_with("sunspace")) continue;
        const bool on = survey.window_id == window.id;
        const Rect cell = grid.next();
        PictureCard parts = begin_card(ui, "survey.pick." + window.id, cell, on, estimated);
        draw_window_type(ui.paint(), parts.picture, window);
        draw_estimated_mark(ui, cell, on, estimated);
        ui.text(parts.text.cut_top(60, 2), name_in(state, window), type::body_bold, Role::Soil);
        draw_leak(ui, state, parts.text.cut_top(28), window.rated_u, glazing_scale);
        if (!parts.pressed || (on && !estimated)) continue;
        emit_survey(ui, state, "house.survey.window_id", phrase_of("edit.pick", window),
                    [&](house::Survey& changed) { changed.window_id = window.id; });
    }
    return tightness + grid.used();
}

float draw_door_cards(Ui& ui, const AppState& state, const Rect& area) {
    const auto survey = inputs_of(state).house.survey.value_or(house::Survey{});
    CardGrid grid(area, 300, 84);
    for (const house::DoorType& door : state.reference->library.doors) {
        const bool on = survey.door_id == door.id;
        const Rect cell = grid.next();
        const bool pressed = card_button(ui, "survey.pick." + door.id, cell, on);
        Rect inside = cell.inset(16, 8);
        ui.paint().icon("door", inside.cut_left(32, 12), ui.colour(Role::Soil));
        radio_dot(ui, {inside.cut_right(24, 8).centre().x, cell.centre().y}, on);
        ui.text(inside.cut_top(36), name_in(state, door), type::body_bold, Role::Soil);
        draw_leak(ui, state, inside, door.u, glazing_scale);
        if (!pressed || on) continue;
        emit_survey(ui, state, "house.survey.door_id", phrase_of("edit.pick", door),
                    [&](house::Survey& changed) { changed.door_id = door.id; });
    }
    return grid.used();
}

float draw_heater_cards(Ui& ui, const AppState& state, const Rect& area) {
    const auto& house = inputs_of(state).house;
    const auto& energy = state.reference->energy;
    const bool estimated = is_estimated(state, "house.heater_id");
    CardGrid grid(area, 300, 92);
    for (const energy::Heater& heater : energy.heaters) {
        const bool on = house.heater_id == heater.id;
        const Rect cell = grid.next();
        const bool pressed = card_button(ui, "survey.pick." + heater.id, cell, on);
        Rect inside = cell.inset(16, 8);
        ui.paint().icon("stove", inside.cut_left(32, 12), ui.colour(Role::Soil));
        radio_dot(ui, {inside.cut_right(24, 8).centre().x, cell.centre().y}, on);
        ui.text(inside.cut_top(46, 2), name_in(state, heater), type::body_bold, Role::Soil);
        const energy::Fuel* fuel = energy.find_fuel(heater.fuel_id);
        if (fuel != nullptr) {
            ui.text(inside, ui.words()("survey.burns", {name_in(state, *fuel)}), type::note,
                    Role::Soil2);
        }
        if (!pressed || (on && !estimated)) continue;
        emit_edit(ui, state, "house.heater_id", phrase_of("edit.pick", heater),
                  [&](Inputs& inputs) {
                      inputs.house.heater_id = heater.id;
                      inputs.house.origins["house.heater_id"] = house::Origin::Measured;
                  });
    }
    return grid.used();
}

}  // namespace longju::kiosk
