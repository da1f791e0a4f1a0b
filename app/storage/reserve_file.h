// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <filesystem>

#include "core/result.h"

namespace longju::storage {

/// `reserve.bin` beside visits.db: space that is taken so that it can be given back. When a save
/// finds the disk full the file is removed, and what is open can be finished and handed over.
class ReserveFile {
public:
    static constexpr std::uint64_t usual_bytes = 32ULL << 20;

    /// `bytes` are for tests on small disks.
    explicit ReserveFile(const std::filesystem::path& folder, std::uint64_t bytes = usual_bytes)
        : file_(folder / "reserve.bin"), bytes_(bytes) {}

    /// Makes the file when it is not there whole and the disk has eight times as much free: a disk
    /// that is nearly full is left its space. True when it is there now. NoSpace and ReadOnly as
    /// the system tells them.
    Result<bool> make() const;

    bool there() const;

    /// Gives the space back. True when there was some.
    bool give_back() const;

private:
    std::filesystem::path file_;
    std::uint64_t bytes_;
};

}  // namespace longju::storage
