// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace longju {

/// A text file of the repository that the build put into the program.
struct EmbeddedFile {
    std::string_view path;  ///< From the root of the repository, "db/queries/find_visits.sql".
    std::string_view text;  ///< The file's bytes; UTF-8, lives as long as the program.
};

/// The text of an embedded file (.sql and .tsv under db/ and assets/, .md under assets/help/).
/// A path that was not embedded gives an empty text: use `find_embedded` when that must be told.
std::string_view embedded(std::string_view path);

/// As `embedded`, with nothing for a path that was not embedded.
std::optional<std::string_view> find_embedded(std::string_view path);

/// All embedded files, sorted by path, so that `db/migrations/` comes in order.
std::span<const EmbeddedFile> embedded_files();

}  // namespace longju
