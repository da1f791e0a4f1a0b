// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <vector>

#include "advisor/front.h"
#include "advisor/search.h"
#include "advisor/works.h"

/// 出主意: what to do with this house, from every scheme there is.
namespace longju::advisor {

/// What farmers ask.
enum class Question {
    WithOwnMoney,  ///< 自己出这些钱: the smallest bill for at most so much of one's own.
    BestValue,     ///< 最划算: over 15 years nothing costs less.
    WarmForLeast,  ///< 住得暖又合算: the heater holds 18 °C in the coldest hour, and over 15
                   ///< years nothing that does costs less.
    NoCoal,        ///< 不烧煤: the least money over 15 years without coal.
};

struct Answer {
    Question question = Question::WithOwnMoney;
    measure::Scheme scheme;
    estimate::Estimate estimate;  ///< Of the scheme: every figure that is shown.
    bool reached = true;          ///< False: nothing reaches the goal, this comes nearest.
};

struct Advice {
    Search search;
    std::vector<std::size_t> bill_front, warmth_front, carbon_front;  ///< Into `search.schemes`.
    std::vector<Answer> answers;  ///< One for each question that has one.
    std::optional<Works> works;   ///< Of the case's own scheme, else of the first answer's.
};

struct AdviceInputs {
    SearchInputs search;
    Money own_money = Money::yuan(20000);
};

/// Nothing when it was stopped or when the house cannot be computed.
std::optional<Advice> advise(const AdviceInputs& in);

}  // namespace longju::advisor
