// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/answered_case.h"
#include "cli/verbs.h"
#include "core/text.h"
#include "storage/platform.h"
#include "sync/rule_pack.h"

/// A county's clauses from its desk to its laptops: key, sign, trust, install.
namespace longju::cli {

namespace {

constexpr std::uint64_t most_bytes = 16U << 20U;

/// Several rule documents as one.
Result<std::string> one_document(const std::vector<std::string>& files) {
    using nlohmann::ordered_json;
    ordered_json all;
    for (const std::string& file : files) {
        const auto text = storage::read_whole_file(storage::path_from_utf8(file), most_bytes);
        if (!text) return std::unexpected(text.error());
        if (const auto sound = subsidy::parse_rules(*text, file); !sound) {
            return std::unexpected(sound.error());
        }
        ordered_json document = ordered_json::parse(*text);
        if (all.is_null()) {
            all = std::move(document);
        } else {
            for (auto& rule : document["rules"]) all["rules"].push_back(std::move(rule));
        }
    }
    return all.dump();
}

Result<sync::PackFolder> pack_folder() {
    const auto data = storage::data_folder();
    if (!data) return std::unexpected(data.error());
    return sync::PackFolder(*data / sync::rules_folder);
}

Result<sync::SignedPack> read_pack(const std::string& file) {
    const auto bytes = storage::read_whole_file(storage::path_from_utf8(file), most_bytes);
    if (!bytes) return std::unexpected(bytes.error());
    return sync::parse_pack(*bytes, file);
}

}  // namespace

Outcome rules_key_verb(const RulesOptions& options) {
    const sync::SigningKey key = sync::new_signing_key();
    const auto written =
        storage::write_new_file(storage::path_from_utf8(options.key), key.seed + "\n");
    if (!written) return refused(written.error());
    return {Outcome::Good,
            fmt::format("{}: keep it secret, it signs in the county's name\nfingerprint {}\n",
                        options.key, sync::fingerprint(key.signer)),
            ""};
}

Outcome rules_sign_verb(const RulesOptions& options) {
    const auto reference = open_reference(options.reference);
    if (!reference) return refused(reference.error());
    auto rules = one_document(options.files);
    if (!rules) return refused(rules.error());
    auto cases = storage::read_whole_file(storage::path_from_utf8(options.cases), most_bytes);
    if (!cases) return refused(cases.error());
    const auto seed = storage::read_whole_file(storage::path_from_utf8(options.key), most_bytes);
    if (!seed) return refused(seed.error());
    const auto key = sync::signing_key_from(trimmed(*seed), options.key);
    if (!key) return refused(key.error());
    constexpr std::size_t day = 10;
    const sync::RulePack pack{.id = options.pack_id,
                              .version = options.pack_version,
                              .issuer_zh = options.issuer,
                              .date = storage::wall_time().substr(0, day),
                              .rules = *std::move(rules),
                              .cases = *std::move(cases)};
    const auto bytes = sync::signed_bytes(pack, *key, (*reference)->rules);
    if (!bytes) return refused(bytes.error());
    const auto written = storage::replace_file(storage::path_from_utf8(options.out), *bytes);
    if (!written) return refused(written.error());
    return {Outcome::Good,
            fmt::format("{}: {} version {}, tested and signed\nfingerprint {}\n", options.out,
                        pack.id, pack.version, sync::fingerprint(key->signer)),
            ""};
}

Outcome rules_trust_verb(const RulesOptions& options) {
    const auto pack = read_pack(options.pack);
    if (!pack) return refused(pack.error());
    const auto folder = pack_folder();
    if (!folder) return refused(folder.error());
    const std::string& name = options.issuer.empty() ? pack->pack.issuer_zh : options.issuer;
    if (const auto kept = folder->trust(pack->signer, name); !kept) return refused(kept.error());
    return {Outcome::Good,
            fmt::format("{} is trusted as {}\n", sync::fingerprint(pack->signer), name), ""};
}

Outcome rules_install_verb(const RulesOptions& options) {
    const auto reference = open_reference(options.reference);
    if (!reference) return refused(reference.error());
    const auto folder = pack_folder();
    if (!folder) return refused(folder.error());
    const auto pack = folder->install(storage::path_from_utf8(options.pack), (*reference)->rules);
    if (!pack) return refused(pack.error());
    return {Outcome::Good,
            fmt::format("{} version {} of {} holds from now on\n", pack->pack.id,
                        pack->pack.version, pack->pack.issuer_zh),
            ""};
}

}  // namespace longju::cli
