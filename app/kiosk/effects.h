// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/progress.h"
#include "core/result.h"
#include "kiosk/action.h"
#include "kiosk/photo_reader.h"
#include "kiosk/state.h"

namespace longju::kiosk {

// What `reduce` asks for; the shell does it and answers with an action.
struct ListVisits {};
struct LoadVisit {
    std::string visit_id;
};
struct LoadConflict {
    std::string visit_id;
};
/// Decisions of every step so far, the last one of `panel.rows`.
struct DecideConflict {
    ConflictPanel panel;
};
struct FindDoubles {};
struct KeepDouble {
    DecideDouble decision;
};
struct SaveVisit {
    visit::Visit visit;
};
struct MakeEstimate {
    Inputs inputs;
};
/// Estimates of other schemes for the same house.
struct CompareSchemes {
    Inputs inputs;
    std::map<std::string, measure::Scheme> schemes;  ///< By letter.
};
struct WriteExport {
    Export what = Export::Pdf;
    visit::Visit visit;
};
struct KeepSettings {
    Settings settings;
};
struct NewVisit {
    HouseSource source = HouseSource::Survey;
    std::string listed_id;  ///< Whom of the county's list it is about; empty: nobody.
};
/// One price that new visits begin with from now on; nothing: the catalog's again.
struct KeepPrice {
    std::string id;
    std::optional<cost::LocalPrice> price;
};
/// Begins an advice, instead of one that runs; without inputs it only ends that.
struct BeginAdvice {
    std::optional<Inputs> inputs;
    Money own_money;
};
/// Names the visit that is open, so that it can be offered after a power cut; empty = none.
struct NoteOpen {
    std::string visit_id;
};
struct KeepPhoto {
    std::string visit_id, paper, file;
};
struct WriteClause {
    KeepClause clause;
};
struct WorkAtDesk {
    DeskWork work;
};
struct ListBackups {};
struct RestoreBackup {
    std::string name;
};
struct FindVisits {
    std::string typed;
};
struct TryList {
    ListRequest request;
    bool take = false;  ///< Not only try.
};
struct ReadReport {
    ReportRequest request;
};
struct WriteReport {
    ReportRequest request;
    ReportFile file = ReportFile::Xlsx;
};
struct ReadAudit {
    AuditRequest request;
};
struct WriteAudit {
    AuditRequest request;
};
struct ApproveVisit {
    std::string visit_id;
};
struct WriteRecord {
    visit::Visit visit;
};
struct WorkAtPacks {
    PackWork work;
};
/// The inputs under the newest data, beside what is shown.
struct CompareData {
    Inputs inputs;
};
struct TurnToNewest {};
struct MakeManual {
    Language language = Language::Chinese;
};
struct Quit {};
struct AskPrinters {};
struct SendToPrinter {
    sheet::PrintJob job;
    std::string letters;
    visit::Visit visit;
};
struct ListUsers {};
struct TryPin {
    std::string user_id, pin;
};
struct SignOut {};
/// Answers when it is in the audit log.
struct NoteNumbersShown {
    std::string visit_id;
};
struct ChangeUser {
    UserForm form;
};

using Effect =
    std::variant<ListVisits, LoadVisit, SaveVisit, MakeEstimate, CompareSchemes, WriteExport,
                 KeepSettings, KeepPrice, BeginAdvice, NewVisit, NoteOpen, Quit, AskPrinters,
                 SendToPrinter, WriteClause, KeepPhoto, WorkAtDesk, LoadConflict, DecideConflict,
                 FindDoubles, KeepDouble, ListBackups, RestoreBackup, FindVisits, TryList,
                 ListUsers, TryPin, SignOut, NoteNumbersShown, ChangeUser, ReadReport, WriteReport,
                 ReadAudit, WriteAudit, ApproveVisit, WriteRecord, WorkAtPacks, CompareData,
                 TurnToNewest, MakeManual>;

/// The world outside the state: disk, clock, calculation, chance. The product's is `DiskServices`,
/// tests bring their own. Only one thread at a time is in any of them, but `now` and `advice`
/// (effect_queue.h).
class Services {
public:
    Services() = default;
    virtual ~Services() = default;
    Services(const Services&) = delete;
    Services& operator=(const Services&) = delete;

