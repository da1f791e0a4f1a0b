// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/command_line.h"

/// One function for each verb; the texts of a command line are parsed into these.
namespace longju::cli {

struct EstimateOptions {
    std::string case_file;
    std::string reference;
    bool json = false;
    std::string prices;   ///< A file of local prices; empty: the case's own and the catalog's.
    bool spread = false;  ///< Percentiles and what matters most, below the table.
};
Outcome estimate_verb(const EstimateOptions& options);

struct AdviseOptions {
    std::string case_file;
    std::string reference;
    std::string prices;         ///< As of `estimate`.
    double own_yuan = 20000.0;  ///< What the household can pay.
    unsigned threads = 0;       ///< 0: all the machine has.
};
/// Every scheme for a house: the ready answers, the fronts, the order of works.
Outcome advise_verb(const AdviseOptions& options);

struct PricesOptions {
    std::string reference;
    std::string
        file;  ///< Checked and printed; empty: the catalog's prices as a file to begin with.
};
Outcome prices_verb(const PricesOptions& options);

struct LoanOptions {
    double principal_yuan = 0.0;
    double rate_percent = 0.0;  ///< A year, nominal.
    int months = 12;
    int interest_only = 0;  ///< First months without principal.
};
/// 等额本息 of a loan whose terms the person names.
Outcome loan_verb(const LoanOptions& options);

struct CardsOptions {
    std::string reference;
    std::string folder;  ///< Of visits.db; empty: this user's.
    bool csv = false;    ///< For a spreadsheet, UTF-8 with its mark.
};
/// How often the questions of the cards were answered yes and no.
Outcome cards_verb(const CardsOptions& options);

struct RulesOptions {
    std::string reference;
    std::vector<std::string> files;  ///< JSON documents of rules, read together; empty: shipped.
    std::string cases;               ///< Of `test`.
    std::string case_file;           ///< Of `explain`.
    std::string rule;                ///< Of `explain`; empty: every clause that was judged.
    std::string key;                 ///< File of the signing key.
    std::string pack;                ///< A signed pack.
    std::string pack_id;             ///< Of a new one, with its version and who answers for it.
    int pack_version = 1;
    std::string issuer;
    std::string out;
};
/// A line for each rule; refuses the first that is not sound.
Outcome rules_check_verb(const RulesOptions& options);
/// Runs worked cases; bad input when one comes out otherwise.
Outcome rules_test_verb(const RulesOptions& options);
/// What the clauses say of a case, condition by condition.
Outcome rules_explain_verb(const RulesOptions& options);
/// A new signing key in a file that must not be there yet.
Outcome rules_key_verb(const RulesOptions& options);
/// Tests clauses by their cases and signs them as a pack.
Outcome rules_sign_verb(const RulesOptions& options);
/// Believes the signer of a pack from now on.
Outcome rules_trust_verb(const RulesOptions& options);
/// Puts a pack of a trusted signer where this user's programs find it.
Outcome rules_install_verb(const RulesOptions& options);

struct SheetOptions {
    std::string case_file;
    std::string reference;
    std::string pdf;
    std::string png_folder;    ///< Empty: no pictures.
    std::string papers = "A";  ///< Letters of the papers, in the order wanted; `all`.
    bool practice = false;     ///< Says on every page that the people are made up.
    bool a4 = false;           ///< A3 drawings as two A4 halves each.
    std::string printer;       ///< A queue to print on; empty: none.
    int copies = 1;
    bool two_sided = false;
};
Outcome sheet_verb(const SheetOptions& options);
/// The printers of this machine, a line each.
Outcome printers_verb();

struct CaseOptions {
    std::string visit_id;  ///< Or the first letters of it, or a record code.
};
Outcome case_verb(const CaseOptions& options);

struct ExportOptions {
    std::string case_file;  ///< Empty: everything in this user's visits.db.
    std::string reference;
    std::string folder;
    std::string version;  ///< Of this program, for the parcel's header.
    bool include_sample = false;
};
Outcome export_verb(const ExportOptions& options);

struct ImportOptions {
    std::string parcel;
};
Outcome import_verb(const ImportOptions& options);

struct CatalogOptions {
    std::string folder = "catalog";
    std::string output;
    std::string reference;
    std::string id;    ///< Of the design that `new` writes.
    std::string like;  ///< The design it begins with.
};
Outcome catalog_build_verb(const CatalogOptions& options);
Outcome catalog_check_verb(const CatalogOptions& options);
Outcome catalog_junctions_verb(const CatalogOptions& options);
/// Writes the file of a new design, drawn like another one, for a person to go on with.
Outcome catalog_new_verb(const CatalogOptions& options);
Outcome catalog_list_verb(const CatalogOptions& options);

struct BenchOptions {
    std::string reference;
    bool json = false;
};
Outcome bench_verb(const BenchOptions& options);

struct SimulateOptions {
    std::string building;
    std::string weather;     ///< May be empty when only `idf` is asked for.
    std::string idf;         ///< Writes the building for EnergyPlus there.
    std::vector<double> pv;  ///< kW, tilt and azimuth from south of an array beside it; or none.
    bool json = false;
    bool hourly = false;
};
Outcome simulate_verb(const SimulateOptions& options);

struct ValidateOptions {
    std::string cases = "tests/cases";
    std::string weather = "../shared/weather";
    std::string figures;  ///< A folder for the report as a picture; empty: none.
};
Outcome validate_verb(const ValidateOptions& options);

}  // namespace longju::cli
