// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "access/signature.h"
#include "core/result.h"

/// The file around every data pack, `.ljd`. Text: the line `longju-pack 1 KIND`, a line with the
/// signer, one with the signature over the first line and all that follows the empty line, and then
/// a JSON object.
namespace longju::sync {

/// A pack's file: what it holds, whole and signed; who the signer is is for the caller to ask.
struct PackFile {
    std::string kind;  ///< `rules`, `keys` …
    std::string signer;
    std::string payload;  ///< Text of a JSON object.
};

std::string pack_file_bytes(std::string_view kind, std::string_view payload,
                            const access::SigningKey& key);

/// BadInput for what is no pack of that kind; Damaged when the signature is not that of the signer
/// it names.
Result<PackFile> parse_pack_file(std::string_view bytes, std::string_view kind,
                                 const std::string& file);

/// The kind that a file says it is; empty for what is no pack.
std::string kind_of_pack(std::string_view bytes);

/// Largest pack that is read.
constexpr std::uint64_t most_pack_bytes = 16U << 20U;

}  // namespace longju::sync
