// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "access/signature.h"
#include "core/result.h"
#include "storage/exchange.h"
#include "visit/visit.h"

/// 交接包 `.ljp`, format 2: revisions on the way from one store to another, sealed to those who
/// may read them and signed by who wrote them. db/README.md has the bytes. A parcel is read as if
/// an enemy had written it: sizes are checked before memory is asked for, hashes and signatures
/// before content is believed.
namespace longju::sync {

/// The format this program writes, and the newest it reads.
constexpr int parcel_format = 2;

/// How the body is protected. 2 is kept for SM2, SM3 and SM4 (GB/T 32918, 32905, 32907).
enum class Suite : std::uint8_t {
    Sodium = 1  ///< X25519, XChaCha20-Poly1305 and Ed25519, as libsodium makes them.
};

enum class ParcelKind {
    Visits,  ///< From a laptop to the county.
    Receipt  ///< From the county back: what arrived, and what was decided.
};

/// What stands outside the seal, for everybody to read: nothing of a person.
struct ParcelHeader {
    std::string package_id;  ///< 32 hex digits, random.
    ParcelKind kind = ParcelKind::Visits;
    std::string sender;                   ///< Signing key of who wrote it, 64 hex digits.
    std::vector<std::string> recipients;  ///< Keys of those who can open it, at most four.
    std::string created_at;               ///< Wall time with zone: for people, never for order.
    std::string program;                  ///< Name and version of what wrote it.
    int part = 1;                         ///< Of `parts`; each is a parcel of its own.
    int parts = 1;
    int min_reader = parcel_format;  ///< The oldest format version that understands it.

    bool operator==(const ParcelHeader&) const = default;
};

/// A photo by the SHA-256 of its bytes.
struct ParcelPhoto {
    std::string sha256;
    std::string bytes;

    bool operator==(const ParcelPhoto&) const = default;
};

struct Parcel {
    ParcelHeader header;
    storage::Chains seen;                    ///< What the sender has of every chain.
    storage::Chains received;                ///< What a county confirms; only in a receipt.
    std::vector<std::string> wanted_photos;  ///< That the county has not got; only in a receipt.
    std::string audit_head;                  ///< Of the sender's audit log; may be empty.
    std::vector<visit::Revision> revisions;
    std::vector<storage::PrivateValue> values;
    std::vector<ParcelPhoto> photos;
};

/// The limits that a reader enforces; a writer stays within them.
constexpr std::uint32_t most_header_bytes = 64 * 1024;
constexpr std::uint32_t most_recipients = 4;
constexpr std::uint32_t most_items = 200000;
constexpr std::uint32_t most_item_bytes = 48U << 20U;
constexpr std::uint64_t most_ratio = 100;  ///< Unpacked by packed, above the first 64 KiB.
constexpr std::uint64_t most_parcel_bytes = 256U << 20U;  ///< A part that FAT32 and a stick take.

/// The bytes of a parcel, sealed to `header.recipients` and signed by `sender`, whose key stands in
/// the header. BadInput when a limit would be passed or a recipient is no key.
Result<std::string> parcel_bytes(const Parcel& parcel, const access::SigningKey& sender);

/// Whether the file is whole and signed by the key that its header names; nothing is unsealed. Who
/// that key belongs to is for the caller to ask. Damaged, TooNew. `file` is only used in messages.
Result<ParcelHeader> check_parcel(std::string_view bytes, const std::string& file);

/// Reads all of a parcel or nothing: as `check_parcel`, then with the seal. BadInput when it is
/// sealed to others. TooNew: the format or a visit in it is of a newer program.
Result<Parcel> open_parcel(std::string_view bytes, const std::string& file,
                           const access::SigningKey& reader);

/// Of a parcel that is damaged or cut off, everything before the damage whose seal and hash are
/// right. Who wrote it is not known then, as the signature is gone: for a person to decide on.
Result<Parcel> salvage_parcel(std::string_view bytes, const std::string& file,
                              const access::SigningKey& reader);

}  // namespace longju::sync
