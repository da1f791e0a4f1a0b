// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <filesystem>
#include <optional>

namespace longju::sheet {

/// Where the three font files are on this machine; a file that is not found is empty.
struct FontFiles {
    std::filesystem::path regular, bold, rare;
};
FontFiles find_font_files();

}  // namespace longju::sheet
