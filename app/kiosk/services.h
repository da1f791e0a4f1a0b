// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>

#include "climate/year.h"
#include "energy/weather.h"
#include "estimate/spread.h"
#include "kiosk/effects.h"
#include "kiosk/store_keeper.h"
#include "report/record.h"
#include "storage/search_index.h"
#include "storage/users.h"
#include "storage/visits_store.h"
#include "sync/data_shelf.h"

/// The world the product runs in.
namespace longju::kiosk {

/// What needs no store: calculation, papers, chance and clock.
class DeskServices : public Services {
public:
    /// `reference` outlives the services; exports go to `out`.
    DeskServices(const estimate::Reference& reference, std::filesystem::path out)
        : reference_(&reference), out_(std::move(out)) {}

    std::optional<estimate::Estimate> estimate(const Inputs& inputs) override;
    Result<std::vector<sheet::Printer>> printers() override;
    Result<sheet::Printed> print(const sheet::PrintJob& job, const std::string& letters,
                                 const visit::Visit& visit) override;
    void begin_advice(const Inputs& inputs, Money own_money) override;
    void end_advice() override { advice_.reset(); }
    std::optional<AdvicePanel> advice() override;
    std::string new_visit_id() override;
    Result<std::filesystem::path> write_manual(Language language) override;
    Tick now() override;

protected:
    /// What is computed with at the moment.
    const estimate::Reference& reference() const { return *reference_; }
    /// From now on with these, which outlive the services.
    void use(const estimate::Reference& reference) { reference_ = &reference; }
    std::optional<estimate::Estimate> estimate_with(const estimate::Reference& reference,
                                                    const Inputs& inputs);
    const std::filesystem::path& out() const { return out_; }
    Result<std::filesystem::path> write_paper(const visit::Visit& visit);
    /// The papers of a visit with those letters; all that its scheme needs when empty.
    Result<sheet::Sheet> papers_of(const visit::Visit& visit, const std::string& letters);
    Result<std::filesystem::path> write_case(const visit::Visit& visit);
    estimate::Spread spread_of(const Inputs& inputs, const estimate::Estimate& answer);
    VisitCard card_of(const visit::Visit& visit, const std::string& saved_at) const;
    std::string place_of(const estimate::Place& place) const;

    /// Into the papers' folder, in place of one of that name.
    Result<std::filesystem::path> write_file(const std::string& name, std::string_view bytes);

private:
    const estimate::Reference* reference_;
    std::filesystem::path out_;
    /// Of the place's station; nothing without one.
    const climate::Year* year_of(const estimate::Reference& reference,
                                 const estimate::Place& place);

    /// The place that estimates are made for at the moment: what the sun does there is worked out
    /// once, not with each key.
    struct Here {
        const climate::Year* year = nullptr;
        energy::Weather weather;
        int estimates = 0;
    };
    std::unique_ptr<Here> here_;

    /// By data and station; they stay where they are.
    std::map<std::pair<const estimate::Reference*, std::string>, climate::Year> years_;
    std::unique_ptr<AdviceJob> advice_;
};

/// Clauses that were drafted here, in the folder of a user's visits: `ID.json`, `ID.cases.json`.
inline constexpr std::string_view drafts_folder = "drafts";

/// visits.db in the user's data folder.
class DiskServices : public DeskServices {
public:
    /// `reference` is what the program brings; packs beside the store are put over it. `store`
    /// outlives the services. Local prices are kept in `prices`, a file.
    DiskServices(const estimate::Reference& reference, std::filesystem::path out,
                 std::filesystem::path prices, storage::VisitsStore& store)
        : DeskServices(reference, std::move(out)),
          prices_(std::move(prices)),
          store_(&store),
          data_(reference, sync::PackFolder::beside(store.folder())),
          keeper_(store, prices_.parent_path(), reference.version) {
        use(data_.newest());
    }

