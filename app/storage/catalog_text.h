// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "core/result.h"

/// The text files of a catalog folder.
namespace longju::storage {

/// Path below the folder with `/`, UTF-8 → content. Holds what makes up the catalog: *.csv, *.toml
/// and rules/*.json; README.md and samples/ are left out.
struct CatalogText {
    std::string folder;  ///< As given, for messages.
    std::map<std::string, std::string> files;

    /// `folder/path`, as messages name a file.
    std::string shown(const std::string& path) const { return folder + "/" + path; }
    /// SHA-256 over paths and contents: names the data a result was made with.
    std::string hash() const;
};

/// NotFound when the folder is not there, Io when a file cannot be read.
Result<CatalogText> read_catalog_text(const std::filesystem::path& folder);

}  // namespace longju::storage
