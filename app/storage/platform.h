// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "core/result.h"

/// What the system does for files, in one place for each system.
namespace longju::storage {

/// Where this user's visits live: `LONGJU_DATA_DIR` when set, else the system's place for program
/// data (`$XDG_DATA_HOME/longju`, `~/.local/share/longju`; on Windows `%LOCALAPPDATA%\Longju`).
/// Not made by this call.
Result<std::filesystem::path> data_folder();

/// The folder of the running program; empty when the system does not tell.
std::filesystem::path program_folder();

/// Wall time with zone, `2026-11-25T10:00:00+08:00`: for people, never for order.
std::string wall_time();

/// The path as UTF-8, for messages, and back.
std::string utf8_path(const std::filesystem::path& path);
std::filesystem::path path_from_utf8(std::string_view text);

/// Writes a file that must not exist yet; when it returns, the bytes are on the disk and not only
/// in memory. A file that could not be written whole is removed.
Result<void> write_new_file(const std::filesystem::path& file, std::string_view bytes);

/// Writes a file in the place of one that may be there: the old one stays until the new one is
/// whole and on the disk.
Result<void> replace_file(const std::filesystem::path& file, std::string_view bytes);

/// The whole file, from the disk where the system lets us bypass its memory. BadInput above `most`.
Result<std::string> read_whole_file(const std::filesystem::path& file, std::uint64_t most);

/// Gives a file a new name that must be free, and makes the change last.
Result<void> rename_to_free_name(const std::filesystem::path& from,
                                 const std::filesystem::path& to);

/// Waits until a file that another library wrote is on the disk.
Result<void> flush_to_disk(const std::filesystem::path& file);

/// A file of `bytes` zeros that must not exist yet, with its space really taken on the disk.
/// NoSpace, and nothing kept, when it does not fit.
Result<void> reserve_space(const std::filesystem::path& file, std::uint64_t bytes);

/// Makes the folder and those above it.
Result<void> make_folder(const std::filesystem::path& folder);

}  // namespace longju::storage