    Result<std::vector<VisitCard>> list() override;
    Result<VisitLoaded> load(const std::string& visit_id) override;
    Result<VisitSaved> save(const visit::Visit& visit) override;
    Result<std::filesystem::path> write(Export what, const visit::Visit& visit) override;
    Result<std::optional<ConflictPanel>> conflict(const std::string& visit_id) override;
    Result<std::optional<ConflictPanel>> decide(const ConflictPanel& panel) override;
    Result<std::vector<DoublePair>> doubles() override;
    Result<void> decide(const DecideDouble& decision) override;
    void keep(const Settings& settings) override;
    Result<std::vector<cost::LocalPrice>> usual_prices() override;
    /// The other prices of the file stay; a file that cannot be read is not written over.
    Result<void> keep_price(const KeepPrice& price) override;
    Result<visit::Photo> keep_photo(const std::string& file) override;
    PhotoReader photo_reader() const override;
    Result<std::filesystem::path> keep_clause(const KeepClause& clause) override;
    Result<Desk> desk(const DeskWork& work, Progress& progress) override;
    Result<DataKnown> packs(const PackWork& work) override;
    Result<RepricePanel> reprice(const Inputs& inputs) override;
    const estimate::Reference* turn_to_newest() override;
    Result<std::vector<VisitCard>> find(const std::string& typed) override;
    Result<ListPanel> read_list(const ListRequest& request, bool take, Progress& progress) override;
    Result<storage::ListedRow> listed(const std::string& listed_id) override;
    void note_open(const std::string& visit_id) override;
    Result<std::vector<BackupRow>> backups() override;
    Result<int> restore(const std::string& name, Progress& progress) override;
    StoreNotes look_after_store(double steady_s) override { return keeper_.look(steady_s); }
    bool looking_after_store() const override { return keeper_.busy(); }
    Result<std::vector<UserCard>> users() override;
    Result<UserCard> sign_in(const std::string& user_id, const std::string& pin) override;
    std::int64_t seconds_to_wait(const std::string& user_id) override;
    void sign_out() override;
    Result<std::optional<UserCard>> change_user(const UserForm& form) override;
    Result<void> note_numbers_shown(const std::string& visit_id) override;

    Result<ReportPanel> report(const ReportRequest& request, Progress& progress) override;
    Result<std::filesystem::path> write_report(const ReportRequest& request, ReportFile file,
                                               Progress& progress) override;
    Result<AuditPanel> audit(const AuditRequest& request) override;
    Result<std::filesystem::path> write_audit(const AuditRequest& request) override;
    Result<Approved> approve(const std::string& visit_id) override;
    Result<std::filesystem::path> hand_out(const visit::Visit& visit) override;

    Settings kept_settings();
    /// The visit that was open when the program last stopped without leaving; empty when none.
    std::string left_open();

    Result<sheet::Printed> print(const sheet::PrintJob& job, const std::string& letters,
                                 const visit::Visit& visit) override;

private:
    VisitCard card_of_row(const storage::VisitRow& row) const;
    /// The removable drives that are there.
    std::vector<DeskStick> sticks() const;
    /// Such files on the drives and among the papers, newest first, a handful at most.
    std::vector<std::string> files_at_hand(
        const std::function<bool(const std::filesystem::path&)>& wanted) const;
    /// Who a record or a row of the audit log is by.
    std::string actor() const { return session_ ? session_->name : "longju-kiosk"; }
    Result<ReportPanel> annual(const ReportRequest& request, Progress& progress);
    Result<ReportPanel> monthly(const ReportRequest& request, Progress& progress);
    Result<std::vector<storage::AuditRow>> audit_rows(const AuditRequest& request);
    /// Takes a pack into use; what it is called.
    Result<std::string> install(const std::string& path);
    /// This computer's prices, and the clauses drafted here.
    Result<sync::DataPack> price_pack() const;
    Result<sync::DataPack> clause_pack() const;
    /// Gives a pack its number, signs it and writes it onto a stick, else among the papers; its
    /// path.
    Result<std::string> sign(Result<sync::DataPack> pack);
    Result<std::string> work_at_packs(const PackWork& work);
    /// A row of the audit log.
    Result<void> note(access::Action action, const std::string& subject,
                      const std::string& detail = {});

    std::filesystem::path prices_;
    storage::VisitsStore* store_;
    sync::DataShelf data_;
    StoreKeeper keeper_;
    std::optional<storage::Session> session_;
    std::map<std::string, storage::HandedOver> handed_;  ///< As of the last list.
    std::optional<storage::SearchIndex> index_;          ///< Made at the first search.
    std::vector<report::Record> records_;                ///< Of the last annual table.
};

/// One visit in memory, on the day of its case: for pictures of screens.
class CaseServices : public DeskServices {
public:
    CaseServices(const estimate::Reference& reference, visit::Visit visit)
        : DeskServices(reference, "."), visit_(std::move(visit)) {}

    Result<std::vector<VisitCard>> list() override;
    Result<VisitLoaded> load(const std::string& visit_id) override;
    Result<VisitSaved> save(const visit::Visit& visit) override;
    Result<std::filesystem::path> write(Export what, const visit::Visit& visit) override;
    void keep(const Settings&) override {}
    void note_open(const std::string&) override {}
    Tick now() override;

private:
    visit::Visit visit_;
};

}  // namespace longju::kiosk
