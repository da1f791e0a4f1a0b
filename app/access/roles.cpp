// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "access/roles.h"

#include <algorithm>

namespace longju::access {

namespace {

struct Right {
    std::string_view word;
    std::string_view roles;  ///< First letters of the roles that may.
};

Right right_of(Action action) {
    switch (action) {
        case Action::SeeVisit:
            return {"visit.see", "TSCA"};
        case Action::RecordVisit:
            return {"visit.record", "TS"};
        case Action::PrintPapers:
            return {"papers.print", "TSC"};
        case Action::ExportParcel:
            return {"parcel.export", "TSC"};
        case Action::ImportParcel:
            return {"parcel.import", "TSC"};
        case Action::SalvageParcel:
            return {"parcel.salvage", "SC"};
        case Action::DecideConflict:
            return {"conflict.decide", "SC"};
        case Action::MarkDuplicate:
            return {"visit.duplicate", "SC"};
        case Action::Approve:
            return {"subsidy.approve", "SC"};
        case Action::DraftClause:
            return {"clause.draft", "SC"};
        case Action::SignPack:
            return {"pack.sign", "C"};
        case Action::InstallPack:
            return {"pack.install", "SC"};
        case Action::RollPackBack:
            return {"pack.roll_back", "S"};
        case Action::TrustSigner:
            return {"signer.trust", "SC"};
        case Action::ChangePrices:
            return {"prices.change", "TS"};
        case Action::MakeBackup:
            return {"backup.make", "TSC"};
        case Action::RestoreBackup:
            return {"backup.restore", "S"};
        case Action::ManageUsers:
            return {"users.manage", "S"};
        case Action::ChangeOwnPin:
            return {"pin.change", "TSCA"};
        case Action::SeeFullNumber:
            return {"number.see", "TSC"};
        case Action::HandOutOwnRecord:
            return {"person.hand_out", "SC"};
        case Action::ReadAuditLog:
            return {"audit.read", "SA"};
        case Action::MakeReport:
            return {"report.make", "TSCA"};
    }
    return {};
}

char letter_of(Role role) {
    switch (role) {
        case Role::Technician:
            return 'T';
        case Role::Supervisor:
            return 'S';
        case Role::CountyClerk:
            return 'C';
        case Role::Auditor:
            return 'A';
    }
    return '?';
}

}  // namespace

bool may(Role role, Action action) { return right_of(action).roles.contains(letter_of(role)); }

bool may_approve(Role role, std::string_view who, std::string_view recorded_by) {
    return may(role, Action::Approve) && who != recorded_by;
}

std::string_view word_of(Role role) {
    switch (role) {
        case Role::Technician:
            return "technician";
        case Role::Supervisor:
            return "supervisor";
        case Role::CountyClerk:
            return "clerk";
        case Role::Auditor:
            return "auditor";
    }
    return {};
}

std::optional<Role> role_from(std::string_view word) {
    const auto* const found =
        std::ranges::find_if(all_roles, [word](Role role) { return word_of(role) == word; });
    return found == all_roles.end() ? std::nullopt : std::optional(*found);
}

std::string_view word_of(Action action) { return right_of(action).word; }

}  // namespace longju::access
