// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/parties.h"

#include <algorithm>

#include "core/hash.h"

namespace longju::storage {

namespace {

constexpr std::string_view kind_words[] = {"county", "escrow", "device"};

std::string_view word_of(PartyKind kind) { return kind_words[static_cast<std::size_t>(kind)]; }

PartyKind kind_of(const std::string& word) {
    const auto* const found = std::ranges::find(kind_words, word);
    return static_cast<PartyKind>(found - std::begin(kind_words));
}

constexpr std::size_t signer_digits = 64;

}  // namespace

Result<std::vector<Party>> Parties::all() const {
    auto query = SqliteQuery::prepare(*file_, "all_parties");
    if (!query) return std::unexpected(query.error());
    std::vector<Party> found;
    while (true) {
        const auto row = query->next();
        if (!row) return std::unexpected(row.error());
        if (!*row) return found;
        if (!is_hex(query->text(0), signer_digits) ||
            std::ranges::find(kind_words, query->text(1)) == std::end(kind_words)) {
            return std::unexpected(Error{.kind = ErrorKind::Damaged,
                                         .what = "the list of keys is damaged",
                                         .file = file_->name()});
        }
        found.push_back({.signer = query->text(0),
                         .kind = kind_of(query->text(1)),
                         .name_zh = query->text(2),
                         .township = query->text(3),
                         .version = static_cast<int>(query->integer(4)),
                         .known_since = query->text(5),
                         .revoked_at = query->text(6)});
    }
}

Result<std::optional<Party>> Parties::find(std::string_view signer) const {
    const auto known = all();
    if (!known) return std::unexpected(known.error());
    const auto found = std::ranges::find(*known, signer, &Party::signer);
    return found == known->end() ? std::nullopt : std::optional(*found);
}

Result<std::vector<Party>> Parties::standing(PartyKind kind) const {
    auto found = all();
    if (!found) return found;
    std::erase_if(*found, [&](const Party& one) { return one.kind != kind || !one.stands(); });
    return found;
}

Result<void> Parties::put(const Party& party) {
    if (!is_hex(party.signer, signer_digits)) {
        return fail_at("", 0, "signer", "is no key: 64 hex digits");
    }
    const auto known = find(party.signer);
    if (!known) return std::unexpected(known.error());
    if (*known && (*known)->kind != party.kind) {
        return fail_at("", 0, "signer", "is known already as something else");
    }
    if (*known && !(*known)->stands()) {
        return fail_at("", 0, "signer", "was struck off for good");
    }
    if (*known && (*known)->version > party.version) {
        return fail_at("", 0, "version", "is older than what is installed already");
    }
    auto query = SqliteQuery::prepare(*file_, "put_party");
    if (!query) return std::unexpected(query.error());
    const auto done = query->bind(party.signer)
                          .bind(word_of(party.kind))
                          .bind(party.name_zh)
                          .bind(party.township)
                          .bind(std::int64_t{party.version})
                          .bind(party.known_since)
                          .finish();
    if (!done) return std::unexpected(done.error());
    return {};
}

Result<void> Parties::revoke(std::string_view signer, std::string_view at) {
    const auto known = find(signer);
    if (!known) return std::unexpected(known.error());
    if (!*known) return fail(ErrorKind::NotFound, "there is no such key here");
    auto query = SqliteQuery::prepare(*file_, "revoke_party");
    if (!query) return std::unexpected(query.error());
    const auto done = query->bind(signer).bind(at).finish();
    if (!done) return std::unexpected(done.error());
    return {};
}

}  // namespace longju::storage
