// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>

#include "ui/installed.h"
#include "unit/storage/temporary_folder.h"

using namespace longju;
using namespace longju::kiosk::testing;
namespace fs = std::filesystem;

TEST_CASE("a real window draws five frames and leaves") {
    const Installed kiosk;
    if (!kiosk.there()) SKIP("longju-kiosk is not built");
    if (!is_installed("xvfb-run")) SKIP("xvfb-run is not installed");

    const int code =
        kiosk.run("xvfb-run -a -s '-screen 0 1366x768x24 -nolisten tcp'", "--demo-frames 5");

    INFO(kiosk.errors());
    CHECK(code == 0);
    CHECK(fs::exists(kiosk.folder() / "data/visits.db"));
}

TEST_CASE("a kiosk that was killed starts again on the same visits") {
    const Installed kiosk;
    if (!kiosk.there()) SKIP("longju-kiosk is not built");
    if (!is_installed("xvfb-run")) SKIP("xvfb-run is not installed");

    (void)kiosk.run("xvfb-run -a -s '-screen 0 1366x768x24 -nolisten tcp' timeout -s KILL 3",
                    "--screen configure");
    const int code =
        kiosk.run("xvfb-run -a -s '-screen 0 1366x768x24 -nolisten tcp'", "--demo-frames 5");

    INFO(kiosk.errors());
    CHECK(code == 0);
}

TEST_CASE("without a display the kiosk says so in one line and exits with 2") {
    const Installed kiosk;
    if (!kiosk.there()) SKIP("longju-kiosk is not built");

    const int code = kiosk.run("env -u DISPLAY -u WAYLAND_DISPLAY", "");

    CHECK(code == 2);
    const std::string errors = kiosk.errors();
    CHECK(errors.contains("there is no display"));
    CHECK(std::count(errors.begin(), errors.end(), '\n') == 1);
}

TEST_CASE("without fonts the kiosk names the package") {
    const Installed kiosk;
    if (!kiosk.there()) SKIP("longju-kiosk is not built");

    const int code = kiosk.run(
        "", fmt::format("--fonts '{0}' --screenshot '{0}/x.png'", kiosk.folder().string()));

    CHECK(code == 2);
    CHECK(kiosk.errors().contains("fonts-noto-cjk"));
}

TEST_CASE("a picture of a screen needs no display") {
    const Installed kiosk;
    if (!kiosk.there()) SKIP("longju-kiosk is not built");

    const int code = kiosk.run(
        "env -u DISPLAY",
        fmt::format("--screen result --screenshot '{}/result.png'", kiosk.folder().string()));

    INFO(kiosk.errors());
    CHECK(code == 0);
    CHECK(fs::file_size(kiosk.folder() / "result.png") > 20000);
}

TEST_CASE("a picture is made of what was pressed before, and names what cannot be pressed") {
    const Installed kiosk;
    if (!kiosk.there()) SKIP("longju-kiosk is not built");
    const auto picture = [&](const std::string& name, const std::string& presses) {
        const std::string file = (kiosk.folder() / name).string();
        return kiosk.run("env -u DISPLAY",
                         fmt::format("--screen house --screenshot '{}' {}", file, presses));
    };

    CHECK(picture("survey.png", "") == 0);
    CHECK(picture("designs.png", "--press house.tab.1") == 0);
    CHECK(picture("lost.png", "--press house.tab.7") == 2);

    CHECK(kiosk.errors().contains("house.tab.7"));
    CHECK_FALSE(fs::exists(kiosk.folder() / "lost.png"));
    CHECK(longju::test::bytes_of(kiosk.folder() / "survey.png") !=
          longju::test::bytes_of(kiosk.folder() / "designs.png"));
}
