// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/photo_files.h"

#include <string>
#include <string_view>

#include "core/hash.h"
#include "storage/platform.h"

namespace longju::storage {

namespace {

/// By its first bytes; empty for anything else.
std::string_view ending_of(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xD8\xFF")) return ".jpg";
    if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return ".png";
    return "";
}

std::filesystem::path place_of(const std::filesystem::path& folder, const std::string& sha256,
                               std::string_view ending) {
    return folder / "photos" / (sha256 + std::string(ending));
}

Result<void> same_bytes(const std::filesystem::path& file, const std::string& sha256) {
    const auto bytes = read_whole_file(file, most_photo_bytes);
    if (!bytes) return std::unexpected(bytes.error());
    if (sha256_hex(*bytes) == sha256) return {};
    return std::unexpected(
        Error{ErrorKind::Damaged, "is not the photo that was kept", utf8_path(file), 0, ""});
}

}  // namespace

Result<visit::Photo> keep_photo(const std::filesystem::path& folder,
                                const std::filesystem::path& file) {
    const auto bytes = read_whole_file(file, most_photo_bytes);
    if (!bytes) return std::unexpected(bytes.error());
    const std::string_view ending = ending_of(*bytes);
    if (ending.empty()) {
        return fail_at(utf8_path(file), 0, "", "is no photo: JPEG and PNG can be kept");
    }
    visit::Photo photo{.paper = {},
                       .sha256 = sha256_hex(*bytes),
                       .name = utf8_path(file.filename()),
                       .bytes = static_cast<int>(bytes->size())};
    const std::filesystem::path place = place_of(folder, photo.sha256, ending);
    if (!std::filesystem::exists(place)) {
        if (const auto made = make_folder(place.parent_path()); !made) {
            return std::unexpected(made.error());
        }
        if (const auto kept = replace_file(place, *bytes); !kept) {
            return std::unexpected(kept.error());
        }
    }
    if (const auto same = same_bytes(place, photo.sha256); !same) {
        return std::unexpected(same.error());
    }
    return photo;
}

Result<std::filesystem::path> find_photo(const std::filesystem::path& folder,
                                         const visit::Photo& photo) {
    for (const std::string_view ending : {".jpg", ".png"}) {
        const std::filesystem::path place = place_of(folder, photo.sha256, ending);
        if (!std::filesystem::exists(place)) continue;
        if (const auto same = same_bytes(place, photo.sha256); !same) {
            return std::unexpected(same.error());
        }
        return place;
    }
    return fail(ErrorKind::NotFound, photo.name + " is not among the photos of this computer");
}

}  // namespace longju::storage
