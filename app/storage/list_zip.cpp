// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/list_zip.h"

#include <zip.h>

#include <array>
#include <cstdint>

#include <fmt/format.h>

namespace longju::storage {

namespace {

constexpr std::int64_t most_parts = 1000;
constexpr std::uint64_t most_part_bytes = 512ULL << 20U;
constexpr std::uint64_t most_ratio = 200;
constexpr std::uint64_t small = 1ULL << 20U;  // Whose ratio does not matter.

struct CloseEntry {
    void operator()(zip_file_t* entry) const { (void)zip_fclose(entry); }
};

}  // namespace

struct ZipParts::Archive {
    zip_t* zip = nullptr;
};

void ZipParts::Close::operator()(Archive* archive) const {
    zip_discard(archive->zip);
    delete archive;
}

Result<ZipParts> ZipParts::open(std::string_view bytes, const std::string& file) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip_t* zip = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
    zip_error_fini(&error);
    if (zip == nullptr) {
        if (source != nullptr) zip_source_free(source);
        return fail_at(file, 0, "", "is no whole .xlsx workbook: copy it again");
    }
    std::unique_ptr<Archive, Close> archive(new Archive{zip});
    if (zip_get_num_entries(zip, 0) > most_parts) {
        return fail_at(file, 0, "", "holds too many parts for a list");
    }
    return ZipParts(std::move(archive), file);
}

bool ZipParts::has(const std::string& part) const {
    return zip_name_locate(archive_->zip, part.c_str(), 0) >= 0;
}

Result<void> ZipParts::read(const std::string& part,
                            const std::function<bool(std::string_view)>& take) const {
    const auto damaged = [&](const char* what) {
        return std::unexpected(
            Error{ErrorKind::Damaged, fmt::format("{} {}", part, what), file_, 0, ""});
    };
    const zip_int64_t index = zip_name_locate(archive_->zip, part.c_str(), 0);
    if (index < 0) {
        return std::unexpected(
            Error{ErrorKind::NotFound, "the workbook has no part " + part, file_, 0, ""});
    }
    zip_stat_t told;
    zip_stat_init(&told);
    if (zip_stat_index(archive_->zip, static_cast<zip_uint64_t>(index), 0, &told) != 0) {
        return damaged("cannot be read");
    }
    const std::unique_ptr<zip_file_t, CloseEntry> entry(
        zip_fopen_index(archive_->zip, static_cast<zip_uint64_t>(index), 0));
    if (!entry) return damaged("cannot be read, or is under a password");
    std::array<char, 65536> piece{};
    std::uint64_t passed = 0;
    while (true) {
        const zip_int64_t count = zip_fread(entry.get(), piece.data(), piece.size());
        if (count < 0) return damaged("is damaged");
        if (count == 0) return {};
        // What the directory tells of sizes may be a lie; what comes out is not.
        passed += static_cast<std::uint64_t>(count);
        const bool inflated = passed > small && passed / most_ratio > told.comp_size;
        if (passed > most_part_bytes || inflated) return damaged("holds too much for a list");
        if (!take({piece.data(), static_cast<std::size_t>(count)})) return {};
    }
}

}  // namespace longju::storage
