// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <cmath>

#include <fmt/format.h>

#include "cli/verbs.h"
#include "core/text.h"
#include "estimate/prospect.h"

namespace longju::cli {

Outcome loan_verb(const LoanOptions& options) {
    if (options.interest_only >= options.months) {
        return refused({ErrorKind::BadInput,
                        "--interest-only must be less than --months: the principal is to be paid "
                        "back, too",
                        "", 0, "--interest-only"});
    }
    const auto fen = static_cast<std::int64_t>(std::llround(options.principal_yuan * 100.0));
    const estimate::LoanPlan plan =
        estimate::loan_plan({.principal = Money::fen(fen),
                             .yearly_rate = options.rate_percent / 100.0,
                             .months = options.months,
                             .interest_only = options.interest_only});
    const auto yuan = [](Money money) { return formatted(money.in_yuan(), 2); };
    std::string out;
    if (options.interest_only > 0) {
        out += fmt::format("先 {} 个月只还利息，每月 {} 元\n", options.interest_only,
                           yuan(plan.interest_only_payment));
    }
    out += fmt::format("{} 个月等额本息，每月 {} 元，最后一月 {} 元\n",
                       options.months - options.interest_only, yuan(plan.payment),
                       yuan(plan.last_payment));
    out += fmt::format("利息一共 {} 元\n利率以贷款机构合同为准；程序不知道哪家能贷、利率多少。\n",
                       yuan(plan.interest));
    return {Outcome::Good, std::move(out), ""};
}

}  // namespace longju::cli
