// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "catch2/catch_test_macros.hpp"

namespace longju::golden {

/// Compares `text` with the approved file `tests/golden/<name>`, line by line. The text as it came
/// out is left in the build folder under `golden/<name>`. To approve a change, look at the
/// difference and run the test once with LONGJU_APPROVE=1:
///     LONGJU_APPROVE=1 build/dev/bin/golden
inline void check_approved(const std::string& name, const std::string& text) {
    namespace fs = std::filesystem;
    const fs::path approved = fs::path(LONGJU_SOURCE_DIR) / "tests" / "golden" / name;
    const fs::path actual = fs::path(LONGJU_BINARY_DIR) / "golden" / name;
    const auto write = [&](const fs::path& file) {
        fs::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << text;
    };
    write(actual);
    const char* const approve = std::getenv("LONGJU_APPROVE");
    if (approve != nullptr && std::string(approve) == "1") write(approved);

    std::ifstream in(approved, std::ios::binary);
    INFO("approved: " << approved.string() << "\nactual:   " << actual.string());
    REQUIRE(in.is_open());
    std::istringstream wanted_lines(std::string(std::istreambuf_iterator<char>(in), {}));
    std::istringstream got_lines(text);
    std::string wanted, got;
    int line = 0;
    while (true) {
        const bool more_wanted = static_cast<bool>(std::getline(wanted_lines, wanted));
        const bool more_got = static_cast<bool>(std::getline(got_lines, got));
        ++line;
        if (!more_wanted && !more_got) break;
        INFO("line " << line);
        CHECK((more_got ? got : "(nothing)") == (more_wanted ? wanted : "(nothing)"));
    }
}

}  // namespace longju::golden
