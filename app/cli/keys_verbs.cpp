// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include <fmt/format.h>

#include "cli/own_store.h"
#include "cli/verbs.h"
#include "core/text.h"
#include "storage/parties.h"
#include "storage/platform.h"
#include "sync/handover.h"
#include "sync/key_pack.h"
#include "sync/pack_file.h"

/// Who trusts whom: the keys of a store, of its county and of the county's laptops.
namespace longju::cli {

namespace {

using storage::Party;
using storage::PartyKind;

std::string line_of(const Party& party) {
    constexpr std::string_view kinds[] = {"county", "escrow", "laptop"};
    return fmt::format("{:6} {}  {}{}{}\n", kinds[static_cast<std::size_t>(party.kind)],
                       access::fingerprint(party.signer), party.name_zh,
                       party.township.empty() ? "" : " · " + party.township,
                       party.stands() ? "" : "  struck off " + party.revoked_at);
}

/// By its fingerprint, with or without blanks, or by its name.
Result<Party> party_named(storage::VisitsStore& store, const std::string& name) {
    const auto all = storage::Parties(store.database()).all();
    if (!all) return std::unexpected(all.error());
    std::vector<Party> found;
    for (const Party& party : *all) {
        if (party.name_zh == name || access::same_fingerprint(name, party.signer)) {
            found.push_back(party);
        }
    }
    if (found.size() == 1) return found.front();
    if (found.empty()) {
        return fail(ErrorKind::NotFound,
                    fmt::format("nobody is known here as {}: see longju keys show", name));
    }
    return fail(ErrorKind::BadInput,
                fmt::format("several are known as {}: name one by its fingerprint", name));
}

}  // namespace

Outcome keys_show_verb() {
    auto store = open_own_store();
    if (!store) return refused(store.error());
    const auto all = storage::Parties(store->database()).all();
    if (!all) return refused(all.error());
    std::string text = fmt::format("this   {}\n       {}\n", access::fingerprint(store->signer()),
                                   store->signer());
    for (const Party& party : *all) text += line_of(party);
    return {Outcome::Good, std::move(text), warning_of(*store)};
}

Outcome keys_new_verb(const KeysOptions& options) {
    const access::SigningKey key = access::new_signing_key();
    const auto written =
        storage::write_new_file(storage::path_from_utf8(options.file), key.seed + "\n");
    if (!written) return refused(written.error());
    return {Outcome::Good,
            fmt::format("{}: keep it secret and away from this computer\npublic key  {}\n"
                        "fingerprint {}\n",
                        options.file, key.signer, access::fingerprint(key.signer)),
            ""};
}

Outcome keys_county_verb(const KeysOptions& options) {
    auto own = open_own_store_for(access::Action::TrustSigner);
    if (!own) return refused(own.error());
    storage::VisitsStore* const store = &own->store;
    if (auto done = sync::become_county(*store, options.name); !done) return refused(done.error());
    const auto key = store->signing_key();
    if (!key) return refused(key.error());
    const auto version = store->setting("key_pack_version");
    if (!version) return refused(version.error());
    constexpr std::size_t day = 10;
    const sync::KeyPack pack{
        .county_code = options.county_code,
        .name_zh = options.name,
        .version = std::max(options.pack_version,
                            static_cast<int>(number_from(*version).value_or(0.0)) + 1),
        .date = storage::wall_time().substr(0, day),
        .county = store->signer(),
        .escrow = options.escrow,
        .retired = options.retire};
    const auto bytes = sync::key_pack_bytes(pack, *key);
    if (!bytes) return refused(bytes.error());
    const auto written = storage::replace_file(storage::path_from_utf8(options.file), *bytes);
    if (!written) return refused(written.error());
    const auto kept = store->keep_setting("key_pack_version", std::to_string(pack.version));
    if (!kept) return refused(kept.error());
    if (auto noted = own->note(options.name); !noted) return refused(noted.error());
    return {Outcome::Good,
            fmt::format("{}: keys of {}, version {}\nfingerprint {}: read it out to whoever asks\n",
                        options.file, pack.name_zh, pack.version, access::fingerprint(pack.county)),
            warning_of(*store)};
}

Outcome keys_install_verb(const KeysOptions& options) {
    auto own = open_own_store_for(access::Action::TrustSigner);
    if (!own) return refused(own.error());
    storage::VisitsStore* const store = &own->store;
    const auto bytes =
        storage::read_whole_file(storage::path_from_utf8(options.file), sync::most_pack_bytes);
    if (!bytes) return refused(bytes.error());
    const auto pack = sync::parse_key_pack(*bytes, options.file);
    if (!pack) return refused(pack.error());
    const auto done = sync::install_key_pack(*store, *pack, options.fingerprint, options.file);
    if (!done) return refused(done.error());
    if (auto noted = own->note(done->name_zh); !noted) return refused(noted.error());
    return {Outcome::Good,
            fmt::format("parcels are sealed to {} from now on (version {})\n", done->name_zh,
                        done->version),
            warning_of(*store)};
}

Outcome keys_enrol_verb(const KeysOptions& options) {
    auto own = open_own_store_for(access::Action::TrustSigner);
    if (!own) return refused(own.error());
    storage::VisitsStore* const store = &own->store;
    const auto done = sync::enrol(*store, storage::path_from_utf8(options.file),
                                  {options.name, options.township, options.fingerprint});
    if (!done) return refused(done.error());
    if (auto noted = own->note(done->name_zh); !noted) return refused(noted.error());
    return {
        Outcome::Good,
        fmt::format("{} ({}) may hand over\n", done->name_zh, access::fingerprint(done->signer)),
        warning_of(*store)};
}

Outcome keys_revoke_verb(const KeysOptions& options) {
    auto own = open_own_store_for(access::Action::TrustSigner);
    if (!own) return refused(own.error());
    storage::VisitsStore* const store = &own->store;
    const auto party = party_named(*store, options.name);
    if (!party) return refused(party.error());
    const auto done =
        storage::Parties(store->database()).revoke(party->signer, storage::wall_time());
    if (!done) return refused(done.error());
    if (auto noted = own->note(party->name_zh); !noted) return refused(noted.error());
    return {Outcome::Good, fmt::format("{} is struck off\n", party->name_zh), warning_of(*store)};
}

Outcome receipt_verb(const ReceiptOptions& options) {
    auto own = open_own_store_for(access::Action::ExportParcel);
    if (!own) return refused(own.error());
    storage::VisitsStore* const store = &own->store;
    std::vector<Party> devices;
    if (options.device.empty()) {
        const auto all = storage::Parties(store->database()).standing(PartyKind::Device);
        if (!all) return refused(all.error());
        devices = *all;
    } else {
        const auto one = party_named(*store, options.device);
        if (!one) return refused(one.error());
        devices.push_back(*one);
    }
    if (devices.empty()) {
        return refused(fail(ErrorKind::NotFound, "no laptop is enrolled here").error());
    }
    std::string text;
    for (const Party& device : devices) {
        const auto done =
            sync::export_receipt(*store, device, storage::path_from_utf8(options.folder),
                                 {.program = "longju " + options.version});
        if (!done) return refused(done.error());
        text += fmt::format("{}: {}, {} revisions of others\n", device.name_zh,
                            storage::utf8_path(done->files.front()), done->revisions);
    }
    if (auto noted = own->note("receipts"); !noted) return refused(noted.error());
    return {Outcome::Good, std::move(text), warning_of(*store)};
}

}  // namespace longju::cli
