// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include <fmt/format.h>

#include "access/signature.h"
#include "kiosk/people_reduce.h"
#include "kiosk/services.h"
#include "storage/parties.h"
#include "storage/platform.h"
#include "storage/visits_merge.h"
#include "sync/data_pack.h"
#include "sync/drives.h"
#include "sync/handover.h"
#include "sync/key_pack.h"
#include "sync/pack_file.h"

/// 交接 on a real store: parcels out and in, keys, receipts.
namespace longju::kiosk {
namespace {

namespace fs = std::filesystem;
using storage::Party;
using storage::PartyKind;

constexpr std::string_view program = "longju-kiosk";
constexpr std::size_t most_found = 8;

Phrase line(const char* key, const std::string& value) { return {key, value, value}; }
Phrase line(const char* key, std::int64_t count) { return line(key, std::to_string(count)); }

Result<void> fill_parties(storage::VisitsStore& store, Desk& desk) {
    const auto all = storage::Parties(store.database()).all();
    if (!all) return std::unexpected(all.error());
    for (const Party& party : *all) {
        if (!party.stands()) continue;
        if (party.kind == PartyKind::County) {
            desk.county = party.name_zh;
            desk.is_county = desk.is_county || party.signer == store.signer();
        }
        if (party.kind == PartyKind::Device) {
            desk.laptops.push_back({party.signer, party.name_zh, party.township});
        }
    }
    return {};
}

/// Why nothing came of the work, in the words of the screens and with what to do.
Phrase refusal_of(const Error& error, DeskWork::Kind kind) {
    const std::string sentence = error.sentence();
    switch (error.kind) {
        case ErrorKind::Damaged:
            return line(
                kind == DeskWork::Kind::Write ? "desk.refused.bad_stick" : "desk.refused.damaged",
                sentence);
        case ErrorKind::NoSpace:
            return line("desk.refused.no_space", sentence);
        case ErrorKind::ReadOnly:
            return line("desk.refused.read_only", sentence);
        case ErrorKind::Busy:
            return line("desk.refused.in_use", sentence);
        case ErrorKind::BadInput:
        case ErrorKind::NotFound:
        case ErrorKind::TooNew:
        case ErrorKind::Missing:
        case ErrorKind::Io:
            break;
    }
    return line("desk.refused.other", sentence);
}

Result<void> write_parcel(storage::VisitsStore& store, const std::string& path, Desk& desk,
                          Progress& progress) {
    const fs::path folder = storage::path_from_utf8(path);
    if (auto made = storage::make_folder(folder); !made) return made;
    const auto done = sync::export_parcel(store, folder,
                                          {.program = std::string(program), .progress = &progress});
    if (!done) return std::unexpected(done.error());
    for (const fs::path& file : done->files) {
        desk.report.push_back(line("desk.report.file", storage::utf8_path(file)));
    }
    desk.report.push_back(line("desk.report.revisions", done->revisions));
    if (done->photos > 0) desk.report.push_back(line("desk.report.photos", done->photos));
    if (done->missing_photos > 0) {
        desk.report.push_back(line("desk.report.missing_photos", done->missing_photos));
    }
    desk.report.push_back(line("desk.report.check", done->check_code));
    return {};
}

Result<void> write_receipts(storage::VisitsStore& store, const std::string& path, Desk& desk) {
    const auto laptops = storage::Parties(store.database()).standing(PartyKind::Device);
    if (!laptops) return std::unexpected(laptops.error());
    const fs::path folder = storage::path_from_utf8(path);
    if (auto made = storage::make_folder(folder); !made) return made;
    for (const Party& laptop : *laptops) {
        const auto done =
            sync::export_receipt(store, laptop, folder, {.program = std::string(program)});
        if (!done) return std::unexpected(done.error());
        desk.report.push_back(line("desk.report.receipt", laptop.name_zh));
    }
    return {};
}

void tell(const sync::Imported& done, int to_decide, Desk& desk) {
    const storage::MergeReport& merged = done.merged;
    desk.report.push_back(line("desk.report.from", done.sender_zh));
    if (!done.received.empty()) desk.report.push_back(line("desk.report.received", ""));
    desk.report.push_back(line("desk.report.fresh", merged.fresh));
    if (merged.known > 0) desk.report.push_back(line("desk.report.known", merged.known));
    if (merged.waiting > 0) desk.report.push_back(line("desk.report.waiting", merged.waiting));
    if (to_decide > 0) desk.report.push_back(line("desk.report.conflicts", to_decide));
    if (merged.forks > 0) desk.report.push_back(line("desk.report.forks", merged.forks));
    if (done.photos > 0) desk.report.push_back(line("desk.report.photos", done.photos));
    if (done.audit_cut) desk.report.push_back(line("desk.report.audit_cut", ""));
    for (const storage::MergeGroup& group : merged.groups) {
        desk.report.push_back(
            line("desk.report.group", fmt::format("{} {} · {}: {}", group.township, group.village,
                                                  group.actor, group.fresh)));
    }
}

/// A key pack: installed when its signer is believed here or its digits were compared.
Result<void> take_keys(storage::VisitsStore& store, const DeskWork& work, Desk& desk) {
    const auto bytes =
        storage::read_whole_file(storage::path_from_utf8(work.path), sync::most_pack_bytes);
    if (!bytes) return std::unexpected(bytes.error());
    if (sync::pack_kind_from(sync::kind_of_pack(*bytes))) {
        desk.refused.push_back(line("desk.refused.data_pack", ""));
        return {};
    }
    const auto pack = sync::parse_key_pack(*bytes, work.path);
    if (!pack) return std::unexpected(pack.error());
    const auto known = storage::Parties(store.database()).find(pack->signer);
    if (!known) return std::unexpected(known.error());
    if (!*known && work.kind != DeskWork::Kind::Believe) {
        desk.stranger = {work.path, pack->pack.name_zh, access::fingerprint(pack->signer), true};
        return {};
    }
    const auto done = sync::install_key_pack(store, *pack, work.fingerprint, work.path);
    if (!done) return std::unexpected(done.error());
    desk.report.push_back(line("desk.report.keys", done->name_zh));
    return {};
}

/// Who is not known at the county yet.
Result<std::optional<Stranger>> stranger_of(storage::VisitsStore& store, const fs::path& file) {
    const std::string name = storage::utf8_path(file);
    const auto bytes = storage::read_whole_file(file, sync::most_parcel_bytes);
    if (!bytes) return std::unexpected(bytes.error());
    const auto header = sync::check_parcel(*bytes, name);
    if (!header) return std::unexpected(header.error());
    const auto known = storage::Parties(store.database()).find(header->sender);
    if (!known) return std::unexpected(known.error());
    if (*known) return std::nullopt;
    return Stranger{name, {}, access::fingerprint(header->sender), false};
}

/// What the work is done with.
struct Hands {
    storage::VisitsStore& store;
    storage::SavedBy by;
    Progress& progress;
};

Result<void> take_parcel(const Hands& hands, const DeskWork& work, Desk& desk) {
    storage::VisitsStore& store = hands.store;
    const fs::path file = storage::path_from_utf8(work.path);
    if (work.kind == DeskWork::Kind::Believe) {
        const auto known = sync::enrol(store, file, {work.name, work.township, work.fingerprint});
        if (!known) return std::unexpected(known.error());
    } else if (desk.is_county) {
        auto stranger = stranger_of(store, file);
        if (!stranger) return std::unexpected(stranger.error());
        desk.stranger = std::move(*stranger);
        if (desk.stranger) return {};
    }
    if (const auto copied = store.back_up(storage::CopyReason::Import); !copied) {
        return std::unexpected(copied.error());
    }
    const auto done = sync::import_parcel(store, file, store.folder() / "quarantine",
                                          {.progress = &hands.progress});
    if (!done) return std::unexpected(done.error());
    desk.took_in = true;
    // Versions that need nobody become one at once.
    const auto settled = storage::settle_all(store, hands.by);
    if (!settled) return std::unexpected(settled.error());
    tell(*done, settled->need_person, desk);
    return {};
}

Result<void> take_out(const std::string& path, Desk& desk) {
    const auto drives = sync::drives();
    if (!drives) return std::unexpected(drives.error());
    const auto drive =
        std::ranges::find(*drives, storage::path_from_utf8(path), &sync::Drive::folder);
    // Whoever pulled it out already needs no more than to be told so.
    const bool there = drive != drives->end();
    if (there) {
        if (auto done = sync::eject(*drive); !done) return done;
    }
    desk.report.push_back(line("desk.report.ejected", there ? drive->label : path));
    return {};
}

Result<void> do_work(const Hands& hands, const DeskWork& work, Desk& desk) {
    switch (work.kind) {
        case DeskWork::Kind::Look:
            return {};
        case DeskWork::Kind::Write:
            return write_parcel(hands.store, work.path, desk, hands.progress);
        case DeskWork::Kind::Receipts:
            return write_receipts(hands.store, work.path, desk);
        case DeskWork::Kind::Eject:
            return take_out(work.path, desk);
        case DeskWork::Kind::Take:
        case DeskWork::Kind::Believe:
            break;
    }
    return work.path.ends_with(".ljd") ? take_keys(hands.store, work, desk)
                                       : take_parcel(hands, work, desk);
}

}  // namespace

Result<Desk> DiskServices::desk(const DeskWork& work, Progress& progress) {
    Desk desk;
    desk.fingerprint = access::fingerprint(store_->signer());
    if (auto known = fill_parties(*store_, desk); !known) return std::unexpected(known.error());
    const Hands hands{*store_, {actor(), {}}, progress};
    const auto done = do_work(hands, work, desk);
    if (!done && progress.stopped()) return std::unexpected(done.error());
    // What was not done stays in the dialog in words, beside what is there now.
    if (!done) desk.refused.push_back(refusal_of(done.error(), work.kind));
    if (const auto action = right_for(work.kind);
        action && done && !desk.stranger && desk.refused.empty()) {
        const fs::path file = storage::path_from_utf8(work.path);
        const auto noted = note(*action, storage::utf8_path(file.filename()));
        if (!noted) return std::unexpected(noted.error());
        index_.reset();  // What came in is searched, too.
    }
    // The work may have made a county known.
    desk.laptops.clear();
    if (auto known = fill_parties(*store_, desk); !known) return std::unexpected(known.error());
    const auto handed = store_->handed_over();
    if (!handed) return std::unexpected(handed.error());
    for (const auto& [visit, how] : *handed) {
        if (how == storage::HandedOver::Received) continue;
        ++desk.unconfirmed;
        if (how == storage::HandedOver::Written) ++desk.written;
    }
    desk.sticks = sticks();
    desk.sticks.push_back({.path = storage::utf8_path(out()), .label = {}});
    constexpr std::size_t short_id = 8;
    const std::string own = "longju-" + store_->device_id().substr(0, short_id);
    desk.found = files_at_hand([&own](const fs::path& file) {
        const std::string name = storage::utf8_path(file.filename());
        return !name.starts_with(own) && (name.ends_with(".ljp") || name.ends_with(".ljd"));
    });
    return desk;
}

std::vector<std::string> DiskServices::files_at_hand(
    const std::function<bool(const fs::path&)>& wanted) const {
    std::vector<std::pair<fs::file_time_type, std::string>> files;
    std::vector<fs::path> folders{out()};
    for (const DeskStick& stick : sticks()) folders.push_back(storage::path_from_utf8(stick.path));
    for (const fs::path& folder : folders) {
        std::error_code error;
        fs::directory_iterator entry(folder, error);
        // A bad stick may fail at any step.
        for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
            if (!wanted(entry->path())) continue;
            std::error_code no_time;
            files.emplace_back(entry->last_write_time(no_time), storage::utf8_path(entry->path()));
        }
    }
    std::ranges::sort(files, std::greater{});
    if (files.size() > most_found) files.resize(most_found);
    std::vector<std::string> found;
    for (auto& [time, file] : files) found.push_back(std::move(file));
    return found;
}

std::vector<DeskStick> DiskServices::sticks() const {
    std::vector<DeskStick> found;
    const auto drives = sync::drives();
    if (!drives) return found;  // The system does not tell: the folder of this computer is left.
    for (const sync::Drive& drive : *drives) {
        found.push_back({.path = storage::utf8_path(drive.folder),
                         .label = drive.label,
                         .free_bytes = drive.free_bytes,
                         .writable = drive.writable});
    }
    return found;
}

}  // namespace longju::kiosk
