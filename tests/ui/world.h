// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <atomic>
#include <map>
#include <string>
#include <vector>

#include "core/hash.h"
#include "kiosk/effects.h"

/// A small world for the screens: a hand-made catalog of a few rows and services that remember what
/// they were asked, on a fixed day. Figures are made up to fill the screens.
namespace longju::kiosk::testing {

estimate::Reference small_reference();
/// 王桂兰's house in 兰西县, half way through.
visit::Visit sample_visit(const estimate::Reference& reference);

/// What two laptops made of the sample visit: one of everything that can differ.
ConflictPanel sample_conflict(const estimate::Reference& reference);
std::vector<DoublePair> sample_doubles();
/// A county's desk with everything on it: sticks, laptops, parcels, a stranger, good and bad news.
Desk sample_desk();

/// An office with eight accepted houses in two townships, and the rows of a month.
ReportPanel sample_report(const estimate::Reference& reference, const ReportRequest& request);
/// A whole log of five rows by three people.
AuditPanel sample_audit(const AuditRequest& request);
/// A county's desk with a pack in use, one to go back to, one that was taken off, and worries.
DataPanel sample_data();

class FakeServices : public Services {
public:
    explicit FakeServices(const estimate::Reference& reference);

    /// The sample visit is a practice one, and there is no other: a first day.
    void practise_only();

    Result<std::vector<VisitCard>> list() override;
    Result<VisitLoaded> load(const std::string& visit_id) override;
    Result<VisitSaved> save(const visit::Visit& visit) override;
    std::optional<estimate::Estimate> estimate(const Inputs& inputs) override;
    Result<std::filesystem::path> write(Export what, const visit::Visit& visit) override;
    Result<std::vector<sheet::Printer>> printers() override { return queues; }
    Result<sheet::Printed> print(const sheet::PrintJob& job, const std::string& letters,
                                 const visit::Visit& visit) override {
        printed.push_back(job.printer + " " + std::to_string(job.copies) + " " + letters + " " +
                          visit.inputs.household.head);
        return sheet::Printed{static_cast<int>(letters.size()), {}};
    }
    void begin_advice(const Inputs& inputs, Money own_money) override;
    void end_advice() override { panel.reset(); }
    std::optional<AdvicePanel> advice() override { return panel; }
    std::string new_visit_id() override;
    void note_open(const std::string& visit_id) override { open_visit = visit_id; }
    void keep(const Settings& settings) override { kept = settings; }
    Result<std::vector<cost::LocalPrice>> usual_prices() override { return local_prices; }
    Result<void> keep_price(const KeepPrice& price) override {
        cost::replace(local_prices, price.id, price.price);
        return {};
    }
    Result<visit::Photo> keep_photo(const std::string& file) override {
        if (!file.ends_with(".jpg")) return fail(ErrorKind::BadInput, file + " is no photo");
        return visit::Photo{.paper = {}, .sha256 = sha256_hex(file), .name = file, .bytes = 2048};
    }
    /// A wall in the colours of its hash, for every photo but 坏了.jpg.
    PhotoReader photo_reader() const override;
    Result<std::filesystem::path> keep_clause(const KeepClause& clause) override {
        clauses.push_back(clause);
        return std::filesystem::path(clause.id + ".json");
    }
    Result<std::vector<BackupRow>> backups() override { return copies; }
    Result<int> restore(const std::string& name, Progress&) override {
        restored.push_back(name);
        return 1;
    }
    Result<Desk> desk(const DeskWork& work, Progress&) override {
        worked.push_back(work);
        return at_desk;
    }
    Result<ReportPanel> report(const ReportRequest& request, Progress&) override {
        return sample_report(*reference_, request);
    }
    Result<std::filesystem::path> write_report(const ReportRequest&, ReportFile file,
                                               Progress&) override {
        reports.push_back(file);
        return std::filesystem::path("table");
    }
    Result<AuditPanel> audit(const AuditRequest& request) override { return sample_audit(request); }
    /// Goes on at 62 % while `hold`, or until it is stopped.
    Result<ListPanel> read_list(const ListRequest& request, bool take, Progress& progress) override;
    Result<DataKnown> packs(const PackWork&) override { return known; }
    Result<RepricePanel> reprice(const Inputs& inputs) override;
    StoreNotes look_after_store(double) override { return notes; }
    Result<std::filesystem::path> write_manual(Language language) override {
        manuals.push_back(language);
        return std::filesystem::path("manual.pdf");
    }
    Tick now() override { return {seconds, "2026-11-22", "14:10"}; }

    std::map<std::string, visit::Visit> stored;
    std::vector<std::string> saved;  ///< Ids, in the order of saves.
    std::vector<Export> written;
    std::optional<Settings> kept;
    std::optional<Error> refuse_save;
    std::string open_visit;
    double seconds = 0;
    int estimates = 0;
    std::vector<cost::LocalPrice> local_prices;
    std::optional<AdvicePanel> panel;
    int advice_measures = 2;  ///< Of the catalog, so that a search takes a moment only.
    std::vector<sheet::Printer> queues = {{"HP-1020", "镇政府一楼", true, false, false},
                                          {"Ricoh-MP", "县住建局", false, true, true}};
    std::vector<KeepClause> clauses;
    std::vector<BackupRow> copies = {{"newest", "2026-11-22T14:00:00+08:00", "regular", 41},
                                     {"before", "2026-11-21T09:30:00+08:00", "import", 38},
                                     {"broken", "", "exit", {}}};
    std::vector<std::string> restored;
    StoreNotes notes;
    Desk at_desk = sample_desk();
    std::vector<DeskWork> worked;
    std::vector<ReportFile> reports;
    std::vector<Language> manuals;
    std::atomic<bool> hold = false;
    std::atomic<int> lists_taken = 0;
    DataKnown known;
    std::vector<std::string> printed;  ///< Printer, copies, letters, household.

private:
    const estimate::Reference* reference_;
    estimate::Reference few_;  ///< What advice is made from; its answers point into it.
    std::map<std::string, std::optional<climate::Year>> years_;
};

}  // namespace longju::kiosk::testing
