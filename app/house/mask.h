// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>

#include "house/household.h"

/// What screens and papers show of a person unless someone asked for more: enough to know it again.
namespace longju::house {

/// `2301**********0018`: the first and last four; stars only when it is too short for that.
std::string masked_id(std::string_view id_number);
/// `138****5678`: the first three and last four; stars only for a short one.
std::string masked_phone(std::string_view phone);
/// `************0123`: the last four; stars only for a short one.
std::string masked_card(std::string_view card);
/// `李*梅`: the second character, after a compound surname the third, is a star. A single character
/// stays.
std::string masked_name(std::string_view name);

/// Without phone, ID number and bank card: for files that go to other people's machines.
Household without_numbers(Household household);

}  // namespace longju::house
