// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as a list of households, workbook or CSV: read or refused, and its rows likewise.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/assert.h"
#include "storage/list_rows.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace longju;
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    const auto table = storage::list_from(text, "fuzz");
    if (!table) {
        LONGJU_ASSERT(!table.error().what.empty(), "a refusal says what is wrong");
        return 0;
    }
    const auto columns = storage::columns_of(*table);
    if (!columns || !storage::check_columns(*table, *columns)) return 0;
    const storage::ListRows rows = storage::rows_of(*table, *columns);
    LONGJU_ASSERT(
        rows.rows.size() + rows.refused.size() + columns->header_row + 1 == table->rows.size(),
        "each row is taken or refused");
    for (const storage::ListedRow& row : rows.rows) {
        LONGJU_ASSERT(row.id_number.empty() || storage::id_number_fault(row.id_number).empty(),
                      "an ID number that is taken is sound");
    }
    return 0;
}
