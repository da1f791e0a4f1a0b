// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "sync/parcel.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <zstd.h>
#include <nlohmann/json.hpp>

#include "core/hash.h"
#include "sync/byte_reader.h"
#include "visit/codec.h"

namespace longju::sync {

namespace {

using nlohmann::json;

// CR LF and a byte below blank show damage by text tools, as in PNG.
constexpr std::string_view magic("LJPKG\x01\r\n", 8);
constexpr std::size_t hash_bytes = 32;
constexpr std::size_t trailer_bytes = 8 + hash_bytes;
constexpr std::uint64_t free_ratio_bytes = 64 * 1024;  // Small texts may pack very well.
constexpr int compression_level = 9;                   // Parcels are small and sticks slow.

void put_u32(std::string& out, std::uint64_t value) {
    for (int i = 0; i < 4; ++i) out += static_cast<char>(value >> (8 * i) & 0xff);
}

void put_u64(std::string& out, std::uint64_t value) {
    for (int i = 0; i < 8; ++i) out += static_cast<char>(value >> (8 * i) & 0xff);
}

std::string raw_sha256(std::string_view bytes) {
    const std::string hex = sha256_hex(bytes);
    std::string raw;
    for (std::size_t i = 0; i < hex.size(); i += 2) {
        const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
        raw += static_cast<char>(digit(hex[i]) * 16 + digit(hex[i + 1]));
    }
    return raw;
}

std::string header_text(const ParcelHeader& header) {
    return visit::canonical_text({{"format", parcel_format},
                                  {"suite", static_cast<int>(Suite::Plain)},
                                  {"package_id", header.package_id},
                                  {"kind", header.kind},
                                  {"device_id", header.device_id},
                                  {"created_at", header.created_at},
                                  {"program", header.program},
                                  {"revisions", header.revisions},
                                  {"seq_from", header.seq_from},
                                  {"seq_to", header.seq_to},
                                  {"part", header.part},
                                  {"parts", header.parts},
                                  {"min_reader", header.min_reader},
                                  {"recipients", json::array()},
                                  {"signature", nullptr}});
}

std::unexpected<Error> damaged(std::string what) {
    return fail(ErrorKind::Damaged,
                fmt::format("{}; copy it again from the stick or ask for a new one", what));
}

template <class T>
bool take(const json& tree, const char* name, T& value) {
    const auto found = tree.find(name);
    if (found == tree.end()) return false;
    if constexpr (std::is_same_v<T, std::string>) {
        if (!found->is_string()) return false;
        value = found->template get<std::string>();
        return true;
    } else {
        if (!found->is_number_integer()) return false;
        const auto number = found->template get<std::int64_t>();
        constexpr std::int64_t most = 1LL << 53;
        if (number < 0 || number > most || number != static_cast<T>(number)) return false;
        value = static_cast<T>(number);
        return true;
    }
}

Result<ParcelHeader> header_from(std::string_view text) {
    const auto tree = visit::parse_json(std::string(text));
    if (!tree || !tree->is_object()) return damaged("the header of the parcel is not readable");
    int min_reader = 0;
    int suite = 0;
    if (!take(*tree, "min_reader", min_reader) || !take(*tree, "suite", suite)) {
        return damaged("the header of the parcel is not complete");
    }
    if (min_reader > parcel_format || suite != static_cast<int>(Suite::Plain)) {
        return fail(ErrorKind::TooNew,
                    "the parcel was written by a newer version of Longju; update this one");
    }
    ParcelHeader header;
    header.min_reader = min_reader;
    const bool complete =
        take(*tree, "package_id", header.package_id) && take(*tree, "kind", header.kind) &&
        take(*tree, "device_id", header.device_id) &&
        take(*tree, "created_at", header.created_at) && take(*tree, "program", header.program) &&
        take(*tree, "revisions", header.revisions) && take(*tree, "seq_from", header.seq_from) &&
        take(*tree, "seq_to", header.seq_to) && take(*tree, "part", header.part) &&
        take(*tree, "parts", header.parts);
    if (!complete) return damaged("the header of the parcel is not complete");
    if (header.kind != "visits") {
        return fail(ErrorKind::BadInput,
                    fmt::format("the parcel holds {}, not visits", header.kind));
    }
    if (header.revisions > most_items) return damaged("the parcel claims too many revisions");
    return header;
}

Result<std::string> unpacked(std::string_view packed) {
    const unsigned long long size = ZSTD_getFrameContentSize(packed.data(), packed.size());
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN) {
        return damaged("a revision in the parcel is not packed as it must be");
    }
    if (size > most_item_bytes || size > free_ratio_bytes + most_ratio * packed.size()) {
        return damaged("a revision in the parcel is larger than a revision can be");
    }
    std::string text(static_cast<std::size_t>(size), '\0');
    const std::size_t got = ZSTD_decompress(text.data(), text.size(), packed.data(), packed.size());
    if (ZSTD_isError(got) != 0 || got != text.size()) {
        return damaged("a revision in the parcel does not unpack");
    }
    return text;
}

/// Hash of the canonical text, packed length, packed text.
Result<visit::Revision> item_from(ByteReader& reader) {
    const auto hash = reader.take(hash_bytes);
    const auto length = reader.u32();
    if (!hash || !length || *length > most_item_bytes) {
        return damaged("a revision in the parcel is cut off");
    }
    const auto packed = reader.take(*length);
    if (!packed) return damaged("a revision in the parcel is cut off");
    const auto text = unpacked(*packed);
    if (!text) return std::unexpected(text.error());
    if (raw_sha256(*text) != *hash) return damaged("a revision does not match its hash");
    auto revision = visit::revision_from(*text);
    if (!revision) return revision;
    const auto visit = visit::visit_from(revision->body);
    if (!visit) return std::unexpected(visit.error());
    if (visit->id != revision->visit_id) {
        return damaged("a revision belongs to another visit than it says");
    }
    return revision;
}

Result<std::vector<visit::Revision>> body_from(ByteReader& reader, const ParcelHeader& header) {
    std::vector<visit::Revision> revisions;
    std::set<std::string> hashes;
    for (std::int64_t i = 0; i < header.revisions; ++i) {
        auto revision = item_from(reader);
        if (!revision) return std::unexpected(revision.error());
        if (!hashes.insert(revision->hash).second) {
            return damaged("a revision is in the parcel twice");
        }
        revisions.push_back(std::move(*revision));
    }
    if (!reader.at_end()) return damaged("the parcel holds more than its header says");
    return revisions;
}

/// Length and hash of the whole, before anything inside is looked at.
Result<std::string_view> without_trailer(std::string_view bytes) {
    if (bytes.substr(0, magic.size()) != magic) {
        const bool newer = bytes.size() > magic.size() && bytes.starts_with("LJPKG") &&
                           static_cast<unsigned char>(bytes[5]) > 1 && bytes.substr(6, 2) == "\r\n";
        if (newer) {
            return fail(ErrorKind::TooNew,
                        "the parcel was written by a newer version of Longju; update this one");
        }
        return fail(ErrorKind::Damaged, "it is not a Longju parcel");
    }
    if (bytes.size() < magic.size() + trailer_bytes) return damaged("the parcel is cut off");
    ByteReader trailer(bytes.substr(bytes.size() - trailer_bytes));
    if (trailer.u64() != bytes.size()) return damaged("the parcel is not whole");
    const std::string_view all_before = bytes.substr(0, bytes.size() - hash_bytes);
    if (trailer.take(hash_bytes) != raw_sha256(all_before)) {
        return damaged("the parcel does not match its hash");
    }
    return bytes.substr(magic.size(), bytes.size() - magic.size() - trailer_bytes);
}

Result<Parcel> parse(std::string_view bytes) {
    const auto inner = without_trailer(bytes);
    if (!inner) return std::unexpected(inner.error());
    ByteReader reader(*inner);
    const auto length = reader.u32();
    if (!length || *length > most_header_bytes) return damaged("the parcel's header is too long");
    const auto text = reader.take(*length);
    if (!text) return damaged("the parcel's header is cut off");
    auto header = header_from(*text);
    if (!header) return std::unexpected(header.error());
    auto revisions = body_from(reader, *header);
    if (!revisions) return std::unexpected(revisions.error());
    return Parcel{std::move(*header), std::move(*revisions)};
}

}  // namespace

