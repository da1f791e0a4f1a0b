// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/date.h"
#include "core/money.h"

/// Subsidy clauses as data, judged with three values: on a visit half of the facts are missing, and
/// a missing fact must never become a "no".
namespace longju::subsidy {

/// A fact about the case, by the attribute names of the rules (`house.danger_grade`). A fact that
/// is not in the map is unknown.
using FactValue = std::variant<bool, double, std::string>;
using Facts = std::map<std::string, FactValue, std::less<>>;

enum class State {
    Eligible,      ///< 符合
    NotEligible,   ///< 不符合
    NeedMoreInfo,  ///< 需补充: `missing` says what.
    NotInRegion,   ///< 不在适用地区
    OutOfDate,     ///< 不在有效期
};

/// How well the clause itself is known; drives which box an amount may stand in.
enum class RuleStatus {
    VerifiedText,
    VerifiedSecondary,
    KnownMemory,
    SamplePendingCounty,
    ReferenceExpired,
    Superseded,
    Withdrawn,
};

/// Which of the three totals a finding belongs to. They are never added up.
enum class Box {
    Verified,       ///< 已核实: counted.
    PendingCounty,  ///< 待县级确认: not counted.
    Historical,     ///< 历史参考: not counted.
    NotMet,         ///< 不符合: zero, with the reason.
};

enum class Truth { False, True, Unknown };

/// One condition of a clause against the case, for the screen that explains a finding.
struct ConditionTrace {
    std::string attribute;
    std::string op;
    std::string wanted;  ///< The clause's value; several are parted by a comma.
    std::string actual;  ///< Empty when unknown.
    Truth truth = Truth::Unknown;
};

/// A bounded fact of a clause of kind `limit`.
struct LimitCheck {
    std::string attribute;
    std::optional<double> value;
    std::optional<double> min;
    std::optional<double> max;
    Truth truth = Truth::Unknown;  ///< False: outside; a warning, the county decides.
};

struct Share {
    std::string payer;  ///< province, county …
    Money amount;

    bool operator==(const Share&) const = default;
};

/// 判定: what one clause says of one case.
struct Finding {
    std::string rule_id;
    std::string title_zh;
    std::string plain_zh;  ///< As printed for the farmer.
    State state = State::NeedMoreInfo;
    Box box = Box::PendingCounty;
    RuleStatus status = RuleStatus::SamplePendingCounty;
    /// The measure of the case it was judged for; may be empty. Several that the clause says the
    /// same of, without an amount, are one finding and are parted by a comma.
    std::string measure_type;
    std::optional<Money> amount;  ///< Nothing = unknown; 0 = the clause grants nothing.
    bool yearly = false;          ///< `amount` comes every year (per kWh); it is in no total.
    std::vector<Share> shares;
    std::vector<ConditionTrace> conditions;
    std::vector<std::string> missing;   ///< Attributes that would settle it.
    std::vector<std::string> evidence;  ///< Codes of the papers it asks for.
    std::string excluded_by;            ///< Rule that was kept instead of this one; empty if none.
    std::optional<LimitCheck> limit;    ///< Of a clause of kind `limit`.
    std::string document;               ///< Title and number (or 文号待核) and year.
};

/// All findings, and the three totals that stay apart.
struct SubsidyResult {
    std::vector<Finding> findings;  ///< Eligible first, then open, then not met.
    Money verified;                 ///< Sum of `Box::Verified` amounts that were kept.
    int pending = 0;  ///< Clauses in `Box::PendingCounty` that were not excluded, each once.
};

}  // namespace longju::subsidy
