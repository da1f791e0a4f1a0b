// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "core/long_numbers.h"

namespace longju {

std::string without_long_numbers(std::string text, std::size_t most) {
    const auto is_digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
    const auto is_hex_letter = [&](std::size_t i) {
        return i < text.size() && text[i] >= 'a' && text[i] <= 'f';
    };
    for (std::size_t from = 0; from < text.size();) {
        std::size_t to = from;
        while (to < text.size() && is_digit(to)) ++to;
        const bool in_id = (from > 0 && is_hex_letter(from - 1)) || is_hex_letter(to);
        if (to - from > most && !in_id) text.replace(from, to - from, to - from, '*');
        from = to + 1;
    }
    return text;
}

}  // namespace longju
