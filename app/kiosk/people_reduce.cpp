// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/people_reduce.h"

#include <algorithm>
#include <optional>

#include "access/pin.h"

namespace longju::kiosk {
namespace {

/// What an action needs a right for; nothing: everybody looks and moves about.
struct RightFor {
    using Right = std::optional<access::Action>;
    const AppState& state;

    Right operator()(const StartVisit&) const { return access::Action::RecordVisit; }
    Right operator()(const StartPractice&) const { return access::Action::RecordVisit; }
    Right operator()(const StartTour&) const { return access::Action::RecordVisit; }
    Right operator()(const Edit&) const { return access::Action::RecordVisit; }
    Right operator()(const SetProcedure&) const { return access::Action::RecordVisit; }
    Right operator()(const ShowDialog& action) const {
        if (action.dialog.kind == Dialog::Kind::Reports) return access::Action::MakeReport;
        if (action.dialog.kind == Dialog::Kind::Audit) return access::Action::ReadAuditLog;
        return std::nullopt;
    }
    Right operator()(const AskReport&) const { return access::Action::MakeReport; }
    Right operator()(const WriteReportFile&) const { return access::Action::MakeReport; }
    Right operator()(const AskAudit&) const { return access::Action::ReadAuditLog; }
    Right operator()(const WriteAuditFile&) const { return access::Action::ReadAuditLog; }
    Right operator()(const Approve&) const { return access::Action::Approve; }
    Right operator()(const HandOutRecord&) const { return access::Action::HandOutOwnRecord; }
    Right operator()(const SetConsent&) const { return access::Action::RecordVisit; }
    Right operator()(const DropFiles&) const {
        if (at_desk(state)) return access::Action::ImportParcel;
        if (state.dialog && state.dialog->kind == Dialog::Kind::List) return std::nullopt;
        return access::Action::RecordVisit;
    }
    Right operator()(const Undo&) const { return access::Action::RecordVisit; }
    Right operator()(const Redo&) const { return access::Action::RecordVisit; }
    Right operator()(const ExportVisit& action) const {
        return action.what == Export::Pdf ? access::Action::PrintPapers
                                          : access::Action::ExportParcel;
    }
    Right operator()(const PrintPapers&) const { return access::Action::PrintPapers; }
    Right operator()(const KeepClause&) const { return access::Action::DraftClause; }
    Right operator()(const ConfirmConflict&) const { return access::Action::DecideConflict; }
    Right operator()(const DecideDouble&) const { return access::Action::MarkDuplicate; }
    Right operator()(const TakeList&) const { return access::Action::ImportParcel; }
    Right operator()(const RestoreCopy&) const { return access::Action::RestoreBackup; }
    Right operator()(const AskDesk& action) const { return right_for(action.work.kind); }
    Right operator()(const AskPacks& action) const { return right_for(action.work.kind); }
    Right operator()(const UseNewData&) const { return access::Action::RecordVisit; }
    Right operator()(const ShowNumbers&) const { return access::Action::SeeFullNumber; }
    template <class Other>
    Right operator()(const Other&) const {
        return std::nullopt;
    }
};

/// What still happens behind the lock screen: the clock, the answers of effects, and leaving.
/// Work that went on when it was locked is not left without its end.
struct WorksLocked {
    bool operator()(const StopWork&) const { return true; }
    bool operator()(const WorkNoted&) const { return true; }
    bool operator()(const WorkStopped&) const { return true; }
    bool operator()(const ListRead&) const { return true; }
    bool operator()(const ListTaken&) const { return true; }
    bool operator()(const DeskKnown&) const { return true; }
    bool operator()(const CopyRestored&) const { return true; }
    bool operator()(const BackupsListed&) const { return true; }
    bool operator()(const PrintersListed&) const { return true; }
    bool operator()(const PapersPrinted&) const { return true; }
    bool operator()(const Exported&) const { return true; }
    bool operator()(const FileWritten&) const { return true; }
    bool operator()(const Approved&) const { return true; }
    bool operator()(const VisitsFound&) const { return true; }
    bool operator()(const Tick&) const { return true; }
    bool operator()(const PersonActive&) const { return true; }
    bool operator()(const SetSignIn&) const { return true; }
    bool operator()(const UsersListed&) const { return true; }
    bool operator()(const SignedInAs&) const { return true; }
    bool operator()(const PinRefused&) const { return true; }
    bool operator()(const VisitsListed&) const { return true; }
    bool operator()(const VisitSaved&) const { return true; }
    bool operator()(const EstimateMade&) const { return true; }
    bool operator()(const TakeNextPhoto&) const { return true; }
    bool operator()(const PhotoKept&) const { return true; }
    bool operator()(const StoreSalvaged&) const { return true; }
    bool operator()(const StoreNoted&) const { return true; }
    bool operator()(const DataKnown&) const { return true; }
    bool operator()(const DataTurned&) const { return true; }
    bool operator()(const Failed&) const { return true; }
    bool operator()(const Leave&) const { return true; }
    /// Asked by the program itself when it starts; seen once somebody has signed in.
    bool operator()(const ShowDialog& action) const {
        return action.dialog.kind == Dialog::Kind::Resume;
    }
    template <class Other>
    bool operator()(const Other&) const {
        return false;
    }
};

}  // namespace

std::optional<access::Action> right_for(DeskWork::Kind kind) {
    switch (kind) {
        case DeskWork::Kind::Look:
        case DeskWork::Kind::Eject:
            return std::nullopt;
        case DeskWork::Kind::Write:
        case DeskWork::Kind::Receipts:
            return access::Action::ExportParcel;
        case DeskWork::Kind::Take:
            return access::Action::ImportParcel;
        case DeskWork::Kind::Believe:
            break;
    }
    return access::Action::TrustSigner;
}

std::optional<access::Action> right_for(PackWork::Kind kind) {
    switch (kind) {
        case PackWork::Kind::Look:
        case PackWork::Kind::Find:
            return std::nullopt;
        case PackWork::Kind::Install:
            return access::Action::InstallPack;
        case PackWork::Kind::Back:
        case PackWork::Kind::Off:
            return access::Action::RollPackBack;
        case PackWork::Kind::SignPrices:
        case PackWork::Kind::SignClauses:
            break;
    }
    return access::Action::SignPack;
}

bool allowed(const AppState& state, access::Action action) {
    if (state.locked) return false;
    return !state.signed_in || access::may(state.signed_in->role, action);
}

namespace {

/// Whether a day of 县审批 is set or taken away past `Approve`, where there are people to approve.
bool changes_approval(const AppState& state, const Action& action) {
    const auto* set = std::get_if<SetProcedure>(&action);
    if (set == nullptr || !state.signed_in || !state.open) return false;
    constexpr auto step = visit::ProcedureStep::CountyApproval;
    return set->procedure.day_of(step) != state.open->visit.procedure.day_of(step);
}

}  // namespace

bool refuses(AppState& state, const Action& action) {
    if (state.locked) return !std::visit(WorksLocked{}, action);
    const auto right = std::visit(RightFor{state}, action);
    const bool past_approval = changes_approval(state, action);
    if (!past_approval && (!right || allowed(state, *right))) return false;
    state.toast = Toast{{"toast.not_allowed", {}, {}}, false, false, state.now_s};
    return true;
}

bool is_idle(const AppState& state) {
    return !state.users.empty() && !state.locked && state.now_s - state.last_input_s > lock_after_s;
}

void lock(AppState& state, std::vector<Effect>& effects) {
    if (state.users.empty()) return;
    state.locked = true;
    state.signed_in.reset();
    state.view.numbers_shown = false;
    state.view.user_form = {};
    state.toast.reset();
    state.sign_in = {};
    // They may be for the eyes of who leaves only.
    const bool office = state.dialog && (state.dialog->kind == Dialog::Kind::Reports ||
                                         state.dialog->kind == Dialog::Kind::Audit);
    if (office) state.dialog.reset();
    state.under_help.reset();
    state.report.reset();
    state.audit.reset();
    if (state.users.size() == 1) state.sign_in.user_id = state.users.front().id;
    effects.emplace_back(SignOut{});
}

void reduce_people(AppState& state, std::vector<Effect>&, const PersonActive&) {
    state.last_input_s = state.now_s;
}

void reduce_people(AppState& state, std::vector<Effect>& effects, const SetSignIn& action) {
    if (!state.locked) return;
    state.sign_in = action.sign_in;
    if (state.sign_in.pin.size() < access::pin_digits || state.sign_in.user_id.empty()) return;
    effects.emplace_back(TryPin{state.sign_in.user_id, state.sign_in.pin});
    state.sign_in.pin.clear();
}

void reduce_people(AppState& state, std::vector<Effect>& effects, const ShowNumbers&) {
    if (!state.open) return;
    if (state.view.numbers_shown) {
        state.view.numbers_shown = false;
        return;
    }
    effects.emplace_back(NoteNumbersShown{state.open->visit.id});
}

void reduce_people(AppState& state, std::vector<Effect>& effects, const KeepUser& action) {
    state.view.user_form.pin.clear();
    state.view.user_form.pin_again.clear();
    effects.emplace_back(ChangeUser{action.form});
}

void reduce_people(AppState& state, std::vector<Effect>& effects, const UsersListed& action) {
    // What was filled in was done; a refusal leaves it to be put right.
    state.view.user_form = {};
    state.users = action.users;
    const bool in_service =
        state.signed_in &&
        std::ranges::find(state.users, state.signed_in->id, &UserCard::id) != state.users.end();
    if (!in_service) lock(state, effects);
}

void reduce_people(AppState& state, std::vector<Effect>& effects, const SignedInAs& action) {
    state.locked = false;
    state.signed_in = action.user;
    state.sign_in = {};
    state.last_input_s = state.now_s;
    if (state.toast) state.toast->shown_at_s = state.now_s;
    effects.emplace_back(ListVisits{});
}

void reduce_people(AppState& state, std::vector<Effect>&, const PinRefused& action) {
    state.sign_in.pin.clear();
    state.sign_in.wrong = action.error.kind == ErrorKind::BadInput;
    state.sign_in.trouble = state.sign_in.wrong ? std::string() : action.error.sentence();
    state.sign_in.wait_until_s =
        action.wait_s > 0 ? state.now_s + static_cast<double>(action.wait_s) : 0.0;
}

void reduce_people(AppState& state, std::vector<Effect>&, const NumbersShown& action) {
    if (!state.open || state.open->visit.id != action.visit_id) return;
    state.view.numbers_shown = true;
}

}  // namespace longju::kiosk
