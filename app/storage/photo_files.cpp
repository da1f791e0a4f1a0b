// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/photo_files.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "core/hash.h"
#include "photo/codec.h"
#include "photo/intake.h"
#include "storage/platform.h"

namespace longju::storage {

namespace {

constexpr std::array<std::string_view, 2> endings = {".jpg", ".png"};

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

Error in_file(Error error, std::string file) {
    error.file = std::move(file);
    return error;
}

}  // namespace

Result<visit::Photo> keep_photo(const std::filesystem::path& folder,
                                const std::filesystem::path& file) {
    const auto taken = read_whole_file(file, most_photo_bytes);
    if (!taken) return std::unexpected(taken.error());
    const auto bytes = photo::kept_form(*taken);
    if (!bytes) return std::unexpected(in_file(bytes.error(), utf8_path(file)));
    visit::Photo photo{.paper = {},
                       .sha256 = sha256_hex(*bytes),
                       .name = utf8_path(file.filename()),
                       .bytes = static_cast<int>(bytes->size())};
    if (const auto kept = keep_photo_bytes(folder, photo.sha256, *bytes); !kept) {
        return std::unexpected(kept.error());
    }
    return photo;
}

Result<void> keep_photo_bytes(const std::filesystem::path& folder, const std::string& sha256,
                              std::string_view bytes) {
    const std::string_view ending = ending_of(bytes);
    if (ending.empty() || sha256_hex(bytes) != sha256) {
        return fail(ErrorKind::BadInput, "what came as a photo is none");
    }
    const std::filesystem::path place = place_of(folder, sha256, ending);
    if (!std::filesystem::exists(place)) {
        if (const auto made = make_folder(place.parent_path()); !made) return made;
        if (const auto kept = replace_file(place, bytes); !kept) return kept;
    }
    return same_bytes(place, sha256);
}

bool has_photo(const std::filesystem::path& folder, const std::string& sha256) {
    return std::ranges::any_of(endings, [&](std::string_view ending) {
        return std::filesystem::exists(place_of(folder, sha256, ending));
    });
}

Result<std::string> photo_bytes(const std::filesystem::path& folder, const std::string& sha256) {
    const auto place = find_photo(folder, {.paper = {}, .sha256 = sha256, .name = sha256});
    if (!place) return std::unexpected(place.error());
    return read_whole_file(*place, most_photo_bytes);
}

Result<photo::Pixels> photo_pixels(const std::filesystem::path& folder, const std::string& sha256,
                                   photo::Size most) {
    const auto bytes = photo_bytes(folder, sha256);
    if (!bytes) return std::unexpected(bytes.error());
    return photo::decoded(*bytes, most);
}

Result<std::filesystem::path> find_photo(const std::filesystem::path& folder,
                                         const visit::Photo& photo) {
    for (const std::string_view ending : endings) {
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
