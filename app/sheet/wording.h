// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>

#include "climate/work_season.h"
#include "core/money.h"
#include "core/range.h"
#include "energy/demand.h"
#include "measure/measure.h"

/// Figures as the papers say them.
namespace longju::sheet {

/// `1234.5`, no comma: sentences have none.
std::string plain(double value, int decimals);
/// Whole degrees.
std::string degrees(double c);
/// `13～16`; one figure when both round to the same.
std::string side_by_side(double low, double high, int decimals);
/// `零下 27` or `5`.
std::string outdoors(double c);
/// Yuan to the nearest hundred: 2068 → 2100.
std::string hundreds(Money money);
/// `1700～2400`; one figure when both are the same.
std::string hundreds_range(const Range<Money>& range);
/// `2.8～5.1`, in 万元.
std::string ten_thousands_range(const Range<Money>& range);
/// `104 平方米`, `89.1 平方米`; watts from 1000 on as 千瓦.
std::string quantity(double amount, const std::string& unit_zh);
/// Where a junction is, as people call the place: 墙角, 棚根.
const char* place_of(house::JunctionKind kind);
/// What an inside wall surface of `surface_c` means in a room of 14 ℃, and the coldest place of
/// the house: the end of a sentence, marked.
std::string damp_words(double surface_c, const energy::Demand& demand);
/// A group of measures in one or two words: 外墙, 炉子.
const char* short_name(measure::Group group);
/// `4 月 24 日到 10 月 12 日`; a usual one where the place's is not known.
std::string season_words(const std::optional<climate::WorkSeason>& season);

}  // namespace longju::sheet
