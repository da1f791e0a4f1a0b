// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/screens/survey.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "kiosk/mini_plan.h"
#include "kiosk/number_field.h"

namespace longju::kiosk {
namespace {

struct Topic {
    SurveyTopic topic;
    std::string_view key;
    std::string_view icon;
    std::string_view field;  ///< Its origin tells whether it was looked at.
};
constexpr std::array<Topic, 8> topics{{
    {SurveyTopic::Size, "size", "home", "house.survey.length_mm"},
    {SurveyTopic::Wall, "wall", "wall", "house.survey.wall_id"},
    {SurveyTopic::Ceiling, "ceiling", "roof", "house.survey.ceiling_id"},
    {SurveyTopic::Floor, "floor", "floor", "house.survey.floor_id"},
    {SurveyTopic::Windows, "windows", "window", "house.survey.window_id"},
    {SurveyTopic::Door, "door", "door", "house.survey.door_id"},
    {SurveyTopic::Heating, "heating", "stove", "house.heater_id"},
    {SurveyTopic::Safety, "safety", "shield", "house.appraisal"},
}};

void draw_topic(Ui& ui, const AppState& state, const Topic& topic, const Rect& row) {
    const bool here = state.view.topic == topic.topic;
    const std::string id = "survey.topic." + std::string(topic.key);
    const Press press = ui.press(id, row, {.state = here ? "on" : ""});
    const Role ink = here ? Role::RailText : Role::Soil;
    ui.paint().box(row, {ui.colour(here ? Role::Soil : Role::Paper),
                         ui.colour(here ? Role::Soil : Role::Birch2), 1, 12});
    Rect inside = row.inset(12, 0);
    ui.paint().icon(topic.icon, inside.cut_left(22, 8), ui.colour(ink));
    const bool open = is_estimated(state, std::string(topic.field)) ||
                      (topic.topic == SurveyTopic::Safety && !inputs_of(state).house.appraisal);
    const Rect mark = inside.cut_right(22, 4);
    if (!here) {
        ui.paint().icon(open ? "approx" : "check", mark,
                        ui.colour(open ? Role::Soil2 : Role::Pine));
    }
    ui.text(inside, ui.word("survey." + std::string(topic.key)),
            here ? type::body_bold : type::body, ink);
    if (press.clicked) emit_view(ui, state, [&](View& view) { view.topic = topic.topic; });
}

struct LengthField {
    std::string_view key;
    Millimetres house::Survey::*member;
    double usual_low, usual_high, least, most;
};
constexpr std::array<LengthField, 5> lengths{{
    {"survey.length", &house::Survey::length, 6, 18, 3, 40},
    {"survey.width", &house::Survey::width, 5, 10, 3, 20},
    {"survey.window_south", &house::Survey::south_window_width, 0.9, 2.4, 0.4, 4},
    {"survey.window_north", &house::Survey::north_window_width, 0.6, 1.8, 0.3, 4},
    {"survey.window_height", &house::Survey::window_height, 0.9, 1.8, 0.4, 2.6},
}};

void draw_length(Ui& ui, const AppState& state, const Rect& rect, const LengthField& spec) {
    const auto survey = inputs_of(state).house.survey.value_or(house::Survey{});
    const std::string field = "house." + std::string(spec.key) + "_mm";
    const auto metres = number_field(ui, std::string(spec.key), rect,
                                     {.key = spec.key,
                                      .unit_key = "unit.m",
                                      .value = (survey.*spec.member).value / 1000,
                                      .usual_low = spec.usual_low,
                                      .usual_high = spec.usual_high,
                                      .least = spec.least,
                                      .most = spec.most,
                                      .decimals = 2,
                                      .estimated = is_estimated(state, field)});
    if (!metres) return;
    emit_survey(ui, state, field, phrase("edit.size"), [&](house::Survey& changed) {
        changed.*spec.member = Millimetres{*metres * 1000};
    });
}

void draw_year(Ui& ui, const AppState& state, const Rect& rect) {
    const auto& house = inputs_of(state).house;
    std::optional<double> year;
    if (house.built_year) year = *house.built_year;
    const auto typed = number_field(ui, "survey.year", rect,
                                    {.key = "survey.year",
                                     .unit_key = "unit.year",
                                     .value = year,
                                     .usual_low = 1950,
                                     .usual_high = 2026,
                                     .least = 1850,
                                     .most = 2100,
                                     .estimated = year && is_estimated(state, "house.built_year")});
    if (!typed) return;
    emit_edit(ui, state, "house.built_year",
              phrase("edit.year", std::to_string(static_cast<int>(*typed))), [&](Inputs& inputs) {
                  inputs.house.built_year = static_cast<int>(*typed);
                  inputs.house.origins["house.built_year"] = house::Origin::Householder;
              });
}

/// A whole number from `least` to `most`.
struct Count {
    std::string id;
    int least = 0;
    int most = 9;
    int house::Survey::*member = nullptr;
};

/// Small whole numbers as keys.
void draw_count(Ui& ui, const AppState& state, Rect rect, const Count& count) {
    const auto& [id, least, most, member] = count;
    ui.text(rect.cut_top(24, 2), ui.word(id), type::label, Role::Soil);
    std::vector<std::string> labels;
    for (int i = least; i <= most; ++i) labels.push_back(std::to_string(i));
    const auto survey = inputs_of(state).house.survey.value_or(house::Survey{});
    const auto chosen = segmented(ui, id, rect.cut_top(50), labels, (survey.*member) - least);
    if (!chosen) return;
    emit_survey(ui, state, "house." + id, phrase("edit.size"),
                [&](house::Survey& changed) { changed.*count.member = count.least + *chosen; });
}

void draw_yes_no(Ui& ui, const AppState& state, Rect rect, const std::string& id,
                 bool house::Survey::*member) {
    ui.text(rect.cut_top(24, 2), ui.word(id), type::label, Role::Soil);
    const std::vector<std::string> labels{std::string(ui.word("answer.yes")),
                                          std::string(ui.word("answer.no"))};
    const auto survey = inputs_of(state).house.survey.value_or(house::Survey{});
    const auto chosen = segmented(ui, id, rect.cut_top(50), labels, survey.*member ? 0 : 1);
    if (!chosen) return;
    emit_survey(ui, state, "house." + id, phrase("edit.size"),
                [&](house::Survey& changed) { changed.*member = *chosen == 0; });
}

/// Where to begin: houses as they usually are.
void draw_typical(Ui& ui, const AppState& state, Rect& area) {
    ui.text(area.cut_top(24, 2), ui.word("survey.typical"), type::label, Role::Soil);
    const int columns = std::max(1, static_cast<int>(area.w / 210));
    Rect row;
    int index = 0;
    for (const estimate::TypicalHouse& typical : state.reference->typical_houses) {
        if (index % columns == 0) row = area.cut_top(58, 6);
        const Rect cell = column(row, index % columns, columns, 8);
        ++index;
        const auto& survey = inputs_of(state).house.survey;
        const bool on = survey && *survey == typical.survey;
        const bool pressed = card_button(ui, "survey.typical." + typical.id, cell, on);
        ui.paragraph(cell.inset(10, 6), name_in(state, typical), type::note, Role::Soil);
        if (!pressed) continue;
        emit_edit(ui, state, "house.survey.typical", phrase_of("edit.typical", typical),
                  [&](Inputs& inputs) {
                      inputs.house = estimate::begun_as(std::move(inputs.house), typical,
                                                        state.reference->library);
                  });
    }
    area.cut_top(10);
}

float draw_size_topic(Ui& ui, const AppState& state, Rect area) {
    const float top = area.y;
    // Six keys of 40 beside six.
    const int columns = area.w > 520 ? 2 : 1;
    Rect cell_row = area.cut_top(78, 12);
    draw_count(ui, state, column(cell_row, 0, columns, 16),
               {"survey.bays", 2, 5, &house::Survey::bays});
    if (columns == 1) cell_row = area.cut_top(78, 12);
    draw_yes_no(ui, state, column(cell_row, columns - 1, columns, 16), "survey.back_rooms",
                &house::Survey::back_rooms);
    cell_row = area.cut_top(78, 12);
    draw_count(ui, state, column(cell_row, 0, columns, 16),
               {"survey.south_windows", 1, 6, &house::Survey::south_windows});
    if (columns == 1) cell_row = area.cut_top(78, 12);
    draw_count(ui, state, column(cell_row, columns - 1, columns, 16),
               {"survey.north_windows", 0, 5, &house::Survey::north_windows});
    const int three = area.w > 560 ? 3 : columns;
    for (int i = 0; i < 3; ++i) {
        if (i % three == 0) cell_row = area.cut_top(104, 6);
        draw_length(ui, state, column(cell_row, i % three, three, 16),
                    lengths[static_cast<std::size_t>(i) + 2]);
    }
    cell_row = area.cut_top(78, 12);
    draw_yes_no(ui, state, column(cell_row, 0, columns, 16), "survey.porch", &house::Survey::porch);
    draw_typical(ui, state, area);
    return area.y - top;
}

float draw_safety_topic(Ui& ui, const AppState& state, Rect area) {
    const float top = area.y;
    const auto& house = inputs_of(state).house;
    Rect grade = area.cut_top(78, 4);
    ui.text(grade.cut_top(24, 2), ui.word("survey.grade"), type::label, Role::Soil);
    const std::vector<std::string> grades{"A", "B", "C", "D",
                                          std::string(ui.word("survey.grade.none"))};
    const int selected = house.appraisal ? static_cast<int>(house.appraisal->grade) : 4;
    if (const auto chosen = segmented(ui, "survey.grade", grade.cut_top(50), grades, selected)) {
        emit_edit(ui, state, "house.appraisal", phrase("edit.answer"), [&](Inputs& inputs) {
            inputs.house.appraisal.reset();
            if (*chosen < 4) {
                inputs.house.appraisal = house::Appraisal{};
                inputs.house.appraisal->grade = static_cast<house::DangerGrade>(*chosen);
            }
        });
    }
    area.cut_top(ui.paragraph(area, ui.word("survey.grade.note"), type::note, Role::Soil2), 16);
    Rect only = area.cut_top(78, 12);
    ui.text(only.cut_top(24, 2), ui.word("survey.only_dwelling"), type::label, Role::Soil);
    const std::vector<std::string> answers{std::string(ui.word("answer.is")),
                                           std::string(ui.word("answer.is_not")),
                                           std::string(ui.word("answer.unknown"))};
    int answer = 2;
    if (house.only_dwelling) answer = *house.only_dwelling ? 0 : 1;
    if (const auto chosen =
            segmented(ui, "survey.only_dwelling", only.cut_top(50), answers, answer)) {
        emit_edit(ui, state, "house.only_dwelling", phrase("edit.answer"), [&](Inputs& inputs) {
            inputs.house.only_dwelling = *chosen == 2 ? std::nullopt : std::optional(*chosen == 0);
        });
    }
    return area.y - top;
}

float draw_topic_body(Ui& ui, const AppState& state, const Rect& area) {
    switch (state.view.topic) {
        case SurveyTopic::Size:
            return draw_size_topic(ui, state, area);
        case SurveyTopic::Wall:
            return draw_assembly_cards(ui, state, area, house::Element::Wall);
        case SurveyTopic::Ceiling:
            return draw_assembly_cards(ui, state, area, house::Element::Ceiling);
        case SurveyTopic::Floor:
            return draw_assembly_cards(ui, state, area, house::Element::Floor);
        case SurveyTopic::Windows:
            return draw_window_cards(ui, state, area);
        case SurveyTopic::Door:
            return draw_door_cards(ui, state, area);
        case SurveyTopic::Heating:
            return draw_heater_cards(ui, state, area);
        case SurveyTopic::Safety:
            return draw_safety_topic(ui, state, area);
    }
    return 0;
}

constexpr float least_facts_height = 24 + 36 + 118 + 3 * 100;
constexpr float facts_height = 26 + 36 + 170 + 3 * 100 + 60;

/// Plan and outer measures: in sight for every topic.
void draw_facts(Ui& ui, const AppState& state, const Rect& area) {
    card(ui, area);
    Rect rest = area.inset(16, 12);
    const auto& house = inputs_of(state).house;
    const house::Envelope envelope = house::envelope(house, state.reference->library);
    Rect head = rest.cut_top(32, 4);
    const std::string size =
        ui.words()("survey.floor_area", {fmt::format("{:.1f}", envelope.floor_area.value)});
    ui.text(head.cut_right(ui.width_of(size, type::note) + 2, 8), size, type::note, Role::Soil2,
            Align::Right);
    ui.text(head, ui.word("survey.facts"), type::lead, Role::Soil);
    Rect plan = rest.cut_top(std::clamp(rest.h - 308, 110.0F, 190.0F), 8);
    const Rect north = plan.cut_right(24, 2);
    ui.paint().triangle_up({north.centre().x, north.y + 12}, 12, ui.colour(Role::Soil));
    ui.text({north.x - 4, north.y + 20, 32, 22}, ui.word("survey.north"), type::note, Role::Soil,
            Align::Centre);
    if (house::redrawn_by_hand(house, state.reference->library)) {
        ui.text(plan.cut_bottom(24, 2), ui.word("survey.by_hand"), type::note, Role::Soil2);
    }
    const bool walls = state.view.topic == SurveyTopic::Wall;
    draw_mini_plan(ui, house.plan, plan, walls ? Role::Corn : Role::Soil);
    draw_length(ui, state, rest.cut_top(100, 0), lengths[0]);
    draw_length(ui, state, rest.cut_top(100, 0), lengths[1]);
    draw_year(ui, state, rest.cut_top(100, 0));
}

std::string problem_text(const AppState& state) {
    for (const house::Problem& problem :
         house::check(inputs_of(state).house, state.reference->library)) {
        if (problem.severity == house::Severity::Impossible) return problem.what(chinese(state));
    }
    return {};
}

}  // namespace

std::optional<SurveyTopic> next_topic(SurveyTopic topic) {
    const auto here = std::ranges::find(topics, topic, &Topic::topic);
    if (here + 1 == topics.end()) return std::nullopt;
    return (here + 1)->topic;
}

std::string topic_key(SurveyTopic topic) {
    return std::string(std::ranges::find(topics, topic, &Topic::topic)->key);
}

void draw_survey(Ui& ui, const AppState& state, const Layout& layout, const Rect& area) {
    Rect rest = area;
    Rect facts;
    if (layout.side_by_side()) {
        // Under bars and cards there is less room.
        Rect list = ui.begin_scroll("survey.topics", rest.cut_left(172, 20));
        for (const Topic& topic : topics) draw_topic(ui, state, topic, list.cut_top(58, 7));
        ui.end_scroll(list.y);
        facts = rest.cut_right(282, 20);
        const float height = std::max(facts.h - 14, least_facts_height);
        Rect column = ui.begin_scroll("survey.facts", facts);
        draw_facts(ui, state, column.cut_top(height));
        ui.end_scroll(column.y);
    }
    Rect content = ui.begin_scroll("survey.scroll", rest);
    if (!layout.side_by_side()) {
        const int columns = std::max(2, static_cast<int>(content.w / 150));
        Rect row;
        int index = 0;
        for (const Topic& topic : topics) {
            if (index % columns == 0) row = content.cut_top(52, 8);
            draw_topic(ui, state, topic,
                       column({row.x, row.y, row.w - 10, row.h}, index++ % columns, columns, 8));
        }
        content.cut_top(6);
    }
    content.w -= 12;
    const std::string key = "survey." + topic_key(state.view.topic);
    Rect head = content.cut_top(40, 8);
    const std::string_view question = ui.word(key + ".ask");
    const float asked = ui.width_of(question, type::title) + 2;
    ui.text(head.cut_left(std::min(asked, head.w), 24), question, type::title, Role::Soil);
    if (head.w > ui.width_of(ui.word("survey.together"), type::label)) {
        ui.text(head, ui.word("survey.together"), type::label, Role::Soil2);
    }
    const std::string problem = problem_text(state);
    if (!problem.empty()) {
        const Rect bar = content.cut_top(56, 12);
        ui.paint().box(bar, {ui.colour(Role::BrickSoft), ui.colour(Role::Brick), 2, 12});
        ui.paint().icon("warn", {bar.x + 16, bar.centre().y - 12, 24, 24}, ui.colour(Role::Brick));
        ui.text(bar.inset(52, 2), problem, type::body_bold, Role::Brick);
    }
    content.cut_top(draw_topic_body(ui, state, content), 12);
    if (!layout.side_by_side()) draw_facts(ui, state, content.cut_top(facts_height, 12));
    ui.end_scroll(content.y);
}

}  // namespace longju::kiosk
