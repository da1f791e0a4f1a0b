// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "core/result.h"

namespace longju::storage {

/// The parts of a zip archive in memory. Bounded: 1,000 parts, and of one part 512 MiB and 200
/// times its size in the archive.
class ZipParts {
public:
    /// `bytes` outlive the parts. BadInput when they are no archive.
    static Result<ZipParts> open(std::string_view bytes, const std::string& file);

    bool has(const std::string& part) const;
    /// Gives the part piece by piece to `take`, which answers whether it wants more. NotFound when
    /// there is no such part, Damaged when its checksum is wrong.
    Result<void> read(const std::string& part,
                      const std::function<bool(std::string_view)>& take) const;

private:
    struct Archive;
    struct Close {
        void operator()(Archive* archive) const;
    };

    ZipParts(std::unique_ptr<Archive, Close> archive, std::string file)
        : archive_(std::move(archive)), file_(std::move(file)) {}

    std::unique_ptr<Archive, Close> archive_;
    std::string file_;
};

}  // namespace longju::storage
