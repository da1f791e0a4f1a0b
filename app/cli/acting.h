// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>

#include "access/roles.h"
#include "core/result.h"
#include "storage/users.h"
#include "storage/visits_store.h"

/// Who works on the command line.
namespace longju::cli {

struct Acting {
    std::string name;  ///< Of the user; `longju` in a store without users.
    access::DataKey key;
    std::optional<storage::Session> session;  ///< Nothing in a store without users.
};

/// In a store without users at once. Else the user that LONGJU_USER names, or the only one, with
/// the PIN of LONGJU_PIN or of stdin; BadInput when it is wrong or the role may not do `needed`.
Result<Acting> act(storage::VisitsStore& store, access::Action needed);

/// A PIN that is to hold from now on: of `variable` or of stdin.
Result<std::string> new_pin(const char* variable, const std::string& name);

/// A row of the audit log.
Result<void> note(storage::VisitsStore& store, const Acting& acting, access::Action action,
                  const std::string& subject, const std::string& detail);

}  // namespace longju::cli
