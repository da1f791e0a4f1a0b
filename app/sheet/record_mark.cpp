// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "sheet/record_mark.h"

#include <cmath>

#include <fmt/format.h>

#include "core/date.h"
#include "core/hash.h"

namespace longju::sheet {

namespace {

constexpr std::string_view check_word = " 校";

/// Four letters and digits that are not taken for each other (Crockford), 20 bits of a SHA-256.
std::string check_code(std::string_view text) {
    constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    const std::string hex = sha256_hex(text);
    std::string code;
    for (std::size_t i = 0; i < 4; ++i) {
        const auto digit = [&](std::size_t at) {
            const char c = hex[at];
            return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10);
        };
        code += alphabet[(digit(2 * i) * 16U + digit(2 * i + 1)) % alphabet.size()];
    }
    return code;
}

long long rounded_yuan(Money money) {
    return std::llround(money.rounded_to(Money::yuan(100)).in_yuan());
}

}  // namespace

std::string record_mark(const NoticeInputs& in, const NoticeFacts& facts) {
    std::string text = fmt::format("龙居 {} {}", in.record_code, iso(in.inputs.date));
    if (facts.any_measure) {
        text += fmt::format(" 花{}-{}元", rounded_yuan(facts.total.low),
                            rounded_yuan(facts.total.high));
        if (facts.saved.high.in_yuan() > 0.0) {
            text += fmt::format(" 省{}-{}元/年", rounded_yuan(facts.saved.low),
                                rounded_yuan(facts.saved.high));
        }
    }
    const std::string code = check_code(text);
    return fmt::format("{}{}{}", text, check_word, code);
}

bool record_mark_holds(std::string_view text) {
    const std::size_t at = text.rfind(check_word);
    if (at == std::string_view::npos) return false;
    return text.substr(at + check_word.size()) == check_code(text.substr(0, at));
}

}  // namespace longju::sheet
