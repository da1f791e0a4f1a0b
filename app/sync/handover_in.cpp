// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include <fmt/format.h>

#include "core/hash.h"
#include "storage/audit_log.h"
#include "storage/photo_files.h"
#include "storage/platform.h"
#include "sync/handover.h"
#include "sync/handover_file.h"

/// Parcels and receipts on their way in.
namespace longju::sync {

namespace {

namespace fs = std::filesystem;
using storage::Party;
using storage::PartyKind;

/// Who sent it, when that is somebody whose word counts here.
Result<Party> sender_of(storage::VisitsStore& store, const ParcelHeader& header,
                        const std::string& file) {
    const bool receipt = header.kind == ParcelKind::Receipt;
    const auto found = storage::Parties(store.database()).find(header.sender);
    if (!found) return std::unexpected(found.error());
    const PartyKind needed = receipt ? PartyKind::County : PartyKind::Device;
    if (*found && (*found)->kind == needed && (*found)->stands()) return **found;
    const std::string print = access::fingerprint(header.sender);
    if (*found && !(*found)->stands()) {
        return fail_at(file, 0, "sender",
                       fmt::format("{} ({}) was struck off the list: ask what became of it",
                                   (*found)->name_zh, print));
    }
    if (receipt) {
        return fail_at(file, 0, "sender",
                       fmt::format("the receipt is signed with the key {}, which is of no county "
                                   "known here",
                                   print));
    }
    return fail_at(file, 0, "sender",
                   fmt::format("the laptop with the key {} is not enrolled here: compare it with "
                               "its technician, then enrol it and import again",
                               print));
}

struct Read {
    Parcel parcel;
    std::string sender_zh;
    bool salvaged = false;
};

Result<Read> read_parcel(storage::VisitsStore& store, std::string_view bytes,
                         const std::string& file, bool salvage) {
    const auto key = store.signing_key();
    if (!key) return std::unexpected(key.error());
    const auto header = check_parcel(bytes, file);
    if (!header && header.error().kind == ErrorKind::Damaged && salvage) {
        auto parcel = salvage_parcel(bytes, file, *key);
        if (!parcel) return std::unexpected(parcel.error());
        // Nobody's signature stands under it, so it confirms nothing.
        parcel->received.clear();
        parcel->wanted_photos.clear();
        return Read{std::move(*parcel), {}, true};
    }
    if (!header) return std::unexpected(header.error());
    const auto sender = sender_of(store, *header, file);
    if (!sender) return std::unexpected(sender.error());
    auto parcel = open_parcel(bytes, file, *key);
    if (!parcel) return std::unexpected(parcel.error());
    if (header->kind == ParcelKind::Visits) {
        parcel->received.clear();
        parcel->wanted_photos.clear();
    }
    return Read{std::move(*parcel), sender->name_zh, false};
}

/// Beside the visits. Stopped half way, those that were not there before are gone again.
Result<void> keep_photos(storage::VisitsStore& store, const std::vector<ParcelPhoto>& photos,
                         Progress* progress) {
    std::vector<std::string> fresh;
    for (std::size_t i = 0; i <= photos.size(); ++i) {
        const bool all = i == photos.size();
        if (auto go = all ? last_call(progress) : reach(progress, i, photos.size()); !go) {
            std::error_code error;
            for (const std::string& sha256 : fresh) {
                const auto file =
                    storage::find_photo(store.folder(), visit::Photo{.sha256 = sha256});
                if (file) fs::remove(*file, error);
            }
            return go;
        }
        if (all) break;
        const bool there = storage::has_photo(store.folder(), photos[i].sha256);
        const auto kept =
            storage::keep_photo_bytes(store.folder(), photos[i].sha256, photos[i].bytes);
        if (!kept) return std::unexpected(kept.error());
        if (!there) fresh.push_back(photos[i].sha256);
    }
    return {};
}

}  // namespace

Result<Imported> import_parcel(storage::VisitsStore& store, const fs::path& file,
                               const fs::path& quarantine, const ImportOptions& options) {
    const auto bytes = storage::read_whole_file(file, most_parcel_bytes);
    if (!bytes) return std::unexpected(bytes.error());
    if (auto made = storage::make_folder(quarantine); !made) return std::unexpected(made.error());
    const std::string hash = sha256_hex(*bytes);
    const fs::path copy = quarantine / (hash + ".ljp");
    std::error_code error;
    if (!fs::exists(copy, error)) {
        if (auto kept = write_checked(copy, *bytes); !kept) return std::unexpected(kept.error());
    }
    auto read = read_parcel(store, *bytes, storage::utf8_path(file), options.salvage);
    if (!read) return std::unexpected(read.error());
    Parcel& parcel = read->parcel;
    if (auto kept = keep_photos(store, parcel.photos, options.progress); !kept) {
        // It is still on the stick.
        if (options.progress != nullptr && options.progress->stopped()) fs::remove(copy, error);
        return std::unexpected(kept.error());
    }
    Imported imported{.header = parcel.header,
                      .sender_zh = read->sender_zh,
                      .merged = {},
                      .photos = static_cast<std::int64_t>(parcel.photos.size()),
                      .received = parcel.received,
                      .salvaged = read->salvaged};
    const std::string head = parcel.audit_head;
    auto merged = store.merge(parcel.revisions,
                              {.package_id = parcel.header.package_id,
                               .device_id = storage::device_id_of(parcel.header.sender),
                               .sha256 = hash,
                               .values = std::move(parcel.values),
                               .seen = read->salvaged ? storage::Chains{} : std::move(parcel.seen),
                               .audit_head = read->salvaged ? "" : std::move(parcel.audit_head),
                               .received = std::move(parcel.received),
                               .wanted_photos = std::move(parcel.wanted_photos)});
    if (!merged) return std::unexpected(merged.error());
    if (parcel.header.kind == ParcelKind::Receipt && !read->salvaged && !head.empty()) {
        const auto holds = storage::AuditLog(store.database()).holds(head);
        if (!holds) return std::unexpected(holds.error());
        imported.audit_cut = !*holds;
    }
    imported.merged = std::move(*merged);
    // What it held is in the store now; refused and damaged ones stay for a look.
    if (!imported.salvaged) fs::remove(copy, error);
    return imported;
}

Result<Party> enrol(storage::VisitsStore& store, const fs::path& parcel, const Newcomer& newcomer) {
    if (newcomer.name.empty()) return fail_at("", 0, "name", "must say whose laptop it is");
    const auto bytes = storage::read_whole_file(parcel, most_parcel_bytes);
    if (!bytes) return std::unexpected(bytes.error());
    const auto header = check_parcel(*bytes, storage::utf8_path(parcel));
    if (!header) return std::unexpected(header.error());
    if (!access::same_fingerprint(newcomer.fingerprint, header->sender)) {
        return fail_at(storage::utf8_path(parcel), 0, "sender",
                       fmt::format("has the key {}: enrol it with that fingerprint, once its "
                                   "technician has read out the same",
                                   access::fingerprint(header->sender)));
    }
    Party device{.signer = header->sender,
                 .kind = PartyKind::Device,
                 .name_zh = newcomer.name,
                 .township = newcomer.township,
                 .version = 0,
                 .known_since = storage::wall_time(),
                 .revoked_at = {}};
    const auto kept = storage::Parties(store.database()).put(device);
    if (!kept) return std::unexpected(kept.error());
    return device;
}

Result<Party> become_county(storage::VisitsStore& store, const std::string& name_zh) {
    if (name_zh.empty()) return fail_at("", 0, "name", "must name the office");
    Party county{.signer = store.signer(),
                 .kind = PartyKind::County,
                 .name_zh = name_zh,
                 .township = {},
                 .version = 0,
                 .known_since = storage::wall_time(),
                 .revoked_at = {}};
    const auto kept = storage::Parties(store.database()).put(county);
    if (!kept) return std::unexpected(kept.error());
    return county;
}

}  // namespace longju::sync
