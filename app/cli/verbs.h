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

struct ManualOptions {
    std::string language = "zh";
    std::string pdf;
};
/// The help of the kiosk's screens as a booklet.
Outcome manual_verb(const ManualOptions& options);

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
};
/// A line for each rule; refuses the first that is not sound.
Outcome rules_check_verb(const RulesOptions& options);
/// Runs worked cases; bad input when one comes out otherwise.
Outcome rules_test_verb(const RulesOptions& options);
/// What the clauses say of a case, condition by condition.
Outcome rules_explain_verb(const RulesOptions& options);

struct PackOptions {
    std::string reference;
    std::string kind;                ///< A word of `sync::word_of`.
    std::vector<std::string> files;  ///< What the pack is made of.
    std::string cases;               ///< Of clauses.
    std::string id;                  ///< `wangkui-2026`
    int version = 1;
    std::string issuer, valid_to;
    std::string file;  ///< The pack.
    std::string slot;  ///< `prices/wangkui-2026`
    std::string reason;
};
/// Tries what the files hold and signs it with this store's key.
Outcome pack_make_verb(const PackOptions& options);
/// Takes a pack of a county that is believed into use.
Outcome pack_install_verb(const PackOptions& options);
/// What is in use, and what can be gone back to.
Outcome pack_show_verb(const PackOptions& options);
/// The generation before again.
Outcome pack_back_verb(const PackOptions& options);
/// What the program brings again.
Outcome pack_off_verb(const PackOptions& options);

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

struct ConflictsOptions {
    std::string decide;             ///< Id of the visit to decide; empty: only tell.
    std::vector<std::string> take;  ///< `mine`, `theirs`, `FIELD=mine`, `FIELD=theirs`.
    bool settle = false;            ///< Merges the visits that need nobody.
};
/// Visits with several versions and what differs, or a decision.
Outcome conflicts_verb(const ConflictsOptions& options);

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

struct KeysOptions {
    std::string file;  ///< A key pack, or a parcel of the laptop to enrol.
    std::string name, township;
    std::string county_code, escrow;
    std::vector<std::string> retire;  ///< Keys of the county that are no longer believed.
    int pack_version = 1;             ///< At least; a new desk goes on above the old one's.
    std::string fingerprint;
};
/// This store's key and those it knows.
Outcome keys_show_verb();
/// A key on its own in a file that must not be there yet: for escrow and for forgotten PINs.
Outcome keys_new_verb(const KeysOptions& options);
/// Makes this the county's store and writes its key pack.
Outcome keys_county_verb(const KeysOptions& options);
Outcome keys_install_verb(const KeysOptions& options);
/// A laptop whose parcels are taken in from now on.
Outcome keys_enrol_verb(const KeysOptions& options);
Outcome keys_revoke_verb(const KeysOptions& options);

struct ReceiptOptions {
    std::string folder;
    std::string device;  ///< Its name or fingerprint; empty: every laptop's.
    std::string version;
};
/// Receipts for laptops, with what others did to their visits.
Outcome receipt_verb(const ReceiptOptions& options);

struct ImportOptions {
    std::string parcel;
    bool salvage = false;  ///< Takes what is whole of a damaged one.
};
Outcome import_verb(const ImportOptions& options);

struct BackupsOptions {
    std::string name;           ///< Of a copy, as `list` prints it, or a path.
    bool replace_file = false;  ///< The copy becomes visits.db itself.
};
/// The copies of this user's visits, a line each.
Outcome backups_list_verb();
/// Makes a copy unless there is one of what there is.
Outcome backups_make_verb();
/// Goes back to a copy (storage/restore.h).
Outcome backups_restore_verb(const BackupsOptions& options);
struct ListOptions {
    std::string file;                ///< .csv or .xlsx.
    std::vector<std::string> map;    ///< HEADER=FIELD.
    std::string name;                ///< Of the list; empty: as the file.
    bool dry_run = false;            ///< Only tells.
    std::vector<std::string> words;  ///< Of a search; none: the villages.
};
/// Takes in a county's list of households, or tells what that would do.
Outcome list_import_verb(const ListOptions& options);
/// The villages of the roster, or the households that words find.
Outcome list_show_verb(const ListOptions& options);

struct UsersOptions {
    std::string name;
    std::string role = "supervisor";  ///< A word of `access::word_of`.
    std::string signer;               ///< 64 hex digits, or a pack that it signed.
    std::string key;                  ///< File with the recovery key.
};
Outcome users_list_verb();
/// The first one takes the open key away and must be a supervisor.
Outcome users_add_verb(const UsersOptions& options);
Outcome users_retire_verb(const UsersOptions& options);
/// A new PIN for oneself, or for `name`.
Outcome users_pin_verb(const UsersOptions& options);
/// With which county key forgotten PINs are recovered.
Outcome users_recovery_verb(const UsersOptions& options);
Outcome users_recover_verb(const UsersOptions& options);

struct AuditOptions {
    int last = 50;  ///< So many of the newest rows are printed; all are verified.
};
Outcome audit_verb(const AuditOptions& options);

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
