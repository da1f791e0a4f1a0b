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
    std::string listed_id = {};                 ///< Whom of the county's list it is about.
    std::optional<storage::ListedRow> listed = {};  ///< What the list says; likewise.
    const estimate::Reference* data = nullptr;      ///< The newest; nothing: as it is.
};
struct OpenVisitAt {
    std::string visit_id;
};
/// The version that is shown, of a visit with several: work goes on before anybody decides.
struct OpenVersion {
    std::string visit_id;
};
/// Which side a row of the conflict takes; without a key all of them.
struct DecideRow {
    std::string key;
    visit::Side side = visit::Side::Mine;
};
/// The rows stand as decided.
struct ConfirmConflict {};
struct LookForDoubles {};
/// Whether the later of two visits is the earlier one again.
struct DecideDouble {
    std::string later, earlier;
    bool same = false;
};
/// One change of the inputs. `field` is its dotted path, `what` names it for undo.
struct Edit {
    std::string field;
    Phrase what;
    Inputs after;
    std::optional<visit::Alternatives> alternatives = {};  ///< Nothing: as they are.
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
/// The manual as a PDF among the papers, in the language of the screen.
struct WriteManual {};
struct StartPractice {};
struct LeavePractice {};
/// The first visit step by step, on a practice visit (tour.h).
struct StartTour {};
struct TourNext {};
struct EndTour {};
enum class Export { Pdf, Case };
struct ExportVisit {
    Export what = Export::Pdf;
};
/// 交接: parcels out and in (desk.h).
struct AskDesk {
    DeskWork work;
};
struct Leave {};
/// Any key, click, word or movement: what keeps the screen from being locked.
struct PersonActive {};
struct Lock {};
struct SetSignIn {
    SignIn sign_in;
};
/// ID number and phone in full, which the audit log remembers.
struct ShowNumbers {};
/// 告知同意 of the visit that is open; nothing: taken back.
struct SetConsent {
    std::optional<visit::Consent> consent;
};
/// What the dialog of users has filled in.
struct KeepUser {
    UserForm form;
};
/// Files that were dropped on the window: photos, where a paper waits for them.
struct DropFiles {
    std::vector<std::string> files;
};
/// The first of the photos that wait. One at a time, so that the screen says how many are left;
/// nothing else is done meanwhile.
struct TakeNextPhoto {};
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

/// Every visit of a copy again as it was there.
struct RestoreCopy {
    std::string name;
};

struct AskPacks {
    PackWork work;
};
/// The visit that is open is computed with the newest data from now on.
struct UseNewData {};

// What the world answers.
struct DataKnown {
    DataPanel panel;
    std::optional<Phrase> said;  ///< What the last work came to.
};
struct RepriceShown {
    RepricePanel panel;
};
struct DataTurned {
    const estimate::Reference* newest = nullptr;
};
struct BackupsListed {
    std::vector<BackupRow> copies;
};
struct CopyRestored {
    int changed = 0;  ///< Visits that are otherwise now.
};
/// A damaged store was found when the program began.
struct StoreSalvaged {
    storage::Salvage salvage;
};
struct StoreNoted {
    StoreNotes notes;
};
/// Reads a list and says what it would do.
struct ReadList {
    ListRequest request;
};
/// Takes in the list of the dialog.
struct TakeList {};
/// Makes the table of the dialog.
struct AskReport {
    ReportRequest request;
};
struct WriteReportFile {
    ReportFile file = ReportFile::Xlsx;
};
struct AskAudit {
    AuditRequest request;
};
struct WriteAuditFile {};
/// 县审批 of the visit that is open, in the name of who is signed in.
struct Approve {};
/// All that is kept of the household that is open, for it to take home.
struct HandOutRecord {};
/// What goes on is to end, and changes nothing.
struct StopWork {};

struct VisitsFound {
    std::string typed;  ///< An answer to older words is dropped.
    std::vector<VisitCard> visits;
};
struct ListRead {
    ListRequest request;  ///< Likewise.
    ListPanel panel;
};
struct ListTaken {
    ListPanel panel;
};
struct ReportRead {
    ReportPanel panel;
};
struct AuditRead {
    AuditPanel panel;
};
struct FileWritten {
    std::string key;  ///< Of the sentence that names the file.
    std::string file;
};
struct Approved {
    std::string visit_id;
    Date on;
    std::string at;    ///< `14:03`
    bool own = false;  ///< Not done: who asked for it recorded the visit.
};
/// What goes on; nothing when it ended.
struct WorkNoted {
    std::optional<Work> work;
};
struct WorkStopped {};
struct UsersListed {
    std::vector<UserCard> users;
};
struct SignedInAs {
    UserCard user;
};
struct PinRefused {
    Error error;
    std::int64_t wait_s = 0;  ///< Until the next one is tried.
};
struct NumbersShown {
    std::string visit_id;
};
struct VisitsListed {
    std::vector<VisitCard> visits;
};
struct VisitLoaded {
    visit::Visit visit;
    std::string saved_at;
    /// What it was computed with; nothing: the data that are in use anyway.
    const estimate::Reference* data = nullptr;
    bool data_lost = false;  ///< Those are not on this computer: `data` are the newest.
};
struct ConflictShown {
    ConflictPanel panel;
};
struct ConflictDecided {
    std::string visit_id;
};
struct DoublesFound {
    std::vector<DoublePair> doubles;
};
struct VisitSaved {
    std::string visit_id;
    std::string at;  ///< `14:03`
};
struct EstimateMade {
    Inputs inputs;  ///< What it was made from; an answer to older inputs is dropped.
    std::optional<estimate::Estimate> estimate;
};
struct ComparisonMade {
    Inputs inputs;  ///< What it was made for; an answer to older ones is dropped.
    Comparison compared;
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
struct DeskKnown {
    Desk desk;
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

using Action = std::variant<
    Go, StartVisit, OpenVisitAt, Edit, SetProcedure, Undo, Redo, SetDraft, SetView, SetSettings,
    ShowDialog, CloseDialog, CloseToast, ExportVisit, Leave, AdviceAt, VisitsListed, VisitLoaded,
    VisitSaved, EstimateMade, ComparisonMade, Exported, PrintPapers, PrintersListed, PapersPrinted,
    KeepClause, ClauseKept, DropFiles, TakeNextPhoto, PhotoKept, AskDesk, DeskKnown, OpenVersion,
    DecideRow, ConfirmConflict, ConflictShown, ConflictDecided, LookForDoubles, DecideDouble,
    DoublesFound, RestoreCopy, BackupsListed, CopyRestored, StoreSalvaged, StoreNoted, ReadList,
    TakeList, VisitsFound, ListRead, ListTaken, PersonActive, Lock, SetSignIn, ShowNumbers,
    SetConsent, KeepUser, UsersListed, SignedInAs, PinRefused, NumbersShown, AskReport,
    WriteReportFile, AskAudit, WriteAuditFile, Approve, HandOutRecord, StopWork, ReportRead,
    AuditRead, FileWritten, Approved, WorkNoted, WorkStopped, AskPacks, UseNewData, DataKnown,
    RepriceShown, DataTurned, WriteManual, StartPractice, LeavePractice, StartTour, TourNext,
    EndTour, Failed, Tick>;

}  // namespace longju::kiosk
