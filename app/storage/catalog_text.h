// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "core/result.h"

/// The text files of a catalog folder, and TOML as a tree that remembers its lines.
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

/// A TOML document as JSON. Dates become texts; `lines` holds the line of every table, array item
/// and value under its dotted path: `measure[2].option[0].life_years`.
struct TomlTree {
    nlohmann::json tree;
    std::map<std::string, int> lines;
};

/// Bad input with the line the parser stopped at.
Result<TomlTree> parse_toml(std::string_view content, const std::string& file);

}  // namespace longju::storage
