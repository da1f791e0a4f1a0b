// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "catch2/catch_test_macros.hpp"

namespace longju::golden {

/// Compares `text` with the approved file `tests/golden/<name>`, line by line. When they differ the
/// text is left beside it as `<stem>.out.<suffix>`: look at the difference, then accept it with
///     tests/approve.sh <stem>
inline void check_approved(const std::string& name, const std::string& text) {
    namespace fs = std::filesystem;
    const fs::path approved = fs::path(LONGJU_SOURCE_DIR) / "tests" / "golden" / name;
    fs::path actual = approved;
    actual.replace_extension(".out" + approved.extension().string());

    std::ifstream in(approved, std::ios::binary);
    const std::string wanted_text(std::istreambuf_iterator<char>(in), {});
    if (wanted_text == text) {
        std::error_code none;
        fs::remove(actual, none);
        SUCCEED(name);
        return;
    }
    std::ofstream(actual, std::ios::binary) << text;
    INFO("approved: " << approved.string() << "\nactual:   " << actual.string());
    std::istringstream wanted_lines(wanted_text), got_lines(text);
    std::string wanted, got;
    for (int line = 1;; ++line) {
        const bool more_wanted = static_cast<bool>(std::getline(wanted_lines, wanted));
        const bool more_got = static_cast<bool>(std::getline(got_lines, got));
        if (!more_wanted && !more_got) break;
        INFO("line " << line);
        CHECK((more_got ? got : "(nothing)") == (more_wanted ? wanted : "(nothing)"));
    }
}

}  // namespace longju::golden
