// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "sync/handover_file.h"

#include <fmt/format.h>

#include "core/hash.h"
#include "storage/platform.h"
#include "sync/parcel.h"

namespace longju::sync {

namespace {

namespace fs = std::filesystem;

Error bad_stick(const fs::path& file) {
    return {.kind = ErrorKind::Damaged,
            .what = "what was read back is not what was written: the stick is bad, take another",
            .file = storage::utf8_path(file)};
}

Result<void> same(const fs::path& file, const std::string& bytes) {
    const auto back = storage::read_whole_file(file, most_parcel_bytes);
    if (!back) return std::unexpected(back.error());
    if (sha256_hex(*back) == sha256_hex(bytes)) return {};
    return std::unexpected(bad_stick(file));
}

}  // namespace

Result<void> write_checked(const fs::path& file, const std::string& bytes) {
    if (auto written = storage::write_new_file(file, bytes); !written) return written;
    auto sound = same(file, bytes);
    if (sound) return sound;
    std::error_code error;
    fs::remove(file, error);
    return sound;
}

Result<fs::path> write_parcel_file(const fs::path& folder, const std::string& sender,
                                   const std::string& package, const std::string& bytes) {
    const fs::path temporary = folder / fmt::format("~tmp-{}-{}.part", sender, package);
    fs::path file = folder / fmt::format("longju-{}-{}.ljp", sender, package);
    if (auto done = write_checked(temporary, bytes); !done) return std::unexpected(done.error());
    if (auto done = storage::rename_to_free_name(temporary, file); !done) {
        std::error_code error;
        fs::remove(temporary, error);
        return std::unexpected(done.error());
    }
    // FAT has no journal: the new name may not lead to the bytes that were written.
    if (auto done = same(file, bytes); !done) {
        std::error_code error;
        fs::remove(file, error);
        return std::unexpected(done.error());
    }
    return file;
}

void remove_leftovers(const fs::path& folder, const std::string& sender) {
    const std::string start = "~tmp-" + sender;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        const std::string name = storage::utf8_path(entry.path().filename());
        if (name.starts_with(start) && name.ends_with(".part")) fs::remove(entry.path(), error);
    }
}

std::string check_code(const std::string& sha256) {
    std::uint64_t number = 0;
    for (const char c : sha256.substr(0, 12)) {
        number = number * 16 + static_cast<std::uint64_t>(c <= '9' ? c - '0' : c - 'a' + 10);
    }
    number %= 100000000;
    return fmt::format("{:04} {:04}", number / 10000, number % 10000);
}

}  // namespace longju::sync
