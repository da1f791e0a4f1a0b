// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "visit/merge.h"
#include "visit/visit.h"

/// The versions of one visit on their way to a single one.
namespace longju::visit {

/// Revisions that descend into both a version of `some` and `other` and into no later one that
/// does: the lowest common ancestors in the graph of parents. Highest lamport first, then smallest
/// hash. A revision is its own ancestor.
std::vector<const Revision*> common_ancestors(std::span<const Revision> revisions,
                                              std::span<const std::string> some,
                                              std::string_view other);

/// Folds versions into the first, one after another. Each step is a `Merged` between what was
/// settled so far (mine) and the next version (theirs); the last gives the visit.
///
/// Of several common ancestors the state that they merge to is taken, in the order above. Histories
/// crossed more often than any stick was carried are treated as having none, so a person decides.
class Fold {
public:
    /// `heads` are hashes of `revisions`, at least one; versions with the same content are one.
    static Result<Fold> of(std::vector<Revision> revisions, const std::vector<std::string>& heads);

    /// How many versions are still to be taken in; 0: `result` is the whole.
    int left() const { return static_cast<int>(versions_.size() - next_); }
    /// The versions, in order.
    const Revision& version(std::size_t index) const { return revisions_[versions_[index]]; }
    std::size_t versions() const { return versions_.size(); }
    /// Which version `theirs` of the step is, from 1.
    std::size_t theirs() const { return next_; }
    const Visit& result() const { return result_; }

    /// The step at hand with these decisions; there is one left.
    Result<Merged> step(const Decisions& decisions) const;
    /// Takes what a step gave and goes on to the next.
    void take(Visit merged);

private:
    Result<Ancestor> ancestor(std::span<const std::string> some, std::string_view other,
                              int& budget) const;
    Result<Visit> content(std::size_t version) const;

    std::vector<Revision> revisions_;
    std::vector<std::size_t> versions_;  ///< Indices of `revisions_`.
    std::size_t next_ = 1;
    Visit result_;
};

}  // namespace longju::visit
