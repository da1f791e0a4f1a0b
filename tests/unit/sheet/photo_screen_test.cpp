// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "sheet/photo_screen.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "sheet/painter.h"

using namespace longju;
using namespace longju::sheet;

namespace {

drawing::GreyImage plain(std::uint8_t value) {
    return {8, 6, std::vector<std::uint8_t>(48, value)};
}

/// Share of black.
double ink(const drawing::GreyImage& dots) {
    return static_cast<double>(std::ranges::count(dots.pixels, 0)) /
           static_cast<double>(dots.pixels.size());
}

}  // namespace

TEST_CASE("a photo is printed in black and white only, and more black where it is darker") {
    double before = 1.0;
    for (int value = 0; value <= 255; value += 15) {
        const auto dots = screened(plain(static_cast<std::uint8_t>(value)), 140, 140);
        CHECK(std::ranges::all_of(dots.pixels, [](auto dot) { return dot == 0 || dot == 255; }));
        CHECK(ink(dots) < before);
        before = ink(dots);
    }
    // Neither a white that a copier loses nor a black that it fills up.
    CHECK(ink(screened(plain(0), 140, 140)) < 0.85);
    CHECK(ink(screened(plain(255), 140, 140)) > 0.05);
}

TEST_CASE("a dark photo is lightened, a flat one is not made harsh") {
    drawing::GreyImage dim{20, 20, std::vector<std::uint8_t>(400, 40)};
    for (std::size_t i = 0; i < 400; ++i) dim.pixels[i] = static_cast<std::uint8_t>(i % 90);
    const auto lifted = printable(dim);
    const auto [dark, light] = std::ranges::minmax(lifted.pixels);
    CHECK(dark < 10);
    CHECK(light > 245);
    const auto sum = [](const drawing::GreyImage& image) {
        double total = 0.0;
        for (const std::uint8_t value : image.pixels) total += value;
        return total / static_cast<double>(image.pixels.size());
    };
    CHECK(sum(lifted) > 120.0);

    const auto fog = printable(plain(120));
    CHECK(std::ranges::count(fog.pixels, fog.pixels.front()) == 48);
    CHECK(fog.pixels.front() > 100);
    CHECK(fog.pixels.front() < 200);
}

TEST_CASE("a crack of one pixel stands out on paper") {
    drawing::GreyImage wall{340, 340, std::vector<std::uint8_t>(std::size_t{340} * 340, 170)};
    for (std::size_t y = 0; y < 340; ++y) wall.pixels[y * 340 + 170] = 120;
    for (std::size_t y = 0; y < 340; ++y) wall.pixels[y * 340 + 10] = 60;
    for (std::size_t y = 0; y < 340; ++y) wall.pixels[y * 340 + 320] = 240;
    const auto lifted = printable(wall);
    const auto drop = [&](const drawing::GreyImage& image) {
        return image.pixels[170 * 340 + 150] - image.pixels[170 * 340 + 170];
    };
    CHECK(drop(lifted) > 2 * drop(wall));
}

TEST_CASE("a photo lies in the middle of its box, in its own shape") {
    const drawing::Photo photo{10.0, 20.0, 84.0, 64.0, {3, 4, std::vector<std::uint8_t>(12, 0)}};
    const auto image = paint_photo(photo, 100.0);
    REQUIRE(image.has_value());
    const auto dark_at = [&](double x_mm, double y_mm) {
        int dark = 0;
        for (int dy = -4; dy <= 4; ++dy) {
            for (int dx = -4; dx <= 4; ++dx) {
                const auto x = std::lround(x_mm / 25.4 * 100.0) + dx;
                const auto y = std::lround(y_mm / 25.4 * 100.0) + dy;
                dark += image->pixels[static_cast<std::size_t>(y * image->width + x)].r < 200;
            }
        }
        return dark;
    };
    CHECK(dark_at(42.0, 32.0) > 40);
    CHECK(dark_at(8.0, 32.0) == 0);
    CHECK(dark_at(76.0, 32.0) == 0);
}
