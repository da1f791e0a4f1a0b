// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#define STB_IMAGE_IMPLEMENTATION
#define STBI_ONLY_PNG
#define STB_IMAGE_STATIC
#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STB_IMAGE_WRITE_STATIC
#include <stb/stb_image.h>
#include <stb/stb_image_write.h>

#include <cstdio>
#include <memory>
#include <string>

#include "kiosk/raster.h"

namespace longju::kiosk {
namespace {

std::string utf8_of(const std::filesystem::path& path) {
    const std::u8string text = path.u8string();
    return {text.begin(), text.end()};
}

Error cannot(const char* what, const std::filesystem::path& file) {
    return {ErrorKind::Io, what, utf8_of(file), 0, {}};
}

}  // namespace

Result<void> write_png(const std::filesystem::path& file, const Pixels& pixels) {
    const int done = stbi_write_png(utf8_of(file).c_str(), pixels.width, pixels.height, 4,
                                    pixels.rgba.data(), pixels.width * 4);
    if (done == 0) {
        return std::unexpected(
            cannot("the picture cannot be written; choose another folder", file));
    }
    return {};
}

Result<Pixels> read_png(const std::filesystem::path& file) {
    Pixels pixels;
    int channels = 0;
    const std::unique_ptr<stbi_uc, void (*)(void*)> bytes(
        stbi_load(utf8_of(file).c_str(), &pixels.width, &pixels.height, &channels, 4),
        stbi_image_free);
    if (!bytes) return std::unexpected(cannot("the picture cannot be read", file));
    const auto count =
        static_cast<std::size_t>(pixels.width) * static_cast<std::size_t>(pixels.height) * 4;
    pixels.rgba.assign(bytes.get(), bytes.get() + count);
    return pixels;
}

}  // namespace longju::kiosk
