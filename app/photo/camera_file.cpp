// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "photo/camera_file.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace longju::photo {

namespace {

constexpr std::string_view jpeg_start = "\xFF\xD8\xFF";
constexpr std::string_view png_start = "\x89PNG\r\n\x1A\n";

std::unexpected<Error> cut_off() {
    return fail(ErrorKind::Damaged,
                "is damaged: its end is missing; copy it from the camera once more");
}

std::uint32_t byte_at(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

/// `count` bytes as a number, the highest first or last; the caller has checked the length.
std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t count,
                        bool high_first = true) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < count; ++i) {
        value = value << 8U | byte_at(bytes, at + (high_first ? i : count - 1 - i));
    }
    return value;
}

/// Of a TIFF directory as EXIF has it; 1 when it does not say.
int orientation_in(std::string_view tiff) {
    constexpr std::size_t head = 8, entry = 12;
    constexpr std::uint32_t orientation_tag = 0x0112, type_short = 3;
    if (tiff.size() < head) return 1;
    const bool high_first = tiff.starts_with("MM");
    if (!high_first && !tiff.starts_with("II")) return 1;
    const std::size_t directory = number_at(tiff, 4, 4, high_first);
    if (directory > tiff.size() || tiff.size() - directory < 2) return 1;
    const std::size_t count = number_at(tiff, directory, 2, high_first);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t at = directory + 2 + i * entry;
        if (tiff.size() < entry || at > tiff.size() - entry) return 1;
        const bool wanted = number_at(tiff, at, 2, high_first) == orientation_tag &&
                            number_at(tiff, at + 2, 2, high_first) == type_short;
        if (!wanted) continue;
        const std::uint32_t value = number_at(tiff, at + 8, 2, high_first);
        return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
    }
    return 1;
}

constexpr std::uint32_t huffman = 0xC4;

/// One marker segment of a JPEG file (ITU-T T.81, annex B).
void note_segment(CameraFile& file, std::uint32_t marker, std::string_view body) {
    constexpr std::uint32_t app0 = 0xE0, app1 = 0xE1, app14 = 0xEE, app15 = 0xEF, comment = 0xFE;
    constexpr std::uint32_t extension = 0xC8, arithmetic = 0xCC;
    constexpr std::string_view exif("Exif\0\0", 6);
    constexpr std::size_t jfif_bytes = 14;  // Longer ones hold a small picture.
    const bool frame = marker >= 0xC0 && marker <= 0xCF && marker != huffman &&
                       marker != extension && marker != arithmetic;
    if (frame && file.size.width == 0 && body.size() >= 5) {
        file.size = {static_cast<int>(number_at(body, 3, 2)),
                     static_cast<int>(number_at(body, 1, 2))};
    }
    if (marker == app1 && body.starts_with(exif)) {
        file.orientation = orientation_in(body.substr(exif.size()));
    }
    const bool jfif =
        marker == app0 && body.size() == jfif_bytes && body.starts_with(std::string_view("JFIF"));
    const bool colours = marker == app14 && body.starts_with("Adobe");
    const bool beside = (marker >= app0 && marker <= app15) || marker == comment;
    if (beside && !jfif && !colours) file.bare = false;
}

/// Whether no Huffman table of a segment names more symbols than there are bytes. Decoders of today
/// check it themselves, stb_image 2.27 writes past its table.
bool sound_tables(std::string_view body) {
    constexpr std::size_t head = 17, most_symbols = 256;
    while (!body.empty()) {
        if (body.size() < head) return false;
        std::size_t symbols = 0;
        for (std::size_t i = 1; i < head; ++i) symbols += byte_at(body, i);
        if (symbols > most_symbols || body.size() < head + symbols) return false;
        body.remove_prefix(head + symbols);
    }
    return true;
}

/// Past the coded picture that begins at `at`: where the next marker stands.
std::size_t after_scan(std::string_view bytes, std::size_t at) {
    while (true) {
        at = bytes.find('\xFF', at);
        if (at == std::string_view::npos || at + 1 >= bytes.size()) return bytes.size();
        const std::uint32_t next = byte_at(bytes, at + 1);
        const bool coded = next == 0 || (next >= 0xD0 && next <= 0xD7);
        if (!coded && next != 0xFF) return at;
        at += coded ? 2 : 1;
    }
}

