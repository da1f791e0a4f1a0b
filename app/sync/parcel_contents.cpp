// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "sync/parcel_contents.h"

#include <set>

#include <fmt/format.h>
#include <zstd.h>
#include <nlohmann/json.hpp>

#include "core/hash.h"
#include "sync/byte_reader.h"
#include "sync/byte_writer.h"
#include "visit/codec.h"
#include "visit/json_take.h"

namespace longju::sync {

namespace {

using nlohmann::json;
using visit::take;

constexpr std::size_t content_hash_bytes = 32;
constexpr std::uint64_t free_ratio_bytes = std::uint64_t{64} * 1024;  // Small texts may pack well.
constexpr std::size_t photo_bytes = std::size_t{1} << 20U;  // Larger blobs do not pack any more.
constexpr int thorough = 9;  // Parcels are small and sticks are slow.
constexpr int quick = 1;
constexpr std::string_view value_prefix = "sealed:";

struct Counts {
    std::uint64_t revisions = 0, values = 0, photos = 0;
};

Result<void> put_blob(std::string& out, std::string_view blob) {
    if (blob.size() > most_item_bytes) {
        return fail(ErrorKind::BadInput, "a visit or photo is too large for a parcel");
    }
    std::string packed(ZSTD_compressBound(blob.size()), '\0');
    const std::size_t size = ZSTD_compress(packed.data(), packed.size(), blob.data(), blob.size(),
                                           blob.size() > photo_bytes ? quick : thorough);
    if (ZSTD_isError(size) != 0) return fail(ErrorKind::Io, "a visit could not be packed");
    out += bytes_from_hex(sha256_hex(blob));
    put_u32(out, size);
    out += std::string_view(packed).substr(0, size);
    return {};
}

json manifest_of(const Parcel& parcel) {
    return {{"package_id", parcel.header.package_id},
            {"sender", parcel.header.sender},
            {"recipients", parcel.header.recipients},
            {"seen", parcel.seen},
            {"received", parcel.received},
            {"wanted_photos", parcel.wanted_photos},
            {"audit_head", parcel.audit_head},
            {"revisions", parcel.revisions.size()},
            {"values", parcel.values.size()},
            {"photos", parcel.photos.size()}};
}

bool take_texts(const json& tree, const char* name, std::vector<std::string>& texts) {
    const auto found = tree.find(name);
    if (found == tree.end() || !found->is_array() || found->size() > most_items) return false;
    for (const json& item : *found) {
        if (!item.is_string()) return false;
        texts.push_back(item.get<std::string>());
    }
    return true;
}

bool take_chains(const json& tree, const char* name, storage::Chains& chains) {
    constexpr std::uint64_t most = 1ULL << 53U;  // Exact in every JSON reader.
    const auto found = tree.find(name);
    if (found == tree.end() || !found->is_object() || found->size() > most_items) return false;
    for (const auto& [device, seq] : found->items()) {
        if (!seq.is_number_unsigned() || seq.get<std::uint64_t>() >= most) return false;
        chains[device] = seq.get<std::uint64_t>();
    }
    return true;
}

bool read_manifest(std::string_view text, Parcel& parcel, Counts& counts) {
    const auto tree = visit::parse_json(std::string(text));
    if (!tree || !tree->is_object()) return false;
    ParcelHeader named;
    const bool complete =
        take(*tree, "package_id", named.package_id) && take(*tree, "sender", named.sender) &&
        take_texts(*tree, "recipients", named.recipients) &&
        take(*tree, "audit_head", parcel.audit_head) && take_chains(*tree, "seen", parcel.seen) &&
        take_chains(*tree, "received", parcel.received) &&
        take_texts(*tree, "wanted_photos", parcel.wanted_photos) &&
        take(*tree, "revisions", counts.revisions) && take(*tree, "values", counts.values) &&
        take(*tree, "photos", counts.photos);
    return complete && named.package_id == parcel.header.package_id &&
           named.sender == parcel.header.sender && named.recipients == parcel.header.recipients &&
           counts.revisions <= most_items && counts.values <= most_items &&
           counts.photos <= most_items;
}

Result<std::string> unpacked(std::string_view packed) {
    const unsigned long long size = ZSTD_getFrameContentSize(packed.data(), packed.size());
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN) {
        return std::unexpected(damaged("a part of the parcel is not packed as it must be"));
    }
    if (size > most_item_bytes || size > free_ratio_bytes + most_ratio * packed.size()) {
        return std::unexpected(damaged("a part of the parcel is larger than it can be"));
    }
    std::string text(static_cast<std::size_t>(size), '\0');
    const std::size_t got = ZSTD_decompress(text.data(), text.size(), packed.data(), packed.size());
    if (ZSTD_isError(got) != 0 || got != text.size()) {
        return std::unexpected(damaged("a part of the parcel does not unpack"));
    }
    return text;
}

struct Blob {
    std::string sha256, bytes;
};

/// SHA-256, packed length, zstd frame.
Result<Blob> take_blob(ByteReader& reader, std::set<std::string>& known) {
    const auto hash = reader.take(content_hash_bytes);
    const auto length = reader.u32();
    if (!hash || !length || *length > most_item_bytes) {
        return std::unexpected(damaged("the parcel is cut off inside"));
    }
    const auto packed = reader.take(*length);
    if (!packed) return std::unexpected(damaged("the parcel is cut off inside"));
    auto bytes = unpacked(*packed);
    if (!bytes) return std::unexpected(bytes.error());
    Blob blob{sha256_hex(*bytes), std::move(*bytes)};
    if (blob.sha256 != hex_from_bytes(*hash)) {
        return std::unexpected(damaged("a part of the parcel does not match its hash"));
    }
    if (!known.insert(blob.sha256).second) {
        return std::unexpected(damaged("a part of the parcel is in it twice"));
    }
    return blob;
}

Result<visit::Revision> revision_of(const Blob& blob) {
    auto revision = visit::revision_from(blob.bytes);
    if (!revision) return revision;
    const auto visit = visit::visit_from(revision->body);
    if (!visit) return std::unexpected(visit.error());
    if (visit->id != revision->visit_id) {
        return std::unexpected(damaged("a revision belongs to another visit than it says"));
    }
    return revision;
}

Result<void> read_items(ByteReader& reader, const Counts& counts, Parcel& parcel) {
    std::set<std::string> known;
    for (std::uint64_t i = 0; i < counts.revisions; ++i) {
        const auto blob = take_blob(reader, known);
        if (!blob) return std::unexpected(blob.error());
        auto revision = revision_of(*blob);
        if (!revision) return std::unexpected(revision.error());
        parcel.revisions.push_back(std::move(*revision));
    }
    for (std::uint64_t i = 0; i < counts.values; ++i) {
        auto blob = take_blob(reader, known);
        if (!blob) return std::unexpected(blob.error());
        parcel.values.push_back({std::string(value_prefix) + blob->sha256, std::move(blob->bytes)});
    }
    for (std::uint64_t i = 0; i < counts.photos; ++i) {
        auto blob = take_blob(reader, known);
        if (!blob) return std::unexpected(blob.error());
        parcel.photos.push_back({std::move(blob->sha256), std::move(blob->bytes)});
    }
    if (reader.at_end()) return {};
    return std::unexpected(damaged("the parcel holds more than it says"));
}

}  // namespace

