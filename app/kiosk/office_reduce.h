// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <vector>

#include "kiosk/effects.h"

/// The part of `reduce` that is about the office: papers and files, tables, the audit log,
/// approval, and long work at the store.
namespace longju::kiosk {

void say(AppState& state, Phrase phrase, bool undo = false, bool good = true);

/// While work goes on a person begins nothing else: true when the action is not done for that.
bool waits_for_work(AppState& state, const Action& action);

void note_work(AppState& state, const WorkNoted& action);
/// The window was closed while work goes on: it is stopped where it can be, and then left.
void leave_after_work(AppState& state);

/// 报表 and 审计记录 begin with this year, this month and every row.
void open_office_dialog(AppState& state, std::vector<Effect>& effects, Dialog::Kind kind);

void reduce_office(AppState& state, std::vector<Effect>& effects, const ClauseKept& action);
void reduce_office(AppState& state, std::vector<Effect>& effects, const PrintersListed& action);
void reduce_office(AppState& state, std::vector<Effect>& effects, const PapersPrinted& action);
void reduce_office(AppState& state, std::vector<Effect>& effects, const Exported& action);
void reduce_office(AppState& state, std::vector<Effect>& effects, const FileWritten& action);
void reduce_office(AppState& state, std::vector<Effect>& effects, const AskReport& action);
void reduce_office(AppState& state, std::vector<Effect>& effects, const ReportRead& action);
void reduce_office(AppState& state, std::vector<Effect>& effects, const WriteReportFile& action);
void reduce_office(AppState& state, std::vector<Effect>& effects, const AskAudit& action);
void reduce_office(AppState& state, std::vector<Effect>& effects, const AuditRead& action);
void reduce_office(AppState& state, std::vector<Effect>& effects, const WriteAuditFile& action);
void reduce_office(AppState& state, std::vector<Effect>& effects, const Approve& action);
void reduce_office(AppState& state, std::vector<Effect>& effects, const Approved& action);
void reduce_office(AppState& state, std::vector<Effect>& effects, const HandOutRecord& action);
void reduce_office(AppState& state, std::vector<Effect>& effects, const StopWork& action);
void reduce_office(AppState& state, std::vector<Effect>& effects, const WorkStopped& action);

}  // namespace longju::kiosk
