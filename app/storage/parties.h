// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "storage/sqlite_file.h"

/// Whom a store knows by their signing keys.
namespace longju::storage {

enum class PartyKind {
    County,  ///< Its receipts and packs are believed; parcels are sealed to it.
    Escrow,  ///< Parcels are sealed to it, too: for the day the county's key is lost.
    Device   ///< At the county: a laptop whose parcels are taken in.
};

struct Party {
    std::string signer;  ///< Public key, 64 hex digits.
    PartyKind kind = PartyKind::Device;
    std::string name_zh;
    std::string township;     ///< Of a device.
    int version = 0;          ///< Of the key pack it came with; never goes back.
    std::string known_since;  ///< Wall time: for people.
    std::string revoked_at;   ///< Empty while it is believed.

    bool stands() const { return revoked_at.empty(); }
    bool operator==(const Party&) const = default;
};

class Parties {
public:
    /// The file outlives it.
    explicit Parties(SqliteFile& file) : file_(&file) {}

    Result<std::vector<Party>> all() const;
    Result<std::optional<Party>> find(std::string_view signer) const;
    /// Those of a kind that stand.
    Result<std::vector<Party>> standing(PartyKind kind) const;

    /// New, or with another name, township and version. BadInput for what is no key, for an older
    /// version than the one that is there, for a known key of another kind, and for one that was
    /// struck off.
    Result<void> put(const Party& party);
    /// For good. NotFound for one that is not known.
    Result<void> revoke(std::string_view signer, std::string_view at);

private:
    SqliteFile* file_;
};

}  // namespace longju::storage
