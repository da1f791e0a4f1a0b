// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <set>

#include "core/hash.h"
#include "storage/audit_log.h"
#include "storage/photo_files.h"
#include "storage/platform.h"
#include "sync/drives.h"
#include "sync/handover.h"
#include "sync/handover_file.h"

/// Parcels and receipts on their way out.
namespace longju::sync {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t package_id_bytes = 16;
constexpr std::size_t short_id = 8;

/// What one part of a parcel holds, before its photos are read.
struct Part {
    std::vector<visit::Revision> revisions;
    std::vector<visit::Photo> photos;
    std::uint64_t bytes = 0;
};

/// Photos that the newest state of each visit names, and those a receipt asked for.
Result<std::vector<visit::Photo>> photos_to_send(storage::VisitsStore& store,
                                                 const std::vector<visit::Revision>& revisions) {
    std::vector<visit::Photo> photos;
    std::set<std::string> known;
    const auto add = [&](const visit::Photo& photo) {
        if (known.insert(photo.sha256).second) photos.push_back(photo);
    };
    std::set<std::string> visits;
    for (const visit::Revision& revision : revisions) visits.insert(revision.visit_id);
    for (const std::string& id : visits) {
        const auto versions = store.versions(id);
        if (!versions && versions.error().kind == ErrorKind::NotFound) continue;  // All wait.
        if (!versions) return std::unexpected(versions.error());
        for (const visit::Visit& version : *versions) {
            std::ranges::for_each(version.procedure.photos, add);
        }
    }
    const auto wanted = store.wanted_photos();
    if (!wanted) return std::unexpected(wanted.error());
    for (const std::string& sha256 : *wanted) {
        const auto bytes = storage::photo_bytes(store.folder(), sha256);
        if (!bytes) continue;  // It may turn up yet; until then there is nothing to send.
        add({.paper = {},
             .sha256 = sha256,
             .name = sha256,
             .bytes = static_cast<int>(bytes->size())});
    }
    return photos;
}

std::vector<Part> parts_of(std::vector<visit::Revision> revisions, std::vector<visit::Photo> photos,
                           std::uint64_t most) {
    std::vector<Part> parts(1);
    const auto room_for = [&](std::uint64_t bytes) -> Part& {
        const bool empty = parts.back().revisions.empty() && parts.back().photos.empty();
        if (!empty && parts.back().bytes + bytes > most) parts.emplace_back();
        parts.back().bytes += bytes;
        return parts.back();
    };
    for (visit::Revision& revision : revisions) {
        room_for(revision.body.size()).revisions.push_back(std::move(revision));
    }
    for (visit::Photo& photo : photos) {
        room_for(static_cast<std::uint64_t>(photo.bytes)).photos.push_back(std::move(photo));
    }
    return parts;
}

/// Who writes to whom; the parts are filled in.
struct Letter {
    Parcel frame;  ///< Header, chains and receipt, without revisions, values and photos.
    access::SigningKey sender;
    fs::path folder;
    Progress* progress = nullptr;
};

/// Steps of one part, as `Progress` counts them: sealed, written, read back.
constexpr std::size_t steps_of_part = 3;

/// Writes one part; what is to be marked as exported is answered.
Result<storage::ParcelOut> write_part(storage::VisitsStore& store, const Letter& letter, Part& part,
                                      Exported& exported) {
    Parcel parcel = letter.frame;
    parcel.header.package_id = random_hex(package_id_bytes);
    parcel.revisions = std::move(part.revisions);
    auto values = store.values_of(parcel.revisions);
    if (!values) return std::unexpected(values.error());
    parcel.values = std::move(*values);
    for (const visit::Photo& photo : part.photos) {
        auto bytes = storage::photo_bytes(store.folder(), photo.sha256);
        if (!bytes) {
            ++exported.missing_photos;
            continue;
        }
        parcel.photos.push_back({photo.sha256, std::move(*bytes)});
    }
    const auto bytes = parcel_bytes(parcel, letter.sender);
    if (!bytes) return std::unexpected(bytes.error());
    const auto number = static_cast<std::size_t>(parcel.header.part - 1);
    const std::size_t steps = steps_of_part * static_cast<std::size_t>(parcel.header.parts);
    if (auto go = reach(letter.progress, steps_of_part * number + 1, steps); !go) {
        return std::unexpected(go.error());
    }
    auto file = write_parcel_file(letter.folder, store.device_id().substr(0, short_id),
                                  parcel.header.package_id.substr(0, short_id), *bytes);
    if (!file) return std::unexpected(file.error());
    storage::ParcelOut out{.package_id = parcel.header.package_id,
                           .file_name = storage::utf8_path(file->filename()),
                           .sha256 = sha256_hex(*bytes),
                           .revisions = static_cast<std::int64_t>(parcel.revisions.size())};
    for (const visit::Revision& revision : parcel.revisions) {
        if (revision.device_id != store.device_id()) continue;
        const auto seq = static_cast<std::int64_t>(revision.device_seq);
        out.seq_from = out.seq_from == 0 ? seq : std::min(out.seq_from, seq);
        out.seq_to = std::max(out.seq_to, seq);
    }
    exported.files.push_back(std::move(*file));
    exported.bytes += bytes->size();
    exported.revisions += out.revisions;
    exported.photos += static_cast<std::int64_t>(parcel.photos.size());
    if (exported.seq_from == 0) exported.seq_from = out.seq_from;
    exported.seq_to = std::max(exported.seq_to, out.seq_to);
    exported.check_code += out.sha256;
    return out;
}

/// Whether everything fits, before the first byte.
Result<void> fits(const std::vector<Part>& parts, const fs::path& folder) {
    std::uint64_t bytes = 0;
    for (const Part& part : parts) bytes += part.bytes;
    std::error_code error;
    const auto space = fs::space(folder, error);
    if (error) return {};  // The system does not tell; writing will.
    Drive drive;
    drive.folder = folder;
    drive.label = storage::utf8_path(folder);
    drive.free_bytes = space.available;
    return fit_for(drive, bytes);
}

Result<Exported> write_parts(storage::VisitsStore& store, Letter letter, std::vector<Part> parts) {
    std::error_code error;
    if (!fs::is_directory(letter.folder, error)) {
        return std::unexpected(Error{.kind = ErrorKind::NotFound,
                                     .what = "there is no such folder to write the parcel to",
                                     .file = storage::utf8_path(letter.folder)});
    }
    remove_leftovers(letter.folder, store.device_id().substr(0, short_id));
    if (auto room = fits(parts, letter.folder); !room) return std::unexpected(room.error());
    letter.frame.header.parts = static_cast<int>(parts.size());
    Exported exported;
    std::vector<storage::ParcelOut> written;
    Result<void> done;
    for (Part& part : parts) {
        auto out = write_part(store, letter, part, exported);
        if (out) written.push_back(std::move(*out));
        const std::size_t steps = steps_of_part * parts.size();
        done = out ? reach(letter.progress, steps_of_part * written.size(), steps)
                   : std::unexpected(out.error());
        if (!done) break;
        ++letter.frame.header.part;
    }
    if (done) done = last_call(letter.progress);
    if (!done && letter.progress != nullptr && letter.progress->stopped()) {
        for (const fs::path& file : exported.files) fs::remove(file, error);
        return std::unexpected(done.error());
    }
    // Whatever became of the others, these are on the stick and whole.
    for (const storage::ParcelOut& out : written) {
        if (auto marked = store.mark_exported(out); !marked) return std::unexpected(marked.error());
    }
    if (!done) return std::unexpected(done.error());
    exported.check_code = check_code(sha256_hex(exported.check_code));
    return exported;
}

Result<Letter> letter_to(storage::VisitsStore& store, std::vector<std::string> recipients,
                         const ExportOptions& options) {
    const auto key = store.signing_key();
    if (!key) return std::unexpected(key.error());
    const auto chains = store.chains();
    if (!chains) return std::unexpected(chains.error());
    const auto head = storage::AuditLog(store.database()).head();
    if (!head) return std::unexpected(head.error());
    Letter letter;
    letter.sender = *key;
    letter.progress = options.progress;
    letter.frame.header.recipients = std::move(recipients);
    letter.frame.header.created_at = storage::wall_time();
    letter.frame.header.program = options.program;
    letter.frame.seen = *chains;
    letter.frame.audit_head = *head;
    return letter;
}

/// The county's key and that of its escrow.
Result<std::vector<std::string>> county_keys(storage::VisitsStore& store) {
    storage::Parties parties(store.database());
    std::vector<std::string> keys;
    for (const auto kind : {storage::PartyKind::County, storage::PartyKind::Escrow}) {
        const auto found = parties.standing(kind);
        if (!found) return std::unexpected(found.error());
        for (const storage::Party& one : *found) keys.push_back(one.signer);
    }
    const auto counties = parties.standing(storage::PartyKind::County);
    if (!counties) return std::unexpected(counties.error());
    if (counties->empty()) {
        return fail(ErrorKind::Missing,
                    "no county's keys are installed on this computer, so nobody could open the "
                    "parcel: ask the county for its key pack (.ljd) and install it");
    }
    return keys;
}

/// Of the visits that a device wrote to, the photos that are not here.
Result<std::vector<std::string>> photos_missing_from(storage::VisitsStore& store,
                                                     const std::string& device_id) {
    const auto ids = store.visits_of(device_id);
    if (!ids) return std::unexpected(ids.error());
    std::set<std::string> missing;
    for (const std::string& id : *ids) {
        const auto versions = store.versions(id);
        if (!versions && versions.error().kind == ErrorKind::NotFound) continue;
        if (!versions) return std::unexpected(versions.error());
        for (const visit::Visit& version : *versions) {
            for (const visit::Photo& photo : version.procedure.photos) {
                if (!storage::has_photo(store.folder(), photo.sha256)) missing.insert(photo.sha256);
            }
        }
    }
    return std::vector<std::string>(missing.begin(), missing.end());
}

}  // namespace

