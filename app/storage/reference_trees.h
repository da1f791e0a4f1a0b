// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/result.h"
#include "house/house.h"
#include "measure/measure.h"

/// The JSON columns of reference.db: trees as text and back. A text that does not read is
/// `Damaged`.
namespace longju::storage {

std::string tree_text(const std::vector<measure::Effect>& effects);
std::string tree_text(const std::vector<measure::Charge>& charges);
std::string tree_text(const house::House& house);
std::string tree_text(const std::vector<std::string>& names);
std::string tree_text(const std::vector<std::pair<std::string, int>>& shares);

Result<void> read_tree(const std::string& text, std::vector<measure::Effect>& effects);
Result<void> read_tree(const std::string& text, std::vector<measure::Charge>& charges);
Result<void> read_tree(const std::string& text, house::House& house);
Result<void> read_tree(const std::string& text, std::vector<std::string>& names);
Result<void> read_tree(const std::string& text, std::vector<std::pair<std::string, int>>& shares);

}  // namespace longju::storage
