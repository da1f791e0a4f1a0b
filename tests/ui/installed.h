// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <filesystem>
#include <string>

namespace longju::kiosk::testing {

/// The program, a compiled catalog and an empty data folder.
class Installed {
public:
    Installed();
    Installed(const Installed&) = delete;
    Installed& operator=(const Installed&) = delete;
    ~Installed();

    bool there() const { return std::filesystem::exists(program_); }
    /// Exit code of `before program arguments`.
    int run(const std::string& before, const std::string& arguments) const;
    std::string errors() const;
    const std::filesystem::path& folder() const { return folder_; }
    const std::filesystem::path& program() const { return program_; }

private:
    std::filesystem::path folder_;
    std::filesystem::path program_;
};

/// Whether a program that the test needs is installed.
bool is_installed(const char* program);

}  // namespace longju::kiosk::testing
