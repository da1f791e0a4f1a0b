// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include "kiosk/finding_words.h"
#include "kiosk/screens/dialog_frame.h"

namespace longju::kiosk {
namespace {

void draw_condition(Ui& ui, const subsidy::ConditionTrace& condition, Rect row) {
    using subsidy::Truth;
    std::string_view icon = "ask";
    Role role = Role::Soil;
    if (condition.truth == Truth::True) icon = "check", role = Role::Pine;
    if (condition.truth == Truth::False) icon = "cross", role = Role::Brick;
    ui.paint().icon(icon, row.cut_left(20, 10), ui.colour(role));
    const std::string key = "fact." + condition.attribute;
    const bool known = ui.words().all().contains(key);
    const std::string_view name = known ? ui.word(key) : std::string_view(condition.attribute);
    const std::string value_key = "fact_value." + condition.actual;
    const bool has_word = ui.words().all().contains(value_key);
    std::string actual = has_word ? std::string(ui.word(value_key)) : condition.actual;
    if (actual.empty()) actual = ui.word("finding.ask");
    const float width = std::min(ui.width_of(actual, type::body_bold) + 2, row.w * 0.4F);
    ui.text(row.cut_right(width, 10), actual, type::body_bold, Role::Soil, Align::Right);
    ui.text(row, name, type::label, Role::Soil);
}

}  // namespace

void draw_finding_dialog(Ui& ui, const AppState& state) {
    const estimate::Estimate* e = shown_estimate(state);
    const subsidy::Finding* finding = nullptr;
    if (e != nullptr) {
        const auto found = std::ranges::find(e->subsidy.findings, state.dialog->subject,
                                             &subsidy::Finding::rule_id);
        if (found != e->subsidy.findings.end()) finding = &*found;
    }
    DialogFrame frame(ui, {760, 560},
                      finding == nullptr ? std::string_view() : std::string_view(finding->title_zh),
                      "");
    Rect rest = frame.begin_content();
    if (finding != nullptr) {
        const FindingLook look = look_of(*finding);
        Rect head = rest.cut_top(34, 6);
        chip(ui, {head.x, head.y + 2}, look.chip, ui.word(look.key));
        const std::string amount = amount_text(ui, *finding);
        ui.text(head, amount, type::body_bold, Role::Soil, Align::Right);
        rest.cut_top(ui.paragraph(rest, finding->plain_zh, type::label, Role::Soil), 8);
        rest.cut_top(ui.paragraph(rest, finding->document, type::note, Role::Soil2), 10);
        for (const subsidy::ConditionTrace& condition : finding->conditions) {
            hairline(ui, {rest.x, rest.y - 1, rest.w, 1});
            draw_condition(ui, condition, rest.cut_top(44));
        }
    }
    frame.end_content(rest.y);
    const bool waits = finding != nullptr &&
                       finding->status == subsidy::RuleStatus::SamplePendingCounty &&
                       state.settings.depth == Depth::Technician;
    if (waits && frame.harmless("finding.clause", ui.word("finding.clause"))) {
        ui.emit(ShowDialog{{Dialog::Kind::Clause, finding->rule_id}});
    }
    if (frame.primary("dialog.close", ui.word("dialog.close"))) ui.emit(CloseDialog{});
}

}  // namespace longju::kiosk
