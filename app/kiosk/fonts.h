// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <filesystem>
#include <string_view>

#include "core/result.h"

struct ImFont;
struct ImFontAtlas;

namespace longju::kiosk {

/// Noto Sans CJK SC in two weights, HanaMinB merged after each for the characters of CJK extensions
/// B to F that names need (𠅤, 𬱖).
struct Fonts {
    ImFont* regular = nullptr;
    ImFont* bold = nullptr;
    bool rare_names = false;  ///< False when HanaMinB is not installed.
};

/// Loads the fonts into `atlas`. Searches `folder` alone when given, else where Debian's packages
/// fonts-noto-cjk and fonts-hanazono put them. `Missing` names the package to install.
Result<Fonts> load_fonts(ImFontAtlas& atlas, const std::filesystem::path& folder);

/// True when every character of `text` has a drawing in `font`.
bool has_glyphs(ImFont& font, std::string_view text);

}  // namespace longju::kiosk
