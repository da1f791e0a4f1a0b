// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace longju::storage {

/// One revision and whose child it is.
struct FamilyMember {
    std::string hash;
    std::uint64_t lamport = 0;
    std::vector<std::string> parents;
};

/// Which revisions of a visit can be shown.
struct Family {
    std::vector<std::string> heads;  ///< The shown one first: highest lamport, smallest hash.
    int waiting = 0;                 ///< Members with an ancestor that is not here.
    int versions = 0;                ///< Heads that differ in content; only the store knows.
};

/// A member is whole when all its ancestors are members; heads are whole members that no whole
/// member names. The answer does not depend on the order of `members`.
Family family_of(const std::vector<FamilyMember>& members);

}  // namespace longju::storage
