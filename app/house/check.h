// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <vector>

#include "house/house.h"

namespace longju::house {

enum class Severity {
    Impossible,  ///< Cannot be computed: `envelope()` and everything after it must not be called.
    Unusual,     ///< Outside what houses here look like; asks for a confirming look.
    Missing,     ///< Not entered; an assumption stands in.
};

/// One remark on one field.
struct Problem {
    std::string field;  ///< Dotted path as in the case file: `house.plan.openings[3].width_mm`.
    Severity severity = Severity::Impossible;
    std::string what_zh;
    std::string what_en;  ///< What is wrong and the nearest fix, one sentence.

    const std::string& what(bool chinese) const { return chinese ? what_zh : what_en; }
};

/// Every problem of a house, worst first, then by field; empty for a house that makes sense.
/// After no `Impossible` is left, all other functions of this layer are total.
std::vector<Problem> check(const House& house, const Library& library);

/// What a drawing of the catalog must be beyond that: no gap between its rooms, every opening in
/// the wall of one neighbour, every room with a door and a way to outdoors, every living room,
/// bedroom and kitchen with a window. Houses drawn from a survey are exempt: their inner doors are
/// not asked for. For a house without `Impossible` problems.
std::vector<Problem> check_drawing(const House& house);

bool computable(const std::vector<Problem>& problems);

}  // namespace longju::house
