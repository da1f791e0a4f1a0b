// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include <fmt/format.h>

#include "access/signature.h"
#include "cli/acting.h"
#include "cli/own_store.h"
#include "cli/verbs.h"
#include "core/hash.h"
#include "core/text.h"
#include "storage/platform.h"
#include "sync/pack_file.h"

/// Who uses this user's store, and what was done in it.
namespace longju::cli {

namespace {

Outcome begin_users(storage::Users& users, const UsersOptions& options) {
    if (options.role != access::word_of(access::Role::Supervisor)) {
        return refused(fail(ErrorKind::BadInput,
                            "the first user answers for the others: add a supervisor first")
                           .error());
    }
    const auto pin = new_pin("LONGJU_PIN", options.name);
    if (!pin) return refused(pin.error());
    const auto session = users.begin(options.name, *pin);
    if (!session) return refused(session.error());
    std::string out = fmt::format(
        "{} is the first user and a supervisor; from now on the store "
        "opens with a PIN\ncopies in backups/ that were made before "
        "still open without one\n",
        session->name);
    const auto signer = users.recovery_signer();
    if (!signer) return refused(signer.error());
    if (signer->empty()) {
        out += "no recovery key: a forgotten PIN cannot be recovered; see longju users recovery\n";
    }
    return {Outcome::Good, out, ""};
}

/// 64 hex digits, or who signed a pack.
Result<std::string> signer_of(const std::string& named) {
    constexpr std::size_t key_digits = 64;
    if (is_hex(named, key_digits)) return named;
    const auto bytes =
        storage::read_whole_file(storage::path_from_utf8(named), sync::most_pack_bytes);
    if (!bytes) return std::unexpected(bytes.error());
    const auto pack = sync::parse_pack_file(*bytes, sync::kind_of_pack(*bytes), named);
    if (!pack) return std::unexpected(pack.error());
    return pack->signer;
}

std::unexpected<Error> no_users() {
    return fail(ErrorKind::BadInput,
                "there are no users yet: longju users add NAME --role supervisor");
}

std::string line_of(const storage::User& user) {
    return fmt::format("{}\t{}\t{}\t{}\n", user.name, access::word_of(user.role),
                       user.made_at.substr(0, 10),
                       user.retired() ? "retired " + user.retired_at.substr(0, 10) : "");
}

}  // namespace

Outcome users_list_verb() {
    auto store = open_own_store();
    if (!store) return refused(store.error());
    const auto users = storage::Users(store->database()).list();
    if (!users) return refused(users.error());
    if (users->empty()) {
        return {Outcome::Good, "no users: the store opens without a PIN\n", ""};
    }
    std::string out;
    for (const storage::User& user : *users) out += line_of(user);
    return {Outcome::Good, out, ""};
}

Outcome users_add_verb(const UsersOptions& options) {
    auto store = open_own_store();
    if (!store) return refused(store.error());
    storage::Users users(store->database());
    const auto any = users.any();
    if (!any) return refused(any.error());
    if (!*any) return begin_users(users, options);
    const auto role = access::role_from(options.role);
    if (!role) {
        return refused(fail(ErrorKind::BadInput, "there is no role " + options.role).error());
    }
    const auto by = act(*store, access::Action::ManageUsers);
    if (!by) return refused(by.error());
    const auto pin = new_pin("LONGJU_NEW_PIN", options.name);
    if (!pin) return refused(pin.error());
    const auto made = users.add(*by->session, {options.name, *role, *pin});
    if (!made) return refused(made.error());
    return {Outcome::Good, line_of(*made), ""};
}

Outcome users_retire_verb(const UsersOptions& options) {
    auto store = open_own_store();
    if (!store) return refused(store.error());
    const auto by = act(*store, access::Action::ManageUsers);
    if (!by) return refused(by.error());
    if (!by->session) return refused(no_users().error());
    const auto done = storage::Users(store->database()).retire(*by->session, options.name);
    if (!done) return refused(done.error());
    return {Outcome::Good, fmt::format("{} has retired\n", options.name), ""};
}

Outcome users_pin_verb(const UsersOptions& options) {
    auto store = open_own_store();
    if (!store) return refused(store.error());
    const auto by = act(*store, access::Action::ChangeOwnPin);
    if (!by) return refused(by.error());
    if (!by->session) {
        return refused(no_users().error());
    }
    const std::string name = options.name.empty() ? by->name : options.name;
    const auto pin = new_pin("LONGJU_NEW_PIN", name);
    if (!pin) return refused(pin.error());
    const auto done = storage::Users(store->database()).change_pin(*by->session, name, *pin);
    if (!done) return refused(done.error());
    return {Outcome::Good, fmt::format("{} has a new PIN\n", name), ""};
}

Outcome users_recovery_verb(const UsersOptions& options) {
    auto store = open_own_store();
    if (!store) return refused(store.error());
    const auto signer = signer_of(options.signer);
    if (!signer) return refused(signer.error());
    const auto by = act(*store, access::Action::ManageUsers);
    if (!by) return refused(by.error());
    const storage::Session* session = by->session ? &*by->session : nullptr;
    const auto done = storage::Users(store->database()).set_recovery(session, *signer);
    if (!done) return refused(done.error());
    return {
        Outcome::Good,
        fmt::format("forgotten PINs are recovered with the key {}\n", access::fingerprint(*signer)),
        ""};
}

Outcome users_recover_verb(const UsersOptions& options) {
    auto store = open_own_store();
    if (!store) return refused(store.error());
    const auto seed =
        storage::read_whole_file(storage::path_from_utf8(options.key), sync::most_pack_bytes);
    if (!seed) return refused(seed.error());
    const auto pin = new_pin("LONGJU_NEW_PIN", options.name);
    if (!pin) return refused(pin.error());
    storage::Users users(store->database());
    const auto session = users.recover(options.name, *pin, trimmed(*seed));
    if (!session) return refused(session.error());
    return {Outcome::Good, fmt::format("{} has a new PIN\n", session->name), ""};
}

Outcome audit_verb(const AuditOptions& options) {
    auto store = open_own_store();
    if (!store) return refused(store.error());
    const auto by = act(*store, access::Action::ReadAuditLog);
    if (!by) return refused(by.error());
    storage::AuditLog log(store->database());
    auto rows = log.newest(options.last);
    if (!rows) return refused(rows.error());
    std::ranges::reverse(*rows);
    std::string out;
    for (const storage::AuditRow& row : *rows) {
        out += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\n", row.seq, row.at, row.entry.actor,
                           row.entry.action, row.entry.subject, row.entry.detail);
    }
    const auto check = log.verify();
    if (!check) return refused(check.error());
    if (check->first_bad) {
        return {Outcome::BadInput, out,
                fmt::format("the audit log was tampered with: row {} does not follow from those "
                            "before it\n",
                            *check->first_bad)};
    }
    out += fmt::format("{} rows, whole; head {}\n", check->rows, check->head);
    return {Outcome::Good, out, ""};
}

}  // namespace longju::cli
