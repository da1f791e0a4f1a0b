// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/record_verbs.h"

#include <CLI/CLI.hpp>

namespace longju::cli {

namespace {

void add_exchange_verbs(CLI::App& program, RecordOptions& options) {
    CLI::App* out = program.add_subcommand("export", "Writes a parcel for the county");
    out->add_option("CASE", options.out.case_file, "This case only, instead of all saved visits");
    out->add_option("--to", options.out.folder, "The folder or stick")->required();
    out->add_flag("--include-sample", options.out.include_sample, "The practice visit too");
    out->add_option("--reference", options.out.reference,
                    "reference.db; else LONGJU_REFERENCE, else ../share");

    CLI::App* in = program.add_subcommand("import", "Takes in a parcel");
    in->add_option("PARCEL", options.in.parcel, "A .ljp file")->required();
    in->add_flag("--salvage", options.in.salvage, "Of a damaged one, take what is whole");

    CLI::App* receipt = program.add_subcommand("receipt", "At the county: receipts for laptops");
    receipt->add_option("--to", options.receipt.folder, "The folder or stick")->required();
    receipt->add_option("--device", options.receipt.device, "Only for this laptop");
}

void add_keys_verbs(CLI::App& program, RecordOptions& options) {
    CLI::App* keys = program.add_subcommand("keys", "Who trusts whom");
    keys->require_subcommand(1);
    keys->add_subcommand("show", "This store's key and those it knows");
    CLI::App* fresh = keys->add_subcommand("new", "A key on its own: for escrow, for lost PINs");
    fresh->add_option("FILE", options.keys.file, "Where to write it")->required();
    CLI::App* county = keys->add_subcommand("county", "Make this the county's store: its key pack");
    county->add_option("-o,--out", options.keys.file, "The pack to write, .ljd")->required();
    county->add_option("--name", options.keys.name, "The office")->required();
    county->add_option("--code", options.keys.county_code, "Of the county: 231221")->required();
    county->add_option("--escrow", options.keys.escrow, "A second key that opens parcels");
    county->add_option("--retire", options.keys.retire, "A key that is no longer believed");
    county->add_option("--pack-version", options.keys.pack_version, "Above that of an older desk")
        ->check(CLI::Range(1, 1000000));
    CLI::App* install = keys->add_subcommand("install", "Use a county's key pack");
    install->add_option("PACK", options.keys.file, "The file, .ljd")->required();
    install->add_option("--fingerprint", options.keys.fingerprint, "As the county read it out");
    CLI::App* enrol = keys->add_subcommand("enrol", "At the county: take parcels of a laptop");
    enrol->add_option("PARCEL", options.keys.file, "One that it wrote")->required();
    enrol->add_option("--name", options.keys.name, "Whose laptop it is")->required();
    enrol->add_option("--fingerprint", options.keys.fingerprint, "As its technician read it out");
    enrol->add_option("--township", options.keys.township, "Where it is used");
    CLI::App* revoke = keys->add_subcommand("revoke", "Strike a key off, for good");
    revoke->add_option("NAME", options.keys.name, "Name or fingerprint")->required();
}

void add_conflict_verbs(CLI::App& program, RecordOptions& options) {
    CLI::App* conflicts =
        program.add_subcommand("conflicts", "Visits that two machines changed, and what differs");
    conflicts->add_flag("--settle", options.conflicts.settle, "Merge those that need nobody");
    CLI::Option* decide =
        conflicts->add_option("--decide", options.conflicts.decide, "Id of the visit to decide");
    conflicts->add_option("--take", options.conflicts.take, "mine, theirs or FIELD=mine; several")
        ->needs(decide);
}

void add_backup_verbs(CLI::App& program, RecordOptions& options) {
    CLI::App* backups = program.add_subcommand("backups", "Copies of this user's visits");
    backups->require_subcommand(1);
    backups->add_subcommand("list", "Every copy: when, why, how many visits");
    backups->add_subcommand("make", "Makes a copy now");
    CLI::App* restore = backups->add_subcommand("restore", "Visits again as they were in a copy");
    restore->add_option("NAME", options.backups.name, "Of the copy, or a path")->required();
    restore->add_flag("--replace-file", options.backups.replace_file,
                      "The copy becomes visits.db; what was saved since is added to it");
}

void add_list_verbs(CLI::App& program, RecordOptions& options) {
    CLI::App* list = program.add_subcommand("list", "The county's list of households");
    list->require_subcommand(1);
    CLI::App* take = list->add_subcommand("import", "Takes in a list, row by row");
    take->add_option("FILE", options.list.file, "A .csv (UTF-8, GB18030) or .xlsx")->required();
    take->add_option("--map", options.list.map, "HEADER=FIELD, as head, village, id_number");
    take->add_option("--name", options.list.name, "The list it is an edition of; else its file");
    take->add_flag("--dry-run", options.list.dry_run, "Only tells what it would do");
    CLI::App* show = list->add_subcommand("show", "Its villages, or the households found");
    show->add_option("WORDS", options.list.words, "Name, initials, village, tail of a number");
}

void add_people_verbs(CLI::App& program, RecordOptions& options) {
    CLI::App* users = program.add_subcommand(
        "users", "Who uses this store; LONGJU_USER, LONGJU_PIN and LONGJU_NEW_PIN or asked for");
    users->require_subcommand(1);
    CLI::App* add = users->add_subcommand("add", "A user; the first one is a supervisor");
    add->add_option("NAME", options.users.name, "As it stands in the records")->required();
    add->add_option("--role", options.users.role, "technician, supervisor, clerk or auditor")
        ->capture_default_str();
    users->add_subcommand("list", "Everybody, those who retired last");
    CLI::App* retire = users->add_subcommand("retire", "Takes a user's PIN away");
    retire->add_option("NAME", options.users.name, "Of the user")->required();
    CLI::App* pin = users->add_subcommand("pin", "A new PIN");
    pin->add_option("NAME", options.users.name, "Of another user, for a supervisor");
    CLI::App* recovery = users->add_subcommand("recovery", "The county key for forgotten PINs");
    recovery
        ->add_option("SIGNER", options.users.signer, "64 hex digits, or a pack (.ljd) it signed")
        ->required();
    CLI::App* recover = users->add_subcommand("recover", "A new PIN with the county's key");
    recover->add_option("NAME", options.users.name, "Who forgot it")->required();
    recover->add_option("--key", options.users.key, "File of the key")->required();

    CLI::App* audit = program.add_subcommand("audit", "The audit log, verified row by row");
    audit->add_option("--last", options.audit.last, "So many rows are printed")
        ->check(CLI::Range(0, 1000000))
        ->capture_default_str();
}

Outcome dispatch_keys(const CLI::App& keys, const KeysOptions& options) {
    if (keys.got_subcommand("new")) return keys_new_verb(options);
    if (keys.got_subcommand("county")) return keys_county_verb(options);
    if (keys.got_subcommand("install")) return keys_install_verb(options);
    if (keys.got_subcommand("enrol")) return keys_enrol_verb(options);
    if (keys.got_subcommand("revoke")) return keys_revoke_verb(options);
    return keys_show_verb();
}

Outcome dispatch_backups(const CLI::App& backups, const BackupsOptions& options) {
    if (backups.got_subcommand("list")) return backups_list_verb();
    if (backups.got_subcommand("make")) return backups_make_verb();
    return backups_restore_verb(options);
}

Outcome dispatch_users(const CLI::App& users, const UsersOptions& options) {
    if (users.got_subcommand("add")) return users_add_verb(options);
    if (users.got_subcommand("retire")) return users_retire_verb(options);
    if (users.got_subcommand("pin")) return users_pin_verb(options);
    if (users.got_subcommand("recovery")) return users_recovery_verb(options);
    if (users.got_subcommand("recover")) return users_recover_verb(options);
    return users_list_verb();
}

}  // namespace

void add_record_verbs(CLI::App& program, RecordOptions& options) {
    add_exchange_verbs(program, options);
    add_keys_verbs(program, options);
    add_conflict_verbs(program, options);
    add_backup_verbs(program, options);
    add_list_verbs(program, options);
    add_people_verbs(program, options);
}

std::optional<Outcome> dispatch_records(const CLI::App& program, const RecordOptions& options) {
    if (program.got_subcommand("export")) return export_verb(options.out);
    if (program.got_subcommand("import")) return import_verb(options.in);
    if (program.got_subcommand("receipt")) return receipt_verb(options.receipt);
    if (program.got_subcommand("keys")) {
        return dispatch_keys(*program.get_subcommand("keys"), options.keys);
    }
    if (program.got_subcommand("conflicts")) return conflicts_verb(options.conflicts);
    if (program.got_subcommand("list")) {
        const bool show = program.get_subcommand("list")->got_subcommand("show");
        return show ? list_show_verb(options.list) : list_import_verb(options.list);
    }
    if (program.got_subcommand("backups")) {
        return dispatch_backups(*program.get_subcommand("backups"), options.backups);
    }
    if (program.got_subcommand("users")) {
        return dispatch_users(*program.get_subcommand("users"), options.users);
    }
    if (program.got_subcommand("audit")) return audit_verb(options.audit);
    return std::nullopt;
}

}  // namespace longju::cli
