// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "storage/list_columns.h"
#include "storage/list_rows.h"

namespace longju::kiosk {

/// Which list is to be read, and how.
struct ListRequest {
    std::string file;             ///< Its path.
    std::string name;             ///< The list it is an edition of; empty: as its file.
    storage::ListMapping chosen;  ///< Columns that a person said.

    bool operator==(const ListRequest&) const = default;
};

/// What taking in a list would do, or did.
struct ListPanel {
    std::string name;
    storage::ListColumns columns;
    std::size_t fresh = 0, changed = 0, same = 0, missing = 0;  ///< Households.
    std::vector<storage::RefusedRow> refused;
    std::string refusal;  ///< Why nothing can be taken; empty when it can.
};

}  // namespace longju::kiosk
