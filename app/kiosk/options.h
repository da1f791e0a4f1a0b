// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/result.h"
#include "kiosk/app.h"

namespace longju::kiosk {

/// What the command line asks for.
struct Options {
    std::string screenshot;  ///< PNG to write; no window is opened then.
    std::optional<ScreenId> screen;
    std::vector<std::string> presses;  ///< Ids, in their order, before the picture is made.
    Window window;
    std::optional<Language> language;
    std::optional<Look> look;
    std::optional<Depth> depth;
    std::optional<double> size;
    std::string case_file;
    std::string reference;  ///< Empty: where the program was installed.
    std::string data;       ///< Folder of visits.db; empty: the user's.
    std::string out;        ///< Folder for exports; empty: beside visits.db.
    std::string fonts;
    int demo_frames = 0;            ///< Draw so many frames and leave.
    std::string demo_drag;          ///< Id of what is dragged meanwhile.
    std::optional<bool> by_memory;  ///< Draw in memory, or by OpenGL; nothing: as OpenGL is.
    bool full_screen = false;
    bool help = false;
    bool version = false;
};

Result<Options> options_from(std::span<const char* const> arguments);
std::string_view usage();

}  // namespace longju::kiosk
