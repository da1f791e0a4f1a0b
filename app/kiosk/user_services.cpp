// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/services.h"

/// People at the kiosk: their PINs, and what the audit log remembers of them.
namespace longju::kiosk {
namespace {

UserCard card_for(const storage::Session& session) {
    return {session.user_id, session.name, session.role};
}

}  // namespace

Result<std::vector<UserCard>> DiskServices::users() {
    const auto users = storage::Users(store_->database()).list();
    if (!users) return std::unexpected(users.error());
    std::vector<UserCard> cards;
    for (const storage::User& user : *users) {
        if (!user.retired()) cards.push_back({user.id, user.name, user.role});
    }
    return cards;
}

Result<UserCard> DiskServices::sign_in(const std::string& user_id, const std::string& pin) {
    auto session = storage::Users(store_->database()).sign_in(user_id, pin);
    if (!session) return std::unexpected(session.error());
    if (auto open = store_->unlock(session->key); !open) return std::unexpected(open.error());
    session_ = *std::move(session);
    return card_for(*session_);
}

std::int64_t DiskServices::seconds_to_wait(const std::string& user_id) {
    return storage::Users(store_->database()).seconds_to_wait(user_id).value_or(0);
}

void DiskServices::sign_out() {
    session_.reset();
    store_->lock();
}

Result<std::optional<UserCard>> DiskServices::change_user(const UserForm& form) {
    storage::Users users(store_->database());
    const auto any = users.any();
    if (!any) return std::unexpected(any.error());
    if (!*any) {
        auto session = users.begin(form.name, form.pin);
        if (!session) return std::unexpected(session.error());
        session_ = *std::move(session);
        return card_for(*session_);
    }
    if (!session_) return fail(ErrorKind::BadInput, "nobody is signed in");
    Result<void> done;
    switch (form.task) {
        case UserTask::List:
            break;
        case UserTask::Add:
            if (auto made = users.add(*session_, {form.name, form.role, form.pin}); !made) {
                done = std::unexpected(made.error());
            }
            break;
        case UserTask::Pin:
            done = users.change_pin(*session_, form.user_id, form.pin);
            break;
        case UserTask::Retire:
            done = users.retire(*session_, form.user_id);
            break;
    }
    if (!done) return std::unexpected(done.error());
    return std::nullopt;
}

Result<void> DiskServices::note_numbers_shown(const std::string& visit_id) {
    return note(access::Action::SeeFullNumber, visit_id);
}

Result<sheet::Printed> DiskServices::print(const sheet::PrintJob& job, const std::string& letters,
                                           const visit::Visit& visit) {
    const auto noted = note(access::Action::PrintPapers, visit.id, letters);
    if (!noted) return std::unexpected(noted.error());
    return DeskServices::print(job, letters, visit);
}

Result<void> DiskServices::note(access::Action action, const std::string& subject,
                                const std::string& detail) {
    storage::AuditLog log(store_->database());
    const auto added = log.add({.actor = actor(),
                                .action = std::string(access::word_of(action)),
                                .subject = subject,
                                .detail = detail});
    if (!added) return std::unexpected(added.error());
    return {};
}

}  // namespace longju::kiosk
