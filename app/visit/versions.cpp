// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "visit/versions.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

namespace longju::visit {

namespace {

// Several common ancestors come from two machines that merged the same versions; this many times in
// a row is no real history.
constexpr int most_merges = 200;

using Index = std::map<std::string_view, const Revision*>;

Index index_of(std::span<const Revision> revisions) {
    Index index;
    for (const Revision& revision : revisions) index.emplace(revision.hash, &revision);
    return index;
}

std::set<const Revision*> ancestors_of(const Index& index, std::span<const std::string> hashes) {
    std::set<const Revision*> found;
    std::vector<std::string_view> open(hashes.begin(), hashes.end());
    while (!open.empty()) {
        const auto revision = index.find(open.back());
        open.pop_back();
        if (revision == index.end() || !found.insert(revision->second).second) continue;
        open.insert(open.end(), revision->second->parents.begin(), revision->second->parents.end());
    }
    return found;
}

}  // namespace

std::vector<const Revision*> common_ancestors(std::span<const Revision> revisions,
                                              std::span<const std::string> some,
                                              std::string_view other) {
    const Index index = index_of(revisions);
    const std::vector<std::string> others{std::string(other)};
    const auto of_some = ancestors_of(index, some);
    const auto of_other = ancestors_of(index, others);
    std::set<const Revision*> common;
    std::ranges::set_intersection(of_some, of_other, std::inserter(common, common.end()));
    std::set<std::string_view> older;
    for (const Revision* revision : common) {
        older.insert(revision->parents.begin(), revision->parents.end());
    }
    std::vector<const Revision*> lowest;
    for (const Revision* revision : common) {
        if (!older.contains(revision->hash)) lowest.push_back(revision);
    }
    std::ranges::sort(lowest, [](const Revision* a, const Revision* b) {
        return std::tie(b->lamport, a->hash) < std::tie(a->lamport, b->hash);
    });
    return lowest;
}

Result<Fold> Fold::of(std::vector<Revision> revisions, const std::vector<std::string>& heads) {
    Fold fold;
    fold.revisions_ = std::move(revisions);
    for (const std::string& head : heads) {
        const auto found = std::ranges::find(fold.revisions_, head, &Revision::hash);
        if (found == fold.revisions_.end()) {
            return fail(ErrorKind::NotFound, fmt::format("there is no revision {}", head));
        }
        const bool known = std::ranges::any_of(fold.versions_, [&](std::size_t version) {
            return fold.revisions_[version].body == found->body;
        });
        if (known) continue;
        fold.versions_.push_back(
            static_cast<std::size_t>(std::distance(fold.revisions_.begin(), found)));
    }
    if (fold.versions_.empty()) return fail(ErrorKind::NotFound, "the visit has no version");
    auto first = fold.content(0);
    if (!first) return std::unexpected(first.error());
    fold.result_ = std::move(*first);
    return fold;
}

Result<Visit> Fold::content(std::size_t version) const {
    return visit_from(revisions_[versions_[version]].body);
}

Result<Merged> Fold::step(const Decisions& decisions) const {
    if (left() == 0) return fail(ErrorKind::NotFound, "there is one version only");
    std::vector<std::string> taken;
    for (std::size_t i = 0; i < next_; ++i) taken.push_back(version(i).hash);
    int budget = most_merges;
    const auto before = ancestor(taken, version(next_).hash, budget);
    if (!before) return std::unexpected(before.error());
    const auto theirs = content(next_);
    if (!theirs) return std::unexpected(theirs.error());
    return merge(*before, result_, *theirs, decisions);
}

void Fold::take(Visit merged) {
    result_ = std::move(merged);
    next_ = std::min(next_ + 1, versions_.size());
}

Result<Ancestor> Fold::ancestor(std::span<const std::string> some, std::string_view other,
                                int& budget) const {
    const auto lowest = common_ancestors(revisions_, some, other);
    if (lowest.empty() || --budget < 0) return no_ancestor();
    const auto first = visit_from(lowest.front()->body);
    if (!first) return std::unexpected(first.error());
    Ancestor state = ancestor_of(*first);
    std::vector<std::string> taken{lowest.front()->hash};
    for (std::size_t i = 1; i < lowest.size(); ++i) {
        const auto older = ancestor(taken, lowest[i]->hash, budget);
        if (!older) return older;
        const auto next = visit_from(lowest[i]->body);
        if (!next) return std::unexpected(next.error());
        state = joined(*older, state, ancestor_of(*next));
        taken.push_back(lowest[i]->hash);
    }
    return state;
}

}  // namespace longju::visit
