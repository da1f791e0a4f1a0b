// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as a CSV table: it is read or refused with a place, and reading cells never goes wrong.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/assert.h"
#include "core/csv.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    const auto table = longju::parse_csv(text, "fuzz.csv");
    if (!table) {
        LONGJU_ASSERT(!table.error().what.empty(), "a refusal says what is wrong");
        return 0;
    }
    for (const longju::CsvRow& row : table->rows) {
        for (const std::string_view column : {"id", "lambda_w_per_mk", "no such column"}) {
            (void)row.text(column);
            (void)row.number(column, 0.0, 10.0);
            (void)row.integer(column, 0, 10);
        }
        (void)row.provenance();
    }
    return 0;
}
