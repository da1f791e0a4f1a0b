// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "sync/pack_install.h"

#include <fmt/format.h>

#include "core/text.h"
#include "storage/parties.h"

namespace longju::sync {

namespace {

/// Where the highest version of a slot that a key ever signed here is kept.
std::string ratchet_name(const SignedDataPack& pack) {
    return fmt::format("pack_version.{}.{}", pack.pack.slot(), pack.signer);
}

Result<void> check_signer(storage::VisitsStore& store, const SignedDataPack& pack,
                          const std::string& file) {
    const auto signer = storage::Parties(store.database()).find(pack.signer);
    if (!signer) return std::unexpected(signer.error());
    if (!*signer || (*signer)->kind != storage::PartyKind::County) {
        return fail_at(file, 2, "signer",
                       fmt::format("{} is no county that is known here: install the key pack of {} "
                                   "first",
                                   access::fingerprint(pack.signer), pack.pack.issuer_zh));
    }
    if (!(*signer)->stands()) {
        return fail_at(file, 2, "signer",
                       "is a key that the county has given up: ask it for a new "
                       "pack");
    }
    return {};
}

}  // namespace

Result<ShelvedPack> install_pack(storage::VisitsStore& store, const PackFolder& folder,
                                 std::string_view bytes, const std::string& file,
                                 const estimate::Reference& base) {
    const auto pack = parse_data_pack(bytes, file);
    if (!pack) return std::unexpected(pack.error());
    if (auto believed = check_signer(store, *pack, file); !believed) {
        return std::unexpected(believed.error());
    }
    const std::string ratchet = ratchet_name(*pack);
    const auto highest = store.setting(ratchet);
    if (!highest) return std::unexpected(highest.error());
    if (number_from(*highest).value_or(0.0) > pack->pack.version) {
        return fail_at(file, 0, "version",
                       fmt::format("is {}, but version {} was installed here before",
                                   pack->pack.version, *highest));
    }
    auto done = folder.put(*pack, bytes, base);
    if (!done) return done;
    const auto kept = store.keep_setting(ratchet, std::to_string(done->version));
    if (!kept) return std::unexpected(kept.error());
    return done;
}

Result<std::vector<PackWorry>> worries(storage::VisitsStore& store,
                                       const std::vector<ShelvedPack>& shelf,
                                       std::string_view today) {
    const storage::Parties parties(store.database());
    std::vector<PackWorry> all;
    for (const ShelvedPack& pack : shelf) {
        if (!pack.in_use) continue;
        const auto signer = parties.find(pack.signer);
        if (!signer) return std::unexpected(signer.error());
        if (*signer && !(*signer)->stands()) {
            all.push_back({pack, PackWorry::Why::StruckOff});
        } else if (!pack.valid_to.empty() && pack.valid_to < today) {
            all.push_back({pack, PackWorry::Why::Expired});
        }
    }
    return all;
}

}  // namespace longju::sync