Result<CameraFile> examine_jpeg(std::string_view bytes) {
    constexpr std::uint32_t fill = 0xFF, end = 0xD9, scan = 0xDA;
    CameraFile file{.format = Format::Jpeg};
    std::size_t at = 2;
    while (at + 4 <= bytes.size() || (at + 2 <= bytes.size() && byte_at(bytes, at + 1) == end)) {
        if (byte_at(bytes, at) != fill) {
            return fail(ErrorKind::Damaged, "is damaged: a part of it is not where it must be");
        }
        const std::uint32_t marker = byte_at(bytes, at + 1);
        if (marker == fill) {
            ++at;
            continue;
        }
        if (marker == end) {
            if (at + 2 < bytes.size()) file.bare = false;
            return file;
        }
        const std::size_t length = number_at(bytes, at + 2, 2);
        if (length < 2 || bytes.size() - at - 2 < length) return cut_off();
        const std::string_view body = bytes.substr(at + 4, length - 2);
        if (marker == huffman && !sound_tables(body)) {
            return fail(ErrorKind::Damaged, "is damaged: its tables are not sound");
        }
        note_segment(file, marker, body);
        at += 2 + length;
        if (marker == scan) at = after_scan(bytes, at);
    }
    return cut_off();
}

constexpr std::array<std::uint32_t, 256> crc_table = [] {
    constexpr std::uint32_t polynomial = 0xEDB88320U;  // ISO 3309, as PNG has it.
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < 256; ++i) {
        std::uint32_t value = i;
        for (int bit = 0; bit < 8; ++bit) {
            value = (value & 1U) != 0 ? polynomial ^ (value >> 1U) : value >> 1U;
        }
        table[i] = value;
    }
    return table;
}();

std::uint32_t crc_of(std::string_view bytes) {
    std::uint32_t crc = 0xFFFFFFFFU;
    for (const char c : bytes) {
        crc = crc_table[(crc ^ static_cast<unsigned char>(c)) & 0xFFU] ^ (crc >> 8U);
    }
    return crc ^ 0xFFFFFFFFU;
}

/// Chunks that say how the pixels are meant and nothing of where they are from.
constexpr std::array<std::string_view, 11> picture_chunks = {
    "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "pHYs"};

Result<CameraFile> examine_png(std::string_view bytes) {
    constexpr std::size_t frame = 12;  // Length, name and check sum around the data.
    CameraFile file{.format = Format::Png};
    std::size_t at = png_start.size();
    while (at + frame <= bytes.size()) {
        const std::size_t length = number_at(bytes, at, 4);
        if (bytes.size() - at - frame < length) return cut_off();
        const std::string_view name = bytes.substr(at + 4, 4);
        const std::string_view data = bytes.substr(at + 8, length);
        if (crc_of(bytes.substr(at + 4, 4 + length)) != number_at(bytes, at + 8 + length, 4)) {
            return fail(ErrorKind::Damaged, "is damaged: a part of it was altered");
        }
        if (name == "IHDR" && length >= 8) {
            constexpr std::uint32_t most = 1U << 24U;
            file.size = {static_cast<int>(std::min(number_at(data, 0, 4), most)),
                         static_cast<int>(std::min(number_at(data, 4, 4), most))};
        }
        if (name == "eXIf") file.orientation = orientation_in(data);
        if (std::ranges::find(picture_chunks, name) == picture_chunks.end()) file.bare = false;
        at += frame + length;
        if (name == "IEND") {
            if (at < bytes.size()) file.bare = false;
            return file;
        }
    }
    return cut_off();
}

/// The name of a format that phones write; nothing for any other.
std::optional<std::string_view> foreign_format(std::string_view bytes) {
    constexpr std::size_t brand_at = 4;
    const std::string_view brand = bytes.substr(std::min(brand_at, bytes.size()), 8);
    if (brand.starts_with("ftyphe") || brand == "ftypmif1" || brand == "ftypmsf1") return "HEIC";
    if (brand == "ftypavif") return "AVIF";
    if (bytes.starts_with("RIFF") && bytes.substr(0, 16).contains("WEBP")) return "WebP";
    return std::nullopt;
}

}  // namespace

Result<CameraFile> examine(std::string_view bytes) {
    if (bytes.starts_with(jpeg_start)) return examine_jpeg(bytes);
    if (bytes.starts_with(png_start)) return examine_png(bytes);
    if (const auto name = foreign_format(bytes)) {
        return fail(ErrorKind::BadInput,
                    "is a photo in the format " + std::string(*name) +
                        ", which cannot be read; let the phone save it as JPEG");
    }
    return fail(ErrorKind::BadInput, "is no photo: JPEG and PNG can be kept");
}

}  // namespace longju::photo
