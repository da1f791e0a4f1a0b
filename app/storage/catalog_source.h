// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <filesystem>
#include <vector>

#include "core/result.h"
#include "estimate/reference.h"
#include "storage/catalog_text.h"

/// The catalog as people review it: a folder of CSV, TOML and rules. catalog/README.md documents
/// the files; here they become one `Reference`.
namespace longju::storage {

/// A catalog and everything that is wrong with it, in the order of files and lines.
struct CatalogReading {
    estimate::Reference reference;  ///< Only to be used when `errors` is empty.
    std::vector<Error> errors;
};

/// Reads and checks all of a folder: fields, their ranges, ids that are looked up across files,
/// designs by `house::check`, and the rules.
CatalogReading check_catalog(const std::filesystem::path& folder);

/// The reference, or the first mistake.
Result<estimate::Reference> read_catalog(const std::filesystem::path& folder);
/// The same from texts that lie in no folder.
Result<estimate::Reference> read_catalog(CatalogText text);

}  // namespace longju::storage
