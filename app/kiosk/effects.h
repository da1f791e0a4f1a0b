// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/result.h"
#include "kiosk/action.h"
#include "kiosk/state.h"

namespace longju::kiosk {

// What `reduce` asks for; the shell does it and answers with an action.
struct ListVisits {};
struct LoadVisit {
    std::string visit_id;
};
struct SaveVisit {
    visit::Visit visit;
};
struct MakeEstimate {
    Inputs inputs;
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
struct Quit {};
struct AskPrinters {};
struct SendToPrinter {
    sheet::PrintJob job;
    std::string letters;
    visit::Visit visit;
};

using Effect = std::variant<ListVisits, LoadVisit, SaveVisit, MakeEstimate, WriteExport,
                            KeepSettings, KeepPrice, BeginAdvice, NewVisit, NoteOpen, Quit,
                            AskPrinters, SendToPrinter, WriteClause, KeepPhoto>;

/// The world outside the state: disk, clock, calculation, chance. The product's is `DiskServices`,
/// tests bring their own.
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
    /// Copies a photo beside the visits.
    virtual Result<visit::Photo> keep_photo(const std::string& file) {
        return fail(ErrorKind::NotFound, file + " has no folder to be kept in");
    }
    virtual void note_open(const std::string& visit_id) = 0;
    virtual Tick now() = 0;
};

/// Does one effect and says what came of it.
std::vector<Action> run(const Effect& effect, Services& services);

}  // namespace longju::kiosk