Result<std::string> parcel_bytes(ParcelHeader header,
                                 const std::vector<visit::Revision>& revisions) {
    if (revisions.size() > most_items) {
        return fail(ErrorKind::BadInput, "there are too many revisions for one parcel");
    }
    header.revisions = static_cast<std::int64_t>(revisions.size());
    const std::string head = header_text(header);
    std::string out(magic);
    put_u32(out, head.size());
    out += head;
    for (const visit::Revision& revision : revisions) {
        const std::string text = visit::canonical_without_hash(revision);
        if (text.size() > most_item_bytes) {
            return fail(ErrorKind::BadInput, "a visit is too large for a parcel");
        }
        std::string packed(ZSTD_compressBound(text.size()), '\0');
        const std::size_t size = ZSTD_compress(packed.data(), packed.size(), text.data(),
                                               text.size(), compression_level);
        if (ZSTD_isError(size) != 0) return fail(ErrorKind::Io, "a visit could not be packed");
        packed.resize(size);
        out += raw_sha256(text);
        put_u32(out, packed.size());
        out += packed;
    }
    put_u64(out, out.size() + trailer_bytes);
    out += raw_sha256(out);
    if (out.size() > most_parcel_bytes) {
        return fail(ErrorKind::BadInput, "the visits are too many for one parcel");
    }
    return out;
}

Result<Parcel> parse_parcel(std::string_view bytes, const std::string& file) {
    auto parcel = parse(bytes);
    if (parcel) return parcel;
    Error error = parcel.error();
    error.file = file;
    error.line = 0;
    return std::unexpected(std::move(error));
}

}  // namespace longju::sync
