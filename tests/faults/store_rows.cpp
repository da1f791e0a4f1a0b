// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "faults/store_rows.h"

#include <sqlite3.h>

#include <fmt/format.h>

#include "core/hash.h"

namespace longju::faults {

std::vector<std::string> rows_of(sqlite3* database, const std::string& sql) {
    std::vector<std::string> rows;
    const auto add = [](void* to, int count, char** values, char** /*names*/) {
        std::string row;
        for (int i = 0; i < count; ++i) {
            if (i > 0) row += '\x1f';
            if (values[i] != nullptr) row += values[i];
        }
        static_cast<std::vector<std::string>*>(to)->push_back(std::move(row));
        return 0;
    };
    if (sqlite3_exec(database, sql.c_str(), add, &rows, nullptr) != SQLITE_OK) {
        rows.push_back(fmt::format("refused: {}", sqlite3_errmsg(database)));
    }
    return rows;
}

std::string integrity_of(storage::VisitsStore& store) {
    std::string found;
    for (const std::string& row : rows_of(store.database().handle(), "PRAGMA integrity_check")) {
        found += row;
    }
    return found;
}

std::string state_of(storage::VisitsStore& store) {
    sqlite3* handle = store.database().handle();
    const auto statements = rows_of(
        handle,
        "SELECT 'SELECT * FROM ' || name || iif(name = 'meta', ' WHERE name NOT IN (''device_id'', "
        "''device_signer'', "
        "''device_seed'', ''open_data_key'')', '') "
        "|| ' ORDER BY 1, 2;' FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' "
        "ORDER BY name");
    std::string state;
    for (const std::string& statement : statements) {
        for (const std::string& row : rows_of(handle, statement)) state += row + "\n";
    }
    return sha256_hex(state);
}

std::string gap_in_chain(const std::vector<visit::Revision>& revisions,
                         const std::string& device_id) {
    std::uint64_t number = 0;
    std::string before;
    for (const visit::Revision& revision : revisions) {
        if (revision.device_id != device_id) continue;
        if (revision.device_seq != ++number || revision.previous_on_device != before) {
            return fmt::format("the chain of the device breaks at {}", number);
        }
        before = revision.hash;
    }
    return "";
}

}  // namespace longju::faults
