// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "estimate/reference.h"
#include "sync/data_pack.h"

/// The data packs of a laptop, and the data made of them, in `packs/` beside its visits:
///
///     packs.csv                      which packs are here and which are in use: one write switches
///     prices-wangkui-3-1a2b3c4d.ljd  a pack, as it was signed
///     data-0123456789abcdef.db       a reference.db with the packs of its day over the program's
///
/// A file that packs.csv does not name is not there. Data that a visit was once computed with stay
/// for ever: it is opened with them again.
namespace longju::sync {

/// Of the packs, in the folder of a user's visits.
inline constexpr std::string_view packs_folder = "packs";

/// A row of packs.csv.
struct ShelvedPack {
    PackKind kind = PackKind::Prices;
    std::string id;
    int version = 1;
    bool in_use = true;  ///< Else the generation before, to go back to.
    std::string issuer_zh, date, valid_to;
    std::string signer;  ///< 64 hex digits.
    std::string sha256;  ///< Of the file.
    std::string installed_at;

    std::string slot() const;
    std::string file_name() const;
    bool operator==(const ShelvedPack&) const = default;
};

class PackFolder {
public:
    explicit PackFolder(std::filesystem::path folder) : folder_(std::move(folder)) {}
    /// That of the user's visits.
    static PackFolder beside(const std::filesystem::path& visits_folder);

    /// By kind and id, what is in use before what was. Empty without any.
    Result<std::vector<ShelvedPack>> shelf() const;

    /// `base` with all packs that are in use, or `base` itself. A pack that is damaged or does not
    /// fit is an error: what is left out silently is a wrong answer.
    Result<estimate::Reference> data(const estimate::Reference& base) const;
    /// The data of that `data_hash`; NotFound when they were never here, Missing or TooNew for what
    /// this program does not read.
    Result<estimate::Reference> data_of(std::string_view data_hash) const;
    /// Keeps data for visits that are computed with them.
    Result<void> keep_data(const estimate::Reference& reference) const;

    /// Puts a pack in use, whose signer is believed. That of its slot in use is kept, the one
    /// before goes. Refused, and nothing changed: what does not fit, and an older version than one
    /// that its signer has here.
    Result<ShelvedPack> put(const SignedDataPack& pack, std::string_view bytes,
                            const estimate::Reference& base) const;
    /// The one before again, and the one in use as the one before. NotFound without one.
    Result<ShelvedPack> swap(std::string_view slot, const estimate::Reference& base) const;
    /// None of the slot in use: what the program brings holds. The pack is kept.
    Result<ShelvedPack> take_off(std::string_view slot, const estimate::Reference& base) const;

private:
    Result<DataPack> read(const ShelvedPack& row) const;
    Result<estimate::Reference> made_of(const std::vector<ShelvedPack>& rows,
                                        const estimate::Reference& base) const;
    /// Makes the data of these rows and switches to them.
    Result<void> switch_to(const std::vector<ShelvedPack>& rows,
                           const estimate::Reference& base) const;
    /// Removes packs that no row names: those of two generations ago, and what a power cut left.
    void sweep(const std::vector<ShelvedPack>& rows) const;

    std::filesystem::path folder_;
};

}  // namespace longju::sync
