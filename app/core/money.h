// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <compare>
#include <cstdint>

namespace longju {

/// An amount in fen (1 yuan = 100 fen), exact. Unknown amounts are `std::optional<Money>` without a
/// value, never zero. The only operations that round say so in their name.
class Money {
public:
    constexpr Money() = default;
    static constexpr Money fen(std::int64_t amount_fen) { return Money(amount_fen); }
    /// Rounded half up to whole fen.
    static Money rounded_fen(double amount_fen) { return fen(1).multiply_rounded(amount_fen); }
    static constexpr Money yuan(std::int64_t amount_yuan) { return Money(amount_yuan * 100); }

    constexpr std::int64_t in_fen() const { return fen_; }
    constexpr double in_yuan() const { return static_cast<double>(fen_) / 100.0; }

    /// In fen, to calculate with.
    friend constexpr double as_fen(Money amount) { return static_cast<double>(amount.fen_); }

    constexpr auto operator<=>(const Money&) const = default;
    constexpr Money& operator+=(Money other) { return fen_ += other.fen_, *this; }
    constexpr Money& operator-=(Money other) { return fen_ -= other.fen_, *this; }
    friend constexpr Money operator+(Money a, Money b) { return a += b; }
    friend constexpr Money operator-(Money a, Money b) { return a -= b; }
    constexpr Money operator-() const { return Money(-fen_); }

    /// This amount times `factor` (a quantity, a share), rounded half up to whole fen.
    /// Bug if the product does not fit into 63 bits or `factor` is not finite.
    Money multiply_rounded(double factor) const;

    /// Rounded half up to a multiple of `step` for display; `step` > 0.
    Money rounded_to(Money step) const;

private:
    constexpr explicit Money(std::int64_t amount_fen) : fen_(amount_fen) {}
    std::int64_t fen_ = 0;
};

}  // namespace longju
