// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "core/date.h"

/// 公民身份号码 by GB 11643-1999: six digits of the place, eight of the birthday, three of the
/// order (the last odd for men), one check character. Residence permits (81, 82, 83 …) follow it
/// too.
namespace longju::house {

enum class Sex { Female, Male };

/// What is known of the place that the first six digits name. Only a hint: people move, and old
/// codes stay on cards.
enum class IdPrefix {
    Known,            ///< Of this province, now or once.
    OtherProvince,    ///< Another province, or a residence permit.
    Unknown,          ///< Of this province, but no code it ever had (assets/id_prefixes.tsv).
    NoSuchProvince,   ///< No province's digits.
    ResidencePermit,  ///< 港澳台居民居住证, 外国人永久居留身份证.
};

struct IdNumber {
    std::string text;  ///< 18 characters, an `X` in upper case.
    Date birth{std::chrono::year(1900), std::chrono::month(1), std::chrono::day(1)};
    Sex sex = Sex::Female;
    IdPrefix prefix = IdPrefix::Known;
    std::string place_zh;  ///< As the code's name was; empty when it is not known here.
};

/// Why a text is no ID number, in the order in which it is looked at.
enum class IdProblem {
    Empty,
    OldNumber,   ///< 15 digits, as before 1999: ask for the new one.
    Length,      ///< Neither 18 nor 15 characters.
    Characters,  ///< Something else than digits and an X at the end.
    NoSuchDay,   ///< The birthday is no day of the calendar.
    InFuture,    ///< The birthday is after today.
    WrongCheck,  ///< The last character does not fit the others: a digit was misread.
};

/// The characters of a number however it was typed: blanks and hyphens out, full-width digits and
/// letters to ASCII, `x` to `X`. Everything else stays as it is.
std::string normalised_id(std::string_view typed);

/// Reads a number as it was typed. `today` only says what is in the future.
std::expected<IdNumber, IdProblem> id_number_from(std::string_view typed, Date today);

}  // namespace longju::house