Result<Exported> export_parcel(storage::VisitsStore& store, const fs::path& folder,
                               const ExportOptions& options) {
    auto revisions = store.unconfirmed(options.include_samples);
    if (!revisions) return std::unexpected(revisions.error());
    auto photos = photos_to_send(store, *revisions);
    if (!photos) return std::unexpected(photos.error());
    if (revisions->empty() && photos->empty()) {
        return fail(ErrorKind::NotFound, "there is no visit to hand over; practice visits stay");
    }
    auto keys = county_keys(store);
    if (!keys) return std::unexpected(keys.error());
    auto letter = letter_to(store, std::move(*keys), options);
    if (!letter) return std::unexpected(letter.error());
    letter->folder = folder;
    return write_parts(
        store, std::move(*letter),
        parts_of(std::move(*revisions), std::move(*photos), options.most_part_bytes));
}

Result<Exported> export_receipt(storage::VisitsStore& store, const storage::Party& device,
                                const fs::path& folder, const ExportOptions& options) {
    const auto known = storage::Parties(store.database()).find(device.signer);
    if (!known) return std::unexpected(known.error());
    if (!*known || (*known)->kind != storage::PartyKind::Device || !(*known)->stands()) {
        return fail(ErrorKind::BadInput, device.name_zh + " is no laptop that hands over here");
    }
    const std::string device_id = storage::device_id_of(device.signer);
    auto news = store.news_for(device_id);
    if (!news) return std::unexpected(news.error());
    auto letter = letter_to(store, {device.signer}, options);
    if (!letter) return std::unexpected(letter.error());
    letter->folder = folder;
    letter->frame.header.kind = ParcelKind::Receipt;
    // What the laptop said its audit log ended with: it can tell when rows were cut off since.
    const auto head = store.setting("audit_head." + device_id);
    if (!head) return std::unexpected(head.error());
    letter->frame.audit_head = *head;
    const auto sent = store.peer_chains(device_id);
    if (!sent) return std::unexpected(sent.error());
    storage::Chains& received = letter->frame.received;
    // Also what goes along with this: the laptop need not bring it back.
    for (const auto& [chain, seq] : letter->frame.seen) {
        const bool along =
            std::ranges::find(*news, chain, &visit::Revision::device_id) != news->end();
        if (along || chain == device_id || sent->contains(chain)) received[chain] = seq;
    }
    auto missing = photos_missing_from(store, device_id);
    if (!missing) return std::unexpected(missing.error());
    letter->frame.wanted_photos = std::move(*missing);
    return write_parts(store, std::move(*letter),
                       parts_of(std::move(*news), {}, options.most_part_bytes));
}

}  // namespace longju::sync
