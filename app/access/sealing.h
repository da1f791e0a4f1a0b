// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/result.h"

/// What is kept from eyes: values sealed under a store's own key (XChaCha20-Poly1305), and messages
/// sealed to a holder of a signing key (X25519, through libsodium's conversion of Ed25519 keys).
namespace longju::access {

inline constexpr std::size_t data_key_bytes = 32;

/// Opens what one store keeps sealed: `data_key_bytes` random ones, as they are.
struct DataKey {
    std::string bytes;

    bool operator==(const DataKey&) const = default;
};

DataKey new_data_key();

/// A fresh nonce and the sealed text, as bytes. `context` says what and whose it is: a text that
/// was moved to another place does not open there.
std::string seal(std::string_view text, const DataKey& key, std::string_view context);
/// Damaged when it was changed, moved, or sealed under another key.
Result<std::string> unseal(std::string_view sealed, const DataKey& key, std::string_view context);

/// Sealed so that only the holder of the seed of `signer` (64 hex digits) can open it; who sealed
/// it is not told. BadInput when `signer` is no key.
Result<std::string> seal_to(std::string_view text, std::string_view signer);
/// Damaged when it was changed or sealed to another.
Result<std::string> unseal_with(std::string_view sealed, std::string_view seed);

/// A long text in chunks of 64 KiB (secretstream), bound to `context`. Chunks that are missing,
/// changed or moved do not open.
std::string seal_stream(std::string_view text, const DataKey& key, std::string_view context);

/// How long the seal of a text of so many bytes is.
std::size_t sealed_stream_bytes(std::size_t text_bytes);

/// What of a sealed stream opens: all of it when `whole`, else the chunks before the damage.
struct OpenedStream {
    std::string text;
    bool whole = false;
};
OpenedStream unseal_stream(std::string_view sealed, const DataKey& key, std::string_view context);

/// SHA-256 under a key: the same text gives the same 64 hex digits to who has the key, and tells
/// nothing to who has not.
std::string keyed_hash(std::string_view text, const DataKey& key);

}  // namespace longju::access
