// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "storage/visits_store.h"
#include "sync/pack_folder.h"

/// Whose packs a store takes: the keys it believes are those of its parties (storage/parties.h).
namespace longju::sync {

/// Takes a pack into use. Its signer must be a county's key that stands, and its version none below
/// the highest that this key ever signed here; that number is kept in the store, apart from the
/// packs, and for each key: one that was stolen cannot shut out its successor. The error says what
/// to do.
Result<ShelvedPack> install_pack(storage::VisitsStore& store, const PackFolder& folder,
                                 std::string_view bytes, const std::string& file,
                                 const estimate::Reference& base);

/// What a person should hear of a pack that is in use.
struct PackWorry {
    enum class Why { StruckOff, Expired };
    ShelvedPack pack;
    Why why = Why::Expired;
};
/// Signers that were struck off since, and packs whose validity was over before `today`, a date.
Result<std::vector<PackWorry>> worries(storage::VisitsStore& store,
                                       const std::vector<ShelvedPack>& shelf,
                                       std::string_view today);

}  // namespace longju::sync
