// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include "house/id_number.h"
#include "kiosk/state.h"

namespace longju::kiosk {
namespace {

using house::Severity;

Gap household_gap(std::string field, std::string zh, std::string en) {
    return {ScreenId::Household, std::move(field), std::move(zh), std::move(en), Severity::Missing};
}

void add_household_gaps(const Inputs& inputs, std::vector<Gap>& gaps) {
    const house::Household& household = inputs.household;
    if (household.head.empty()) {
        gaps.push_back(household_gap("household.head", "户主姓名没填", "The householder's name"));
    }
    if (inputs.place.division_code.empty()) {
        gaps.push_back({ScreenId::Household, "place.division_code", "县（市、区）没选",
                        "The county is not chosen", Severity::Impossible});
    }
    if (!household.members) {
        gaps.push_back(
            household_gap("household.members", "几口人没问", "How many people live here"));
    }
    if (!household.category) {
        gaps.push_back(household_gap("household.category", "户类没问", "The household's category"));
    }
    if (!household.id_number.empty() && !house::id_number_from(household.id_number, inputs.date)) {
        gaps.push_back({ScreenId::Household, "household.id_number", "身份证号不对，核对一遍",
                        "The ID number is not right", Severity::Impossible});
    }
    if (inputs.house.existing && household.bought.empty()) {
        gaps.push_back(household_gap("household.bought", "去年冬天烧了多少没问",
                                     "What was burnt last winter"));
    }
}

}  // namespace

std::vector<Gap> gaps(const AppState& state) {
    if (!state.open) return {};
    std::vector<Gap> all = gaps_of(state.open->inputs(), state.reference->library);
    const bool asked = !state.open->inputs().household.id_number.empty() ||
                       !state.open->inputs().household.bank_card.empty();
    if (asked && !state.open->visit.consent) {
        all.push_back(household_gap("household.consent", "记了身份证号，告知同意书还没签",
                                    "An ID number is kept and nobody has signed paper F"));
    }
    return all;
}

std::vector<Gap> gaps_of(const Inputs& inputs, const house::Library& library) {
    std::vector<Gap> gaps;
    add_household_gaps(inputs, gaps);
    for (const house::Problem& problem : house::check(inputs.house, library)) {
        gaps.push_back(
            {ScreenId::House, problem.field, problem.what_zh, problem.what_en, problem.severity});
    }
    if (inputs.scheme.choices.empty() && inputs.house.existing) {
        gaps.push_back({ScreenId::Configure, "scheme.choices", "还没选措施",
                        "No measure is chosen yet", Severity::Missing});
    }
    std::ranges::stable_sort(gaps, {}, &Gap::severity);
    return gaps;
}

const estimate::Estimate* shown_estimate(const AppState& state) {
    if (!state.open || !state.open->estimate) return nullptr;
    return &*state.open->estimate;
}

visit::Step step_of(ScreenId screen) {
    switch (screen) {
        case ScreenId::Home:
        case ScreenId::Household:
            return visit::Step::Household;
        case ScreenId::House:
            return visit::Step::Survey;
        case ScreenId::Configure:
            return visit::Step::Configure;
        case ScreenId::Compare:
        case ScreenId::Result:
            return visit::Step::Compare;
        case ScreenId::Subsidy:
            return visit::Step::Subsidy;
        case ScreenId::Sheets:
            return visit::Step::Sheets;
        case ScreenId::HandOver:
            return visit::Step::HandOver;
    }
    return visit::Step::Household;
}

ScreenId screen_of(visit::Step step) {
    switch (step) {
        case visit::Step::Household:
            return ScreenId::Household;
        case visit::Step::Survey:
            return ScreenId::House;
        case visit::Step::Configure:
            return ScreenId::Configure;
        case visit::Step::Compare:
            return ScreenId::Compare;
        case visit::Step::Subsidy:
            return ScreenId::Subsidy;
        case visit::Step::Sheets:
            return ScreenId::Sheets;
        case visit::Step::HandOver:
            return ScreenId::HandOver;
    }
    return ScreenId::Household;
}

}  // namespace longju::kiosk
