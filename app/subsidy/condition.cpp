// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include "core/text.h"
#include "subsidy/attributes.h"
#include "subsidy/evaluate.h"

namespace longju::subsidy {

namespace {

// A ref may name a rule with a ref of its own; parse_rules() refuses rings, this stops the rest.
constexpr int deepest_ref = 8;

void add_missing(std::vector<std::string>& to, const std::vector<std::string>& names) {
    for (const std::string& name : names) {
        if (std::ranges::find(to, name) == to.end()) to.push_back(name);
    }
}

Truth truth_of(bool holds) { return holds ? Truth::True : Truth::False; }

Truth compare(const FactValue& fact, Operator op, const std::vector<FactValue>& values) {
    // A fact of another kind than the clause expects is no knowledge at all.
    const bool same_kind = std::ranges::all_of(
        values, [&](const FactValue& wanted) { return wanted.index() == fact.index(); });
    if (!same_kind) return Truth::Unknown;

    switch (op) {
        case Operator::Eq:
            return truth_of(fact == values.at(0));
        case Operator::Ne:
            return truth_of(fact != values.at(0));
        case Operator::In:
            return truth_of(std::ranges::find(values, fact) != values.end());
        case Operator::Gt:
            return truth_of(fact > values.at(0));
        case Operator::Ge:
            return truth_of(fact >= values.at(0));
        case Operator::Lt:
            return truth_of(fact < values.at(0));
        case Operator::Le:
            return truth_of(fact <= values.at(0));
        case Operator::Between:
            return truth_of(values.at(0) <= fact && fact <= values.at(1));
        case Operator::Exists:
            return Truth::Unknown;  // Answered by judge_leaf() without a value.
    }
    return Truth::Unknown;
}

std::string wanted_text(const std::vector<FactValue>& values) {
    std::string text;
    for (const FactValue& value : values) {
        if (!text.empty()) text += ",";
        text += text_of(value);
    }
    return text;
}

class Evaluator {
public:
    Evaluator(const Case& with, std::vector<ConditionTrace>* trace) : with_(with), trace_(trace) {}

    Judgement judge(const Condition& condition, int refs) {
        switch (condition.kind) {
            case Condition::Kind::All:
                return judge_parts(condition, refs, Truth::False);
            case Condition::Kind::Any:
                return judge_parts(condition, refs, Truth::True);
            case Condition::Kind::Not:
                return negated(judge(condition.parts.at(0), refs));
            case Condition::Kind::Ref:
                return judge_ref(condition, refs);
            case Condition::Kind::Leaf:
                return judge_leaf(condition);
        }
        return {};
    }

private:
    /// all with `decisive` False, any with `decisive` True. Every part is looked at, for the trace.
    Judgement judge_parts(const Condition& condition, int refs, Truth decisive) {
        bool decided = false;
        std::vector<std::string> missing;
        bool unknown = false;
        for (const Condition& part : condition.parts) {
            const Judgement judgement = judge(part, refs);
            decided = decided || judgement.truth == decisive;
            unknown = unknown || judgement.truth == Truth::Unknown;
            add_missing(missing, judgement.missing);
        }
        if (decided) return {decisive, {}};
        if (unknown) return {Truth::Unknown, std::move(missing)};
        return {decisive == Truth::True ? Truth::False : Truth::True, {}};
    }

    static Judgement negated(Judgement judgement) {
        if (judgement.truth == Truth::Unknown) return judgement;
        return {truth_of(judgement.truth == Truth::False), {}};
    }

    Judgement judge_ref(const Condition& condition, int refs) {
        const auto rule = std::ranges::find(with_.rules, condition.name, &Rule::id);
        if (rule == with_.rules.end() || refs >= deepest_ref) return {};
        const Clause* const clause = with_.clauses.of(*rule);
        if (clause == nullptr) return {};
        if (!clause->condition) return {Truth::True, {}};
        return judge(*clause->condition, refs + 1);
    }

    Judgement judge_leaf(const Condition& leaf) {
        const auto fact = with_.facts.find(leaf.name);
        const bool known = fact != with_.facts.end();
        Judgement judgement;
        if (leaf.op == Operator::Exists) {
            judgement.truth = truth_of(known == std::get<bool>(leaf.values.at(0)));
        } else if (known) {
            judgement.truth = compare(fact->second, leaf.op, leaf.values);
        }
        if (judgement.truth == Truth::Unknown) judgement.missing.push_back(leaf.name);
        if (trace_ != nullptr) {
            trace_->push_back({.attribute = leaf.name,
                               .op = std::string(name(leaf.op)),
                               .wanted = wanted_text(leaf.values),
                               .actual = known ? text_of(fact->second) : "",
                               .truth = judgement.truth});
        }
        return judgement;
    }

    const Case& with_;
    std::vector<ConditionTrace>* trace_;
};

}  // namespace

Judgement judge_condition(const Condition& condition, const Case& with,
                          std::vector<ConditionTrace>* trace) {
    return Evaluator(with, trace).judge(condition, 0);
}

std::string text_of(const FactValue& value) {
    if (const auto* yes = std::get_if<bool>(&value)) return *yes ? "true" : "false";
    if (const auto* number = std::get_if<double>(&value)) return exact(*number);
    return std::get<std::string>(value);
}

}  // namespace longju::subsidy
