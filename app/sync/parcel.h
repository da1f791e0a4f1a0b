// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "visit/visit.h"

/// 交接包 `.ljp`, version 1: revisions on the way from one store to another. db/README.md has the
/// bytes. A parcel is read as if an enemy had written it: sizes are checked before memory is asked
/// for, hashes before content is believed.
namespace longju::sync {

/// The format this program writes, and the newest it reads.
constexpr int parcel_format = 1;

/// How the body is protected.
enum class Suite : std::uint8_t {
    Plain =
        0,  ///< Hashes only: against damage, not against eyes. 1 and 2 are reserved for sealing.
};

/// What the header of a parcel says.
struct ParcelHeader {
    std::string package_id;  ///< 32 hex digits, random.
    std::string kind = "visits";
    std::string device_id;
    std::string created_at;  ///< Wall time with zone: for people, never for order.
    std::string program;     ///< Name and version of what wrote it.
    std::int64_t revisions = 0;
    std::int64_t seq_from = 0;  ///< Of the sender's own revisions; 0 when there are none.
    std::int64_t seq_to = 0;
    int part = 1;  ///< Of `parts`, when one stick could not take it all.
    int parts = 1;
    int min_reader = 1;  ///< The oldest format version that understands it.

    bool operator==(const ParcelHeader&) const = default;
};

struct Parcel {
    ParcelHeader header;
    std::vector<visit::Revision> revisions;
};

/// The limits that a reader enforces; a writer stays within them.
constexpr std::uint32_t most_header_bytes = 64 * 1024;
constexpr std::uint32_t most_items = 200000;
constexpr std::uint32_t most_item_bytes = 16 << 20;
constexpr std::uint64_t most_ratio = 100;  ///< Unpacked by packed, above the first 64 KiB.
constexpr std::uint64_t most_parcel_bytes = 256 << 20;  ///< A part that FAT32 and a stick take.

/// The bytes of a parcel. `header.revisions` is filled in. BadInput when a limit would be passed.
Result<std::string> parcel_bytes(ParcelHeader header,
                                 const std::vector<visit::Revision>& revisions);

/// Reads all of a parcel or nothing. Damaged: not whole, not ours, or not what its hashes say.
/// TooNew: the format or a visit in it is of a newer program. `file` is only used in messages.
Result<Parcel> parse_parcel(std::string_view bytes, const std::string& file);

}  // namespace longju::sync
