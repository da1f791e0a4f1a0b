// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/reduce.h"

#include <algorithm>
#include <utility>

#include "core/text.h"
#include "kiosk/compare_reduce.h"
#include "kiosk/data_reduce.h"
#include "kiosk/office_reduce.h"
#include "kiosk/people_reduce.h"
#include "kiosk/photos_reduce.h"
#include "kiosk/records_reduce.h"
#include "kiosk/tour.h"
#include "kiosk/view_reduce.h"

namespace longju::kiosk {
namespace {

constexpr double toast_s = 4;       // kiosk.md section 4: holds for 4 s.
constexpr double save_after_s = 2;  // field.md 4.2: saved on leaving a field or after 2 s of rest.

struct Reducer {
    AppState& state;
    std::vector<Effect>& effects;

    void ask(Effect effect) { effects.push_back(std::move(effect)); }

    void save() { save_open(state, effects); }
    void compare() { ask_comparison(state, effects); }
    void leave_field() {
        if (!state.draft.id.empty()) ++state.edit_session;
        state.draft = {};
        state.view.drag.reset();
    }
    /// `same_answer`: only who it is about changed, nothing that is computed.
    void inputs_changed(bool same_answer = false) {
        same_answer = same_answer && state.open->estimate && !state.open->stale;
        state.open->stale = !same_answer;
        state.open->unsaved = true;
        state.last_edit_s = state.now_s;
        if (!state.open->inputs().place.division_code.empty()) {
            state.usual_place = state.open->inputs().place;
        }
        if (!same_answer) ask(MakeEstimate{state.open->inputs()});
        compare();
        if (state.draft.id.empty() && !state.view.drag) save();
    }
    void search() {
        state.found.reset();
        if (!trimmed(state.view.search).empty()) ask(FindVisits{state.view.search});
    }
    void say(Phrase phrase, bool undo = false, bool good = true) {
        kiosk::say(state, std::move(phrase), undo, good);
    }
    void show_visit(visit::Visit visit, std::string saved_at) {
        state.open.emplace();
        state.open->visit = std::move(visit);
        state.open->saved_at = std::move(saved_at);
        state.screen = screen_of(state.open->visit.step);
        state.view = {};
        state.found.reset();
        state.toast.reset();
        ++state.edit_session;
        if (!state.open->inputs().place.division_code.empty()) {
            state.usual_place = state.open->inputs().place;
        }
        settle_practice(state);
        ask(NoteOpen{state.open->visit.id});
        ask(MakeEstimate{state.open->inputs()});
        end_advice(state, effects);
        enter_screen(state, effects);
    }

