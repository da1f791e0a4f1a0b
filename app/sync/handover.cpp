// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "sync/handover.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/hash.h"
#include "storage/platform.h"

namespace longju::sync {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t package_id_bytes = 16;
constexpr std::size_t short_id = 8;

ParcelHeader header_for(const storage::VisitsStore& store,
                        const std::vector<visit::Revision>& revisions,
                        const ExportOptions& options) {
    ParcelHeader header;
    header.package_id = random_hex(package_id_bytes);
    header.device_id = store.device_id();
    header.created_at = storage::wall_time();
    header.program = options.program;
    header.revisions = static_cast<std::int64_t>(revisions.size());
    for (const visit::Revision& revision : revisions) {
        if (revision.device_id != header.device_id) continue;
        const auto seq = static_cast<std::int64_t>(revision.device_seq);
        header.seq_from = header.seq_from == 0 ? seq : std::min(header.seq_from, seq);
        header.seq_to = std::max(header.seq_to, seq);
    }
    return header;
}

/// The first digits of a hash as eight decimal digits that can be read out over the telephone.
std::string check_code(const std::string& sha256) {
    std::uint64_t number = 0;
    for (const char c : sha256.substr(0, 12)) {
        number = number * 16 + static_cast<std::uint64_t>(c <= '9' ? c - '0' : c - 'a' + 10);
    }
    number %= 100000000;
    return fmt::format("{:04} {:04}", number / 10000, number % 10000);
}

/// Our own unfinished files of this device, from a stick that was pulled out.
void remove_leftovers(const fs::path& folder, const std::string& device_id) {
    const std::string start = "~tmp-" + device_id.substr(0, short_id);
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        const std::string name = storage::utf8_path(entry.path().filename());
        if (name.starts_with(start) && name.ends_with(".part")) fs::remove(entry.path(), error);
    }
}

/// Written, flushed, read back and the same.
Result<void> write_checked(const fs::path& file, const std::string& bytes) {
    if (auto written = storage::write_new_file(file, bytes); !written) return written;
    const auto back = storage::read_whole_file(file, most_parcel_bytes);
    if (back && sha256_hex(*back) == sha256_hex(bytes)) return {};
    std::error_code error;
    fs::remove(file, error);
    if (!back) return std::unexpected(back.error());
    return std::unexpected(Error{.kind = ErrorKind::Damaged,
                                 .what = "what was read back is not what was written: the stick "
                                         "is bad, take another",
                                 .file = storage::utf8_path(file)});
}

}  // namespace

Result<Exported> export_parcel(storage::VisitsStore& store, const fs::path& folder,
                               const ExportOptions& options) {
    std::error_code error;
    if (!fs::is_directory(folder, error)) {
        return std::unexpected(Error{.kind = ErrorKind::NotFound,
                                     .what = "there is no such folder to write the parcel to",
                                     .file = storage::utf8_path(folder)});
    }
    const auto revisions = store.unconfirmed(options.include_samples);
    if (!revisions) return std::unexpected(revisions.error());
    if (revisions->empty()) {
        return fail(ErrorKind::NotFound, "there is no visit to hand over; practice visits stay");
    }
    const ParcelHeader header = header_for(store, *revisions, options);
    const auto bytes = parcel_bytes(header, *revisions);
    if (!bytes) return std::unexpected(bytes.error());
    remove_leftovers(folder, header.device_id);
    const std::string sender = header.device_id.substr(0, short_id);
    const std::string package = header.package_id.substr(0, short_id);
    const fs::path temporary = folder / fmt::format("~tmp-{}-{}.part", sender, package);
    const fs::path file = folder / fmt::format("longju-{}-{}.ljp", sender, package);
    if (auto done = write_checked(temporary, *bytes); !done) return std::unexpected(done.error());
    if (auto done = storage::rename_to_free_name(temporary, file); !done) {
        fs::remove(temporary, error);
        return std::unexpected(done.error());
    }
    Exported exported{file, header, sha256_hex(*bytes), bytes->size(), {}};
    exported.check_code = check_code(exported.sha256);
    const auto marked = store.mark_exported({.package_id = header.package_id,
                                             .file_name = storage::utf8_path(file.filename()),
                                             .sha256 = exported.sha256,
                                             .revisions = header.revisions,
                                             .seq_from = header.seq_from,
                                             .seq_to = header.seq_to});
    if (!marked) return std::unexpected(marked.error());
    return exported;
}

Result<Imported> import_parcel(storage::VisitsStore& store, const fs::path& file,
                               const fs::path& quarantine) {
    const auto bytes = storage::read_whole_file(file, most_parcel_bytes);
    if (!bytes) return std::unexpected(bytes.error());
    if (auto made = storage::make_folder(quarantine); !made) return std::unexpected(made.error());
    const std::string hash = sha256_hex(*bytes);
    const fs::path copy = quarantine / (hash + ".ljp");
    std::error_code error;
    if (!fs::exists(copy, error)) {
        if (auto kept = write_checked(copy, *bytes); !kept) return std::unexpected(kept.error());
    }
    const auto parcel = parse_parcel(*bytes, storage::utf8_path(file));
    if (!parcel) return std::unexpected(parcel.error());
    const auto merged = store.merge(parcel->revisions, {.package_id = parcel->header.package_id,
                                                        .device_id = parcel->header.device_id,
                                                        .sha256 = hash});
    if (!merged) return std::unexpected(merged.error());
    fs::remove(copy, error);  // What it held is in the store now; refused ones stay for a look.
    return Imported{parcel->header, *merged};
}

}  // namespace longju::sync
