// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <cstdlib>

// stb_image 2.27 reads tables that a damaged file never filled in: in fresh memory they are empty,
// and the same file is always refused the same way.
#define STBI_MALLOC(size) std::calloc(1, size)
#define STBI_REALLOC(memory, size) std::realloc(memory, size)
#define STBI_FREE(memory) std::free(memory)
#define STB_IMAGE_IMPLEMENTATION
#define STBI_ONLY_JPEG
#define STBI_ONLY_PNG
#define STBI_NO_STDIO
#define STB_IMAGE_STATIC
#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STBI_WRITE_NO_STDIO
#define STB_IMAGE_WRITE_STATIC
// The casts of its allocations end in our macros and are counted as ours.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wold-style-cast"
#include <stb/stb_image.h>
#include <stb/stb_image_write.h>
#pragma GCC diagnostic pop

#include <cstddef>
#include <memory>

#include <fmt/format.h>

#include "photo/camera_file.h"
#include "photo/codec.h"

namespace longju::photo {

namespace {

constexpr int jpeg_quality = 82;  // About 400 KB for a photo of the longest side.

using StbPixels = std::unique_ptr<stbi_uc, void (*)(void*)>;

/// Four channels laid on white as three.
std::vector<std::uint8_t> on_white(const stbi_uc* rgba, std::size_t count) {
    std::vector<std::uint8_t> rgb;
    rgb.reserve(count * 3);
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint32_t alpha = rgba[4 * i + 3];
        for (std::size_t c = 0; c < 3; ++c) {
            const std::uint32_t laid = rgba[4 * i + c] * alpha + 255U * (255U - alpha);
            rgb.push_back(static_cast<std::uint8_t>((laid + 127U) / 255U));
        }
    }
    return rgb;
}

void append(void* context, void* bytes, int count) {
    static_cast<std::string*>(context)->append(static_cast<const char*>(bytes),
                                               static_cast<std::size_t>(count));
}

/// As the file has them, not turned.
Result<Pixels> stored_pixels(std::string_view bytes, Format format) {
    const int channels = format == Format::Png ? 4 : 3;
    int width = 0, height = 0, stored = 0;
    const StbPixels read(
        stbi_load_from_memory(reinterpret_cast<const stbi_uc*>(bytes.data()),
                              static_cast<int>(bytes.size()), &width, &height, &stored, channels),
        stbi_image_free);
    if (!read) {
        return fail(ErrorKind::Damaged,
                    fmt::format("is damaged and cannot be read ({})", stbi_failure_reason()));
    }
    const std::size_t count = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    Pixels pixels{width, height, {}};
    if (channels == 4) {
        pixels.rgb = on_white(read.get(), count);
    } else {
        pixels.rgb.assign(read.get(), read.get() + count * 3);
    }
    return pixels;
}

}  // namespace

Result<Pixels> decoded(std::string_view bytes, Size most) {
    const auto file = examine(bytes);
    if (!file) return std::unexpected(file.error());
    const std::int64_t count = std::int64_t{file->size.width} * file->size.height;
    if (count <= 0) return fail(ErrorKind::Damaged, "is damaged: it has no size");
    if (count > most_pixels) {
        return fail(ErrorKind::BadInput,
                    fmt::format("has {} × {} pixels, more than can be read; take it with fewer",
                                file->size.width, file->size.height));
    }
    auto whole = stored_pixels(bytes, file->format);
    if (!whole) return whole;
    const bool lies = file->orientation >= 5;
    const Size room = lies ? Size{most.height, most.width} : most;
    // Turned when it is small: a column of a large picture is slow to walk down.
    return upright(shrunk(*whole, fitted({whole->width, whole->height}, room)), file->orientation);
}

std::string jpeg_of(const Pixels& pixels) {
    std::string bytes;
    stbi_write_jpg_to_func(append, &bytes, pixels.width, pixels.height, 3, pixels.rgb.data(),
                           jpeg_quality);
    return bytes;
}

}  // namespace longju::photo
