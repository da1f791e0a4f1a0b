// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/result.h"
#include "visit/decisions.h"
#include "visit/visit.h"

/// Two versions of a visit to one, field by field, against the state both began from. One side
/// changed: its value. Both the same: that. Both differently: a person decides. Nothing that was
/// entered is dropped without being named in `Merged::differences`.
namespace longju::visit {

enum class Change {
    OnlyMine,
    OnlyTheirs,
    Same,    ///< Both to the same value; nobody needs to see it.
    Joined,  ///< Both, differently, and it is no question: the further step, the order of a list.
    Differ,  ///< Both, differently: a person decides.
};

/// One field, entry of a map or item of a list that a side changed. A value that is absent is
/// nothing.
struct Difference {
    /// Dotted, items of lists by what names them: `inputs.household.bought[raw_coal].amount`.
    std::string path;
    std::optional<nlohmann::json> parent;
    std::optional<nlohmann::json> mine, theirs;
    Change change = Change::Differ;
};

/// Why a person must look.
enum class Doubt {
    None,
    Differ,   ///< A field was changed differently.
    Subsidy,  ///< Both sides touched what a subsidy depends on, if in different fields.
};

struct Merged {
    Visit visit;  ///< With the decisions; what is still open is as in `mine`.
    std::vector<Difference> differences;
    Doubt doubt = Doubt::None;  ///< Whatever was decided.
    int undecided = 0;          ///< Fields that differ and no decision speaks of.
};

/// Whether subsidies depend on a field: all inputs, and whether the record stands at all.
bool is_subsidy_input(std::string_view path);

/// The state two versions began from. Where several such states disagree it is disputed: nothing
/// equals it, so a difference there is always a person's. `no_ancestor` is disputed everywhere.
struct Ancestor {
    nlohmann::json tree;
};
Ancestor ancestor_of(const Visit& visit);
Ancestor no_ancestor();

Result<Merged> merge(const Ancestor& ancestor, const Visit& mine, const Visit& theirs,
                     const Decisions& decisions = {});

/// The state that two ancestors of later versions merge to: disputed wherever a person had to
/// decide between them.
Ancestor joined(const Ancestor& older, const Ancestor& first, const Ancestor& second);

}  // namespace longju::visit
