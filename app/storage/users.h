// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/pin.h"
#include "access/roles.h"
#include "core/result.h"
#include "storage/audit_log.h"
#include "storage/sqlite_file.h"

/// Who uses a store and the key to what it keeps sealed. A store without users is open: its data
/// key lies in it. The first PIN wraps that key and takes the open one away; from then on only a
/// PIN, or the county's recovery key, opens it.
namespace longju::storage {

struct User {
    std::string id;    ///< 32 hex digits, random.
    std::string name;  ///< Unique among those who have not retired.
    access::Role role = access::Role::Technician;
    std::string made_at;
    std::string retired_at;         ///< Empty while in service.
    int failures = 0;               ///< Wrong PINs in a row.
    std::int64_t locked_until = 0;  ///< Seconds since 1970; no PIN is tried before.

    bool retired() const { return !retired_at.empty(); }
    bool operator==(const User&) const = default;
};

/// Somebody whose PIN was right.
struct Session {
    std::string user_id;
    std::string name;
    access::Role role = access::Role::Technician;
    access::DataKey key;

    bool operator==(const Session&) const = default;
};

struct NewUser {
    std::string name;
    access::Role role = access::Role::Technician;
    std::string pin;
};

/// Every act is noted in the audit log in the same transaction.
class Users {
public:
    /// `file` outlives it.
    explicit Users(SqliteFile& file, Clock clock = wall_time)
        : file_(&file), clock_(std::move(clock)) {}

    /// In service first, then those who retired.
    Result<std::vector<User>> list();
    /// Whether a PIN is needed.
    Result<bool> any();
    /// In service, by id or name; NotFound.
    Result<User> find(std::string_view user);

    /// The data key of an open store, made when it has none yet; BadInput once there are users.
    Result<access::DataKey> key_without_pin();

    /// BadInput for a wrong PIN and while `seconds_to_wait` is not over. A try is noted before it
    /// is made, so that pulling the plug gains none.
    Result<Session> sign_in(std::string_view user, std::string_view pin);
    /// Until the next PIN of this user is tried; 0: now. A clock that was set back does not make it
    /// longer than the wait itself.
    Result<std::int64_t> seconds_to_wait(std::string_view user);

    /// The first user, a supervisor. Takes the open key away; copies that were made before still
    /// hold it.
    Result<Session> begin(std::string_view name, std::string_view pin);
    /// `by` must be allowed to manage users.
    Result<User> add(const Session& by, const NewUser& user);
    /// Never the last supervisor. The row stays, its key goes.
    Result<void> retire(const Session& by, std::string_view user);
    /// Everybody his own; of another only who manages users. Ends the user's waiting.
    Result<void> change_pin(const Session& by, std::string_view user, std::string_view pin);

    /// The county key that a forgotten PIN is recovered with: a signer, 64 hex digits. Before the
    /// first user without `by`.
    Result<void> set_recovery(const Session* by, std::string_view signer);
    /// The signer; empty when there is none.
    Result<std::string> recovery_signer();
    /// A new PIN for a user with the seed of the recovery signer. Damaged when it is not that seed.
    Result<Session> recover(std::string_view user, std::string_view pin, std::string_view seed);

private:
    Result<User> insert(const NewUser& user, const access::DataKey& key);
    Result<void> rewrap(const User& user, std::string_view pin, const access::DataKey& key);
    Result<void> set_failures(const User& user, int failures, std::int64_t locked_until);
    Result<void> seal_for_recovery(const access::DataKey& key, std::string_view signer);
    Result<void> note(std::string_view actor, std::string_view action, const User& subject);
    std::int64_t now_s() const;
    Result<std::int64_t> wait_of(const User& user);

    SqliteFile* file_;
    Clock clock_;
};

}  // namespace longju::storage
