// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

/// What a person says of two versions of a visit.
namespace longju::visit {

enum class Side { Mine, Theirs };

/// What was decided, by path or by how paths begin (`inputs.house`); the longest counts. Empty is
/// the beginning of all.
using Decisions = std::map<std::string, Side>;

/// Where a decision speaks of a path; nothing where none does.
std::optional<Side> decision_for(const Decisions& decisions, std::string_view path);

}  // namespace longju::visit
