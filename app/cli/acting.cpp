// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/acting.h"

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

#include "cli/terminal.h"

namespace longju::cli {

namespace {

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(value);
}

Result<std::string> secret(const char* variable, const std::string& prompt) {
    std::string given = environment(variable);
    return given.empty() ? read_secret(prompt) : given;
}

Result<std::string> who_works(storage::Users& users) {
    std::string named = environment("LONGJU_USER");
    if (!named.empty()) return named;
    auto all = users.list();
    if (!all) return std::unexpected(all.error());
    std::erase_if(*all, &storage::User::retired);
    if (all->size() == 1) return all->front().name;
    return fail(ErrorKind::BadInput, "several people use this store: say who in LONGJU_USER");
}

}  // namespace

Result<Acting> act(storage::VisitsStore& store, access::Action needed) {
    storage::Users users(store.database());
    const auto any = users.any();
    if (!any) return std::unexpected(any.error());
    if (!*any) {
        auto key = users.key_without_pin();
        if (!key) return std::unexpected(key.error());
        return Acting{.name = "longju", .key = *std::move(key), .session = {}};
    }
    const auto name = who_works(users);
    if (!name) return std::unexpected(name.error());
    const auto pin = secret("LONGJU_PIN", "PIN of " + *name);
    if (!pin) return std::unexpected(pin.error());
    auto session = users.sign_in(*name, *pin);
    if (!session) return std::unexpected(session.error());
    if (!access::may(session->role, needed)) {
        return fail(ErrorKind::BadInput,
                    fmt::format("{} is {} and may not do that ({})", session->name,
                                access::word_of(session->role), access::word_of(needed)));
    }
    if (auto open = store.unlock(session->key); !open) return std::unexpected(open.error());
    return Acting{.name = session->name, .key = session->key, .session = *session};
}

Result<std::string> new_pin(const char* variable, const std::string& name) {
    return secret(variable, "New PIN of " + name);
}

Result<void> note(storage::VisitsStore& store, const Acting& acting, access::Action action,
                  const std::string& subject, const std::string& detail) {
    storage::AuditLog log(store.database());
    const auto added = log.add({.actor = acting.name,
                                .action = std::string(access::word_of(action)),
                                .subject = subject,
                                .detail = detail});
    if (!added) return std::unexpected(added.error());
    return {};
}

}  // namespace longju::cli
