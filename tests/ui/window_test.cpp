// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <fmt/format.h>
#include <sys/wait.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "core/hash.h"
#include "storage/catalog_source.h"
#include "storage/reference_store.h"

using namespace longju;

namespace {

namespace fs = std::filesystem;

/// The program, a compiled catalog and an empty data folder.
class Installed {
public:
    Installed()
        : folder_(fs::temp_directory_path() / ("longju-window-" + random_hex(6))),
          program_(fs::path(LONGJU_BINARY_DIR) / "bin/longju-kiosk") {
        fs::create_directories(folder_ / "data");
        const fs::path catalog = fs::path(LONGJU_SOURCE_DIR) / "catalog";
        const auto reference = storage::read_catalog(catalog);
        if (reference) (void)storage::write_reference(*reference, folder_ / "reference.db");
        fs::copy(catalog / "samples", folder_ / "samples", fs::copy_options::recursive);
    }
    Installed(const Installed&) = delete;
    Installed& operator=(const Installed&) = delete;
    ~Installed() {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }

    bool there() const { return fs::exists(program_); }
    /// Exit code of `before program arguments`.
    int run(const std::string& before, const std::string& arguments) const {
        // The graphics driver keeps a little to itself, which a sanitizer would call a leak.
        const std::string command = fmt::format(
            "ASAN_OPTIONS=detect_leaks=0 {} '{}' --reference '{}/reference.db' "
            "--data '{}/data' {} 2> '{}/err'",
            before, program_.string(), folder_.string(), folder_.string(), arguments,
            folder_.string());
        const int status = std::system(command.c_str());
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
    std::string errors() const {
        std::ifstream in(folder_ / "err");
        return {std::istreambuf_iterator<char>(in), {}};
    }
    const fs::path& folder() const { return folder_; }

private:
    fs::path folder_;
    fs::path program_;
};

}  // namespace

TEST_CASE("a real window draws five frames and leaves") {
    const Installed kiosk;
    if (!kiosk.there()) SKIP("longju-kiosk is not built");
    if (std::system("command -v xvfb-run > /dev/null") != 0) SKIP("xvfb-run is not installed");

    const int code =
        kiosk.run("xvfb-run -a -s '-screen 0 1366x768x24 -nolisten tcp'", "--demo-frames 5");

    INFO(kiosk.errors());
    CHECK(code == 0);
    CHECK(fs::exists(kiosk.folder() / "data/visits.db"));
}

TEST_CASE("a kiosk that was killed starts again on the same visits") {
    const Installed kiosk;
    if (!kiosk.there()) SKIP("longju-kiosk is not built");
    if (std::system("command -v xvfb-run > /dev/null") != 0) SKIP("xvfb-run is not installed");

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
