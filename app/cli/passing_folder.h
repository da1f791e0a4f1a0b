// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <filesystem>

#include "core/hash.h"

namespace longju::cli {

/// A name for a folder in `in`, else among the system's temporary ones; what is there at the end is
/// removed. What people said has no business in a folder for everybody.
class PassingFolder {
public:
    explicit PassingFolder(const std::filesystem::path& in = std::filesystem::temp_directory_path())
        : path_(in / ("longju-" + random_hex(8))) {}
    PassingFolder(const PassingFolder&) = delete;
    PassingFolder& operator=(const PassingFolder&) = delete;
    ~PassingFolder() {
        std::error_code error;
        std::filesystem::remove_all(path_, error);
    }
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace longju::cli
