// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "access/signature.h"
#include "core/result.h"
#include "storage/visits_store.h"

/// 密钥包 `.ljd` of the kind `keys`: which keys are a county's, so that its laptops seal to them
/// and believe them.
namespace longju::sync {

struct KeyPack {
    std::string county_code;           ///< Six digits, 231221.
    std::string name_zh;               ///< 望奎县住房和城乡建设局
    int version = 1;                   ///< From 1; only a higher one takes the place of a lower.
    std::string date;                  ///< 2026-11-26
    std::string county;                ///< The county's key, 64 hex digits.
    std::string escrow;                ///< Who can also open parcels; empty: nobody.
    std::vector<std::string> retired;  ///< Keys of the county that are no longer believed.

    bool operator==(const KeyPack&) const = default;
};

/// BadInput when a field is not what it must be.
Result<std::string> key_pack_bytes(const KeyPack& pack, const access::SigningKey& key);

struct SignedKeyPack {
    KeyPack pack;
    std::string signer;  ///< The county itself, or a key of it that is believed already.
};
Result<SignedKeyPack> parse_key_pack(std::string_view bytes, const std::string& file);

/// Takes the keys into the store. A signer that is not known here is only believed with its
/// fingerprint (access/signature.h), as heard on the telephone: without it, or with another,
/// BadInput says what to compare. A version below one that was ever installed is refused, also
/// after a restored backup's. Blanks of the fingerprint do not matter.
Result<KeyPack> install_key_pack(storage::VisitsStore& store, const SignedKeyPack& pack,
                                 std::string_view fingerprint, const std::string& file);

}  // namespace longju::sync