    void operator()(const Go& action) {
        leave_field();
        state.dialog.reset();
        if (action.screen != ScreenId::Home && !state.open) return;
        if (state.screen == ScreenId::HandOver) state.desk.reset();
        state.screen = action.screen;
        state.view.numbers_shown = false;
        if (action.screen == ScreenId::Home) {
            save();
            ask(NoteOpen{});
            ask(ListVisits{});
            return;
        }
        const visit::Step step = step_of(action.screen);
        if (state.open->visit.step != step && allowed(state, access::Action::RecordVisit)) {
            state.open->visit.step = step;
            state.open->unsaved = true;
        }
        save();
        enter_screen(state, effects);
    }
    void operator()(const StartVisit& action) {
        if (action.visit_id.empty()) {
            ask(NewVisit{action.source, action.listed_id});
            return;
        }
        if (action.data != nullptr) state.reference = action.data;
        visit::Visit visit;
        visit.id = action.visit_id;
        visit.sample = state.practice;
        visit.step = visit::Step::Household;
        visit.inputs = fresh_inputs(action.source, *state.reference, state.today);
        visit.inputs.prices = action.prices;
        visit.inputs.place = {.division_code = state.usual_place.division_code,
                              .township = state.usual_place.township,
                              .village = {},
                              .station_id = {}};
        if (action.listed) put_listed(visit, *action.listed);
        show_visit(std::move(visit), {});
        state.open->unsaved = true;
        save();
    }
    void operator()(const OpenVisitAt& action) {
        state.dialog.reset();
        for (const std::vector<VisitCard>& cards :
             {state.visits, state.found.value_or(std::vector<VisitCard>{})}) {
            const auto card = std::ranges::find(cards, action.visit_id, &VisitCard::visit_id);
            if (card != cards.end() && card->versions > 1) {
                return ask(LoadConflict{action.visit_id});
            }
        }
        ask(LoadVisit{action.visit_id});
    }
    void operator()(const OpenVersion& action) {
        state.dialog.reset();
        state.conflict.reset();
        ask(LoadVisit{action.visit_id});
    }
    void operator()(const Edit& action) {
        if (!state.open) return;
        visit::Visit& visit = state.open->visit;
        Plan after{action.after, action.alternatives.value_or(visit.alternatives)};
        if (state.open->plan() == after) return;
        state.open->history.record(state.open->plan(), action.what, action.field,
                                   state.edit_session);
        turn_to(std::move(after));
    }
    void turn_to(Plan plan) {
        visit::Visit& visit = state.open->visit;
        const bool same_answer = answers_alike(visit.inputs, plan.inputs);
        Inputs same_scheme = visit.inputs;
        same_scheme.scheme = plan.inputs.scheme;
        // The other schemes are of this house, at these prices.
        if (!answers_alike(same_scheme, plan.inputs)) state.open->compared.clear();
        visit.inputs = std::move(plan.inputs);
        visit.alternatives = std::move(plan.alternatives);
        inputs_changed(same_answer);
    }
    void operator()(const SetProcedure& action) {
        if (!state.open || state.open->visit.procedure == action.procedure) return;
        state.open->visit.procedure = action.procedure;
        state.open->unsaved = true;
        state.last_edit_s = state.now_s;
        if (state.draft.id.empty()) save();
    }
    void operator()(const Undo&) {
        leave_field();
        if (!state.open || !state.open->history.can_undo()) return;
        state.toast.reset();
        turn_to(state.open->history.undo(state.open->plan()));
    }
    void operator()(const Redo&) {
        leave_field();
        if (!state.open || !state.open->history.can_redo()) return;
        turn_to(state.open->history.redo(state.open->plan()));
    }
    void operator()(const SetDraft& action) {
        if (action.draft.id != state.draft.id) {
            ++state.edit_session;
            state.draft = action.draft;
            save();
            return;
        }
        state.draft = action.draft;
    }
    void operator()(const SetView& action) {
        const ViewChange change = turn_view(state, action.view);
        if (change.other_purse) compare();
        if (change.other_words) search();
        if (change.let_go) save();
    }
    void operator()(const VisitsFound& action) {
        if (action.typed == state.view.search) state.found = action.visits;
    }
    void operator()(const ReadList& action) {
        leave_field();
        state.view.list = action.request;
        ask(TryList{action.request});
    }
    void operator()(const TakeList&) { ask(TryList{state.view.list, true}); }
    void operator()(const ListTaken& action) {
        state.dialog.reset();
        state.list.reset();
        const std::string count = std::to_string(action.panel.fresh + action.panel.changed);
        say({"toast.list", count, count});
        search();
    }
    void operator()(const SetSettings& action) {
        if (state.settings == action.settings) return;
        state.settings = action.settings;
        state.settings.size = std::clamp(state.settings.size, 1.0, 2.5);
        ask(KeepSettings{state.settings});
    }
    void operator()(const ShowDialog& action) {
        leave_field();
        save();
        if (action.dialog.kind == Dialog::Kind::Help) return open_help(state, action.dialog);
        state.dialog = action.dialog;
        if (state.open) state.prices_before = state.open->inputs().prices;
        if (action.dialog.kind == Dialog::Kind::Print) ask(AskPrinters{});
        if (action.dialog.kind == Dialog::Kind::HandOver) ask(WorkAtDesk{});
        open_office_dialog(state, effects, action.dialog.kind);
        if (action.dialog.kind == Dialog::Kind::Backups) {
            state.view.backup.clear();
            ask(ListBackups{});
        }
        if (action.dialog.kind == Dialog::Kind::Packs) {
            state.view.pack_slot.clear();
            ask(WorkAtPacks{{.kind = PackWork::Kind::Find}});
        }
        if (action.dialog.kind == Dialog::Kind::Reprice && state.open) {
            state.reprice.reset();
            ask(CompareData{state.open->inputs()});
        }
        if (action.dialog.kind == Dialog::Kind::Clause) begin_clause(state, action.dialog.subject);
        begin_photos(state);
        if (action.dialog.kind == Dialog::Kind::List) {
            state.list.reset();
            state.view.list = {};
            state.view.list_header.clear();
        }
    }
    void operator()(const AskDesk& action) {
        leave_field();
        save();
        if (state.desk) {
            state.desk->report.clear();
            state.desk->refused.clear();
            state.desk->stranger.reset();
        }
        ask(WorkAtDesk{action.work});
    }
    void operator()(const CloseDialog&) {
        leave_field();
        if (close_help(state)) return;
        const bool priced = state.dialog && state.dialog->kind == Dialog::Kind::Prices;
        state.dialog.reset();
        if (state.screen != ScreenId::HandOver) state.desk.reset();
        state.conflict.reset();
        state.report.reset();
        state.audit.reset();
        state.reprice.reset();
        state.view.user_form = {};
        // What was asked here holds for the next visit, too; a practice visit teaches nothing.
        if (priced && state.open && !state.open->visit.sample) {
            keep_new_prices(state, effects);
        }
    }
    void operator()(const CloseToast&) { state.toast.reset(); }
    void operator()(const ExportVisit& action) {
        leave_field();
        if (!state.open) return;
        save();
        ask(WriteExport{action.what, state.open->visit});
    }
    void operator()(const PrintPapers& action) {
        leave_field();
        state.dialog.reset();
        if (!state.open) return;
        save();
        ask(SendToPrinter{action.job, action.letters, state.open->visit});
    }
    void operator()(const DropFiles& action) {
        if (at_desk(state)) {
            for (const std::string& file : action.files) {
                (*this)(AskDesk{{.kind = DeskWork::Kind::Take, .path = file}});
            }
            return;
        }
        if (state.dialog && state.dialog->kind == Dialog::Kind::List && !action.files.empty()) {
            return (*this)(ReadList{{action.files.front(), state.view.list.name, {}}});
        }
        if (!queue_photos(state, action.files)) {
            say(Phrase{"toast.photo.where", {}, {}}, false, false);
        }
    }
    void operator()(const KeepClause& action) {
        leave_field();
        ask(WriteClause{action});
    }
    void operator()(const SetConsent& action) {
        if (!state.open) return;
        state.open->visit.consent = action.consent;
        state.open->unsaved = true;
        save();
    }
    void operator()(const Lock&) {
        save();
        lock(state, effects);
    }
    /// Everything about people, photos and the records as a whole.
    template <class Other>
    void operator()(const Other& action) {
        if constexpr (requires { reduce_records(state, effects, action); }) {
            reduce_records(state, effects, action);
        } else if constexpr (requires { reduce_office(state, effects, action); }) {
            reduce_office(state, effects, action);
        } else if constexpr (requires { reduce_data(state, effects, action); }) {
            reduce_data(state, effects, action);
        } else if constexpr (requires { reduce_comparison(state, action); }) {
            reduce_comparison(state, action);
        } else if constexpr (requires { reduce_help(state, effects, action); }) {
            reduce_help(state, effects, action);
        } else if constexpr (requires { reduce_photos(state, effects, action); }) {
            reduce_photos(state, effects, action);
        } else {
            reduce_people(state, effects, action);
        }
    }
    void operator()(const RestoreCopy& action) {
        // What is open is saved first, and opened again from what is then in the store.
        (*this)(Go{ScreenId::Home});
        ask(RestoreBackup{action.name});
    }
    void operator()(const WorkNoted& action) {
        note_work(state, action);
        if (!state.work && state.leave_after_work) (*this)(Leave{});
    }
    void operator()(const Leave&) {
        leave_field();
        if (state.work) return leave_after_work(state);
        take_all_photos(state, effects);
        save();
        state.leaving = true;
        ask(NoteOpen{});
        ask(Quit{});
    }
    void operator()(const VisitsListed& action) {
        state.visits = action.visits;
        if (state.found) search();
    }
    void operator()(const VisitLoaded& action) {
        if (action.data != nullptr) state.reference = action.data;
        show_visit(action.visit, action.saved_at);
        if (action.data_lost) say({"toast.data_lost", {}, {}}, false, false);
    }
    void operator()(const VisitSaved& action) {
        if (!state.open || state.open->visit.id != action.visit_id) return;
        state.open->saved_at = action.at;
        state.open->trouble.reset();
    }
    void operator()(const EstimateMade& action) {
        if (!state.open || state.open->inputs() != action.inputs) return;
        state.open->estimate = action.estimate;
        state.open->stale = false;
    }
    void operator()(const Failed& action) {
        const std::string sentence = action.error.sentence();
        if (action.saving && state.open) {
            state.open->trouble = action.error;
            state.open->unsaved = true;
            return;
        }
        say({"toast.failed", sentence, sentence}, false, false);
    }
    void operator()(const Tick& action) {
        state.now_s = action.now_s;
        state.today = action.today;
        state.clock = action.clock;
        const bool seen = state.toast && !state.locked;
        if (seen && state.now_s - state.toast->shown_at_s > toast_s) state.toast.reset();
        if (!state.work && state.now_s - state.last_edit_s > save_after_s) save();
        if (is_idle(state)) (*this)(Lock{});
    }
};

}  // namespace

Reduced reduce(AppState state, const Action& action) {
    Reduced reduced{std::move(state), {}};
    if (refuses(reduced.state, action)) return reduced;
    if (waits_for_work(reduced.state, action)) return reduced;
    std::visit(Reducer{reduced.state, reduced.effects}, action);
    follow_tour(reduced.state, reduced.effects, action);
    return reduced;
}

}  // namespace longju::kiosk
