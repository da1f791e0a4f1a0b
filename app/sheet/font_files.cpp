// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "sheet/font_files.h"

#include <array>
#include <cstdlib>
#include <string_view>
#include <vector>

namespace longju::sheet {

namespace {

namespace fs = std::filesystem;

/// Folders that may hold fonts: one named by the user, beside the program, the system's.
std::vector<fs::path> folders() {
    std::vector<fs::path> found;
    // With LONGJU_FONT_DIR set nothing else is looked at, so that a kiosk can pin its fonts.
    if (const char* named = std::getenv("LONGJU_FONT_DIR")) return {fs::path(named)};
    std::error_code ignored;
#ifdef _WIN32
    if (const char* windows = std::getenv("WINDIR")) found.push_back(fs::path(windows) / "Fonts");
#else
    const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
    if (!program.empty()) {
        found.push_back(program.parent_path() / "fonts");
        found.push_back(program.parent_path().parent_path() / "share" / "fonts");
    }
    for (const char* folder :
         {"/usr/share/fonts/opentype/noto", "/usr/share/fonts/truetype/hanazono",
          "/usr/share/fonts/truetype/hana", "/usr/share/fonts/noto-cjk",
          "/usr/local/share/fonts"}) {
        found.emplace_back(folder);
    }
#endif
    return found;
}

fs::path first_of(std::initializer_list<std::string_view> names) {
    std::error_code ignored;
    for (const fs::path& folder : folders()) {
        for (const std::string_view name : names) {
            const fs::path file = folder / name;
            if (fs::is_regular_file(file, ignored)) return file;
        }
    }
    return {};
}

}  // namespace

FontFiles find_font_files() {
    return {first_of({"NotoSansCJK-Regular.ttc", "NotoSansSC-Regular.otf"}),
            first_of({"NotoSansCJK-Bold.ttc", "NotoSansSC-Bold.otf"}),
            first_of({"HanaMinB.ttf", "HanaMinB.otf"})};
}

}  // namespace longju::sheet
