// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <map>
#include <memory>
#include <string>

#include "climate/year.h"
#include "estimate/spread.h"
#include "kiosk/effects.h"
#include "storage/visits_store.h"

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
    Tick now() override;

protected:
    const estimate::Reference& reference() const { return *reference_; }
    const std::filesystem::path& out() const { return out_; }
    Result<std::filesystem::path> write_paper(const visit::Visit& visit);
    /// The papers of a visit with those letters; all that its scheme needs when empty.
    Result<sheet::Sheet> papers_of(const visit::Visit& visit, const std::string& letters);
    Result<std::filesystem::path> write_case(const visit::Visit& visit);
    estimate::Spread spread_of(const Inputs& inputs, const estimate::Estimate& answer);
    VisitCard card_of(const visit::Visit& visit, const std::string& saved_at) const;
    std::string place_of(const estimate::Place& place) const;

private:
    Result<std::filesystem::path> write_file(const std::string& name, std::string_view bytes);

    const estimate::Reference* reference_;
    std::filesystem::path out_;
    /// Of the place's station; nothing without one.
    const climate::Year* year_of(const estimate::Place& place);

    std::map<std::string, climate::Year> years_;  ///< By station; they stay where they are.
    std::unique_ptr<AdviceJob> advice_;
};

/// visits.db in the user's data folder.
class DiskServices : public DeskServices {
public:
    /// `store` outlives the services.
    /// Local prices are kept in `prices`, a file.
    DiskServices(const estimate::Reference& reference, std::filesystem::path out,
                 std::filesystem::path prices, storage::VisitsStore& store)
        : DeskServices(reference, std::move(out)), prices_(std::move(prices)), store_(&store) {}

    Result<std::vector<VisitCard>> list() override;
    Result<VisitLoaded> load(const std::string& visit_id) override;
    Result<VisitSaved> save(const visit::Visit& visit) override;
    Result<std::filesystem::path> write(Export what, const visit::Visit& visit) override;
    void keep(const Settings& settings) override;
    Result<std::vector<cost::LocalPrice>> usual_prices() override;
    /// The other prices of the file stay; a file that cannot be read is not written over.
    Result<void> keep_price(const KeepPrice& price) override;
    Result<visit::Photo> keep_photo(const std::string& file) override;
    Result<std::filesystem::path> keep_clause(const KeepClause& clause) override;
    void note_open(const std::string& visit_id) override;

    Settings kept_settings();
    /// The visit that was open when the program last stopped without leaving; empty when none.
    std::string left_open();

private:
    std::filesystem::path prices_;
    storage::VisitsStore* store_;
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
