// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <sqlite3.h>

#include <memory>
#include <string>

namespace longju::faults {

class SimulatedDisk;

/// Makes a disk known to SQLite and says under which name.
std::unique_ptr<sqlite3_vfs> register_vfs(SimulatedDisk& disk, std::string& name);
void unregister_vfs(sqlite3_vfs& vfs);

}  // namespace longju::faults
