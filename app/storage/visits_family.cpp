// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/visits_family.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

namespace longju::storage {

namespace {

/// Hashes of members whose ancestors are all here. Children follow the parents they wait for, so
/// every link is looked at once.
std::set<std::string_view> whole_members(const std::vector<FamilyMember>& members) {
    std::map<std::string_view, std::vector<const FamilyMember*>> children;
    std::map<std::string_view, std::size_t> missing;
    std::vector<const FamilyMember*> ready;
    for (const FamilyMember& member : members) {
        for (const std::string& parent : member.parents) children[parent].push_back(&member);
        missing[member.hash] = member.parents.size();
        if (member.parents.empty()) ready.push_back(&member);
    }
    std::set<std::string_view> whole;
    while (!ready.empty()) {
        const FamilyMember* member = ready.back();
        ready.pop_back();
        whole.insert(member->hash);
        for (const FamilyMember* child : children[member->hash]) {
            if (--missing[child->hash] == 0) ready.push_back(child);
        }
    }
    return whole;
}

}  // namespace

Family family_of(const std::vector<FamilyMember>& members) {
    const std::set<std::string_view> whole = whole_members(members);
    std::set<std::string_view> named;
    for (const FamilyMember& member : members) {
        if (whole.contains(member.hash)) named.insert(member.parents.begin(), member.parents.end());
    }
    std::vector<const FamilyMember*> ends;
    for (const FamilyMember& member : members) {
        if (whole.contains(member.hash) && !named.contains(member.hash)) ends.push_back(&member);
    }
    std::ranges::sort(ends, [](const FamilyMember* a, const FamilyMember* b) {
        return std::tie(b->lamport, a->hash) < std::tie(a->lamport, b->hash);
    });
    Family family;
    family.waiting = static_cast<int>(members.size() - whole.size());
    for (const FamilyMember* end : ends) family.heads.push_back(end->hash);
    return family;
}

}  // namespace longju::storage