    virtual Result<std::vector<VisitCard>> list() = 0;
    virtual Result<VisitLoaded> load(const std::string& visit_id) = 0;
    /// Appends a revision; answers when it is on the disk.
    virtual Result<VisitSaved> save(const visit::Visit& visit) = 0;
    /// The versions of a visit, where a person must choose; nothing when they are one (again).
    virtual Result<std::optional<ConflictPanel>> conflict(const std::string&) {
        return std::optional<ConflictPanel>();
    }
    /// The next step of the same visit; nothing when the decision is on the disk.
    virtual Result<std::optional<ConflictPanel>> decide(const ConflictPanel& panel) {
        return fail(ErrorKind::NotFound, "there is no visit " + panel.visit_id);
    }
    /// Visits that may be one, the surest first.
    virtual Result<std::vector<DoublePair>> doubles() { return std::vector<DoublePair>{}; }
    virtual Result<void> decide(const DecideDouble& decision) {
        return fail(ErrorKind::NotFound, "there is no visit " + decision.later);
    }
    virtual std::optional<estimate::Estimate> estimate(const Inputs& inputs) = 0;
    /// Writes a file and answers its path.
    virtual Result<std::filesystem::path> write(Export what, const visit::Visit& visit) = 0;
    virtual Result<std::vector<sheet::Printer>> printers() = 0;
    /// The papers of `visit` with those letters.
    virtual Result<sheet::Printed> print(const sheet::PrintJob& job, const std::string& letters,
                                         const visit::Visit& visit) = 0;
    /// On a thread or at once; `advice` says how far it is.
    virtual void begin_advice(const Inputs& inputs, Money own_money) = 0;
    virtual void end_advice() = 0;
    virtual std::optional<AdvicePanel> advice() = 0;
    virtual std::string new_visit_id() = 0;
    virtual void keep(const Settings& settings) = 0;
    /// Local prices of this laptop; none by default.
    virtual Result<std::vector<cost::LocalPrice>> usual_prices() {
        return std::vector<cost::LocalPrice>{};
    }
    virtual Result<void> keep_price(const KeepPrice&) { return {}; }
    /// Writes the clause and its cases and answers the path of the clause.
    virtual Result<std::filesystem::path> keep_clause(const KeepClause& clause) {
        return fail(ErrorKind::NotFound, clause.id + " has no folder to be kept in");
    }
    /// What fits what one types, best first. By default the listed visits whose head or place
    /// holds it.
    virtual Result<std::vector<VisitCard>> find(const std::string& typed);
    /// Reads a county's list, and takes it in if `take`.
    virtual Result<ListPanel> read_list(const ListRequest& request, bool, Progress&) {
        return fail(ErrorKind::NotFound, request.file + " cannot be read here");
    }
    /// What the county's list says of a household.
    virtual Result<storage::ListedRow> listed(const std::string& listed_id) {
        return fail(ErrorKind::NotFound, "there is no listed household " + listed_id);
    }
    /// Keeps a photo beside the visits.
    virtual Result<visit::Photo> keep_photo(const std::string& file) {
        return fail(ErrorKind::NotFound, file + " has no folder to be kept in");
    }
    /// How kept photos are read.
    virtual PhotoReader photo_reader() const {
        return [](const std::string&, photo::Size) -> Result<photo::Pixels> {
            return fail(ErrorKind::NotFound, "there is no folder with photos");
        };
    }
    /// Does the work and says how things are afterwards.
    virtual Result<Desk> desk(const DeskWork& work, Progress&) {
        return fail(ErrorKind::NotFound, work.path + " has no store to go to");
    }
    /// Does the work and says which data there are; by default those that are in use.
    virtual Result<DataKnown> packs(const PackWork&) { return DataKnown{}; }
    virtual Result<RepricePanel> reprice(const Inputs&) {
        return fail(ErrorKind::NotFound, "there are no newer data");
    }
    /// From now on computes with the newest data, until another visit is loaded; nothing when there
    /// is only one.
    virtual const estimate::Reference* turn_to_newest() { return nullptr; }
    /// Copies of the visits, newest first; none by default.
    virtual Result<std::vector<BackupRow>> backups() { return std::vector<BackupRow>{}; }
    /// Goes back to a copy (storage/restore.h); answers how many visits changed.
    virtual Result<int> restore(const std::string& name, Progress&) {
        return fail(ErrorKind::NotFound, name + " is no copy that is kept here");
    }
    /// Between frames: does what is due for the store, never for long, and tells what stays wrong.
    virtual StoreNotes look_after_store(double) { return {}; }
    /// Whether it should be called again soon.
    virtual bool looking_after_store() const { return false; }
    /// Those in service; none by default, and then nobody is asked for a PIN.
    virtual Result<std::vector<UserCard>> users() { return std::vector<UserCard>{}; }
    /// Whose hands the kiosk is in from now on, until `sign_out`.
    virtual Result<UserCard> sign_in(const std::string& user_id, const std::string&) {
        return fail(ErrorKind::NotFound, "there is no user " + user_id);
    }
    virtual std::int64_t seconds_to_wait(const std::string&) { return 0; }
    virtual void sign_out() {}
    /// Adds, retires or gives a new PIN as the form says. The first user is signed in by it and
    /// answered; else nobody.
    virtual Result<std::optional<UserCard>> change_user(const UserForm&) {
        return fail(ErrorKind::NotFound, "there is no store for users");
    }
    /// A row of the audit log; in a store without one nothing.
    virtual Result<void> note_numbers_shown(const std::string&) { return {}; }
    /// The table that is asked for, from what is in the store.
    virtual Result<ReportPanel> report(const ReportRequest&, Progress&) {
        return fail(ErrorKind::Missing, "there is no store to make a table from");
    }
    /// Writes that table and answers its path.
    virtual Result<std::filesystem::path> write_report(const ReportRequest&, ReportFile,
                                                       Progress&) {
        return fail(ErrorKind::Missing, "there is no store to make a table from");
    }
    virtual Result<AuditPanel> audit(const AuditRequest&) {
        return fail(ErrorKind::Missing, "there is no audit log");
    }
    /// Writes those rows as CSV, all of them, and answers the path.
    virtual Result<std::filesystem::path> write_audit(const AuditRequest&) {
        return fail(ErrorKind::Missing, "there is no audit log");
    }
    /// 县审批 of a visit as it is in the store; never of what the same person recorded.
    virtual Result<Approved> approve(const std::string& visit_id) {
        return fail(ErrorKind::NotFound, "there is no visit " + visit_id);
    }
    /// All that is kept of a household, for it: a page to read beside a file. Answers the page.
    virtual Result<std::filesystem::path> hand_out(const visit::Visit& visit) {
        return fail(ErrorKind::NotFound, "there is no visit " + visit.id);
    }
    /// Writes the manual and answers its path.
    virtual Result<std::filesystem::path> write_manual(Language) {
        return fail(ErrorKind::Missing, "there is no folder for papers");
    }
    virtual void note_open(const std::string& visit_id) = 0;
    virtual Tick now() = 0;
};

/// Does one effect and says what came of it. Long ones tell `progress` how far they are.
std::vector<Action> run(const Effect& effect, Services& services, Progress& progress);

}  // namespace longju::kiosk
