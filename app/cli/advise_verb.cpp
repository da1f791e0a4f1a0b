// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <cmath>

#include <fmt/format.h>

#include "advisor/advise.h"
#include "cli/answered_case.h"
#include "cli/verbs.h"
#include "core/text.h"

namespace longju::cli {

namespace {

using advisor::Question;
using advisor::Scored;

std::string whole(double value) { return formatted(value, 0); }

const char* question_of(Question question) {
    switch (question) {
        case Question::WithOwnMoney:
            return "自己出这些钱，最省 (smallest bill for the own money)";
        case Question::BestValue:
            return "最划算 (least money over 15 years)";
        case Question::WarmForLeast:
            return "住得暖又合算 (holds 18 °C in the coldest hour, least money over 15 years)";
        case Question::NoCoal:
            break;
    }
    return "不烧煤 (least money over 15 years without coal)";
}

std::string names_of(const measure::Scheme& scheme, const estimate::Reference& reference) {
    std::string names;
    for (const measure::Choice& choice : scheme.choices) {
        const measure::Option* option = reference.measures.find(choice);
        if (option == nullptr) continue;
        if (!names.empty()) names += "、";
        names += option->name_zh;
    }
    return names.empty() ? std::string("什么也不做") : names;
}

std::string answer_text(const advisor::Answer& answer, const estimate::Reference& reference) {
    const estimate::Estimate& e = answer.estimate;
    const estimate::Finance& f = e.finance;
    std::string out = fmt::format("\n{}\n  {}\n", question_of(answer.question),
                                  names_of(answer.scheme, reference));
    if (!answer.reached) out += "  no scheme reaches it; this one comes nearest\n";
    out += fmt::format("  own money 自筹 {} yuan ({} – {})\n", whole(f.own.typical.in_yuan()),
                       whole(f.own.low.in_yuan()), whole(f.own.high.in_yuan()));
    out +=
        fmt::format("  heating 取暖 {} → {} yuan a year; saves {} ({} – {})\n",
                    whole(e.habit.before.heating_cost.typical.in_yuan()),
                    whole(e.habit.after.heating_cost.typical.in_yuan()),
                    whole(f.saved_per_year.typical.in_yuan()),
                    whole(f.saved_per_year.low.in_yuan()), whole(f.saved_per_year.high.in_yuan()));
    out += fmt::format("  coldest hour 最冷时 {} → {} °C; CO2 {} t a year less\n",
                       formatted(e.habit.before.demand.coldest.value, 1),
                       formatted(e.habit.after.demand.coldest.value, 1),
                       formatted(e.habit.co2_saved.typical.value / 1000.0, 1));
    return out;
}

std::string front_text(const char* title, const std::vector<std::size_t>& front,
                       const advisor::Advice& advice) {
    constexpr std::size_t shown = 12;
    std::string out = fmt::format("\n{} ({} schemes)\n", title, front.size());
    const std::size_t step = std::max<std::size_t>(1, (front.size() + shown - 1) / shown);
    for (std::size_t i = 0; i < front.size(); i += step) {
        const Scored& s = advice.search.schemes[front[i]];
        out += fmt::format("  own {:>8}  bill {:>7}  holds {:>6} °C  CO2 {:>6} kg\n",
                           whole(s.own().in_yuan()), whole(s.bill.in_yuan()),
                           formatted(static_cast<double>(s.holds_c), 1),
                           whole(static_cast<double>(s.co2_saved_kg)));
    }
    return out;
}

std::string works_text(const advisor::Works& works, const estimate::Reference& reference) {
    std::string out = "\n先做哪样 (order of works)\n";
    int number = 0;
    for (const advisor::WorkStep& step : works.steps) {
        const measure::Option* option = reference.measures.find(step.choice);
        out += fmt::format("  {}. {}  {} yuan, saves {} a year, {} °C warmer{}\n", ++number,
                           option->name_zh, whole(step.cost.in_yuan()),
                           whole(step.saved_per_year.in_yuan()), formatted(step.warmer.value, 1),
                           step.raises_mould ? "; 小心返潮 (raises the risk of mould)" : "");
    }
    return out;
}

}  // namespace

Outcome advise_verb(const AdviseOptions& options) {
    const auto answered = answer_case(options.case_file, options.reference, options.prices);
    if (!answered) return refused(answered.error());
    const estimate::Reference& reference = *answered->reference;
    const auto advice = advisor::advise(
        {.search = {.inputs = answered->inputs(),
                    .reference = reference,
                    .year = answered->year,
                    .threads = options.threads,
                    .progress = {},
                    .stop = {}},
         .own_money = Money::fen(static_cast<std::int64_t>(std::llround(options.own_yuan * 100)))});
    if (!advice) {
        return refused(
            {ErrorKind::BadInput, "the house cannot be computed", options.case_file, 0, "house"});
    }
    std::string out =
        fmt::format("{} schemes, {} heating seasons walked; now {} yuan a year, coldest {} °C\n",
                    advice->search.schemes.size(), advice->search.simulated,
                    whole(advice->search.bill_now.in_yuan()),
                    formatted(static_cast<double>(advice->search.coldest_now_c), 1));
    for (const advisor::Answer& answer : advice->answers) out += answer_text(answer, reference);
    out += front_text("花钱省钱 own money against the bill", advice->bill_front, *advice);
    out += front_text("花钱买暖 own money against the coldest hour", advice->warmth_front, *advice);
    out += front_text("公家花钱减碳 verified subsidy against CO2", advice->carbon_front, *advice);
    if (advice->works) out += works_text(*advice->works, reference);
    return {Outcome::Good, std::move(out), ""};
}

}  // namespace longju::cli
