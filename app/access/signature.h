// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>

#include "core/result.h"

/// Ed25519 signatures (RFC 8032), as libsodium makes them: who wrote a data pack or a parcel.
namespace longju::access {

/// Keys are 64 lower-case hex digits: the seed that is kept secret, and the public key.
struct SigningKey {
    std::string seed, signer;
};

SigningKey new_signing_key();
/// From its seed; BadInput when that is none. `file` is only used in the message.
Result<SigningKey> signing_key_from(std::string_view seed, const std::string& file);

/// 128 hex digits.
std::string sign(std::string_view message, const SigningKey& key);
/// False for keys and signatures that are none, too.
bool is_signed(std::string_view message, std::string_view signature, std::string_view signer);

/// Of a signer, to be read out on the telephone: `3f2a 90c1 …`, 24 digits of its SHA-256.
std::string fingerprint(std::string_view signer);
/// Whether it is that of the signer; blanks do not matter.
bool same_fingerprint(std::string_view heard, std::string_view signer);

}  // namespace longju::access
