// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/users.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/assert.h"
#include "core/date.h"
#include "core/hash.h"
#include "core/instant.h"
#include "core/text.h"
#include "storage/meta.h"

namespace longju::storage {

namespace {

constexpr std::string_view open_key_name = "open_data_key";
constexpr std::string_view key_check_name = "data_key_check";
constexpr std::string_view recovery_signer_name = "recovery_signer";
constexpr std::string_view recovery_key_name = "recovery_key";

/// Tells whether a key is the store's without telling the key.
std::string check_of(const access::DataKey& key) {
    return access::keyed_hash("longju data key", key);
}

std::unexpected<Error> not_allowed(access::Role role) {
    return fail(ErrorKind::BadInput,
                fmt::format("a {} may not do that: ask a supervisor", access::word_of(role)));
}

User user_of(const SqliteQuery& query) {
    return {.id = query.text(0),
            .name = query.text(1),
            .role = access::role_from(query.text(2)).value_or(access::Role::Auditor),
            .made_at = query.text(3),
            .retired_at = query.text(4),
            .failures = static_cast<int>(query.integer(5)),
            .locked_until = query.integer(6)};
}

Result<void> done_or_error(const Result<int>& changed) {
    if (!changed) return std::unexpected(changed.error());
    return {};
}

}  // namespace

Result<std::vector<User>> Users::list() {
    auto query = SqliteQuery::prepare(*file_, "all_users");
    if (!query) return std::unexpected(query.error());
    std::vector<User> users;
    while (true) {
        const auto row = query->next();
        if (!row) return std::unexpected(row.error());
        if (!*row) return users;
        users.push_back(user_of(*query));
    }
}

Result<bool> Users::any() {
    const auto users = list();
    if (!users) return std::unexpected(users.error());
    return !users->empty();
}

Result<User> Users::find(std::string_view user) {
    const auto users = list();
    if (!users) return std::unexpected(users.error());
    const auto found = std::ranges::find_if(*users, [user](const User& row) {
        return !row.retired() && (row.id == user || row.name == user);
    });
    if (found != users->end()) return *found;
    return fail(ErrorKind::NotFound, fmt::format("there is no user {}", user));
}

Result<access::DataKey> Users::key_without_pin() {
    const auto users = any();
    if (!users) return std::unexpected(users.error());
    if (*users) return fail(ErrorKind::BadInput, "this store has users: sign in with a PIN");
    const auto known = meta_value(*file_, open_key_name);
    if (!known) return std::unexpected(known.error());
    if (!known->empty()) {
        if (!is_hex(*known, 2 * access::data_key_bytes)) {
            return std::unexpected(Error{.kind = ErrorKind::Damaged,
                                         .what = "the data key of this store is damaged",
                                         .file = file_->name()});
        }
        return access::DataKey{bytes_from_hex(*known)};
    }
    access::DataKey fresh = access::new_data_key();
    if (auto kept = set_meta_value(*file_, open_key_name, hex_from_bytes(fresh.bytes)); !kept) {
        return std::unexpected(kept.error());
    }
    return fresh;
}

Result<std::int64_t> Users::wait_of(const User& user) {
    const std::int64_t left = user.locked_until - now_s();
    const std::int64_t whole = access::wait_after_s(user.failures);
    if (left <= 0) return 0;
    if (left <= whole) return left;
    // The clock was set back: the wait begins anew instead of lasting until it has caught up.
    if (auto kept = set_failures(user, user.failures, now_s() + whole); !kept) {
        return std::unexpected(kept.error());
    }
    return whole;
}

Result<std::int64_t> Users::seconds_to_wait(std::string_view user) {
    const auto found = find(user);
    if (!found) return std::unexpected(found.error());
    return wait_of(*found);
}

Result<Session> Users::sign_in(std::string_view user, std::string_view pin) {
    const auto found = find(user);
    if (!found) return std::unexpected(found.error());
    const auto wait = wait_of(*found);
    if (!wait) return std::unexpected(wait.error());
    if (*wait > 0) {
        return fail(ErrorKind::BadInput,
                    fmt::format("too many wrong PINs: wait {} seconds, nothing is lost", *wait));
    }
    if (!access::is_pin(pin)) return fail(ErrorKind::BadInput, "a PIN has six digits");
    auto query = SqliteQuery::prepare(*file_, "user_key");
    if (!query) return std::unexpected(query.error());
    const auto row = query->bind(found->id).next();
    if (!row) return std::unexpected(row.error());
    const access::WrappedKey wrapped{.salt = query->bytes(0), .sealed = query->bytes(1)};
    if (auto reset = query->finish(); !reset) return std::unexpected(reset.error());

    const int failures = found->failures + 1;
    const std::int64_t until = now_s() + access::wait_after_s(failures);
    if (auto kept = set_failures(*found, failures, until); !kept) {
        return std::unexpected(kept.error());
    }
    auto key = access::unwrap(wrapped, pin, found->id);
    if (!key && key.error().kind == ErrorKind::Damaged) {
        if (auto noted = note(found->name, "pin.wrong", *found); !noted) {
            return std::unexpected(noted.error());
        }
        return fail(ErrorKind::BadInput, fmt::format("that is not the PIN of {}", found->name));
    }
    if (!key) {
        // No PIN was tried after all: this machine had no room for it.
        (void)set_failures(*found, found->failures, found->locked_until);
        return std::unexpected(key.error());
    }
    if (auto kept = set_failures(*found, 0, 0); !kept) return std::unexpected(kept.error());
    if (auto noted = note(found->name, "user.sign_in", *found); !noted) {
        return std::unexpected(noted.error());
    }
    return Session{found->id, found->name, found->role, *std::move(key)};
}

Result<User> Users::insert(const NewUser& user, const access::DataKey& key) {
    constexpr std::size_t id_bytes = 16;
    constexpr std::size_t longest_name = 20;
    const std::string name(trimmed(user.name));
    if (name.empty() || !is_utf8(name) || code_points(name).size() > longest_name) {
        return fail(ErrorKind::BadInput, "a user needs a name of one to twenty characters");
    }
    if (find(name)) {
        return fail(
            ErrorKind::BadInput,
            fmt::format("there is a user {} already: add a word that tells them apart", name));
    }
    if (auto sound = access::check_new_pin(user.pin); !sound) {
        return std::unexpected(sound.error());
    }
    User made{.id = random_hex(id_bytes),
              .name = name,
              .role = user.role,
              .made_at = clock_(),
              .retired_at = {},
              .failures = 0,
              .locked_until = 0};
    const auto wrapped = access::wrap(key, user.pin, made.id);
    if (!wrapped) return std::unexpected(wrapped.error());
    auto query = SqliteQuery::prepare(*file_, "add_user");
    if (!query) return std::unexpected(query.error());
    const auto added = query->bind(made.id)
                           .bind(made.name)
                           .bind(access::word_of(made.role))
                           .bind_bytes(wrapped->salt)
                           .bind_bytes(wrapped->sealed)
                           .bind(made.made_at)
                           .finish();
    if (!added) return std::unexpected(added.error());
    return made;
}

Result<Session> Users::begin(std::string_view name, std::string_view pin) {
    auto transaction = SqliteTransaction::begin(*file_);
    if (!transaction) return std::unexpected(transaction.error());
    auto key = key_without_pin();
    if (!key) return std::unexpected(key.error());
    const auto made = insert(
        {.name = std::string(name), .role = access::Role::Supervisor, .pin = std::string(pin)},
        *key);
    if (!made) return std::unexpected(made.error());
    const auto signer = recovery_signer();
    if (!signer) return std::unexpected(signer.error());
    if (!signer->empty()) {
        if (auto kept = seal_for_recovery(*key, *signer); !kept) {
            return std::unexpected(kept.error());
        }
    }
    if (auto kept = set_meta_value(*file_, key_check_name, check_of(*key)); !kept) {
        return std::unexpected(kept.error());
    }
    if (auto gone = drop_meta_value(*file_, open_key_name); !gone)
        return std::unexpected(gone.error());
    if (auto noted = note(made->name, "user.begin", *made); !noted) {
        return std::unexpected(noted.error());
    }
    if (auto done = transaction->commit(); !done) return std::unexpected(done.error());
    // The user is there; a journal that cannot be emptied now is emptied with the next checkpoint.
    (void)file_->run("db/queries/visits/empty_journal.sql");
    return Session{made->id, made->name, made->role, *std::move(key)};
}

Result<User> Users::add(const Session& by, const NewUser& user) {
    if (!access::may(by.role, access::Action::ManageUsers)) return not_allowed(by.role);
    auto transaction = SqliteTransaction::begin(*file_);
    if (!transaction) return std::unexpected(transaction.error());
    auto made = insert(user, by.key);
    if (!made) return made;
    if (auto noted = note(by.name, "user.add", *made); !noted) {
        return std::unexpected(noted.error());
    }
    if (auto done = transaction->commit(); !done) return std::unexpected(done.error());
    return made;
}

Result<void> Users::retire(const Session& by, std::string_view user) {
    if (!access::may(by.role, access::Action::ManageUsers)) return not_allowed(by.role);
    auto transaction = SqliteTransaction::begin(*file_);
    if (!transaction) return std::unexpected(transaction.error());
    const auto found = find(user);
    if (!found) return std::unexpected(found.error());
    const auto users = list();
    if (!users) return std::unexpected(users.error());
    const auto supervisors = std::ranges::count_if(*users, [](const User& row) {
        return !row.retired() && row.role == access::Role::Supervisor;
    });
    if (found->role == access::Role::Supervisor && supervisors == 1) {
        return fail(ErrorKind::BadInput,
                    fmt::format("{} is the last supervisor: add another one first", found->name));
    }
    auto query = SqliteQuery::prepare(*file_, "retire_user");
    if (!query) return std::unexpected(query.error());
    if (auto done = done_or_error(query->bind(found->id).bind(clock_()).finish()); !done) {
        return done;
    }
    if (auto noted = note(by.name, "user.retire", *found); !noted) return noted;
    return transaction->commit();
}

Result<void> Users::change_pin(const Session& by, std::string_view user, std::string_view pin) {
    const auto found = find(user);
    if (!found) return std::unexpected(found.error());
    const auto needed =
        found->id == by.user_id ? access::Action::ChangeOwnPin : access::Action::ManageUsers;
    if (!access::may(by.role, needed)) return not_allowed(by.role);
    auto transaction = SqliteTransaction::begin(*file_);
    if (!transaction) return std::unexpected(transaction.error());
    if (auto done = rewrap(*found, pin, by.key); !done) return done;
    if (auto noted = note(by.name, "pin.change", *found); !noted) return noted;
    return transaction->commit();
}

Result<void> Users::set_recovery(const Session* by, std::string_view signer) {
    const auto users = any();
    if (!users) return std::unexpected(users.error());
    if (*users && by == nullptr) {
        return fail(ErrorKind::BadInput, "this store has users: a supervisor signs in first");
    }
    if (by != nullptr && !access::may(by->role, access::Action::ManageUsers)) {
        return not_allowed(by->role);
    }
    // Also tells whether it is a key at all.
    if (auto sound = access::seal_to("", signer); !sound) return std::unexpected(sound.error());
    auto transaction = SqliteTransaction::begin(*file_);
    if (!transaction) return std::unexpected(transaction.error());
    if (auto kept = set_meta_value(*file_, recovery_signer_name, signer); !kept) return kept;
    if (by != nullptr) {
        if (auto kept = seal_for_recovery(by->key, signer); !kept) return kept;
    }
    if (auto noted = note(by == nullptr ? "longju" : by->name, "recovery.set", {}); !noted) {
        return noted;
    }
    return transaction->commit();
}

Result<std::string> Users::recovery_signer() { return meta_value(*file_, recovery_signer_name); }

Result<Session> Users::recover(std::string_view user, std::string_view pin, std::string_view seed) {
    const auto found = find(user);
    if (!found) return std::unexpected(found.error());
    const auto sealed = meta_value(*file_, recovery_key_name);
    if (!sealed) return std::unexpected(sealed.error());
    const auto check = meta_value(*file_, key_check_name);
    if (!check) return std::unexpected(check.error());
    if (sealed->empty()) {
        return fail(ErrorKind::NotFound, "no recovery key was ever set for this store");
    }
    const bool sound = sealed->size() % 2 == 0 && is_hex(*sealed, sealed->size());
    auto bytes = access::unseal_with(sound ? bytes_from_hex(*sealed) : std::string(), seed);
    if (!bytes) return std::unexpected(bytes.error());
    access::DataKey key{*std::move(bytes)};
    if (key.bytes.size() != access::data_key_bytes || check_of(key) != *check) {
        return fail(ErrorKind::Damaged, "the key that came out is not this store's");
    }
    auto transaction = SqliteTransaction::begin(*file_);
    if (!transaction) return std::unexpected(transaction.error());
    if (auto done = rewrap(*found, pin, key); !done) return std::unexpected(done.error());
    if (auto noted = note(found->name, "pin.recover", *found); !noted) {
        return std::unexpected(noted.error());
    }
    if (auto done = transaction->commit(); !done) return std::unexpected(done.error());
    return Session{found->id, found->name, found->role, std::move(key)};
}

Result<void> Users::rewrap(const User& user, std::string_view pin, const access::DataKey& key) {
    if (auto sound = access::check_new_pin(pin); !sound) return sound;
    const auto wrapped = access::wrap(key, pin, user.id);
    if (!wrapped) return std::unexpected(wrapped.error());
    auto query = SqliteQuery::prepare(*file_, "set_user_key");
    if (!query) return std::unexpected(query.error());
    return done_or_error(
        query->bind(user.id).bind_bytes(wrapped->salt).bind_bytes(wrapped->sealed).finish());
}

Result<void> Users::set_failures(const User& user, int failures, std::int64_t locked_until) {
    auto query = SqliteQuery::prepare(*file_, "set_user_failures");
    if (!query) return std::unexpected(query.error());
    return done_or_error(
        query->bind(user.id).bind(static_cast<std::int64_t>(failures)).bind(locked_until).finish());
}

Result<void> Users::seal_for_recovery(const access::DataKey& key, std::string_view signer) {
    const auto sealed = access::seal_to(key.bytes, signer);
    if (!sealed) return std::unexpected(sealed.error());
    return set_meta_value(*file_, recovery_key_name, hex_from_bytes(*sealed));
}

Result<void> Users::note(std::string_view actor, std::string_view action, const User& subject) {
    AuditLog log(*file_, clock_);
    const auto added =
        log.add({.actor = std::string(actor),
                 .action = std::string(action),
                 .subject = subject.id,
                 .detail = subject.id.empty() ? std::string()
                                              : std::string(access::word_of(subject.role))});
    if (!added) return std::unexpected(added.error());
    return {};
}

std::int64_t Users::now_s() const {
    const auto seconds = unix_seconds(clock_());
    LONGJU_ASSERT(seconds.has_value(), "a clock tells the time as wall_time does");
    return *seconds;
}

}  // namespace longju::storage
