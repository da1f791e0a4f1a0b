// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/fonts.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "core/text.h"

namespace longju::kiosk {
namespace {

constexpr int simplified_chinese_face = 2;  // Of Noto's collections: JP, KR, SC, TC, HK.
constexpr float any_size = 16.0F;           // Sizes are chosen per text; the atlas makes them.

std::string utf8_of(const std::filesystem::path& path) {
    const std::u8string text = path.u8string();
    return {text.begin(), text.end()};
}

std::string find_font(const std::string& name, const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> folders{folder};
    if (folder.empty()) {
        folders = {"/usr/share/fonts/opentype/noto", "/usr/share/fonts/truetype/hanazono",
                   "/usr/local/share/fonts"};
    }
    std::error_code ignored;
    for (const auto& candidate : folders) {
        const auto file = candidate / name;
        if (std::filesystem::is_regular_file(file, ignored)) return utf8_of(file);
    }
    return {};
}

}  // namespace

Result<Fonts> load_fonts(ImFontAtlas& atlas, const std::filesystem::path& folder) {
    const std::string regular = find_font("NotoSansCJK-Regular.ttc", folder);
    const std::string bold = find_font("NotoSansCJK-Bold.ttc", folder);
    if (regular.empty() || bold.empty()) {
        return fail(ErrorKind::Missing,
                    "the font Noto Sans CJK is not installed; install the package fonts-noto-cjk");
    }
    const std::string rare = find_font("HanaMinB.ttf", folder);

    Fonts fonts;
    const auto add = [&](const std::string& file) -> ImFont* {
        ImFontConfig config;
        config.FontNo = simplified_chinese_face;
        ImFont* font = atlas.AddFontFromFileTTF(file.c_str(), any_size, &config);
        if (font == nullptr || rare.empty()) return font;
        ImFontConfig merged;
        merged.MergeMode = true;
        fonts.rare_names = atlas.AddFontFromFileTTF(rare.c_str(), any_size, &merged) != nullptr;
        return font;
    };
    fonts.regular = add(regular);
    fonts.bold = add(bold);
    if (fonts.regular == nullptr || fonts.bold == nullptr) {
        return fail(ErrorKind::Damaged,
                    "the font Noto Sans CJK cannot be read; reinstall the package fonts-noto-cjk");
    }
    return fonts;
}

bool has_glyphs(ImFont& font, std::string_view text) {
    return std::ranges::all_of(code_points(text), [&font](char32_t c) {
        return c < U' ' || font.IsGlyphInFont(static_cast<ImWchar>(c));
    });
}

}  // namespace longju::kiosk
