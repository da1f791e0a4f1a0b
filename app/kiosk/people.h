// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <string>

#include "access/roles.h"
#include "core/result.h"

/// Who may sign in at the kiosk, who has, and what is filled in about them.
namespace longju::kiosk {

/// Somebody in service.
struct UserCard {
    std::string id, name;
    access::Role role = access::Role::Technician;

    bool operator==(const UserCard&) const = default;
};

/// What was entered on the lock screen, and what came of the last try.
struct SignIn {
    std::string user_id;      ///< Empty: nobody is chosen yet.
    std::string pin;          ///< Digits so far; empty again as soon as it was tried.
    bool wrong = false;       ///< The last PIN was.
    double wait_until_s = 0;  ///< On the app's clock; no PIN is tried before.
    std::string trouble;      ///< Why it could not be tried at all.

    bool operator==(const SignIn&) const = default;
};

/// What the dialog of users is about to do.
enum class UserTask { List, Add, Pin, Retire };

struct UserForm {
    UserTask task = UserTask::List;
    std::string user_id;  ///< Of `Pin` and `Retire`.
    std::string name;     ///< Of `Add`.
    access::Role role = access::Role::Technician;
    std::string pin, pin_again;

    bool operator==(const UserForm&) const = default;
};

}  // namespace longju::kiosk
