// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/signature.h"
#include "core/result.h"
#include "estimate/reference.h"

/// 数据包 `.ljd`: what a county sends its laptops to compute with, signed by who answers for it.
/// The file is that of pack_file.h; keys have a pack of their own (key_pack.h).
namespace longju::sync {

enum class PackKind {
    Catalog,  ///< 图集包: every file of a catalog (catalog/README.md), in place of the program's.
    Climate,  ///< 气象包: `stations.csv` and `normals.csv`; stations of the same id give way.
    Prices,   ///< 价格包: `prices.csv` as a laptop keeps it (storage/local_prices.h).
    Rules     ///< 条款包: `rules.json`, and `cases.json` that prove it.
};
/// In the order in which they are put over one another.
inline constexpr std::array all_pack_kinds = {PackKind::Catalog, PackKind::Climate,
                                              PackKind::Prices, PackKind::Rules};

/// `prices`, as it stands in files and is typed.
std::string_view word_of(PackKind kind);
std::optional<PackKind> pack_kind_from(std::string_view word);

struct DataPack {
    PackKind kind = PackKind::Prices;
    std::string id;         ///< Letters, digits and hyphens: `wangkui-2026`.
    int version = 1;        ///< From 1; a higher one takes the place of a lower.
    std::string issuer_zh;  ///< 望奎县住建局
    std::string date;       ///< Of the pack, `2026-11-26`.
    std::string valid_to;   ///< Warns from then on, and nothing else; may be empty.
    std::map<std::string, std::string> files;  ///< Texts by their name in the catalog.

    /// Of one kind and id there is one version at a time.
    std::string slot() const;
    bool operator==(const DataPack&) const = default;
};

/// `base` with the pack over it, checked as a whole: what does not fit is BadInput with the file of
/// the pack, the line and the field. Its versions name the pack; its `data_hash` stays.
Result<estimate::Reference> with_pack(const estimate::Reference& base, const DataPack& pack);

/// The bytes of the file. Refuses a pack that does not fit `base`: what was not tried is not
/// signed.
Result<std::string> data_pack_bytes(const DataPack& pack, const access::SigningKey& key,
                                    const estimate::Reference& base);

/// Documents of clauses as one, each sound in itself; `names` for messages.
Result<std::string> one_document(const std::vector<std::string>& texts,
                                 const std::vector<std::string>& names);
/// Documents of cases as one.
Result<std::string> one_document_of_cases(const std::vector<std::string>& texts,
                                          const std::vector<std::string>& names);

struct SignedDataPack {
    DataPack pack;
    std::string signer;
};

/// Reads all or nothing; Damaged when the signature is not that of the signer it names.
Result<SignedDataPack> parse_data_pack(std::string_view bytes, const std::string& file);

}  // namespace longju::sync
