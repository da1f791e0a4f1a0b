// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <ranges>

#include "core/text.h"
#include "house/form.h"
#include "kiosk/house_picture.h"
#include "kiosk/screens/screens.h"
#include "kiosk/screens/survey.h"

namespace longju::kiosk {
namespace {

HouseSource tab_of(const AppState& state) {
    if (state.view.house_tab) return *state.view.house_tab;
    return inputs_of(state).house.design_id.empty() ? HouseSource::Survey : HouseSource::Design;
}

struct Bounds {
    double least;
    double most;
};

std::string lower(std::string text) {
    for (char& c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
}

/// Whether every word of the query stands in the design's id, names, summary or area.
bool named(const house::Design& design, double floor_m2, std::string_view query) {
    const std::string all =
        lower(fmt::format("{} {} {} {} {} {:.0f}", design.id, design.name_zh, design.name_en,
                          design.summary_zh, design.summary_en, floor_m2));
    const std::string wanted = lower(std::string(trimmed(query)));
    for (const auto word : wanted | std::views::split(' ')) {
        if (!all.contains(std::string_view(word))) return false;
    }
    return true;
}

bool passes(const house::Design& design, double floor_m2, const View& view) {
    constexpr std::array<Bounds, 4> people{{{0, 99}, {1, 2}, {3, 4}, {5, 99}}};
    constexpr std::array<Bounds, 4> areas{{{0, 9999}, {0, 70}, {70, 100}, {100, 9999}}};
    const Bounds p = people[static_cast<std::size_t>(view.people)];
    const Bounds a = areas[static_cast<std::size_t>(view.floor_area)];
    if (!view.design_search.empty() && !named(design, floor_m2, view.design_search)) return false;
    return design.people >= p.least && design.people <= p.most && floor_m2 >= a.least &&
           floor_m2 <= a.most;
}

void draw_filter(Ui& ui, Rect& row, const std::string& id, std::span<const std::string> labels,
                 int selected, const std::function<void(int)>& choose) {
    const float width = std::max(segmented_width(ui, labels), ui.width_of(ui.word(id), type::note));
    Rect cell = row.cut_left(std::min(width, row.w), 16);
    ui.text(cell.cut_top(24, 2), ui.word(id), type::note, Role::Soil2);
    if (const auto chosen = segmented(ui, id, cell.cut_top(50), labels, selected)) choose(*chosen);
}

void draw_search(Ui& ui, const AppState& state, const Rect& rect) {
    const auto typed = text_box(ui, "house.design.search", rect,
                                {.value = state.view.design_search,
                                 .empty = ui.word("house.design.search"),
                                 .icon = "search"});
    if (typed) emit_view(ui, state, [&](View& view) { view.design_search = *typed; });
}

void draw_filters(Ui& ui, const AppState& state, Rect row) {
    const std::string any(ui.word("house.filter.any"));
    const std::vector<std::string> people{any, "1–2", "3–4", "5+"};
    draw_filter(ui, row, "house.filter.people", people, state.view.people, [&](int index) {
        emit_view(ui, state, [index](View& view) { view.people = index; });
    });
    constexpr float four_keys = 230;
    if (row.w < four_keys) return;
    const std::vector<std::string> areas{any, "≤70", "70–100", "≥100"};
    draw_filter(ui, row, "house.filter.area", areas, state.view.floor_area, [&](int index) {
        emit_view(ui, state, [index](View& view) { view.floor_area = index; });
    });
}

void choose_design(Ui& ui, const AppState& state, const house::Design& design) {
    emit_edit(ui, state, {}, phrase_of("edit.design", design), [&](Inputs& inputs) {
        Inputs fresh = estimate::inputs_for_design(design, *state.reference);
        inputs.house = std::move(fresh.house);
        inputs.scheme = {};
    });
}

void draw_design_card(Ui& ui, const AppState& state, const house::Design& design, double floor_m2,
                      const Rect& cell) {
    const bool on = inputs_of(state).house.design_id == design.id;
    const bool pressed = card_button(ui, "house.design." + design.id, cell, on);
    Rect rest = cell.inset(2.5F);
    const Rect picture = rest.cut_top(146);
    draw_design_house(ui, state, design, picture);
    check_box(ui, {cell.right() - 52, cell.y + 10, 42, 42}, on);
    rest = rest.inset(12, 8);
    ui.text(rest.cut_top(46, 2), name_in(state, design), type::body_bold, Role::Soil);
    const Rect figures = rest.cut_top(28, 2);
    const std::string area = formatted(floor_m2, 0);
    number_with_unit(ui, {figures.x, figures.centre().y}, area, "m²", {22, Weight::Bold});
    const std::string people = ui.words()("house.design.people", {std::to_string(design.people)});
    ui.text(figures, people, type::note, Role::Soil2, Align::Right);
    const std::string& summary = chinese(state) ? design.summary_zh : design.summary_en;
    ui.text(rest, summary, type::note, Role::Soil2);
    if (pressed && !on) choose_design(ui, state, design);
}

}  // namespace

void draw_designs(Ui& ui, const AppState& state, const Layout& layout, const Rect& area) {
    Rect content = ui.begin_scroll("house.designs", area);
    constexpr float search_width = 260;
    constexpr float beside_filters = 820;
    Rect filters = content.cut_top(78, 14);
    if (filters.w > beside_filters) {
        const Rect cell = filters.cut_right(search_width, 16);
        draw_search(ui, state, {cell.x - 10, cell.y + 26, cell.w, 50});
    } else {
        const Rect line = content.cut_top(50, 14);
        draw_search(ui, state, {line.x, line.y, line.w - 10, line.h});
    }
    draw_filters(ui, state, filters);
    constexpr float card_height = 336;
    const float wanted = layout.size == LayoutClass::Wide ? 260.0F : 280.0F;
    const int columns = std::max(1, static_cast<int>((content.w + 14) / (wanted + 14)));
    Rect row;
    int index = 0;
    for (const house::Design& design : state.reference->designs) {
        const double floor_m2 = house::floor_area(design.house).value;
        if (!passes(design, floor_m2, state.view)) continue;
        if (index % columns == 0) row = content.cut_top(card_height, 14);
        // Of a long list only what is in sight is drawn.
        if (row.bottom() < area.y - card_height || row.y > area.bottom() + card_height) {
            ++index;
            continue;
        }
        draw_design_card(ui, state, design, floor_m2,
                         column({row.x, row.y, row.w - 10, row.h}, index % columns, columns, 14));
        ++index;
    }
    if (index == 0) {
        empty_state(ui, content.cut_top(220), ui.word("house.design.none"),
                    ui.word("house.design.none.how"));
    }
    ui.end_scroll(content.y);
}

void draw_house(Ui& ui, const AppState& state, const Layout& layout) {
    Rect body = layout.body.inset(layout.margin, 0);
    body.cut_top(layout.gap);
    const HouseSource tab = tab_of(state);
    const std::vector<std::string> tabs{std::string(ui.word("house.tab.survey")),
                                        std::string(ui.word("house.tab.design"))};
    Rect head = body.cut_top(50, layout.gap);
    const Rect choice = head.cut_left(std::min(head.w, segmented_width(ui, tabs) + 40), 20);
    const int selected = tab == HouseSource::Survey ? 0 : 1;
    if (const auto chosen = segmented(ui, "house.tab", choice, tabs, selected)) {
        emit_view(ui, state, [&](View& view) {
            view.house_tab = *chosen == 0 ? HouseSource::Survey : HouseSource::Design;
        });
    }
    if (head.w > 200) {
        ui.text(head, ui.word(tab == HouseSource::Survey ? "house.survey.how" : "house.design.how"),
                type::label, Role::Soil2);
    }
    if (tab == HouseSource::Survey) {
        draw_survey(ui, state, layout, body);
    } else {
        draw_designs(ui, state, layout, body);
    }

    BottomBar bar(ui, layout);
    const auto next = next_topic(state.view.topic);
    if (tab == HouseSource::Survey && next) {
        const std::string label =
            ui.words()("bar.next.topic", {ui.word("survey." + topic_key(*next))});
        if (bar.primary("bar.next", label)) {
            emit_view(ui, state, [&](View& view) { view.topic = *next; });
        }
    } else if (bar.primary("bar.next", ui.word("bar.next.configure"))) {
        ui.emit(Go{ScreenId::Configure});
    }
    if (!layout.tight() && bar.right("bar.back", ui.word("bar.back"), {.icon = "back"})) {
        ui.emit(Go{ScreenId::Household});
    }
    const bool chosen = !inputs_of(state).house.design_id.empty();
    if (tab == HouseSource::Design && chosen &&
        bar.right("bar.adjust", ui.word("bar.adjust"), {.icon = "gear"})) {
        ui.emit(ShowDialog{{Dialog::Kind::Design, {}}});
    }
    bar.keep_free(layout.tight() ? 56 : 0);  // Of the button that follows.
    bar.open_points(state);
    bar.keep_free(0);
    const auto photos = std::ranges::count(state.open->visit.procedure.photos, visit::house_photos,
                                           &visit::Photo::paper);
    if (bar.left("bar.photos", ui.words()("bar.photos", {std::to_string(photos)}),
                 {.icon = "camera"})) {
        ui.emit(ShowDialog{{Dialog::Kind::Photos, {}}});
    }
    if (tab == HouseSource::Design) bar.note(ui.word("house.design.own"));
}

}  // namespace longju::kiosk
