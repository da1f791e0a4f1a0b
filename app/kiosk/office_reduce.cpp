// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/office_reduce.h"

#include <type_traits>

#include "core/date.h"
#include "visit/procedure.h"

namespace longju::kiosk {
namespace {

template <class T, class... Others>
concept OneOf = (std::is_same_v<T, Others> || ...);

/// What a person does that begins or changes something. Answers of the world are none, nor is what
/// the lock screen needs.
struct Begins {
    template <class T>
    bool operator()(const T& action) const {
        if constexpr (std::is_same_v<T, StartVisit>) return action.visit_id.empty();
        return OneOf<T, Go, OpenVisitAt, OpenVersion, DecideRow, ConfirmConflict, LookForDoubles,
                     DecideDouble, Edit, SetProcedure, Undo, Redo, SetDraft, SetView, SetSettings,
                     ShowDialog, CloseDialog, ExportVisit, AskDesk, ShowNumbers, SetConsent,
                     KeepUser, DropFiles, KeepClause, PrintPapers, RestoreCopy, ReadList, TakeList,
                     AskReport, WriteReportFile, AskAudit, WriteAuditFile, Approve, HandOutRecord,
                     AskPacks, UseNewData, WriteManual, StartPractice, LeavePractice, StartTour,
                     TourNext, EndTour>;
    }
};

bool shows(const AppState& state, Dialog::Kind kind) {
    return state.dialog && state.dialog->kind == kind;
}

}  // namespace

void say(AppState& state, Phrase phrase, bool undo, bool good) {
    state.toast = Toast{std::move(phrase), undo, good, state.now_s};
}

bool waits_for_work(AppState& state, const Action& action) {
    if (!state.work || !std::visit(Begins{}, action)) return false;
    // It did not come from the screen, which does not react meanwhile.
    if (std::holds_alternative<DropFiles>(action)) {
        say(state, {"toast.at_work", {}, {}}, false, false);
    }
    return true;
}

void note_work(AppState& state, const WorkNoted& action) {
    const bool same = state.work && action.work && state.work->number == action.work->number;
    const double since_s = same ? state.work->since_s : state.now_s;
    const bool stopping = state.leave_after_work || (same && state.work->stopping);
    state.work = action.work;
    if (!state.work) return;
    state.work->since_s = since_s;
    state.work->stopping = stopping;
}

void leave_after_work(AppState& state) {
    state.leave_after_work = true;
    state.work->stopping = true;
}

void open_office_dialog(AppState& state, std::vector<Effect>& effects, Dialog::Kind kind) {
    if (kind == Dialog::Kind::Reports) {
        const auto today = date_from(state.today);
        state.view.report = {};
        state.view.report_row = state.view.report_column = -1;
        if (today) {
            state.view.report.year = static_cast<int>(today->year());
            state.view.report.month = static_cast<int>(static_cast<unsigned>(today->month()));
        }
        state.report.reset();
        effects.emplace_back(ReadReport{state.view.report});
    }
    if (kind == Dialog::Kind::Audit) {
        state.view.audit = {};
        state.audit.reset();
        effects.emplace_back(ReadAudit{});
    }
}

void reduce_office(AppState& state, std::vector<Effect>&, const ClauseKept& action) {
    state.dialog.reset();
    say(state, {"toast.clause", action.file, action.file});
}

void reduce_office(AppState& state, std::vector<Effect>&, const PrintersListed& action) {
    state.printers = action.printers;
}

void reduce_office(AppState& state, std::vector<Effect>&, const PapersPrinted& action) {
    const bool whole = action.printed.halved.empty();
    say(state, {whole ? "toast.printed" : "toast.printed.halves", action.printer, action.printer});
}

void reduce_office(AppState& state, std::vector<Effect>&, const Exported& action) {
    const char* key = action.what == Export::Pdf ? "toast.exported.pdf" : "toast.exported.case";
    say(state, {key, action.file, action.file});
}

void reduce_office(AppState& state, std::vector<Effect>&, const FileWritten& action) {
    say(state, {action.key, action.file, action.file});
}

void reduce_office(AppState& state, std::vector<Effect>& effects, const AskReport& action) {
    if (!shows(state, Dialog::Kind::Reports)) return;
    state.view.report = action.request;
    state.view.report_row = state.view.report_column = -1;
    effects.emplace_back(ReadReport{action.request});
}

void reduce_office(AppState& state, std::vector<Effect>&, const ReportRead& action) {
    const bool waits = shows(state, Dialog::Kind::Reports);
    if (waits && action.panel.request == state.view.report) state.report = action.panel;
}

void reduce_office(AppState& state, std::vector<Effect>& effects, const WriteReportFile& action) {
    // What is written is what is shown.
    if (state.report) effects.emplace_back(WriteReport{state.report->request, action.file});
}

void reduce_office(AppState& state, std::vector<Effect>& effects, const AskAudit& action) {
    if (!shows(state, Dialog::Kind::Audit)) return;
    state.view.audit = action.request;
    effects.emplace_back(ReadAudit{action.request});
}

void reduce_office(AppState& state, std::vector<Effect>&, const AuditRead& action) {
    const bool waits = shows(state, Dialog::Kind::Audit);
    if (waits && action.panel.request == state.view.audit) state.audit = action.panel;
}

void reduce_office(AppState& state, std::vector<Effect>& effects, const WriteAuditFile&) {
    if (state.audit) effects.emplace_back(WriteAudit{state.audit->request});
}

void reduce_office(AppState& state, std::vector<Effect>& effects, const Approve&) {
    if (state.open) effects.emplace_back(ApproveVisit{state.open->visit.id});
}

void reduce_office(AppState& state, std::vector<Effect>&, const Approved& action) {
    if (!state.open || state.open->visit.id != action.visit_id) return;
    if (action.own) return say(state, {"toast.approve.own", {}, {}}, false, false);
    const std::string step(visit::word(visit::ProcedureStep::CountyApproval));
    state.open->visit.procedure.reached[step] = action.on;
    state.open->saved_at = action.at;
    say(state, {"toast.approved", {}, {}});
}

void reduce_office(AppState& state, std::vector<Effect>& effects, const HandOutRecord&) {
    if (state.open) effects.emplace_back(WriteRecord{state.open->visit});
}

void reduce_office(AppState& state, std::vector<Effect>&, const StopWork&) {
    if (state.work && state.work->can_stop) state.work->stopping = true;
}

void reduce_office(AppState& state, std::vector<Effect>&, const WorkStopped&) {
    say(state, {"toast.stopped", {}, {}});
}

}  // namespace longju::kiosk
