// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "sync/pack_file.h"

#include <fmt/format.h>

namespace longju::sync {

namespace {

constexpr std::string_view begin = "longju-pack 1 ";
constexpr std::string_view signer_word = "signer ", signature_word = "signature ";

std::string first_line(std::string_view kind) { return fmt::format("{}{}\n", begin, kind); }

/// The rest of a line that begins with `word`, taken from `text`; empty when it does not.
std::string_view take_line(std::string_view& text, std::string_view word) {
    const auto end = text.find('\n');
    if (!text.starts_with(word) || end == std::string_view::npos) return {};
    const std::string_view rest = text.substr(word.size(), end - word.size());
    text.remove_prefix(end + 1);
    return rest;
}

}  // namespace

std::string pack_file_bytes(std::string_view kind, std::string_view payload,
                            const access::SigningKey& key) {
    const std::string head = first_line(kind);
    return fmt::format("{}{}{}\n{}{}\n\n{}", head, signer_word, key.signer, signature_word,
                       access::sign(head + std::string(payload), key), payload);
}

Result<PackFile> parse_pack_file(std::string_view bytes, std::string_view kind,
                                 const std::string& file) {
    const std::string head = first_line(kind);
    if (!bytes.starts_with(head)) {
        return fail_at(file, 1, "", fmt::format("is no pack of {} that this program reads", kind));
    }
    std::string_view rest = bytes.substr(head.size());
    PackFile pack{.kind = std::string(kind), .signer = {}, .payload = {}};
    pack.signer = take_line(rest, signer_word);
    const std::string signature(take_line(rest, signature_word));
    if (!rest.starts_with('\n')) return fail_at(file, 3, "", "has no signature");
    pack.payload = rest.substr(1);
    if (!access::is_signed(head + pack.payload, signature, pack.signer)) {
        return std::unexpected(Error{ErrorKind::Damaged,
                                     "was changed after it was signed, or is not whole: ask for it "
                                     "again",
                                     file, 0, ""});
    }
    return pack;
}

std::string kind_of_pack(std::string_view bytes) {
    if (!bytes.starts_with(begin)) return {};
    const std::string_view rest = bytes.substr(begin.size());
    constexpr std::size_t longest = 20;
    const auto end = rest.find('\n');
    return end == std::string_view::npos || end > longest ? std::string()
                                                          : std::string(rest.substr(0, end));
}

}  // namespace longju::sync
