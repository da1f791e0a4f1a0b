// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <variant>
#include <vector>

#include "kiosk/state.h"

/// What can happen. Screens emit these; the shell adds what its effects answered.
namespace longju::kiosk {

// What a person does.
struct Go {
    ScreenId screen = ScreenId::Home;
};
struct StartVisit {
    HouseSource source = HouseSource::Survey;
    std::string visit_id;                       ///< New and random; made by the shell when empty.
    std::vector<cost::LocalPrice> prices = {};  ///< This laptop's; likewise.
};
struct OpenVisitAt {
    std::string visit_id;
};
/// One change of the inputs. `field` is its dotted path, `what` names it for undo.
struct Edit {
    std::string field;
    Phrase what;
    Inputs after;
};
/// Days and ticks of the case; each is taken back where it was set, not by undo.
struct SetProcedure {
    visit::Procedure procedure;
};
struct Undo {};
struct Redo {};
struct SetDraft {
    Draft draft;
};
struct SetView {
    View view;
};
struct SetSettings {
    Settings settings;
};
struct ShowDialog {
    Dialog dialog;
};
struct CloseDialog {};
struct CloseToast {};
enum class Export { Pdf, Parcel, Case };
struct ExportVisit {
    Export what = Export::Pdf;
};
struct Leave {};
/// Every scheme for the house that is open, with so much own money.
struct AskAdvice {
    Money own_money;
};
/// Files that were dropped on the window: photos, where a paper waits for them.
struct DropFiles {
    std::vector<std::string> files;
};
/// The clause of the dialog as a draft on the disk.
struct KeepClause {
    std::string id;
    std::string rules, cases;  ///< Documents (subsidy/county_clause.h).
};
/// The papers with these letters to a printer.
struct PrintPapers {
    sheet::PrintJob job;
    std::string letters;
};

// What the world answers.
struct VisitsListed {
    std::vector<VisitCard> visits;
};
struct VisitLoaded {
    visit::Visit visit;
    std::string saved_at;
};
struct VisitSaved {
    std::string visit_id;
    std::string at;  ///< `14:03`
};
struct EstimateMade {
    Inputs inputs;  ///< What it was made from; an answer to older inputs is dropped.
    std::optional<estimate::Estimate> estimate;
};
struct AdviceAt {
    AdvicePanel panel;
};
struct Exported {
    Export what = Export::Pdf;
    std::string file;
};
struct PhotoKept {
    std::string visit_id;
    visit::Photo photo;
};
struct ClauseKept {
    std::string file;
};
struct PrintersListed {
    std::vector<sheet::Printer> printers;
};
struct PapersPrinted {
    std::string printer;
    sheet::Printed printed;
};
struct Failed {
    Error error;
    bool saving = false;  ///< The visit is not on the disk: the bar stays until it is.
};
struct Tick {
    double now_s = 0;
    std::string today;
    std::string clock;
};

using Action = std::variant<Go, StartVisit, OpenVisitAt, Edit, SetProcedure, Undo, Redo, SetDraft,
                            SetView, SetSettings, ShowDialog, CloseDialog, CloseToast, ExportVisit,
                            Leave, AskAdvice, AdviceAt, VisitsListed, VisitLoaded, VisitSaved,
                            EstimateMade, Exported, PrintPapers, PrintersListed, PapersPrinted,
                            KeepClause, ClauseKept, DropFiles, PhotoKept, Failed, Tick>;

}  // namespace longju::kiosk
