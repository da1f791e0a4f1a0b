// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/installed.h"

#include <fmt/format.h>
#include <sys/wait.h>

#include <cstdlib>
#include <fstream>

#include "core/hash.h"
#include "storage/catalog_source.h"
#include "storage/reference_store.h"

namespace longju::kiosk::testing {

namespace fs = std::filesystem;

Installed::Installed()
    : folder_(fs::temp_directory_path() / ("longju-window-" + random_hex(6))),
      program_(fs::path(LONGJU_BINARY_DIR) / "bin/longju-kiosk") {
    fs::create_directories(folder_ / "data");
    const fs::path catalog = fs::path(LONGJU_SOURCE_DIR) / "catalog";
    const auto reference = storage::read_catalog(catalog);
    if (reference) (void)storage::write_reference(*reference, folder_ / "reference.db");
    fs::copy(catalog / "samples", folder_ / "samples", fs::copy_options::recursive);
}

Installed::~Installed() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

int Installed::run(const std::string& before, const std::string& arguments) const {
    // The graphics driver keeps a little to itself, which a sanitizer would call a leak.
    const std::string command = fmt::format(
        "ASAN_OPTIONS=detect_leaks=0 {} '{}' --reference '{}/reference.db' "
        "--data '{}/data' {} 2> '{}/err'",
        before, program_.string(), folder_.string(), folder_.string(), arguments, folder_.string());
    const int status = std::system(command.c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::string Installed::errors() const {
    std::ifstream in(folder_ / "err");
    return {std::istreambuf_iterator<char>(in), {}};
}

bool is_installed(const char* program) {
    const std::string command = fmt::format("command -v {} > /dev/null", program);
    return std::system(command.c_str()) == 0;
}

}  // namespace longju::kiosk::testing
