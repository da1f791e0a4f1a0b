// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/result.h"
#include "visit/decisions.h"

namespace longju::visit {
class Fold;
}

/// 两个版本: what the screen shows of two versions of one visit, and what a person says to it.
namespace longju::kiosk {

/// One value as it stands in a version.
struct ConflictValue {
    enum class Kind {
        Nothing,  ///< Not entered, or removed.
        Unknown,  ///< Of a part that is told as one, where both sides changed it.
        Text,
        Number,
        Flag,
        Items  ///< A list that has no names; `number` of them.
    };
    Kind kind = Kind::Nothing;
    std::string text;
    double number = 0;
    bool flag = false;

    bool operator==(const ConflictValue&) const = default;
};

struct ConflictField {
    std::string path;  ///< As in `visit::Difference`, down to a single value.
    ConflictValue parent, mine, theirs;

    bool operator==(const ConflictField&) const = default;
};

/// What is decided together: a field, an item of a list, the shape of the house.
struct ConflictRow {
    std::string key;  ///< How the paths of its fields begin.
    std::vector<ConflictField> fields;
    std::optional<visit::Side> side;  ///< Decided; at first that of the side that alone changed it.

    bool operator==(const ConflictRow&) const = default;
};

/// Who saved a version.
struct ConflictVersion {
    bool own = false;  ///< On this machine.
    std::string actor;
    std::string saved_at;  ///< ISO 8601.

    bool operator==(const ConflictVersion&) const = default;
};

struct ConflictPanel {
    std::string visit_id;
    std::string head;  ///< 户主.
    ConflictVersion mine, theirs;
    std::vector<ConflictRow> rows;
    bool only_subsidy = false;             ///< No field differs; the whole must be confirmed.
    int left = 1;                          ///< Versions to go, this one with it.
    std::vector<std::string> versions;     ///< Hashes; a decision is of these and no others.
    std::vector<visit::Decisions> before;  ///< Of the steps that were decided.

    bool decided() const;
    /// Of the rows.
    visit::Decisions decisions() const;
    bool operator==(const ConflictPanel&) const = default;
};

/// The step at hand of a fold; there is one. `device_id` is this machine's.
Result<ConflictPanel> conflict_panel(const visit::Fold& fold, std::string_view device_id);

/// Whether a dotted path is `with` or inside it.
bool is_part_of(std::string_view path, std::string_view with);

}  // namespace longju::kiosk
