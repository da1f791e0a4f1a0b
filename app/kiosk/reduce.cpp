// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/reduce.h"

#include <algorithm>
#include <utility>

namespace longju::kiosk {
namespace {

constexpr double toast_s = 4;       // kiosk.md section 4: holds for 4 s.
constexpr double save_after_s = 2;  // field.md 4.2: saved on leaving a field or after 2 s of rest.

struct Reducer {
    AppState& state;
    std::vector<Effect>& effects;

    void ask(Effect effect) { effects.push_back(std::move(effect)); }

    void save() {
        if (!state.open || !state.open->unsaved) return;
        state.open->unsaved = false;
        ask(SaveVisit{state.open->visit});
    }
    void begin_advice(Money own_money) {
        if (!state.open) return;
        state.advice = AdvicePanel{.own_money = own_money};
        state.view.front_step = -1;
        ask(BeginAdvice{state.open->inputs(), own_money});
    }
    void leave_field() {
        if (!state.draft.id.empty()) ++state.edit_session;
        state.draft = {};
    }
    void inputs_changed() {
        state.open->stale = true;
        state.open->unsaved = true;
        state.last_edit_s = state.now_s;
        if (!state.open->inputs().place.division_code.empty()) {
            state.usual_place = state.open->inputs().place;
        }
        ask(MakeEstimate{state.open->inputs()});
        if (state.draft.id.empty()) save();
    }
    void say(Phrase phrase, bool undo = false, bool good = true) {
        state.toast = Toast{std::move(phrase), undo, good, state.now_s};
    }
    /// The county's answer to a clause that waits for it; what was filled in for it stays.
    void begin_clause(const std::string& general_id) {
        if (!state.open) return;
        const std::string& division = state.open->inputs().place.division_code;
        subsidy::CountyClause& clause = state.view.clause;
        if (clause.general_id == general_id && clause.division_code == division) return;
        clause = {.general_id = general_id,
                  .division_code = division,
                  .doc_title = {},
                  .doc_no = {},
                  .from = state.today.substr(0, 4) + "-01-01",
                  .to = state.today.substr(0, 4) + "-12-31"};
    }
    /// Only what was changed in the dialog: an old visit knows less than the laptop.
    void keep_new_prices() {
        const auto& before = state.prices_before;
        const auto& after = state.open->inputs().prices;
        for (const cost::LocalPrice& price : after) {
            if (std::ranges::find(before, price) == before.end()) ask(KeepPrice{price.id, price});
        }
        for (const cost::LocalPrice& price : before) {
            if (std::ranges::find(after, price.id, &cost::LocalPrice::id) != after.end()) continue;
            ask(KeepPrice{price.id, {}});
        }
    }
    void show_visit(visit::Visit visit, std::string saved_at) {
        state.open.emplace();
        state.open->visit = std::move(visit);
        state.open->saved_at = std::move(saved_at);
        state.screen = screen_of(state.open->visit.step);
        state.view = {};
        state.toast.reset();
        ++state.edit_session;
        if (!state.open->inputs().place.division_code.empty()) {
            state.usual_place = state.open->inputs().place;
        }
        ask(NoteOpen{state.open->visit.id});
        ask(MakeEstimate{state.open->inputs()});
    }

