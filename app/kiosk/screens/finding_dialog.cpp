// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include "kiosk/screens/dialog_frame.h"
#include "kiosk/screens/finding_parts.h"

namespace longju::kiosk {
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
        rest.w -= 12;  // The scroll bar.
        draw_finding_detail(ui, state, *finding, rest);
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
