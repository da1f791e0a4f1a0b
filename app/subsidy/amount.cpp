// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <cmath>

#include "subsidy/evaluate.h"

namespace longju::subsidy {

namespace {

using WholeFen = std::int64_t;

// Ten thousand million yuan: beyond it a figure is a slip, and products stay inside 63 bits.
constexpr double largest_fact = 1e12;
constexpr WholeFen largest_product = 9'000'000'000'000'000'000;

/// `value` × `factor` ÷ `divisor`, half up; nothing when it does not fit.
std::optional<WholeFen> scaled(WholeFen value, WholeFen factor, WholeFen divisor) {
    if (value < 0 || factor < 0) return std::nullopt;
    if (factor != 0 && value > (largest_product - divisor) / factor) return std::nullopt;
    return (value * factor + divisor / 2) / divisor;
}

class Formula {
public:
    Formula(const Case& with, std::vector<std::string>& missing) : with_(with), missing_(missing) {}

    std::optional<WholeFen> fen(const Amount& node) {
        switch (node.kind) {
            case Amount::Kind::Constant:
                return node.factor;
            case Amount::Kind::MoneyFact:
                return steps(node.attribute, 1.0);
            case Amount::Kind::Quantity:
                return std::nullopt;  // Refused by parse_clause() where money is wanted.
            case Amount::Kind::Min:
            case Amount::Kind::Max:
            case Amount::Kind::Sum:
                return combined(node);
            case Amount::Kind::Percent: {
                const auto of = fen(node.parts.at(0));
                return of ? scaled(*of, node.factor, 10'000) : std::nullopt;
            }
            case Amount::Kind::PerSquareMetre:  // Areas count to 0.01 m².
                return multiplied(node, 100.0, 100);
            case Amount::Kind::PerWatt:
                return multiplied(node, 1.0, 1000);
            case Amount::Kind::PerKilowattHour:  // 1 milli-yuan is a tenth of a fen.
                return multiplied(node, 1000.0, 10'000);
            case Amount::Kind::Table:
                return row(node);
            case Amount::Kind::If:
                return branch(node);
        }
        return std::nullopt;
    }

private:
    /// A known number in whole steps of 1/`per_unit`.
    std::optional<WholeFen> steps(const std::string& attribute, double per_unit) {
        const auto fact = with_.facts.find(attribute);
        if (fact == with_.facts.end()) {
            note(attribute);
            return std::nullopt;
        }
        const auto* number = std::get_if<double>(&fact->second);
        if (number == nullptr) return std::nullopt;
        return in_steps(*number, per_unit);
    }

    static std::optional<WholeFen> in_steps(double number, double per_unit) {
        if (!(number >= 0.0) || number > largest_fact) return std::nullopt;
        return std::llround(number * per_unit);
    }

    std::optional<WholeFen> multiplied(const Amount& node, double per_unit, WholeFen divisor) {
        const Amount& quantity = node.parts.at(0);
        const auto count = quantity.attribute.empty() ? in_steps(quantity.number, per_unit)
                                                      : steps(quantity.attribute, per_unit);
        return count ? scaled(*count, node.factor, divisor) : std::nullopt;
    }

    /// Every part is looked at even when one is missing, so that all missing facts are named.
    std::optional<WholeFen> combined(const Amount& node) {
        std::optional<WholeFen> result;
        bool complete = true;
        for (const Amount& part : node.parts) {
            const auto value = fen(part);
            complete = complete && value.has_value();
            if (!value) continue;
            if (!result) {
                result = value;
            } else if (node.kind == Amount::Kind::Min) {
                result = std::min(*result, *value);
            } else if (node.kind == Amount::Kind::Max) {
                result = std::max(*result, *value);
            } else {
                result = *result + *value;
            }
        }
        return complete ? result : std::nullopt;
    }

    std::optional<WholeFen> row(const Amount& node) {
        const auto fact = with_.facts.find(node.attribute);
        if (fact == with_.facts.end()) {
            note(node.attribute);
            return std::nullopt;
        }
        const auto found = node.rows.find(text_of(fact->second));
        if (found == node.rows.end()) return std::nullopt;
        return found->second;
    }

    std::optional<WholeFen> branch(const Amount& node) {
        const Judgement judgement = judge_condition(node.condition.at(0), with_, nullptr);
        switch (judgement.truth) {
            case Truth::True:
                return fen(node.parts.at(0));
            case Truth::False:
                return fen(node.parts.at(1));
            case Truth::Unknown:
                for (const std::string& name : judgement.missing) note(name);
                return std::nullopt;
        }
        return std::nullopt;
    }

    void note(const std::string& name) {
        if (std::ranges::find(missing_, name) == missing_.end()) missing_.push_back(name);
    }

    const Case& with_;
    std::vector<std::string>& missing_;
};

}  // namespace

std::optional<Money> amount_of(const Amount& amount, const Case& with,
                               std::vector<std::string>& missing) {
    const auto fen = Formula(with, missing).fen(amount);
    if (!fen) return std::nullopt;
    return Money::fen(*fen);
}

std::vector<Share> shares_of(Money amount,
                             const std::vector<std::pair<std::string, int>>& weights) {
    std::int64_t whole = 0;
    for (const auto& [payer, weight] : weights) whole += weight;
    if (whole <= 0) return {};

    std::vector<Share> shares;
    Money rest = amount;
    for (const auto& [payer, weight] : weights) {
        const Money part = Money::fen(amount.in_fen() * weight / whole);
        shares.push_back({payer, part});
        rest -= part;
    }
    shares.front().amount += rest;
    return shares;
}

}  // namespace longju::subsidy
