// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>

namespace longju::storage {

/// The bytes of a database as SQLite can open them, from a file that may be damaged anywhere: with
/// the committed frames of its write-ahead log (`wal`, may be empty) laid over it up to the first
/// that does not check, and a first page that says only how large a page is, because the trees
/// are not needed to read the cells. SQLite file format, sections 1.3 and 4.
std::string openable(std::string bytes, std::string_view wal);

}  // namespace longju::storage
