// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <vector>

#include "core/result.h"
#include "sheet/page.h"
#include "sheet/painter.h"

/// Printing through the system's own queue: CUPS on Linux.
namespace longju::sheet {

struct Printer {
    std::string name;   ///< Of the queue.
    std::string about;  ///< As its owner described it; may be empty.
    bool preferred = false;
    bool two_sided = false;  ///< Prints both sides by itself.
    bool a3 = false;

    bool operator==(const Printer&) const = default;
};

/// The queues of this machine, the preferred one first; empty when there is none. Missing when the
/// printing system does not answer.
Result<std::vector<Printer>> printers();

struct PrintJob {
    std::string printer;
    int copies = 1;
    bool two_sided = false;
};

/// What came of it.
struct Printed {
    int pages = 0;
    std::vector<std::string> halved;  ///< A3 pages by name that went as two A4 halves.
};

/// Sends the pages at their true size, A4 and A3 as jobs of their own; A3 pages as two halves where
/// the printer takes A4 only (halves.h).
Result<Printed> print(const Sheet& sheet, const FontSet& fonts, const PrintJob& job);

}  // namespace longju::sheet
