// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "photo/pixels.h"

#include <catch2/catch_test_macros.hpp>

#include "unit/photo/camera.h"

using namespace longju::photo;
using namespace longju::photo::testing;

TEST_CASE("a size is fitted by its longer side and never grows") {
    CHECK(fitted({4000, 3000}, {1600, 1600}) == Size{1600, 1200});
    CHECK(fitted({3000, 4000}, {1600, 1600}) == Size{1200, 1600});
    CHECK(fitted({800, 600}, {1600, 1600}) == Size{800, 600});
    CHECK(fitted({400, 100}, {100, 100}) == Size{100, 25});
    CHECK(fitted({10000, 3}, {100, 100}) == Size{100, 1});
}

TEST_CASE("each new pixel is the average of the area it covers") {
    const Pixels row{4, 1, {0, 0, 0, 100, 100, 100, 200, 200, 200, 40, 40, 40}};
    CHECK(shrunk(row, {2, 1}).rgb == std::vector<std::uint8_t>{50, 50, 50, 120, 120, 120});
    // Three of four: 0 and a third of 100; two thirds of 100 and of 200; a third of 200 and 40.
    CHECK(shrunk(row, {3, 1}).rgb ==
          std::vector<std::uint8_t>{25, 25, 25, 150, 150, 150, 80, 80, 80});
    const Pixels column{1, 4, row.rgb};
    CHECK(shrunk(column, {1, 3}).rgb == shrunk(row, {3, 1}).rgb);
    const Pixels grey{7, 5, std::vector<std::uint8_t>(105, 77)};
    CHECK(shrunk(grey, {3, 2}).rgb == std::vector<std::uint8_t>(18, 77));
}

TEST_CASE("turning a picture four times by a quarter brings it back") {
    const Pixels picture = four_fields(6, 4);
    Pixels turned = picture;
    for (int i = 0; i < 4; ++i) turned = upright(std::move(turned), 6);
    CHECK(turned == picture);
    CHECK(upright(upright(picture, 6), 8) == picture);
    CHECK(upright(picture, 0) == picture);
    CHECK(upright(picture, 9) == picture);
}

TEST_CASE("brightness weighs green most") {
    CHECK(brightness({4, 1, {255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255}}) ==
          std::vector<std::uint8_t>{76, 150, 29, 255});
}
