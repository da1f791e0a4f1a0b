// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/reserve_file.h"

#include "storage/platform.h"

namespace longju::storage {

namespace fs = std::filesystem;

bool ReserveFile::there() const {
    std::error_code error;
    return fs::file_size(file_, error) == bytes_ && !error;
}

Result<bool> ReserveFile::make() const {
    if (there()) return true;
    constexpr std::uint64_t times = 8;
    std::error_code error;
    const fs::space_info space = fs::space(file_.parent_path(), error);
    if (error || space.available < times * bytes_) return false;
    fs::remove(file_, error);
    if (auto made = reserve_space(file_, bytes_); !made) return std::unexpected(made.error());
    return true;
}

bool ReserveFile::give_back() const {
    const bool was_there = there();
    std::error_code error;
    fs::remove(file_, error);
    return was_there && !error;
}

}  // namespace longju::storage
