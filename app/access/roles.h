// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <optional>
#include <string_view>

/// Who may do what. A store without users asks nobody; with users every act is somebody's.
namespace longju::access {

enum class Role {
    Technician,   ///< 技术员: records houses and hands them over.
    Supervisor,   ///< 负责人: answers for the laptop, its people and its data.
    CountyClerk,  ///< 县经办: takes in, decides, approves; records nothing.
    Auditor,      ///< 审计: reads only, and no full numbers.
};
inline constexpr std::array all_roles = {Role::Technician, Role::Supervisor, Role::CountyClerk,
                                         Role::Auditor};

/// Everything a person can do with the program that is worth a rule.
enum class Action {
    SeeVisit,          ///< Open a record, its result and its papers; numbers masked.
    RecordVisit,       ///< Begin, change and save a record.
    PrintPapers,       ///< Papers as PDF or on a printer.
    ExportParcel,      ///< Records onto a stick, or as a case.
    ImportParcel,      ///< Records from a stick.
    SalvageParcel,     ///< What is whole of a damaged parcel or store.
    DecideConflict,    ///< Which of several versions holds.
    MarkDuplicate,     ///< That two records are one household, or that a record is withdrawn.
    Approve,           ///< A subsidy; never of one's own record, see `may_approve`.
    DraftClause,       ///< A county's clause as fields.
    SignPack,          ///< A pack in the county's name.
    InstallPack,       ///< Use a pack of a trusted signer.
    RollPackBack,      ///< Go back to the pack before.
    TrustSigner,       ///< Believe a key from now on.
    ChangePrices,      ///< Prices of this laptop.
    MakeBackup,        ///< A copy of the store.
    RestoreBackup,     ///< A copy in the store's place.
    ManageUsers,       ///< Add, retire, new PIN for another, recovery key.
    ChangeOwnPin,      ///< What it says.
    SeeFullNumber,     ///< ID number, phone and bank card unmasked.
    HandOutOwnRecord,  ///< All that is kept of a person, to that person.
    ReadAuditLog,      ///< And verify it.
    MakeReport,        ///< Counts and lists with masked names.
};
inline constexpr int action_count = static_cast<int>(Action::MakeReport) + 1;

bool may(Role role, Action action);

/// Whether `who` may approve what `recorded_by` recorded (ids or names of users): with the right
/// to, and never his own, whatever the role.
bool may_approve(Role role, std::string_view who, std::string_view recorded_by);

/// `technician`, as it is stored and typed.
std::string_view word_of(Role role);
std::optional<Role> role_from(std::string_view word);

/// `visit.record`, as it stands in the audit log.
std::string_view word_of(Action action);

}  // namespace longju::access
