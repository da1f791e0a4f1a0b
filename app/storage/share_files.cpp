// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/share_files.h"

#include <cstdlib>

#include "storage/platform.h"

namespace longju::storage {

namespace fs = std::filesystem;

Result<fs::path> find_reference(const std::string& named) {
    if (!named.empty()) return path_from_utf8(named);
    if (const char* set = std::getenv("LONGJU_REFERENCE"); set != nullptr && *set != '\0') {
        return fs::path(set);
    }
    const fs::path share = program_folder().parent_path() / "share";
    std::error_code error;
    for (const fs::path& folder : {share, share / "longju"}) {
        if (fs::exists(folder / "reference.db", error)) return folder / "reference.db";
    }
    return fail(ErrorKind::Missing,
                "reference.db is not installed: make it with `longju catalog build catalog -o "
                "FILE` and name it with --reference or LONGJU_REFERENCE");
}

Result<fs::path> find_sample(const fs::path& reference) {
    const fs::path file = reference.parent_path() / "samples" / "wang_guilan.toml";
    std::error_code error;
    if (fs::exists(file, error)) return file;
    return std::unexpected(Error{.kind = ErrorKind::NotFound,
                                 .what = "the practice visit is not installed",
                                 .file = utf8_path(file)});
}

}  // namespace longju::storage
