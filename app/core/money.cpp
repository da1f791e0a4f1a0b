// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "core/money.h"

#include <cmath>

#include "core/assert.h"

namespace longju {

namespace {
// Largest double below 2^63: beyond it the conversion to int64 is undefined.
constexpr double int64_limit = 9.2e18;
}  // namespace

Money Money::multiply_rounded(double factor) const {
    const double product_fen = static_cast<double>(fen_) * factor;
    LONGJU_ASSERT(std::isfinite(product_fen) && std::abs(product_fen) < int64_limit,
                  "an amount of money must fit into 63 bits");
    return Money(static_cast<std::int64_t>(std::floor(product_fen + 0.5)));
}

Money Money::rounded_to(Money step) const {
    LONGJU_ASSERT(step.fen_ > 0, "a rounding step must be positive");
    const std::int64_t shifted = fen_ + step.fen_ / 2;
    const std::int64_t remainder = ((shifted % step.fen_) + step.fen_) % step.fen_;
    return Money(shifted - remainder);
}

}  // namespace longju
