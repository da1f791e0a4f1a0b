// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/screens/finding_parts.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "kiosk/finding_words.h"
#include "kiosk/screens/photos.h"
#include "subsidy/string_keys.h"

namespace longju::kiosk {
namespace {

std::string word_of_fact(const Ui& ui, const std::string& attribute) {
    const std::string key = "fact." + attribute;
    return ui.words().all().contains(key) ? std::string(ui.word(key)) : attribute;
}

std::string word_of_value(const Ui& ui, const std::string& value) {
    if (value.empty()) return std::string(ui.word("finding.ask"));
    const std::string key = "fact_value." + value;
    return ui.words().all().contains(key) ? std::string(ui.word(key)) : value;
}

/// What a yes or no at the table settles.
std::optional<bool>* answer_in(Inputs& inputs, std::string_view attribute) {
    const std::array<std::pair<std::string_view, std::optional<bool>*>, 5> answers{
        {{"household.had_housing_support", &inputs.household.had_housing_support},
         {"household.removes_coal_stove", &inputs.household.removes_coal_stove},
         {"house.is_only_dwelling", &inputs.house.only_dwelling},
         {"village.whole_village_program", &inputs.village.whole_village_program},
         {"village.has_briquette_supply", &inputs.village.has_briquette_supply}}};
    const auto* const found =
        std::ranges::find(answers, attribute, [](const auto& answer) { return answer.first; });
    return found == answers.end() ? nullptr : found->second;
}

void draw_yes_no(Ui& ui, const AppState& state, const std::string& attribute, Rect row) {
    constexpr std::array keys = {"answer.yes", "answer.no"};
    for (int i = 0; i < 2; ++i) {
        const std::string id = fmt::format("finding.answer.{}.{}", attribute, i);
        const std::string_view label = ui.word(keys.at(static_cast<std::size_t>(i)));
        if (!button(ui, id, column(row, i, 2, 10), label)) continue;
        emit_edit(ui, state, attribute, phrase("edit.answer"),
                  [&](Inputs& inputs) { *answer_in(inputs, attribute) = i == 0; });
    }
}

void draw_fact_of(Ui& ui, const AppState& state, const subsidy::ConditionTrace& condition,
                  Rect& rows) {
    using subsidy::Truth;
    hairline(ui, {rows.x, rows.y - 1, rows.w, 1});
    Rect row = rows.cut_top(44);
    std::string_view icon = "ask";
    Role role = Role::Soil;
    if (condition.truth == Truth::True) icon = "check", role = Role::Pine;
    if (condition.truth == Truth::False) icon = "cross", role = Role::Brick;
    ui.paint().icon(icon, row.cut_left(20, 10), ui.colour(role));
    const std::string actual = word_of_value(ui, condition.actual);
    const float width = std::min(ui.width_of(actual, type::body_bold) + 2, row.w * 0.4F);
    ui.text(row.cut_right(width, 10), actual, type::body_bold, Role::Soil, Align::Right);
    ui.text(row, word_of_fact(ui, condition.attribute), type::label, Role::Soil);
    Inputs inputs = inputs_of(state);
    if (condition.truth == Truth::Unknown && answer_in(inputs, condition.attribute) != nullptr) {
        draw_yes_no(ui, state, condition.attribute, rows.cut_top(50, 8));
    }
}

void draw_paper(Ui& ui, const AppState& state, const std::string& code, Rect row) {
    const auto& ticks = state.open->visit.procedure.papers;
    const auto found = ticks.find(code);
    const bool on = found != ticks.end() && found->second;
    const Rect camera = row.cut_right(76, 6);
    const std::string count = std::to_string(photos_of(state, code));
    if (button(ui, "finding.camera." + code, camera, count, {.icon = "camera"})) {
        emit_view(ui, state, [&](View& view) {
            view.procedure_tab = 1;
            view.photo_paper = code;
        });
        ui.emit(ShowDialog{{Dialog::Kind::Procedure, {}}});
    }
    if (tick_card(ui, "finding.paper." + code, row, ui.word(subsidy::evidence_key(code)), on)) {
        emit_procedure(ui, state, [&](visit::Procedure& p) { p.papers[code] = !on; });
    }
}

}  // namespace

void draw_finding_detail(Ui& ui, const AppState& state, const subsidy::Finding& finding,
                         Rect& rows) {
    const FindingLook look = look_of(finding);
    Rect head = rows.cut_top(34, 6);
    chip(ui, {head.x, head.y + 2}, look.chip, ui.word(look.key));
    ui.text(head, amount_text(ui, finding), type::body_bold, Role::Soil, Align::Right);
    rows.cut_top(ui.paragraph(rows, finding.plain_zh, type::label, Role::Soil), 8);
    rows.cut_top(ui.paragraph(rows, finding.document, type::note, Role::Soil2), 10);
    for (const subsidy::ConditionTrace& condition : finding.conditions) {
        draw_fact_of(ui, state, condition, rows);
    }
    if (finding.evidence.empty() || finding.box == subsidy::Box::NotMet) return;
    rows.cut_top(8);
    const auto& ticks = state.open->visit.procedure.papers;
    const auto there = std::ranges::count_if(finding.evidence, [&](const std::string& code) {
        const auto found = ticks.find(code);
        return found != ticks.end() && found->second;
    });
    Rect title = rows.cut_top(32, 6);
    ui.text(title, fmt::format("{} / {}", there, finding.evidence.size()), type::lead, Role::Soil,
            Align::Right);
    ui.text(title, ui.word("finding.papers"), type::lead, Role::Soil);
    for (const std::string& code : finding.evidence) {
        draw_paper(ui, state, code, rows.cut_top(54, 6));
    }
}

}  // namespace longju::kiosk
