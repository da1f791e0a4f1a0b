// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/date.h"
#include "core/money.h"

namespace longju::house {

/// The six groups of the province's 2024 plan for dilapidated houses, and everyone else.
enum class HouseholdCategory {
    Ordinary,            ///< 一般户
    MonitoredHousehold,  ///< 农村易返贫致贫户
    Dibao,               ///< 农村低保户
    TekunScattered,      ///< 农村分散供养特困人员
    DibaoMarginal,       ///< 农村低保边缘家庭
    ExpenseHardship,     ///< 因病因灾等刚性支出较大家庭
    OtherOutOfPoverty,   ///< 其他脱贫户
};

/// Fuel or power paid for last winter, as the householder says.
struct FuelBought {
    std::string fuel_id;
    double amount = 0.0;        ///< In the fuel's unit (t, kWh, m³); > 0.
    std::optional<Money> paid;  ///< The whole bill; nothing when nobody remembers.

    bool operator==(const FuelBought&) const = default;
};

/// 农户: who asks. What is not known stays empty; empty is not zero and not "no".
struct Household {
    std::string head;  ///< 户主姓名, any Unicode.
    std::string phone;
    std::string id_number;       ///< 身份证号, GB 11643-1999, as typed.
    std::string bank_card;       ///< 一卡通; only where the county asks for it.
    std::optional<int> members;  ///< 1 to 30.
    std::optional<HouseholdCategory> category;
    std::optional<bool> had_housing_support;
    std::optional<bool> removes_coal_stove;
    std::vector<FuelBought> bought;  ///< Last winter, several fuels.

    bool operator==(const Household&) const = default;
};

}  // namespace longju::house