    void operator()(const Go& action) {
        leave_field();
        state.dialog.reset();
        if (action.screen != ScreenId::Home && !state.open) return;
        state.screen = action.screen;
        if (action.screen == ScreenId::Home) {
            save();
            ask(NoteOpen{});
            ask(ListVisits{});
            return;
        }
        const visit::Step step = step_of(action.screen);
        if (state.open->visit.step != step) {
            state.open->visit.step = step;
            state.open->unsaved = true;
        }
        save();
    }
    void operator()(const StartVisit& action) {
        if (action.visit_id.empty()) {
            ask(NewVisit{action.source});
            return;
        }
        visit::Visit visit;
        visit.id = action.visit_id;
        visit.step = visit::Step::Household;
        visit.inputs = fresh_inputs(action.source, *state.reference, state.today);
        visit.inputs.prices = action.prices;
        visit.inputs.place = {.division_code = state.usual_place.division_code,
                              .township = state.usual_place.township,
                              .village = {},
                              .station_id = {}};
        show_visit(std::move(visit), {});
        state.open->unsaved = true;
        save();
    }
    void operator()(const OpenVisitAt& action) {
        state.dialog.reset();
        ask(LoadVisit{action.visit_id});
    }
    void operator()(const Edit& action) {
        if (!state.open || state.open->inputs() == action.after) return;
        state.open->history.record(state.open->inputs(), action.what, action.field,
                                   state.edit_session);
        state.open->visit.inputs = action.after;
        inputs_changed();
    }
    void operator()(const SetProcedure& action) {
        if (!state.open || state.open->visit.procedure == action.procedure) return;
        state.open->visit.procedure = action.procedure;
        state.open->unsaved = true;
        save();
    }
    void operator()(const Undo&) {
        leave_field();
        if (!state.open || !state.open->history.can_undo()) return;
        state.open->visit.inputs = state.open->history.undo(std::move(state.open->visit.inputs));
        state.toast.reset();
        inputs_changed();
    }
    void operator()(const Redo&) {
        leave_field();
        if (!state.open || !state.open->history.can_redo()) return;
        state.open->visit.inputs = state.open->history.redo(std::move(state.open->visit.inputs));
        inputs_changed();
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
    void operator()(const SetView& action) { state.view = action.view; }
    void operator()(const SetSettings& action) {
        if (state.settings == action.settings) return;
        state.settings = action.settings;
        state.settings.size = std::clamp(state.settings.size, 1.0, 2.5);
        ask(KeepSettings{state.settings});
    }
    void operator()(const ShowDialog& action) {
        leave_field();
        save();
        state.dialog = action.dialog;
        if (state.open) state.prices_before = state.open->inputs().prices;
        if (action.dialog.kind == Dialog::Kind::Print) ask(AskPrinters{});
        constexpr Money usual_purse = Money::yuan(20000);
        if (action.dialog.kind == Dialog::Kind::Advice) begin_advice(usual_purse);
        if (action.dialog.kind == Dialog::Kind::Clause) begin_clause(action.dialog.subject);
    }
    void operator()(const AskAdvice& action) { begin_advice(action.own_money); }
    void operator()(const AdviceAt& action) {
        if (state.advice) state.advice = action.panel;
    }
    void operator()(const CloseDialog&) {
        leave_field();
        const bool priced = state.dialog && state.dialog->kind == Dialog::Kind::Prices;
        state.dialog.reset();
        if (state.advice) {
            state.advice.reset();
            ask(BeginAdvice{});
        }
        // What was asked here holds for the next visit, too; a practice visit teaches nothing.
        if (priced && state.open && !state.open->visit.sample) keep_new_prices();
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
        const bool waits = state.open && state.dialog &&
                           state.dialog->kind == Dialog::Kind::Procedure &&
                           !state.view.photo_paper.empty();
        if (!waits) return say(Phrase{"toast.photo.where", {}, {}}, false, false);
        for (const std::string& file : action.files) {
            ask(KeepPhoto{state.open->visit.id, state.view.photo_paper, file});
        }
    }
    void operator()(const PhotoKept& action) {
        if (!state.open || state.open->visit.id != action.visit_id) return;
        auto& photos = state.open->visit.procedure.photos;
        const bool known = std::ranges::any_of(photos, [&](const visit::Photo& photo) {
            return photo.paper == action.photo.paper && photo.sha256 == action.photo.sha256;
        });
        if (known) return;
        photos.push_back(action.photo);
        state.open->unsaved = true;
        save();
    }
    void operator()(const KeepClause& action) {
        leave_field();
        ask(WriteClause{action});
    }
    void operator()(const ClauseKept& action) {
        state.dialog.reset();
        say({"toast.clause", action.file, action.file});
    }
    void operator()(const PrintersListed& action) { state.printers = action.printers; }
    void operator()(const PapersPrinted& action) {
        const bool whole = action.printed.halved.empty();
        say({whole ? "toast.printed" : "toast.printed.halves", action.printer, action.printer},
            false, true);
    }
    void operator()(const Leave&) {
        leave_field();
        save();
        state.leaving = true;
        ask(NoteOpen{});
        ask(Quit{});
    }
    void operator()(const VisitsListed& action) { state.visits = action.visits; }
    void operator()(const VisitLoaded& action) { show_visit(action.visit, action.saved_at); }
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
    void operator()(const Exported& action) {
        const char* key = action.what == Export::Pdf      ? "toast.exported.pdf"
                          : action.what == Export::Parcel ? "toast.exported.parcel"
                                                          : "toast.exported.case";
        say({key, action.file, action.file});
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
        if (state.toast && state.now_s - state.toast->shown_at_s > toast_s) state.toast.reset();
        if (state.now_s - state.last_edit_s > save_after_s) save();
    }
};

template <class Rows>
std::string preferred(const Rows& rows, std::string_view id) {
    const auto found = std::ranges::find(rows, id, [](const auto& row) { return row.id; });
    if (found != rows.end()) return found->id;
    return rows.empty() ? std::string() : rows.front().id;
}

std::string preferred_assembly(const house::Library& library, house::Element element,
                               std::string_view id) {
    std::vector<house::Assembly> fitting;
    std::ranges::copy_if(library.assemblies, std::back_inserter(fitting),
                         [element](const house::Assembly& a) { return a.element == element; });
    return preferred(fitting, id);
}

Inputs survey_inputs(const estimate::Reference& reference) {
    const house::Library& library = reference.library;
    house::Survey survey;
    survey.wall_id = preferred_assembly(library, house::Element::Wall, "brick_370");
    survey.ceiling_id = preferred_assembly(library, house::Element::Ceiling, "ceiling_sawdust_100");
    survey.floor_id = preferred_assembly(library, house::Element::Floor, "floor_concrete");
    survey.window_id = preferred(library.windows, "pvc_double");
    survey.door_id = preferred(library.doors, "door_timber");
    Inputs inputs;
    inputs.house.heater_id = preferred(reference.energy.heaters, "coal_boiler_old");
    inputs.house = house::with_survey(std::move(inputs.house), survey, library);
    for (const char* field :
         {"house.survey.length_mm", "house.survey.width_mm", "house.built_year",
          "house.survey.wall_id", "house.survey.ceiling_id", "house.survey.floor_id",
          "house.survey.window_id", "house.survey.door_id", "house.heater_id"}) {
        inputs.house.origins[field] = house::Origin::Estimated;
    }
    return inputs;
}

}  // namespace

Reduced reduce(AppState state, const Action& action) {
    Reduced reduced{std::move(state), {}};
    std::visit(Reducer{reduced.state, reduced.effects}, action);
    return reduced;
}

Inputs fresh_inputs(HouseSource source, const estimate::Reference& reference,
                    const std::string& today) {
    Inputs inputs = source == HouseSource::Design && !reference.designs.empty()
                        ? estimate::inputs_for_design(reference.designs.front(), reference)
                        : survey_inputs(reference);
    if (const auto date = date_from(today)) inputs.date = *date;
    return inputs;
}

}  // namespace longju::kiosk
