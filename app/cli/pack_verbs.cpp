// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <map>

#include <fmt/format.h>

#include "cli/answered_case.h"
#include "cli/own_store.h"
#include "cli/verbs.h"
#include "storage/catalog_text.h"
#include "storage/platform.h"
#include "sync/pack_file.h"
#include "sync/pack_install.h"

/// Data packs from a county's desk to its laptops: make, install, go back.
namespace longju::cli {

namespace {

using sync::PackFolder;
using sync::PackKind;
using sync::ShelvedPack;

Result<std::string> text_of(const std::string& file) {
    return storage::read_whole_file(storage::path_from_utf8(file), sync::most_pack_bytes);
}

Result<std::map<std::string, std::string>> clauses(const PackOptions& options) {
    if (options.cases.empty()) {
        return fail_at("--cases", 0, "", "is needed: a clause goes nowhere without its proof");
    }
    std::vector<std::string> texts;
    for (const std::string& file : options.files) {
        auto text = text_of(file);
        if (!text) return std::unexpected(text.error());
        texts.push_back(*std::move(text));
    }
    auto rules = sync::one_document(texts, options.files);
    if (!rules) return std::unexpected(rules.error());
    auto cases = text_of(options.cases);
    if (!cases) return std::unexpected(cases.error());
    return std::map<std::string, std::string>{{"rules.json", *std::move(rules)},
                                              {"cases.json", *std::move(cases)}};
}

/// What the named files and folders hold, by their name in a catalog.
Result<std::map<std::string, std::string>> contents(PackKind kind, const PackOptions& options) {
    if (kind == PackKind::Rules) return clauses(options);
    if (kind == PackKind::Catalog) {
        if (options.files.size() != 1) {
            return fail_at("catalog", 0, "", "name one folder: a pack holds the whole catalog");
        }
        auto text = storage::read_catalog_text(storage::path_from_utf8(options.files.front()));
        if (!text) return std::unexpected(text.error());
        return std::move(text->files);
    }
    std::map<std::string, std::string> files;
    for (const std::string& file : options.files) {
        auto text = text_of(file);
        if (!text) return std::unexpected(text.error());
        // A price list may have any name; the two of a climate pack have theirs.
        const std::string name = kind == PackKind::Prices
                                     ? "prices.csv"
                                     : storage::utf8_path(storage::path_from_utf8(file).filename());
        files[name] = *std::move(text);
    }
    return files;
}

std::string told(const ShelvedPack& pack) {
    return fmt::format("{:7} {:24} version {:<4} {} {}{}  {}\n", word_of(pack.kind), pack.id,
                       pack.version, pack.date, pack.issuer_zh,
                       pack.valid_to.empty() ? "" : ", valid to " + pack.valid_to,
                       pack.in_use ? "in use" : "kept, to go back to");
}

using Turn = Result<ShelvedPack> (PackFolder::*)(std::string_view,
                                                 const estimate::Reference&) const;

/// Changes which generation of a slot is in use, for a reason that the audit log keeps.
Outcome turn(const PackOptions& options, Turn change) {
    const auto base = open_base_reference(options.reference);
    if (!base) return refused(base.error());
    auto own = open_own_store_for(access::Action::RollPackBack);
    if (!own) return refused(own.error());
    const PackFolder folder = PackFolder::beside(own->store.folder());
    const auto done = (folder.*change)(options.slot, **base);
    if (!done) return refused(done.error());
    const auto noted = own->note(fmt::format("{} {}", done->slot(), done->version), options.reason);
    if (!noted) return refused(noted.error());
    return {Outcome::Good, told(*done), warning_of(own->store)};
}

}  // namespace

Outcome pack_make_verb(const PackOptions& options) {
    const auto kind = sync::pack_kind_from(options.kind);
    if (!kind) {
        return refused(fail_at("KIND", 0, "", "is one of catalog, climate, prices, rules").error());
    }
    const auto reference = open_reference(options.reference);
    if (!reference) return refused(reference.error());
    auto files = contents(*kind, options);
    if (!files) return refused(files.error());
    auto own = open_own_store_for(access::Action::SignPack);
    if (!own) return refused(own.error());
    const auto key = own->store.signing_key();
    if (!key) return refused(key.error());
    constexpr std::size_t day = 10;
    const sync::DataPack pack{.kind = *kind,
                              .id = options.id,
                              .version = options.version,
                              .issuer_zh = options.issuer,
                              .date = storage::wall_time().substr(0, day),
                              .valid_to = options.valid_to,
                              .files = *std::move(files)};
    const auto bytes = sync::data_pack_bytes(pack, *key, **reference);
    if (!bytes) return refused(bytes.error());
    const auto written = storage::replace_file(storage::path_from_utf8(options.file), *bytes);
    if (!written) return refused(written.error());
    if (auto noted = own->note(fmt::format("{} {}", pack.slot(), pack.version)); !noted) {
        return refused(noted.error());
    }
    return {Outcome::Good,
            fmt::format("{}: {} version {}, tried and signed\nfingerprint {}\n", options.file,
                        pack.slot(), pack.version, access::fingerprint(key->signer)),
            warning_of(own->store)};
}

Outcome pack_install_verb(const PackOptions& options) {
    const auto base = open_base_reference(options.reference);
    if (!base) return refused(base.error());
    const auto bytes = text_of(options.file);
    if (!bytes) return refused(bytes.error());
    auto own = open_own_store_for(access::Action::InstallPack);
    if (!own) return refused(own.error());
    const auto done = sync::install_pack(own->store, PackFolder::beside(own->store.folder()),
                                         *bytes, options.file, **base);
    if (!done) return refused(done.error());
    if (auto noted = own->note(fmt::format("{} {}", done->slot(), done->version)); !noted) {
        return refused(noted.error());
    }
    return {Outcome::Good, told(*done), warning_of(own->store)};
}

Outcome pack_show_verb(const PackOptions& options) {
    const auto data = storage::data_folder();
    if (!data) return refused(data.error());
    const auto shelf = PackFolder::beside(*data).shelf();
    if (!shelf) return refused(shelf.error());
    const auto reference = open_reference(options.reference);
    if (!reference) return refused(reference.error());
    constexpr std::size_t shown = 16;
    const estimate::Reference& r = **reference;
    std::string text = fmt::format("catalog {}, prices {}, clauses {}; data {}\n", r.version,
                                   r.prices.version, r.rules_version, r.data_hash.substr(0, shown));
    for (const ShelvedPack& pack : *shelf) text += told(pack);
    return {Outcome::Good, std::move(text), ""};
}

Outcome pack_back_verb(const PackOptions& options) { return turn(options, &PackFolder::swap); }

Outcome pack_off_verb(const PackOptions& options) { return turn(options, &PackFolder::take_off); }

}  // namespace longju::cli
