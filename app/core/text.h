// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Text as UTF-8 and numbers as people read them. Nothing here depends on a locale.
namespace longju {

/// True when `text` is well-formed UTF-8 (no surrogates, no overlong forms, up to U+10FFFF).
bool is_utf8(std::string_view text);

/// The code points of well-formed UTF-8; U+FFFD for each byte that is not.
std::u32string code_points(std::string_view text);
std::string utf8(std::u32string_view points);

std::string_view trimmed(std::string_view text);

/// Full-width forms (Ａ, ７, 　) as the ASCII that was meant; all else as it is.
std::string narrowed(std::string_view text);
/// A to Z as a to z; all else as it is.
std::string lower_ascii(std::string_view text);
/// The last four characters: what may be kept in clear of a phone or ID number, to find it again.
std::string tail_of(std::string_view text);

/// The whole of `text` as a finite number (`-12.5`, `1e3`), or nothing. Never reads the locale.
std::optional<double> number_from(std::string_view text);
std::optional<long long> integer_from(std::string_view text);

/// `value` with `decimals` digits, half away from zero, comma between thousands and a real minus
/// (U+2212): 3,080 · −0.5. An en dash never stands for a minus.
std::string formatted(double value, int decimals);

/// The shortest text that reads back as the same double: for files and hashes.
std::string exact(double value);

}  // namespace longju
