// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "sync/key_pack.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/date.h"
#include "core/hash.h"
#include "core/text.h"
#include "storage/parties.h"
#include "storage/platform.h"
#include "sync/pack_file.h"

namespace longju::sync {

namespace {

using nlohmann::json;
using storage::Party;
using storage::PartyKind;

constexpr std::string_view kind = "keys";

bool all_of(std::string_view text, std::size_t size, std::string_view allowed) {
    return text.size() == size && text.find_first_not_of(allowed) == std::string_view::npos;
}

constexpr std::size_t key_digits = 64;

Result<void> check(const KeyPack& pack, const std::string& file) {
    constexpr std::size_t code_digits = 6;
    if (!all_of(pack.county_code, code_digits, "0123456789")) {
        return fail_at(file, 0, "county_code", "must be six digits: 231221");
    }
    if (pack.name_zh.empty()) return fail_at(file, 0, "name_zh", "must name the office");
    if (pack.version < 1) return fail_at(file, 0, "version", "must be 1 or more");
    if (!date_from(pack.date)) return fail_at(file, 0, "date", "must be a date: 2026-12-31");
    if (!is_hex(pack.county, key_digits))
        return fail_at(file, 0, "county", "must be a key of 64 hex digits");
    if (!pack.escrow.empty() && !is_hex(pack.escrow, key_digits)) {
        return fail_at(file, 0, "escrow", "must be a key of 64 hex digits, or empty");
    }
    for (const std::string& old : pack.retired) {
        if (!is_hex(old, key_digits)) {
            return fail_at(file, 0, "retired", "must be keys of 64 hex digits");
        }
    }
    return {};
}

Result<void> put(storage::VisitsStore& store, const KeyPack& pack, PartyKind what,
                 const std::string& signer) {
    storage::Parties parties(store.database());
    return parties.put({.signer = signer,
                        .kind = what,
                        .name_zh = pack.name_zh,
                        .township = {},
                        .version = pack.version,
                        .known_since = storage::wall_time(),
                        .revoked_at = {}});
}

/// The highest version that was ever taken in. It stands outside the list of keys, so that a key
/// that goes does not take it along.
std::string version_name(const KeyPack& pack) { return "keys_version." + pack.county_code; }

}  // namespace

Result<std::string> key_pack_bytes(const KeyPack& pack, const access::SigningKey& key) {
    if (auto sound = check(pack, "pack"); !sound) return std::unexpected(sound.error());
    const json payload{{"county_code", pack.county_code}, {"name_zh", pack.name_zh},
                       {"version", pack.version},         {"date", pack.date},
                       {"county", pack.county},           {"escrow", pack.escrow},
                       {"retired", pack.retired}};
    return pack_file_bytes(kind, payload.dump(1, ' ', false, json::error_handler_t::replace) + "\n",
                           key);
}

Result<SignedKeyPack> parse_key_pack(std::string_view bytes, const std::string& file) {
    const auto signed_file = parse_pack_file(bytes, kind, file);
    if (!signed_file) return std::unexpected(signed_file.error());
    const json tree = json::parse(signed_file->payload, nullptr, false);
    if (!tree.is_object()) return fail_at(file, 0, "", "holds no JSON object");
    const auto text = [&](const char* key) {
        return tree.contains(key) && tree[key].is_string() ? tree[key].get<std::string>()
                                                           : std::string();
    };
    SignedKeyPack read{.pack = {.county_code = text("county_code"),
                                .name_zh = text("name_zh"),
                                .version = 0,
                                .date = text("date"),
                                .county = text("county"),
                                .escrow = text("escrow"),
                                .retired = {}},
                       .signer = signed_file->signer};
    constexpr std::uint64_t most_version = 1000000;
    if (tree.contains("version") && tree["version"].is_number_unsigned()) {
        read.pack.version =
            static_cast<int>(std::min(tree["version"].get<std::uint64_t>(), most_version));
    }
    if (tree.contains("retired") && tree["retired"].is_array()) {
        for (const json& one : tree["retired"]) {
            if (one.is_string()) read.pack.retired.push_back(one.get<std::string>());
        }
    }
    if (auto sound = check(read.pack, file); !sound) return std::unexpected(sound.error());
    return read;
}

Result<KeyPack> install_key_pack(storage::VisitsStore& store, const SignedKeyPack& signed_pack,
                                 std::string_view fingerprint, const std::string& file) {
    const KeyPack& pack = signed_pack.pack;
    storage::Parties parties(store.database());
    const auto signer = parties.find(signed_pack.signer);
    if (!signer) return std::unexpected(signer.error());
    const bool believed = *signer && (*signer)->kind == PartyKind::County && (*signer)->stands();
    const std::string print = access::fingerprint(signed_pack.signer);
    if (*signer && !(*signer)->stands()) {
        return fail_at(file, 2, "signer", "is a key that the county has given up");
    }
    if (!believed && !access::same_fingerprint(fingerprint, signed_pack.signer)) {
        return fail_at(file, 2, "signer",
                       fmt::format("is not known here. Ask {} on the telephone for its "
                                   "fingerprint: only if it is {}, install the pack with it",
                                   pack.name_zh, print));
    }
    const auto newest = store.setting(version_name(pack));
    if (!newest) return std::unexpected(newest.error());
    if (number_from(*newest).value_or(0.0) > pack.version) {
        return fail_at(
            file, 0, "version",
            fmt::format("is {}, but version {} was installed here before", pack.version, *newest));
    }
    auto transaction = storage::SqliteTransaction::begin(store.database());
    if (!transaction) return std::unexpected(transaction.error());
    if (auto kept = put(store, pack, PartyKind::County, pack.county); !kept) {
        return std::unexpected(kept.error());
    }
    if (!pack.escrow.empty()) {
        const auto kept = put(store, pack, PartyKind::Escrow, pack.escrow);
        if (!kept) return std::unexpected(kept.error());
    }
    for (const std::string& old : pack.retired) {
        const auto known = parties.find(old);
        if (!known) return std::unexpected(known.error());
        if (!*known) continue;
        const auto gone = parties.revoke(old, storage::wall_time());
        if (!gone) return std::unexpected(gone.error());
    }
    const auto kept = store.keep_setting(version_name(pack), std::to_string(pack.version));
    if (!kept) return std::unexpected(kept.error());
    if (auto done = transaction->commit(); !done) return std::unexpected(done.error());
    return pack;
}

}  // namespace longju::sync