Error damaged(std::string_view what) {
    return {.kind = ErrorKind::Damaged,
            .what = fmt::format("{}; copy it again from the stick or ask for a new one", what)};
}

Result<std::string> contents_bytes(const Parcel& parcel) {
    const std::size_t items = parcel.revisions.size() + parcel.values.size() + parcel.photos.size();
    if (items > most_items) {
        return fail(ErrorKind::BadInput, "there is too much for one parcel");
    }
    const std::string manifest = visit::canonical_text(manifest_of(parcel));
    std::string out;
    put_u32(out, manifest.size());
    out += manifest;
    for (const visit::Revision& revision : parcel.revisions) {
        const auto done = put_blob(out, visit::canonical_without_hash(revision));
        if (!done) return std::unexpected(done.error());
    }
    for (const storage::PrivateValue& value : parcel.values) {
        if (auto done = put_blob(out, value.salted); !done) return std::unexpected(done.error());
    }
    for (const ParcelPhoto& photo : parcel.photos) {
        if (auto done = put_blob(out, photo.bytes); !done) return std::unexpected(done.error());
    }
    return out;
}

Contents read_contents(std::string_view bytes, const ParcelHeader& header) {
    Contents contents;
    contents.parcel.header = header;
    ByteReader reader(bytes);
    const auto length = reader.u32();
    const auto manifest = length ? reader.take(*length) : std::nullopt;
    Counts counts;
    if (!manifest || !read_manifest(*manifest, contents.parcel, counts)) {
        contents.problem = damaged("the parcel does not say what is in it");
        return contents;
    }
    if (auto read = read_items(reader, counts, contents.parcel); !read) {
        contents.problem = read.error();
    }
    return contents;
}

}  // namespace longju::sync
