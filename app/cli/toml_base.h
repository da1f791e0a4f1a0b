// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <span>
#include <string>

#include <toml++/toml.h>

#include "core/result.h"

namespace longju::cli {

/// A TOML document that may start from another one: its top-level key `base` names a file relative
/// to its own, and what it writes itself goes on top. Tables merge key by key. The arrays of tables
/// named in `by_name` merge by the text `name` of their entries: an entry of a known name overrides
/// its keys, one of a new name is appended, and `remove = true` drops the entry of that name.
/// Anything else replaces what the base has. At most 8 files deep and never in a circle.
///
/// The result has no `base` and no `remove`; each value keeps the file and line it was written in.
Result<toml::table> parse_with_base(const std::string& text, const std::string& file,
                                    std::span<const char* const> by_name);

/// The bytes of a file named in UTF-8.
Result<std::string> read_text(const std::string& file);

}  // namespace longju::cli
