// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "photo/intake.h"

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <utility>

#include "core/hash.h"
#include "photo/camera_file.h"
#include "photo/codec.h"
#include "unit/photo/camera.h"

using namespace longju;
using namespace longju::photo;
using namespace longju::photo::testing;

namespace {

constexpr Size any{100000, 100000};

/// The colour in the middle of a quarter, as a letter: R, G, B, W.
char colour_at(const Pixels& pixels, bool right, bool low) {
    const int x = pixels.width / 4 + (right ? pixels.width / 2 : 0);
    const int y = pixels.height / 4 + (low ? pixels.height / 2 : 0);
    const auto at = static_cast<std::size_t>(y * pixels.width + x) * 3;
    const bool r = pixels.rgb[at] > 128, g = pixels.rgb[at + 1] > 128, b = pixels.rgb[at + 2] > 128;
    if (r && g && b) return 'W';
    return r ? 'R' : g ? 'G' : 'B';
}

std::string quarters(const Pixels& pixels) {
    return {colour_at(pixels, false, false), colour_at(pixels, true, false),
            colour_at(pixels, false, true), colour_at(pixels, true, true)};
}

}  // namespace

TEST_CASE("a photo is kept upright, whichever way the camera was held") {
    const std::string jpeg = jpeg_of(four_fields(240, 160));
    REQUIRE(quarters(*decoded(jpeg, any)) == "RGBW");
    // EXIF 2.32, orientation: where the stored rows and columns belong.
    constexpr std::array turned = {std::pair{1, "RGBW"}, std::pair{2, "GRWB"}, std::pair{3, "WBGR"},
                                   std::pair{4, "BWRG"}, std::pair{5, "RBGW"}, std::pair{6, "BRWG"},
                                   std::pair{7, "WGBR"}, std::pair{8, "GWRB"}};
    for (const auto& [orientation, expected] : turned) {
        const auto kept = kept_form(with_segment(jpeg, 0xE1, exif(orientation)));
        REQUIRE(kept.has_value());

        const auto pixels = decoded(*kept, any);
        REQUIRE(pixels.has_value());
        CHECK(quarters(*pixels) == expected);
        const bool lies = orientation >= 5;
        CHECK(pixels->width == (lies ? 160 : 240));
        CHECK(examine(*kept)->orientation == 1);
    }
}

TEST_CASE("neither place nor camera nor what hangs behind the picture is kept") {
    const std::string jpeg = jpeg_of(four_fields(64, 64));
    const std::string located = with_segment(jpeg, 0xE1, exif(1));
    REQUIRE(located.contains("GPS 46 16 N"));
    for (const std::string& file :
         {located, with_segment(jpeg, 0xFE, "by 王桂兰"), with_segment(jpeg, 0xED, "Photoshop"),
          jpeg + "ftypmp4 moving picture with sound"}) {
        CHECK_FALSE(examine(file)->bare);

        const auto kept = kept_form(file);
        REQUIRE(kept.has_value());
        CHECK(examine(*kept)->bare);
        for (const char* trace : {"GPS", "SERIAL", "Exif", "王桂兰", "Photoshop", "moving"}) {
            CHECK_FALSE(kept->contains(trace));
        }
    }
}

TEST_CASE("a large photo is kept at 1600 pixels, a small one at its size") {
    const auto wide = kept_form(jpeg_of(four_fields(3200, 400)));
    REQUIRE(wide.has_value());
    CHECK(examine(*wide)->size == Size{1600, 200});
    const auto high = kept_form(with_segment(jpeg_of(four_fields(2000, 250)), 0xE1, exif(6)));
    REQUIRE(high.has_value());
    CHECK(examine(*high)->size == Size{200, 1600});
    const auto small = kept_form(with_segment(jpeg_of(four_fields(90, 50)), 0xE1, exif(1)));
    CHECK(examine(*small)->size == Size{90, 50});
}

TEST_CASE("what is kept stays as it is when it is taken in again") {
    const auto once = kept_form(with_segment(jpeg_of(four_fields(2000, 100)), 0xE1, exif(1)));
    REQUIRE(once.has_value());
    CHECK(kept_form(*once).value() == *once);
    CHECK(kept_form(with_segment(jpeg_of(four_fields(2000, 100)), 0xE1, exif(1))).value() == *once);
    // The same on every machine and in every build.
    CHECK(sha256_hex(*once) == "8d1af5919300a838e86cc71a44bea2c0d088d40cbef961dfa714b29acf3f267b");
}

TEST_CASE("a damaged photo is refused with its reason, wherever it was cut off") {
    const std::string jpeg = with_segment(jpeg_of(four_fields(64, 64)), 0xE1, exif(6));
    REQUIRE(kept_form(jpeg).has_value());
    for (std::size_t length = 3; length < jpeg.size(); ++length) {
        const auto kept = kept_form(std::string_view(jpeg).substr(0, length));
        REQUIRE_FALSE(kept.has_value());
        CHECK(kept.error().what.contains("damaged"));
    }
}

TEST_CASE("no altered byte of a photo does harm") {
    const std::string jpeg = with_segment(jpeg_of(four_fields(48, 40)), 0xE1, exif(6));
    std::uint32_t chance = 1;
    const auto next = [&] { return chance = chance * 1664525U + 1013904223U; };
    int refused = 0;
    for (int i = 0; i < 4000; ++i) {
        std::string altered = jpeg;
        for (std::uint32_t k = 0; k <= next() % 4; ++k) {
            altered[next() % altered.size()] = static_cast<char>(next() >> 24U);
        }
        refused += kept_form(altered).has_value() ? 0 : 1;
    }
    CHECK(refused > 100);
}

TEST_CASE("what is no photo or no camera's format is refused by name") {
    const auto reason = [](std::string_view bytes) { return kept_form(bytes).error().what; };
    CHECK(reason("PK\x03\x04").contains("is no photo"));
    CHECK(reason("").contains("is no photo"));
    CHECK(reason(std::string_view("\0\0\0\x18"
                                  "ftypheic",
                                  12))
              .contains("HEIC"));
    CHECK(reason(std::string_view("RIFF\0\0\0\0WEBPVP8 ", 16)).contains("WebP"));
}

TEST_CASE("a picture of more pixels than memory is meant for is refused before it is read") {
    std::string jpeg = jpeg_of(four_fields(16, 16));
    const std::size_t frame = jpeg.find(std::string_view("\xFF\xC0\0\x11\x08", 5));
    REQUIRE(frame != std::string::npos);
    jpeg.replace(frame + 5, 4, "\xFF\xFF\xFF\xFF");
    const auto kept = kept_form(jpeg);
    REQUIRE_FALSE(kept.has_value());
    CHECK(kept.error().what.contains("65535 × 65535 pixels"));
}
