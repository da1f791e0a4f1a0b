// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

/// Search by pinyin initials: 李雪梅 is found by "lxm". Readings are those of the Unihan database
/// (assets/pinyin_initials.tsv); every reading of a character counts.
namespace longju {

/// The letters that a character can begin with in pinyin: bit 0 is a, bit 25 is z. A letter of
/// ASCII stands for itself in either case; 0 for anything else.
std::uint32_t pinyin_letters(char32_t point);

/// `pinyin_letters` of each character that has any, in order: dots and blanks are passed over.
std::vector<std::uint32_t> pinyin_initials(std::string_view text);

/// Whether `initials` begin with `letters`, a to z; false when there are none, or others.
bool begins_with(std::span<const std::uint32_t> initials, std::string_view letters);

/// Whether `letters` stand anywhere among `initials`, side by side.
bool holds(std::span<const std::uint32_t> initials, std::string_view letters);

}  // namespace longju
