// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "sync/parcel.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "access/sealing.h"
#include "core/hash.h"
#include "sync/byte_reader.h"
#include "sync/byte_writer.h"
#include "sync/parcel_contents.h"
#include "visit/codec.h"
#include "visit/json_take.h"

/// The envelope of a parcel: header, sealed body, length, hash and signature.
namespace longju::sync {

namespace {

using nlohmann::json;
using visit::take;

// CR LF and a byte below blank show damage by text tools, as in PNG. The byte is the format.
constexpr std::string_view magic("LJPKG\x02\r\n", 8);
constexpr std::size_t format_at = 5;
constexpr std::size_t hash_bytes = 32;
constexpr std::size_t signature_bytes = 64;
constexpr std::size_t trailer_bytes = 8 + hash_bytes + signature_bytes;
constexpr std::size_t signer_digits = 64;
// A signature made for a parcel must not be one of anything else.
constexpr std::string_view signed_as = "LJPKG-2\n";

std::string_view word_of(ParcelKind kind) {
    return kind == ParcelKind::Visits ? "visits" : "receipt";
}

std::string header_text(const ParcelHeader& header, const std::vector<std::string>& keys,
                        std::size_t body_bytes) {
    json recipients = json::array();
    for (std::size_t i = 0; i < keys.size(); ++i) {
        recipients.push_back({{"signer", header.recipients[i]}, {"key", hex_from_bytes(keys[i])}});
    }
    return visit::canonical_text({{"format", parcel_format},
                                  {"suite", static_cast<int>(Suite::Sodium)},
                                  {"package_id", header.package_id},
                                  {"kind", word_of(header.kind)},
                                  {"sender", header.sender},
                                  {"created_at", header.created_at},
                                  {"program", header.program},
                                  {"part", header.part},
                                  {"parts", header.parts},
                                  {"min_reader", header.min_reader},
                                  {"body_bytes", body_bytes},
                                  {"recipients", recipients}});
}

/// What stands before the seal: the header and the content key, sealed once for each recipient.
struct Front {
    ParcelHeader header;
    std::vector<std::string> keys;
    std::uint64_t body_bytes = 0;
};

std::unexpected<Error> newer() {
    return fail(ErrorKind::TooNew,
                "the parcel was written by a newer version of Longju; update this one");
}

bool read_recipients(const json& tree, Front& front) {
    const auto found = tree.find("recipients");
    if (found == tree.end() || !found->is_array() || found->empty() ||
        found->size() > most_recipients) {
        return false;
    }
    for (const json& one : *found) {
        std::string signer;
        std::string key;
        if (!one.is_object() || !take(one, "signer", signer) || !take(one, "key", key))
            return false;
        if (!is_hex(signer, signer_digits) || key.size() % 2 != 0 || !is_hex(key, key.size())) {
            return false;
        }
        front.header.recipients.push_back(std::move(signer));
        front.keys.push_back(bytes_from_hex(key));
    }
    return true;
}

Result<Front> front_from(std::string_view text) {
    const auto tree = visit::parse_json(std::string(text));
    if (!tree || !tree->is_object()) {
        return std::unexpected(damaged("the header of the parcel is not readable"));
    }
    Front front;
    ParcelHeader& header = front.header;
    int suite = 0;
    std::string kind;
    const bool told = take(*tree, "min_reader", header.min_reader) && take(*tree, "suite", suite);
    if (told && (header.min_reader > parcel_format || suite != static_cast<int>(Suite::Sodium))) {
        return newer();
    }
    const bool complete =
        told && take(*tree, "package_id", header.package_id) && take(*tree, "kind", kind) &&
        take(*tree, "sender", header.sender) && take(*tree, "created_at", header.created_at) &&
        take(*tree, "program", header.program) && take(*tree, "part", header.part) &&
        take(*tree, "parts", header.parts) && take(*tree, "body_bytes", front.body_bytes) &&
        read_recipients(*tree, front);
    if (!complete || !is_hex(header.sender, signer_digits)) {
        return std::unexpected(damaged("the header of the parcel is not complete"));
    }
    if (kind != word_of(ParcelKind::Visits) && kind != word_of(ParcelKind::Receipt)) {
        return fail(ErrorKind::BadInput, fmt::format("the parcel holds {}, not visits", kind));
    }
    header.kind = kind == word_of(ParcelKind::Visits) ? ParcelKind::Visits : ParcelKind::Receipt;
    return front;
}

/// The parts of the file, as views into it.
struct Envelope {
    Front front;
    std::string head_hash;  ///< Of everything before the body: the body is bound to it.
    std::string_view body;  ///< Shorter than told where the file is cut off.
};

Result<Envelope> take_front(std::string_view bytes) {
    if (bytes.substr(0, magic.size()) != magic) {
        const bool ours = bytes.size() > magic.size() && bytes.starts_with("LJPKG") &&
                          bytes.substr(format_at + 1, 2) == "\r\n";
        const int format = ours ? static_cast<unsigned char>(bytes[format_at]) : 0;
        if (format > parcel_format) return newer();
        if (format == 1) {
            return fail(ErrorKind::BadInput,
                        "the parcel is of an older version, which did not seal: the laptop still "
                        "has everything; write a new parcel there");
        }
        return fail(ErrorKind::Damaged, "it is not a Longju parcel");
    }
    ByteReader reader(bytes.substr(magic.size()));
    const auto length = reader.u32();
    if (!length || *length > most_header_bytes) {
        return std::unexpected(damaged("the parcel's header is too long"));
    }
    const auto text = reader.take(*length);
    if (!text) return std::unexpected(damaged("the parcel's header is cut off"));
    auto front = front_from(*text);
    if (!front) return std::unexpected(front.error());
    const std::size_t head = magic.size() + 4 + *length;
    const auto body = bytes.substr(head, front->body_bytes);
    return Envelope{std::move(*front), sha256_hex(bytes.substr(0, head)), body};
}

/// With its trailer checked and taken off.
Result<Envelope> whole_envelope(std::string_view bytes) {
    auto envelope = take_front(bytes);
    if (!envelope) return envelope;
    const auto end =
        static_cast<std::size_t>(envelope->body.data() - bytes.data()) + envelope->front.body_bytes;
    if (envelope->body.size() != envelope->front.body_bytes ||
        bytes.size() != end + trailer_bytes) {
        return std::unexpected(damaged("the parcel is not whole"));
    }
    ByteReader reader(bytes.substr(end));
    if (reader.u64() != bytes.size()) return std::unexpected(damaged("the parcel is not whole"));
    const std::string hash =
        sha256_hex(bytes.substr(0, bytes.size() - hash_bytes - signature_bytes));
    if (hex_from_bytes(*reader.take(hash_bytes)) != hash) {
        return std::unexpected(damaged("the parcel does not match its hash"));
    }
    const std::string signature = hex_from_bytes(*reader.take(signature_bytes));
    const std::string message = std::string(signed_as) + hash;
    if (!access::is_signed(message, signature, envelope->front.header.sender)) {
        return std::unexpected(damaged("the parcel is not signed by who it says wrote it"));
    }
    return envelope;
}

Result<access::OpenedStream> unsealed(const Envelope& envelope, const access::SigningKey& reader) {
    const auto& recipients = envelope.front.header.recipients;
    const auto own = std::ranges::find(recipients, reader.signer);
    if (own == recipients.end()) {
        return fail(ErrorKind::BadInput, "the parcel is sealed to others than this computer");
    }
    const auto index = static_cast<std::size_t>(own - recipients.begin());
    const auto key = access::unseal_with(envelope.front.keys[index], reader.seed);
    if (!key || key->size() != access::data_key_bytes) {
        return std::unexpected(damaged("the key of the parcel does not open"));
    }
    return access::unseal_stream(envelope.body, {*key}, envelope.head_hash);
}

Result<Parcel> whole_parcel(std::string_view bytes, const access::SigningKey& reader) {
    const auto envelope = whole_envelope(bytes);
    if (!envelope) return std::unexpected(envelope.error());
    const auto opened = unsealed(*envelope, reader);
    if (!opened) return std::unexpected(opened.error());
    if (!opened->whole) return std::unexpected(damaged("the seal of the parcel is broken"));
    Contents contents = read_contents(opened->text, envelope->front.header);
    if (contents.problem) return std::unexpected(*contents.problem);
    return std::move(contents.parcel);
}

template <class T>
Result<T> named(Result<T> result, const std::string& file) {
    if (result) return result;
    Error error = result.error();
    error.file = file;
    error.line = 0;
    return std::unexpected(std::move(error));
}

}  // namespace

Result<std::string> parcel_bytes(const Parcel& parcel, const access::SigningKey& sender) {
    if (parcel.header.recipients.empty() || parcel.header.recipients.size() > most_recipients) {
        return fail(ErrorKind::BadInput, "a parcel is sealed to one to four keys");
    }
    Parcel own = parcel;
    own.header.sender = sender.signer;
    const auto contents = contents_bytes(own);
    if (!contents) return contents;
    const access::DataKey content_key = access::new_data_key();
    std::vector<std::string> keys;
    for (const std::string& recipient : own.header.recipients) {
        auto key = access::seal_to(content_key.bytes, recipient);
        if (!key) return key;
        keys.push_back(std::move(*key));
    }
    const std::string head =
        header_text(own.header, keys, access::sealed_stream_bytes(contents->size()));
    if (head.size() > most_header_bytes) {
        return fail(ErrorKind::BadInput, "the header of the parcel is too long");
    }
    std::string out(magic);
    put_u32(out, head.size());
    out += head;
    out += access::seal_stream(*contents, content_key, sha256_hex(out));
    put_u64(out, out.size() + trailer_bytes);
    const std::string hash = sha256_hex(out);
    out += bytes_from_hex(hash);
    out += bytes_from_hex(access::sign(std::string(signed_as) + hash, sender));
    if (out.size() > most_parcel_bytes) {
        return fail(ErrorKind::BadInput, "there is too much for one parcel");
    }
    return out;
}

Result<ParcelHeader> check_parcel(std::string_view bytes, const std::string& file) {
    auto envelope = named(whole_envelope(bytes), file);
    if (!envelope) return std::unexpected(envelope.error());
    return std::move(envelope->front.header);
}

Result<Parcel> open_parcel(std::string_view bytes, const std::string& file,
                           const access::SigningKey& reader) {
    return named(whole_parcel(bytes, reader), file);
}

Result<Parcel> salvage_parcel(std::string_view bytes, const std::string& file,
                              const access::SigningKey& reader) {
    const auto envelope = named(take_front(bytes), file);
    if (!envelope) return std::unexpected(envelope.error());
    const auto opened = named(unsealed(*envelope, reader), file);
    if (!opened) return std::unexpected(opened.error());
    return std::move(read_contents(opened->text, envelope->front.header).parcel);
}

}  // namespace longju::sync
