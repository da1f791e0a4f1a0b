// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <nlohmann/json.hpp>

#include "core/result.h"
#include "house/house.h"

/// Houses as trees of plain values: the same names in designs, case files and saved visits. A key
/// is the member's name with its unit (`width_mm`, `day_set_point_c`); enums are snake_case words;
/// dates are ISO texts; what is not known is left out.
namespace longju::visit {

/// Every field that is known. `house_from(json_of(house)) == house`.
nlohmann::json json_of(const house::House& house);

/// Reads a tree that a program or a person wrote. A missing key keeps the value of `base`; a list
/// or table that is there replaces it whole. Bad input names the field, `house.plan.rooms[2].use`,
/// for a key that is not known and for a value of the wrong kind; whether the house makes sense is
/// for `house::check`.
Result<house::House> house_from(const nlohmann::json& tree, const house::House& base = {});

}  // namespace longju::visit
