// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "storage/mounts.h"
#include "storage/platform.h"

/// Where visits may be kept (field.md 3.3).
namespace longju::storage {

namespace {

namespace fs = std::filesystem;

/// How the folders of sync programs begin, in lower case.
constexpr std::array<std::string_view, 20> sync_folders{
    "onedrive",      "微云",         "weiyun",    "腾讯微云",    "坚果云",
    "我的坚果云",    "nutstore",     "dropbox",   "百度网盘",    "百度云同步盘",
    "baidusyncdisk", "baidunetdisk", "阿里云盘",  "aliyundrive", "天翼云盘",
    "google drive",  "icloud",       "nextcloud", "owncloud",    "seafile"};

std::string lowered(std::string text) {
    std::ranges::transform(text, text.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return text;
}

/// The part of the path that names a sync program's folder; empty when none does.
std::string sync_folder_in(const fs::path& folder) {
    for (const fs::path& part : folder) {
        const std::string name = lowered(utf8_path(part));
        for (const std::string_view known : sync_folders) {
            if (!name.starts_with(known)) continue;
            // `OneDrive`, `OneDrive - 县住建局`; not `onedriveless`.
            const std::string_view rest = std::string_view(name).substr(known.size());
            const bool word_goes_on = !rest.empty() && rest[0] >= 'a' && rest[0] <= 'z';
            if (!word_goes_on) return utf8_path(part);
        }
    }
    return {};
}

std::unexpected<Error> unfit(const fs::path& folder, std::string why) {
    return std::unexpected(
        Error{.kind = ErrorKind::ReadOnly,
              .what = std::move(why) + ": keep the visits in a folder on this computer's own disk "
                                       "(LONGJU_DATA_DIR names one); nothing was changed",
              .file = utf8_path(folder)});
}

}  // namespace

Result<void> fit_for_visits(const fs::path& folder, const PlaceFacts& facts) {
    if (const std::string sync = sync_folder_in(folder); !sync.empty()) {
        return unfit(folder, fmt::format("\"{}\" is the folder of a sync program, which would copy "
                                         "the database while it changes",
                                         sync));
    }
    if (facts.removable) return unfit(folder, "this drive can be pulled out");
    if (facts.network) return unfit(folder, "this is a drive on the network");
    if (facts.fat) {
        return unfit(folder, fmt::format("this drive has the file system {}, which keeps nothing "
                                         "safe when the power fails",
                                         facts.mount.file_system));
    }
    if (facts.mount.read_only) return unfit(folder, "this drive can only be read");
    return {};
}

Result<void> check_data_folder(const fs::path& folder, const SystemRoots& roots) {
    const auto facts = place_of(folder, roots);
    std::error_code error;
    const fs::path place = fs::weakly_canonical(fs::absolute(folder, error), error);
    return fit_for_visits(error ? folder : place, facts.value_or(PlaceFacts{}));
}

}  // namespace longju::storage
