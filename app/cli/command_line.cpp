// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/command_line.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "cli/record_verbs.h"
#include "cli/report_options.h"
#include "cli/verbs.h"

namespace longju::cli {

namespace {

/// Everything that a command line can set.
struct Options {
    EstimateOptions estimate;
    AdviseOptions advise;
    PricesOptions prices;
    RulesOptions rules;
    PackOptions pack;
    CardsOptions cards;
    LoanOptions loan;
    ManualOptions manual;
    SheetOptions sheet;
    CaseOptions visit;
    RecordOptions records;
    CatalogOptions catalog;
    BenchOptions bench;
    SimulateOptions simulate;
    ValidateOptions validate;
    ReportOptions report;
};

void add_reference(CLI::App* verb, std::string& reference) {
    verb->add_option("--reference", reference,
                     "reference.db; else LONGJU_REFERENCE, else ../share");
}

void add_case_verbs(CLI::App& program, Options& options) {
    CLI::App* estimate =
        program.add_subcommand("estimate", "Before and after, money and subsidies");
    estimate->add_option("CASE", options.estimate.case_file, "A case as TOML")->required();
    estimate->add_flag("--json", options.estimate.json, "Everything, with sources and labels");
    estimate->add_flag("--spread", options.estimate.spread,
                       "How sure it is, and what matters most");
    estimate->add_option("--prices", options.estimate.prices, "Local prices: longju prices");
    add_reference(estimate, options.estimate.reference);

    CLI::App* advise = program.add_subcommand("advise", "The best of every scheme there is");
    advise->add_option("CASE", options.advise.case_file, "A case as TOML")->required();
    advise->add_option("--own", options.advise.own_yuan, "Own money, yuan")
        ->check(CLI::Range(0.0, 1e7));
    advise->add_option("--prices", options.advise.prices, "Local prices: longju prices");
    advise->add_option("--threads", options.advise.threads, "0: all of the machine");
    add_reference(advise, options.advise.reference);

    CLI::App* prices = program.add_subcommand("prices", "Prices as a file to change, or its check");
    prices->add_option("FILE", options.prices.file, "Local prices to check");
    add_reference(prices, options.prices.reference);

    CLI::App* sheet = program.add_subcommand("sheet", "The farmer's paper as PDF");
    sheet->add_option("CASE", options.sheet.case_file, "A case as TOML")->required();
    sheet->add_option("-o,--output", options.sheet.pdf, "The PDF to write")->required();
    sheet->add_option("--png", options.sheet.png_folder, "A folder for each page as a picture");
    sheet
        ->add_option(
            "--papers", options.sheet.papers,
            "Letters of the papers: A to H, J to M on request, or all: A to H that are needed")
        ->capture_default_str();
    sheet->add_flag("--a4", options.sheet.a4, "Drawings in A4 halves, to be taped to A3");
    sheet->add_option("--print", options.sheet.printer, "Also to this printer, at true size");
    sheet->add_option("--copies", options.sheet.copies, "How many")->check(CLI::Range(1, 99));
    sheet->add_flag("--two-sided", options.sheet.two_sided, "On both sides of the paper");
    program.add_subcommand("printers", "The printers of this machine");
    sheet->add_flag("--practice", options.sheet.practice, "Say that the people are made up");
    add_reference(sheet, options.sheet.reference);

    CLI::App* manual = program.add_subcommand("manual", "How the kiosk is used, as PDF");
    manual->add_option("--lang", options.manual.language, "zh or en")
        ->check(CLI::IsMember({"zh", "en"}))
        ->capture_default_str();
    manual->add_option("-o,--output", options.manual.pdf, "The PDF to write")->required();

    CLI::App* visit = program.add_subcommand("case", "A saved visit as a case, on stdout");
    visit->add_option("VISIT", options.visit.visit_id, "Its id, the first letters of it or a code")
        ->required();
}

void add_engine_verbs(CLI::App& program, Options& options) {
    CLI::App* simulate =
        program.add_subcommand("simulate", "A plain building through a weather file's year");
    simulate->add_option("BUILDING", options.simulate.building, "A description as TOML")
        ->required();
    simulate->add_option("--weather", options.simulate.weather, "An EPW file");
    simulate->add_option("--idf", options.simulate.idf, "Writes the building for EnergyPlus 25");
    simulate->add_option("--pv", options.simulate.pv, "KW,TILT,AZIMUTH: a PV array's year too")
        ->delimiter(',')
        ->expected(3);
    simulate->add_flag("--json", options.simulate.json, "Everything, for machines");
    simulate->add_flag("--hourly", options.simulate.hourly, "With --json: every hour as well");

    CLI::App* validate =
        program.add_subcommand("validate", "The engine beside other programs, case by case");
    validate->add_option("--cases", options.validate.cases, "The folder of descriptions");
    validate->add_option("--weather", options.validate.weather, "The folder of EPW files");
    validate->add_option("--figures", options.validate.figures,
                         "Also draws validation.png into this folder");
}

void add_pack_verbs(CLI::App& program, PackOptions& options) {
    CLI::App* pack = program.add_subcommand("pack", "Data packs of a county (.ljd)");
    pack->require_subcommand(1);
    CLI::App* make = pack->add_subcommand("make", "Tried and signed with this store's key");
    make->add_option("KIND", options.kind, "catalog, climate, prices or rules")->required();
    make->add_option("FILE", options.files, "The catalog's folder; CSV; JSON documents of clauses")
        ->required();
    make->add_option("--cases", options.cases, "Cases that prove each clause");
    make->add_option("--id", options.id, "Of the pack: wangkui-2026")->required();
    make->add_option("--pack-version", options.version, "From 1, higher each time")
        ->check(CLI::Range(1, 1000000));
    make->add_option("--issuer", options.issuer, "The office that answers for it")->required();
    make->add_option("--valid-to", options.valid_to, "Warns after this date");
    make->add_option("-o,--out", options.file, "The pack to write, .ljd")->required();
    add_reference(make, options.reference);
    CLI::App* install = pack->add_subcommand("install", "Uses a pack of a known county");
    install->add_option("PACK", options.file, "The file, .ljd")->required();
    add_reference(install, options.reference);
    CLI::App* show = pack->add_subcommand("show", "What is in use, and what to go back to");
    add_reference(show, options.reference);
    for (const auto& [name, what] : {std::pair("back", "The pack before again"),
                                     std::pair("off", "What the program brings again")}) {
        CLI::App* turn = pack->add_subcommand(name, what);
        turn->add_option("SLOT", options.slot, "KIND/ID: prices/wangkui-2026")->required();
        turn->add_option("--reason", options.reason, "For the audit log")->required();
        add_reference(turn, options.reference);
    }
}

void add_rules_verbs(CLI::App& program, Options& options) {
    CLI::App* loan = program.add_subcommand("loan", "Payments of a loan whose terms you name");
    loan->add_option("YUAN", options.loan.principal_yuan, "The principal")
        ->required()
        ->check(CLI::Range(1.0, 1e8));
    loan->add_option("--rate", options.loan.rate_percent, "Per cent a year")
        ->required()
        ->check(CLI::Range(0.0, 36.0));
    loan->add_option("--months", options.loan.months, "Until the last payment")
        ->required()
        ->check(CLI::Range(1, 480));
    loan->add_option("--interest-only", options.loan.interest_only, "First months")
        ->check(CLI::Range(0, 479));

    CLI::App* cards = program.add_subcommand("cards", "Answers to the cards, counted over visits");
    cards->add_option("FOLDER", options.cards.folder, "Of visits.db; else this user's");
    cards->add_flag("--csv", options.cards.csv, "For a spreadsheet");
    add_reference(cards, options.cards.reference);

    CLI::App* rules = program.add_subcommand("rules", "Subsidy clauses as data");
    rules->require_subcommand(1);
    CLI::App* sound = rules->add_subcommand("check", "Whether clauses are sound, a line each");
    sound->add_option("FILE", options.rules.files, "JSON documents; without any the shipped ones");
    add_reference(sound, options.rules.reference);
    CLI::App* test = rules->add_subcommand("test", "Worked cases against clauses");
    test->add_option("CASES", options.rules.cases, "Cases as JSON")->required();
    test->add_option("FILE", options.rules.files, "JSON documents; without any the shipped ones");
    add_reference(test, options.rules.reference);
    CLI::App* explain = rules->add_subcommand("explain", "What clauses say of a case, and why");
    explain->add_option("CASE", options.rules.case_file, "A case as TOML")->required();
    explain->add_option("--rule", options.rules.rule, "Only this one");
    add_reference(explain, options.rules.reference);
}

void add_data_verbs(CLI::App& program, Options& options) {
    CLI::App* catalog = program.add_subcommand("catalog", "The data that ships");
    catalog->require_subcommand(1);
    CLI::App* build = catalog->add_subcommand("build", "Compiles the catalog to reference.db");
    build->add_option("FOLDER", options.catalog.folder, "The catalog's sources");
    build->add_option("-o,--output", options.catalog.output, "The file to write")->required();
    CLI::App* check = catalog->add_subcommand("check", "Names every mistake in the sources");
    check->add_option("FOLDER", options.catalog.folder, "The catalog's sources");
    CLI::App* junctions =
        catalog->add_subcommand("junctions", "The table of thermal bridges as ISO 10211 gives it");
    junctions->add_option("FOLDER", options.catalog.folder, "The catalog's sources");
    CLI::App* fresh =
        catalog->add_subcommand("new", "Writes the file of a new design to go on with");
    fresh->add_option("ID", options.catalog.id, "Its id: lower-case letters, digits, -")
        ->required();
    fresh->add_option("--like", options.catalog.like, "The design it begins with")->required();
    fresh->add_option("FOLDER", options.catalog.folder, "The catalog's sources");
    CLI::App* list = catalog->add_subcommand("list", "What reference.db holds");
    add_reference(list, options.catalog.reference);

    CLI::App* bench = program.add_subcommand("bench", "How long the parts of the work take");
    bench->add_flag("--json", options.bench.json, "For machines");
    add_reference(bench, options.bench.reference);
}

Outcome dispatch_rules(const CLI::App& rules, const RulesOptions& options) {
    if (rules.got_subcommand("check")) return rules_check_verb(options);
    if (rules.got_subcommand("test")) return rules_test_verb(options);
    return rules_explain_verb(options);
}

Outcome dispatch_pack(const CLI::App& pack, const PackOptions& options) {
    if (pack.got_subcommand("make")) return pack_make_verb(options);
    if (pack.got_subcommand("install")) return pack_install_verb(options);
    if (pack.got_subcommand("back")) return pack_back_verb(options);
    if (pack.got_subcommand("off")) return pack_off_verb(options);
    return pack_show_verb(options);
}

Outcome dispatch(const CLI::App& program, const Options& options) {
    if (program.got_subcommand("estimate")) return estimate_verb(options.estimate);
    if (program.got_subcommand("printers")) return printers_verb();
    if (program.got_subcommand("manual")) return manual_verb(options.manual);
    if (program.got_subcommand("loan")) return loan_verb(options.loan);
    if (program.got_subcommand("cards")) return cards_verb(options.cards);
    if (program.got_subcommand("advise")) return advise_verb(options.advise);
    if (program.got_subcommand("rules")) {
        return dispatch_rules(*program.get_subcommand("rules"), options.rules);
    }
    if (program.got_subcommand("pack")) {
        return dispatch_pack(*program.get_subcommand("pack"), options.pack);
    }
    if (program.got_subcommand("report")) {
        return dispatch_report(*program.get_subcommand("report"), options.report);
    }
    if (program.got_subcommand("publish")) return publish_verb(options.report);
    if (program.got_subcommand("prices")) return prices_verb(options.prices);
    if (program.got_subcommand("sheet")) return sheet_verb(options.sheet);
    if (program.got_subcommand("case")) return case_verb(options.visit);
    if (const auto outcome = dispatch_records(program, options.records)) return *outcome;
    if (program.got_subcommand("simulate")) return simulate_verb(options.simulate);
    if (program.got_subcommand("validate")) return validate_verb(options.validate);
    if (program.got_subcommand("bench")) return bench_verb(options.bench);
    const CLI::App* catalog = program.get_subcommand("catalog");
    if (catalog->got_subcommand("build")) return catalog_build_verb(options.catalog);
    if (catalog->got_subcommand("check")) return catalog_check_verb(options.catalog);
    if (catalog->got_subcommand("new")) return catalog_new_verb(options.catalog);
    if (catalog->got_subcommand("junctions")) return catalog_junctions_verb(options.catalog);
    return catalog_list_verb(options.catalog);
}

}  // namespace

Outcome run(const std::vector<std::string>& arguments, const std::string& version) {
    CLI::App program("Longju 龙居: what a winter costs, and what a better house costs", "longju");
    program.set_version_flag("--version", "longju " + version);
    program.require_subcommand(1);
    Options options;
    options.records.out.version = version;
    options.records.receipt.version = version;
    add_case_verbs(program, options);
    add_record_verbs(program, options.records);
    add_engine_verbs(program, options);
    add_rules_verbs(program, options);
    add_pack_verbs(program, options.pack);
    add_data_verbs(program, options);
    add_report_verbs(program, options.report);
    try {
        // CLI11 takes the words from the end.
        program.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
        return dispatch(program, options);
    } catch (const CLI::CallForHelp&) {
        return {Outcome::Good, program.help(), ""};
    } catch (const CLI::CallForVersion&) {
        return {Outcome::Good, program.version() + "\n", ""};
    } catch (const CLI::ParseError& error) {
        return {Outcome::BadInput, "", fmt::format("longju: {}; see --help\n", error.what())};
    } catch (const std::exception& error) {
        return {Outcome::OurFault, "", fmt::format("longju: stopped: {}\n", error.what())};
    }
}

Outcome refused(const Error& error) {
    int code = Outcome::OurFault;
    switch (error.kind) {
        case ErrorKind::BadInput:
        case ErrorKind::NotFound:
        case ErrorKind::TooNew:
        case ErrorKind::Damaged:
            code = Outcome::BadInput;
            break;
        case ErrorKind::NoSpace:
        case ErrorKind::ReadOnly:
        case ErrorKind::Busy:
        case ErrorKind::Missing:
        case ErrorKind::Io:
            break;
    }
    return {code, "", error.sentence() + "\n"};
}

}  // namespace longju::cli
